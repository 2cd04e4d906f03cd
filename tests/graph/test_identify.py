"""When two works are one document, what a document's kind is, when metadata contradicts the text."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Literal

import pytest

from build_tools.graph import build_site
from build_tools.graph.identify import fits_work
from build_tools.graph.reading import UNKNOWN, read_source, stated
from build_tools.graph.site import newest
from build_tools.model.diagnostic import InputError
from build_tools.model.header import Header
from build_tools.model.metadata import Metadata, SourceFile
from build_tools.model.register import CommitteeTerm, DateClaim, DocumentType, Issuer, Register, RegisterRelation, Source, Theme, Work
from build_tools.model.site import Site

ISSUERS = (
    Issuer("bo-chinh-tri", "Bộ Chính trị", "party", codes=("TW",), parent="trung-uong"),
    Issuer("huyen-uy-khe-lim", "Huyện ủy Khe Lim", "party", codes=("HU",), place="khe-lim", since="1990-02-03", until="2025-06-30"),
    Issuer("tinh-uy-song-mo", "Tỉnh ủy Sông Mơ", "party", codes=("TU",), place="song-mo"),
    Issuer("trung-uong", "Ban Chấp hành Trung ương", "party", codes=("TW",)),
    Issuer("ubnd-tinh-song-mo", "Ủy ban nhân dân tỉnh Sông Mơ", "state", codes=("UBND",), place="song-mo"),
)
TYPES = (
    DocumentType("cong-van", "Công văn", ("party", "state"), ("CV",)),
    DocumentType("ke-hoach", "Kế hoạch", ("party", "state"), ("KH",)),
    DocumentType("luat", "Luật", ("state",)),
    DocumentType("nghi-dinh", "Nghị định", ("state",), ("NĐ",)),
    DocumentType("quy-dinh", "Quy định", ("party",), ("QĐ", "QĐi")),
    DocumentType("quyet-dinh", "Quyết định", ("party", "state"), ("QĐ",)),
)
REGISTER = Register(issuers=ISSUERS, types=TYPES)
ONE = Work("a", "ke-hoach", "12-KH/TU", "tinh-uy-song-mo", None, "Giữ bến", (DateClaim("2022-05-06"),))


def other(**changes: object) -> Work:
    return replace(ONE, id="b", **changes)  # type: ignore[arg-type]


def dated(*days: str) -> tuple[DateClaim, ...]:
    return tuple(map(DateClaim, days))


@pytest.mark.parametrize(
    ("one", "two", "same"),
    [
        (ONE, other(), True),
        (ONE, other(type="quyet-dinh"), False),
        (other(type="quy-dinh"), other(type="quyet-dinh"), True),  # they share a code
        (ONE, other(type="la"), False),
        (ONE, other(issuer="ubnd-tinh-song-mo"), False),
        (ONE, other(issuer=None), True),
        (replace(ONE, issuer="bo-chinh-tri"), other(issuer="trung-uong"), True),  # one family of numbers
        (replace(ONE, term="XII"), other(term="XIII"), False),
        (replace(ONE, term="XIII"), other(term="XIII", dates=dated("2023-01-01")), True),  # a date in conflict, not another document
        (replace(ONE, term="XIII", issuer=None), other(term="XIII", dates=dated("2023-01-01")), False),
        (ONE, other(dates=dated("2022-05-07")), False),
        (ONE, other(dates=dated("2022-05")), True),
        (replace(ONE, dates=dated("2022")), other(), True),
        (ONE, other(dates=dated("2022-05-07", "2022-05-06")), True),
        (ONE, other(dates=()), True),
        (ONE, other(dates=(), issuer=None), False),
        (ONE, replace(ONE, dates=dated("2023-01-01")), True),  # the same address
        (replace(ONE, number="7/2030/NĐ-CP", type="nghi-dinh"), other(number="7/2030/NĐ-CP", type="nghi-dinh", dates=dated("2031")), True),
        (replace(ONE, number="7/2030/NĐ-CP", issuer=None), other(number="7/2030/NĐ-CP", dates=dated("2031")), False),
        (replace(ONE, number="7/2030/NĐ-CP", issuer=None), other(number="7/2030/NĐ-CP"), True),
        (replace(ONE, number=None), other(number=None), True),
        (replace(ONE, number=None), other(number=None, subject="Giữ đò"), False),
        (replace(ONE, number=None), other(number=None, subject="Giữ đò", names=("Giữ bến",)), True),
    ],
)
def test_two_works_are_one_document(one: Work, two: Work, same: bool) -> None:
    assert fits_work(one, two, REGISTER) == same
    assert one.number is None or fits_work(two, one, REGISTER) == same


HEADER = Header.of(
    type="Kế hoạch", number="12-KH/TU", date="2022-05-06", place="Sông Mơ", issuer="Tỉnh ủy", parent="Trung ương", subject="Giữ bến",
    signer="Lò Văn Mẫu", signer_title="Bí thư",
)  # fmt: skip


@pytest.mark.parametrize(
    ("metadata", "contradicts"),
    [
        (Metadata(), 0),
        (Metadata(type="ke-hoach", number="12 - KH/TU", issued_on="2022-05", place="sông mơ", issuer="Tỉnh ủy Sông Mơ"), 0),
        (Metadata(issued_on="2022-05-06"), 0),
        (Metadata(type="Quyết định"), 1),
        (Metadata(number="13-KH/TU"), 1),
        (Metadata(issued_on="2022-05-07"), 1),
        (Metadata(issued_on="2022-06"), 1),
        (Metadata(place="Khe Lim"), 1),
        (Metadata(issuer="tinh-uy-song-mo"), 0),
        (Metadata(issuer="Ủy ban nhân dân tỉnh"), 1),
        (Metadata(parent="Đảng bộ"), 1),
        (Metadata(subject="Giữ đò"), 0),
        (Metadata(signer="Lò Văn Khác"), 1),
        (Metadata(signer="LÒ VĂN MẪU", signer_title="Phó Bí thư"), 0),
        (Metadata(numberless=True), 1),
        (Metadata(number="13-KH/TU", issued_on="2022-05-07", place="Khe Lim"), 3),
    ],
)
def test_what_is_stated_holds_and_contradictions_are_told(metadata: Metadata, contradicts: int) -> None:
    header, found = stated(HEADER, metadata, REGISTER)
    assert [item.code for item in found] == ["metadata-contradiction"] * contradicts
    assert header.number == (None if metadata.numberless else metadata.number or HEADER.number)
    assert header.type == {"ke-hoach": "Kế hoạch"}.get(metadata.type or "", metadata.type or HEADER.type)
    assert header.date == (metadata.issued_on or HEADER.date)
    assert header.issuer == {"tinh-uy-song-mo": "Tỉnh ủy Sông Mơ"}.get(metadata.issuer or "", metadata.issuer or HEADER.issuer)
    assert header.signature.signer == (metadata.signer or "Lò Văn Mẫu")
    assert header.signature.title == (metadata.signer_title or "Bí thư")


def site(folder: Path, metadata: Metadata, text: str = "Các chi bộ giữ bến.\n", register: Register = REGISTER) -> Site:
    (folder / "a.txt").write_text(text, encoding="utf-8")
    return build_site(register, [SourceFile("a", str(folder / "a.txt"), metadata)], jobs=1, strict=False)


def work(made: Site) -> Work:
    (document,) = made.documents
    return next(item for item in made.works if item.id == document.work)


KNOWN = Metadata(type="Kế hoạch", number="3-KH/HU", issuer="Huyện ủy Khe Lim", subject="Giữ bến")


@pytest.mark.parametrize(
    ("day", "ended"),
    [("2025-06-30", False), ("2025-07-01", True), ("1990-02-03", False), ("1990-02-02", True), ("2031-01", False)],
)
def test_a_date_outside_the_time_of_the_issuer_is_told(tmp_path: Path, day: str, ended: bool) -> None:
    made = site(tmp_path, replace(KNOWN, issued_on=day))
    assert ("document-issuer-ended" in {item.code for item in made.diagnostics}) == ended


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        ("12-KH/TU", "ke-hoach"), ("7/2030/NĐ-CP", "nghi-dinh"), ("30-CV/TU", "cong-van"), ("45/SXD-QLVT", "cong-van"),
        ("9-QĐ/TU", "van-ban-khac"),  # a code of two types
        ("9-XYZ/TU", "van-ban-khac"),
    ],
)  # fmt: skip
def test_the_kind_of_a_document_without_a_type_comes_from_its_number(tmp_path: Path, number: str, kind: str) -> None:
    made = work(site(tmp_path, Metadata(number=number, issuer="Tỉnh ủy Sông Mơ", issued_on="2022-05-06")))
    assert made.type == kind
    assert made.subject == "Các chi bộ giữ bến."


def test_what_an_editor_may_know_is_asked_for(tmp_path: Path) -> None:
    codes = [item.code for item in site(tmp_path, Metadata(type="Kế hoạch", number="3-KH/XX")).diagnostics]
    assert {"document-issuer-unknown", "document-date-unknown"} <= set(codes)
    codes = [item.code for item in site(tmp_path, replace(KNOWN, issued_on="2022-05-06")).diagnostics]
    assert codes == []


@pytest.mark.parametrize(("number", "kept"), [("", False), ("Số 12-KH/TU\n", True)])
def test_a_document_whose_number_is_awaited_is_not_published(tmp_path: Path, number: str, kept: bool) -> None:
    text = f"TỈNH ỦY SÔNG MƠ\n*\n{number}\nKẾ HOẠCH\nGiữ bến\n\nCác chi bộ giữ bến.\n"
    made = site(tmp_path, Metadata(type="Kế hoạch", awaiting_number=True), text)
    assert len(made.documents) == kept
    assert ("document-awaiting" in {item.code for item in made.diagnostics}) is not kept


def test_long_beginnings_are_cut_for_a_subject(tmp_path: Path) -> None:
    text = "bến " * 60
    made = work(site(tmp_path, Metadata(type="Kế hoạch", number="3-KH/HU", issuer="Huyện ủy Khe Lim", issued_on="2022-05-06"), text))
    assert made.subject == ("bến " * 30)[:120].strip() or len(made.subject) == 120


def test_a_document_without_a_subject_is_told_by_what_stands_below_its_letterhead(tmp_path: Path) -> None:
    text = (
        "HUYỆN ỦY KHE LIM\n*\nSố 3-KH/HU\nĐẢNG CỘNG SẢN VIỆT NAM\nKhe Lim, ngày 06 tháng 5 năm 2022\nKẾ HOẠCH\n\n"
        "I. BẾN\n\n1. Bến sạch.\n\nT/M BAN THƯỜNG VỤ\nBÍ THƯ\nLò Văn Bến\n"
    )
    assert work(site(tmp_path, Metadata(), text)).subject.startswith("I. BẾN 1. Bến sạch.")


def test_themes_come_from_words_numbers_and_names(tmp_path: Path) -> None:
    themes = (
        Theme("ben", "Bến", "", ("giữ, bến",)), Theme("do", "Đò", "", ("đò ngang",)), Theme("so", "Số", "", ("3-kh/hu",)),
        Theme("ten", "Tên", "", (), ("3-kh_hu--ke-hoach--huyen-uy-khe-lim--_--2022-05-06",)),
    )  # fmt: skip
    made = work(site(tmp_path, replace(KNOWN, issued_on="2022-05-06", themes=("do",)), register=replace(REGISTER, themes=themes)))
    assert set(made.themes) >= {"ben", "do", "so"}
    assert ("ten" in made.themes) == (made.id in themes[3].works)
    assert "do" not in work(site(tmp_path, replace(KNOWN, issued_on="2022-05-06"), register=replace(REGISTER, themes=themes))).themes


def test_the_newest_day_on_which_a_fact_was_looked_up() -> None:
    def source(day: str | None) -> tuple[Source, ...]:
        return (Source("Báo Sông Mơ", as_of=day),)

    assert newest(REGISTER) is None
    assert newest(Register(works=(replace(ONE, sources=source("2024-05-06")),))) == "2024-05-06"
    claimed = replace(ONE, dates=(DateClaim("2022-05-06", source("2025-01-01")),), sources=source("2024-05-06"))
    assert newest(Register(works=(claimed,))) == "2025-01-01"
    related = replace(claimed, relations=(RegisterRelation("replaces", "b", None, source("2026-01-01")),))
    assert newest(Register(works=(related, replace(ONE, sources=source(None))))) == "2026-01-01"


def test_an_address_that_leads_nowhere_is_told(tmp_path: Path) -> None:
    moved = replace(REGISTER, redirects=(("cũ", "mới"),))
    codes = [item.code for item in site(tmp_path, replace(KNOWN, issued_on="2022-05-06"), register=moved).diagnostics]
    assert codes == ["redirect-lost"]


HELD = Work("3-kh_hu", "ke-hoach", "3-KH/HU", "huyen-uy-khe-lim", None, "Giữ bến", (DateClaim("2022-05-06"),), themes=("do",))
HOLDING = replace(REGISTER, works=(HELD,))


@pytest.mark.parametrize(("subject", "shown"), [("Giữ đò", "Giữ đò"), ("GIỮ BẾN", "Giữ bến"), (None, "Giữ bến")])
def test_a_known_work_takes_the_subject_that_the_document_states(tmp_path: Path, subject: str | None, shown: str) -> None:
    metadata = replace(KNOWN, subject=subject, issued_on="2022-05-06", themes=("ben",))
    themes = (Theme("ben", "Bến", "", ("không có",)), Theme("do", "Đò", "", ("không có",)))
    made = work(site(tmp_path, metadata, register=replace(HOLDING, themes=themes)))
    assert (made.id, made.subject, made.themes) == (HELD.id, shown, ("ben", "do"))


@pytest.mark.parametrize(
    ("day", "dates", "codes"),
    [
        ("2022-05-06", ["2022-05-06"], []),
        ("2022-05", ["2022-05-06", "2022-05"], ["document-date-conflict"]),
    ],
)
def test_a_date_that_a_known_work_lacks_is_added(tmp_path: Path, day: str, dates: list[str], codes: list[str]) -> None:
    made = site(tmp_path, replace(KNOWN, issued_on=day), register=HOLDING)
    assert [claim.date for claim in work(made).dates] == dates
    assert [item.code for item in made.diagnostics] == codes
    undated = replace(HOLDING, works=(replace(HELD, dates=(), issuer=None),))
    found = work(site(tmp_path, replace(KNOWN, issued_on=day, issuer=None), "Số 3-KH/HU\n", register=undated))
    assert [claim.date for claim in found.dates] in ([day], [])


def test_central_numbers_have_the_term_of_their_day(tmp_path: Path) -> None:
    terms = (CommitteeTerm("XII", "khóa XII", "2016-01-29", "2021-02-01"), CommitteeTerm("XIII", "khóa XIII", "2021-02-02", "2026-01-23"))
    register = replace(REGISTER, terms=terms)

    def term(number: str, day: str, issuer: str) -> str | None:
        return work(site(tmp_path, Metadata(type="Quy định", number=number, issued_on=day, issuer=issuer), register=register)).term

    assert term("9-QĐ/TW", "2021-02-01", "Bộ Chính trị") == "XII"
    assert term("9-QĐ/TW", "2021-02-02", "Bộ Chính trị") == "XIII"
    assert term("9-QĐ/TW", "2015-02-02", "Bộ Chính trị") is None
    assert term("9-QĐ/TU", "2021-02-02", "Tỉnh ủy Sông Mơ") is None


@pytest.mark.parametrize(
    ("changes", "code", "line"),
    [
        ({"themes": ("benn",)}, "document-theme", 7), ({"type": "Kế hoạh"}, "document-type", 3),
        ({"issuer": "Tỉnh ủy Sông Mơo X"}, "document-issuer", 5),
        ({"issued_on": "2022-02-31"}, "document-date", 4), ({"number": None}, "document-number", 0),
    ],
)  # fmt: skip
def test_faults_of_metadata_name_their_line(tmp_path: Path, changes: dict[str, object], code: str, line: int) -> None:
    lines = (("type", 3), ("issued_on", 4), ("issuer", 5), ("number", 6), ("themes", 7))
    metadata = replace(KNOWN, issued_on="2022-05-06", path="m.yaml", lines=lines)
    made = site(tmp_path, replace(metadata, **changes), register=replace(REGISTER, themes=(Theme("ben", "Bến", ""),)))  # type: ignore[arg-type]
    (fault,) = [item for item in made.diagnostics if item.severity == "error"]
    assert (fault.code, fault.path, fault.line) == (code, "m.yaml", line)
    assert made.documents == ()


def test_metadata_without_lines_leaves_the_place_to_the_text(tmp_path: Path) -> None:
    text = "TỈNH ỦY SÔNG MƠ\n*\nSố 9-QĐ/TU\n\nSông Mơ, ngày 31 tháng 02 năm 2022\n\nQUY ĐỊNH\nviệc này\n\nĐiều 1. Giữ bến.\n"
    made = site(tmp_path, Metadata(issuer="Tỉnh ủy Sông Mơ"), text)
    faults = [(item.code, Path(item.path).name, item.line) for item in made.diagnostics if item.code == "document-date"]
    assert faults in ([("document-date", "a.txt", 5)], [])


def test_a_press_text_in_the_data_is_a_fault_and_elsewhere_a_warning(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Về Bến Xưa hôm nay, ai cũng vui.\n", encoding="utf-8")
    for collection, severity in (("data", "error"), ("extra", "warning")):
        file = SourceFile("a", str(tmp_path / "a.txt"), Metadata(), collection)  # type: ignore[arg-type]
        made = build_site(REGISTER, [file], jobs=1, strict=False)
        assert ("document-none", severity) in {(item.code, item.severity) for item in made.diagnostics}
        assert made.documents == ()


PROVISIONS = "{}Điều 1. Giữ bến\n\nQuy chế này áp dụng cho các bến.\n\nĐiều 2. Dọn bến\n\nCác thôn thực hiện.\n"
LETTERHEAD = "ỦY BAN NHÂN DÂN\nXÃ BẾN XƯA\nSố:      /QĐ-UBND\n\nBến Xưa, ngày 02 tháng 4 năm 2031\n\nQUYẾT ĐỊNH\nvề giữ bến\n\n"


@pytest.mark.parametrize(
    ("collection", "head", "metadata", "severity"),
    [
        # provisions without a word of which document they are: beside the documents of a folder they stop no build
        ("extra", "", Metadata(), "warning"), ("extra", "Quy chế giữ bến\n\n", Metadata(), "warning"),
        # where a letterhead or an editor says so, a number is missed
        ("extra", "", Metadata(type="Quy chế"), "error"), ("extra", LETTERHEAD, Metadata(), "error"), ("data", "", Metadata(), "error"),
    ],
)  # fmt: skip
def test_provisions_of_no_told_document(
    tmp_path: Path, collection: Literal["data", "extra"], head: str, metadata: Metadata, severity: str
) -> None:
    (tmp_path / "a.txt").write_text(PROVISIONS.format(head), encoding="utf-8")
    (tmp_path / "b.txt").write_text("TỈNH ỦY SÔNG MƠ\n*\nSố 9-QĐ/TU\n\nQUY ĐỊNH\nvề đò\n\n" + PROVISIONS.format(""), encoding="utf-8")
    files = [SourceFile(name, str(tmp_path / f"{name}.txt"), metadata if name == "a" else Metadata(), collection) for name in "ab"]
    made = build_site(REGISTER, files, jobs=1, strict=False)
    assert [item.severity for item in made.diagnostics if item.code == "document-number"] == [severity]
    assert [Path(document.document.clean.path).name for document in made.documents] == ["b.txt"]
    if severity == "error":
        with pytest.raises(InputError):
            build_site(REGISTER, files, jobs=1)
    else:
        assert build_site(REGISTER, files, jobs=1).works == made.works


def test_where_to_state_what_is_missing_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Các chi bộ giữ bến.\n", encoding="utf-8")
    for collection, name in (("data", "metadata.yaml"), ("extra", "a.metadata.yaml")):
        file = SourceFile("a", str(tmp_path / "a.txt"), Metadata(type="Kế hoạch"), collection)  # type: ignore[arg-type]
        (fault,) = [item for item in build_site(REGISTER, [file], jobs=1, strict=False).diagnostics if item.code == "document-number"]
        words = f"{fault.message} {fault.hint}".replace("a.metadata.yaml", "A")
        assert ("A" in words, "metadata.yaml" in words) == (name.startswith("a."), not name.startswith("a."))


def test_a_date_in_conflict_is_told_with_those_that_are_known(tmp_path: Path) -> None:
    held = replace(HELD, dates=dated("2022-05-06", "2022-05-07"))
    made = site(tmp_path, replace(KNOWN, issued_on="2022-05-06"), register=replace(REGISTER, works=(held,)))
    assert [item.code for item in made.diagnostics] == []
    assert [claim.date for claim in work(made).dates] == ["2022-05-06", "2022-05-07"]
    made = site(tmp_path, replace(KNOWN, issued_on="2022-05"), register=replace(REGISTER, works=(held,)))
    (told,) = [item for item in made.diagnostics if item.code == "document-date-conflict"]
    assert "2022-05-06, 2022-05-07" in told.message
    assert [claim.date for claim in work(made).dates] == ["2022-05-06", "2022-05-07", "2022-05"]


@pytest.mark.parametrize(
    ("day", "told"),
    [("2025-07-01", ("2025-07-01", "1990-02-03", "2025-06-30", "Huyện ủy Khe Lim")), ("1989-01-01", ("1989-01-01", "1990-02-03"))],
)
def test_the_time_of_an_issuer_is_told(tmp_path: Path, day: str, told: tuple[str, ...]) -> None:
    made = site(tmp_path, replace(KNOWN, issued_on=day))
    (ended,) = [item for item in made.diagnostics if item.code == "document-issuer-ended"]
    assert all(words in ended.message for words in told)


def test_two_full_texts_of_one_work_are_a_fault_and_a_digest_gives_way(tmp_path: Path) -> None:
    def file(name: str, text: str, **changes: object) -> SourceFile:
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
        return SourceFile(name, str(tmp_path / f"{name}.txt"), replace(KNOWN, issued_on="2022-05-06", **changes))  # type: ignore[arg-type]

    one, same, other = file("a", "Giữ bến.\n"), file("b", "Giữ bến.\n"), file("c", "Giữ đò.\n")
    digest = file("d", "Tóm lược.\n", kind="digest")

    def built(*files: SourceFile) -> tuple[list[str], list[str]]:
        made = build_site(REGISTER, files, jobs=1, strict=False)
        shown = [document.document.clean.text.strip() for document in made.documents]
        return shown, [item.message for item in made.diagnostics if item.code == "document-twice"]

    assert built(one)[1] == []
    assert built(one, same)[0] == ["Giữ bến."]
    assert built(one, same)[1] != built(one, other)[1] != []
    assert built(digest, one) == (["Giữ bến."], [])
    assert built(one, digest) == (["Giữ bến."], [])
    assert built(digest, file("e", "Tóm lược nữa.\n", kind="digest"))[1] != []


def test_what_an_editor_calls_unknown_is_said_to_be_so(tmp_path: Path) -> None:
    text = "TỈNH ỦY SÔNG MƠ\nSố 12-KH/TU\nSông Mơ, ngày 06 tháng 5 năm 2022\n\nKẾ HOẠCH\nGiữ bến\n\n1. Các xã giữ bến.\n"
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    metadata = Metadata(unknown=("type", "signer"))
    (document,) = build_site(REGISTER, [SourceFile("a", str(tmp_path / "a.txt"), metadata)], jobs=1, strict=False).documents
    assert document.unknown == ("type", "signer")
    assert "Người biên tập ghi là chưa rõ: loại văn bản, người ký." in document.notes


STATED = (
    "HUYỆN ỦY KHE LIM\n*\nSố 3-KH/HU\nĐẢNG CỘNG SẢN VIỆT NAM\nKhe Lim, ngày 06 tháng 5 năm 2022\nKẾ HOẠCH\nGiữ bến\n\n"
    "1. Bến sạch.\n\nT/M BAN THƯỜNG VỤ\nBÍ THƯ\nLò Văn Bến\n"
)


@pytest.mark.parametrize("key", sorted(UNKNOWN))
def test_what_nobody_knows_is_not_stated_and_all_else_is(tmp_path: Path, key: str) -> None:
    def header(metadata: Metadata) -> dict[str, str]:
        (tmp_path / "a.txt").write_text(STATED, encoding="utf-8")
        document = read_source(SourceFile("a", str(tmp_path / "a.txt"), metadata), REGISTER).document
        assert document is not None
        return {value.field: value.words.value for value in document.header.values}

    known, asked = header(Metadata()), header(Metadata(unknown=(key,)))
    assert set(known) >= {"type", "number", "date", "place", "issuer", "subject", "signer"}
    assert asked == {field: value for field, value in known.items() if field not in UNKNOWN[key]}


def test_what_a_document_says_of_itself_has_it_as_source_by_its_name(tmp_path: Path) -> None:
    made = work(site(tmp_path, Metadata(), STATED))
    assert [source.name for source in made.sources] == ["chính văn bản (Kế hoạch 3-KH/HU)"]


@pytest.mark.parametrize(("title", "kind"), [("QUY ĐỊNH", "quy-dinh"), ("QUYẾT ĐỊNH", "quyet-dinh")])
def test_the_kind_is_that_of_the_title_where_a_code_has_several(tmp_path: Path, title: str, kind: str) -> None:
    text = STATED.replace("3-KH/HU", "3-QĐ/HU").replace("KẾ HOẠCH", title)
    assert work(site(tmp_path, Metadata(), text)).type == kind
