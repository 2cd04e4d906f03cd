"""What is counted, how its name begins and ends, and what adds up."""

from __future__ import annotations

from build_tools.citations import find_citations
from build_tools.lexicon.keys import phrase_key
from build_tools.model.statement import Figure
from build_tools.passages import Passages
from build_tools.statements import read_statements
from build_tools.statements.kinds import reporting
from build_tools.statements.paragraph_figures import MEASURED
from tests.content import EMPTY
from tests.lexicon.word_stages.common import OPENING, Holds, Stage, told
from tests.reading.reading_helpers import read as read_document
from tests.statements.statement_helpers import HEADER


def counted(text: str) -> tuple[str, ...]:
    return tuple(phrase_key(figure.unit or "") for figure in told(text, "BÁO CÁO").figures)


def summed(name: str) -> bool:
    """Whether a row with this name is checked as the sum of those above it."""
    table = f"| Đơn vị | Số hộ |\n|---|---|\n| Xã An | 3 |\n| Xã Bình | 4 |\n| {name} | 7 |\n"
    document = read_document(HEADER.format(kind="BÁO CÁO", code="BC") + OPENING + table, "md")
    passages = Passages.of(document)
    statements = read_statements(passages, find_citations(passages, EMPTY), EMPTY)
    return any(check.kind == "sum" for check in statements.checks)


def shared(text: str) -> bool:
    """Whether so many of so many are checked against the share behind them."""
    return any(check.kind == "share" for check in told(text, "BÁO CÁO").checks)


def table_of(head: str, name: str = "Bến") -> tuple[Figure, ...]:
    """The figures of a report's table whose second column has this head."""
    return told(f"TT\t{name}\t{head}\n1\tSậy\t31\n2\tĐước\t42", "BÁO CÁO").figures


def is_part(name: str) -> bool:
    """Whether a row with this name is a part of the one above it, so that the column is not checked as a sum."""
    return not told(f"TT\tĐơn vị\tSố hộ\n1\tXã An\t3\n2\t{name}\t4\n3\tTổng cộng\t7", "BÁO CÁO").checks


STAGES: dict[str, tuple[Stage, ...]] = {"measure": (MEASURED.search,)}
HOLDS: dict[str, Holds] = {
    "tells-share": lambda row, text: shared(text),
    "compares-share": lambda row, text: not shared(text),
    "breaks-down": lambda row, text: is_part(text),
    **dict.fromkeys(("names-total", "names-count", "opens-named-count"), lambda row, text: bool(told(text, "BÁO CÁO").figures)),
    "no-count-name": lambda row, text: not told(text, "BÁO CÁO").figures,
    "body-head": lambda row, text: table_of("Số đò", text)[0].organisation == "Sậy",
    "no-value-head": lambda row, text: not table_of(text),
    "practice": lambda row, text: bool(told(text, "BÁO CÁO").practices),
    "practice-list": lambda row, text: bool(told(f"{text}\n\n- Hội Đò: Bến sạch", "BÁO CÁO").practices),
    "runs-practice": lambda row, text: told(f"Huyện có {text}", "BÁO CÁO").practices[0].organisation == "Hội Đò",
    "names-title": lambda row, text: not told(text, "BÁO CÁO").practices,
    "practice-verb": lambda row, text: told(text, "BÁO CÁO").practices[0].organisation == "Hội Đò",
    "aimed-head": lambda row, text: table_of(text)[0].unit is None,
    "unit": lambda row, text: not {phrase_key(word) for word in row.words}.isdisjoint(counted(text)),
    "not-counted": lambda row, text: not counted(text),
    "ordinal": lambda row, text: not counted(text),
    "weak-ordinal": lambda row, text: not counted(text),
    "counting": lambda row, text: bool(counted(text)),
    "total": lambda row, text: summed(text),
    "average": lambda row, text: any(f", {word}" in figure.label for figure in told(text, "BÁO CÁO").figures for word in row.words),
    "approximate": lambda row, text: any(figure.approximation for figure in told(text, "BÁO CÁO").figures),
    "changes": lambda row, text: told(text, "BÁO CÁO").figures[1].label.startswith("Tổng thu phí bến, "),
    "share": lambda row, text: told(text, "BÁO CÁO").figures[-1].label.startswith("Tỷ lệ"),
    "counts-verb": lambda row, text: told(text, "BÁO CÁO").figures[0].label == "Hội viên … người",
    "opens-count": lambda row, text: told(text, "BÁO CÁO").figures[0].label == "kết nạp … đảng viên",
    "joins-count": lambda row, text: told(text, "BÁO CÁO").figures[-1].label == "giúp … hộ",
    "counted-where": lambda row, text: told(text, "BÁO CÁO").figures[0].label == "hộ dùng đò",
    "before-moment": lambda row, text: told(text, "BÁO CÁO").figures[0].label == "hộ dùng đò",
    "other-time": lambda row, text: len({figure.label for figure in told(text, "BÁO CÁO").figures}) == 1,
    "up-to-now": lambda row, text: told(f"I. KẾT QUẢ NĂM 2031\n\n{text}", "BÁO CÁO").figures[0].period is None,
    "left-over": lambda row, text: any(told(text, "BÁO CÁO").figures[-1].label.startswith(f"{word} … bến") for word in row.words),
    "counted-beside": lambda row, text: told(text, "BÁO CÁO").figures[-1].label == "hộ",
    "same-time": lambda row, text: told(text, "BÁO CÁO").figures[0].period is None,
    "for-each": lambda row, text: [figure.quote for figure in told(text, "BÁO CÁO").figures] == ["92"],
    "scale": lambda row, text: told(text, "BÁO CÁO").figures[0].unit == "triệu kWh",
    "tells-kind": lambda row, text: "trường " in told(text, "BÁO CÁO").figures[0].label,
    "comes-with": lambda row, text: told(text, "BÁO CÁO").figures[-1].label.startswith("xây … bến, "),
    "part-of-year": lambda row, text: told(f"I. KẾT QUẢ NĂM 2031\n\n{text}", "BÁO CÁO").figures[0].period != "2031",
    "no-ordinal": lambda row, text: len(told(text, "BÁO CÁO").figures) == 1,
    "moves": lambda row, text: told(text, "BÁO CÁO").figures[0].approximation == "từ",
    "valid-until": lambda row, text: told(text, "BÁO CÁO").figures[0].period is None,
    "compared-time": lambda row, text: told(text, "BÁO CÁO").figures[0].period is None,
    "subject-end": lambda row, text: told(text, "BÁO CÁO").figures[0].label.startswith("Nghề đò, "),
    "time-word": lambda row, text: told(text, "BÁO CÁO").figures[-1].label.startswith("Mốc đóng đò, "),
    "predicate": lambda row, text: "đã" in told(text, "BÁO CÁO").figures[0].label,
    "aim": lambda row, text: not told(text, "THÔNG BÁO").figures,
    "aimed": lambda row, text: not told(text, "THÔNG BÁO").figures,
    "result": lambda row, text: bool(told(text, "THÔNG BÁO").figures),
    "reporting": lambda row, text: reporting().match(text) is not None,
    "part-of": lambda row, text: told(text, "BÁO CÁO").figures[1].part_of is not None,
    "amount": lambda row, text: "dựng nhà" in told(text, "BÁO CÁO").figures[-1].label,
    **dict.fromkeys(("planned", "lays-down"), lambda row, text: not counted(text)),
    "plan-heading": lambda row, text: not counted(text),
    "state-heading": lambda row, text: bool(told(text).figures),
    "after-count": lambda row, text: told(text, "BÁO CÁO").figures[0].label == "hội viên",
    "unit-caption": lambda row, text: {figure.unit for figure in told(text, "BÁO CÁO").figures} == {"triệu đồng"},
}
