"""Figures in the running text of reports: what is counted, of whom, when, out of how many."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from build_tools.lexicon.keys import word_key
from build_tools.lexicon.letters import CAPITALS
from build_tools.lexicon.words import any_word
from build_tools.model.statement import Figure
from build_tools.passages import Leaf, Moment
from build_tools.passages.moments import DIGITS
from build_tools.statements.kinds import REPORT, genre
from build_tools.statements.material import Material
from build_tools.statements.quantities import Quantity, quantity_at
from build_tools.statements.shorten import shorten

LABEL = re.compile(r"\s*(?:[-+*•]\s*)?(?:\(?(?:\d{1,2}(?:\.\d{1,2}){0,3}|[IVX]{1,5}|[a-zđ])\s?[.)/-]+)?\s*")
"""The number of a list item at the beginning of a paragraph."""
MEASURES = re.compile(
    r"(?:%|‰|.*(?:đồng|usd|eur|triệu|tỷ|tỉ|nghìn|ngàn|lần|điểm phần trăm)|ha|hecta|km|m|mét|m²|m³|m2|m3|kg|tạ|tấn|lít|mw|gb)", re.IGNORECASE
)
MEASURED = re.compile(r"\d[\d.,]{0,24}(?=\s?(?:[%‰]|đồng|nghìn|ngàn|triệu|tỷ|tỉ|USD|ha\b|km\b|tấn|mét|kg|MW|lần\b|điểm phần))")
"""A number with a unit of measure, found fast."""
BOUNDARY = re.compile(r"[;:“”\n\t⁽]\s?|[,.](?!\d)\s?")
TAIL_STOP = re.compile(
    r"[;:()“”\n\t⁽]|[,.](?!\d)"
    r"|\s(?:đạt|chiếm|tăng|giảm|bằng|so với|với|trong đó|và\s\d|là|đã|được|gồm|để|tại|từ|trong|năm|nhằm|do)(?=\s|$)",
    re.IGNORECASE,
)
HEAD_VERBS = re.compile(r"(?:\s(?:ước|đạt|được|là|có|gồm|với|khoảng|gần|hơn|trên|chỉ|khoảng|bằng|đã|chiếm|ước tính|tổng))+$", re.IGNORECASE)
COMPARING = re.compile(r"^(?:bằng|đạt|tăng|giảm|chiếm|cao hơn|thấp hơn|vượt|trong đó|còn|tỷ lệ|tỉ lệ)\b", re.IGNORECASE)
RESULT = re.compile(r"\b(?:đạt|tăng|giảm|ước|chiếm|bằng|tổng|vượt|thu hút|giải ngân)\b", re.IGNORECASE)
LINK = re.compile(r"[^.;\n]{0,60}?\s(?:đạt|chiếm|tỷ lệ|tỉ lệ|bằng)(?:\stỷ lệ|\stỉ lệ|\slà)?\s\(?", re.IGNORECASE)
COMPARED = re.compile(r"\bso với\s(?:[^\W\d_]+\s){0,3}$", re.IGNORECASE)
"""A time that a number is only compared with: "tăng 3 so với năm 2029"."""
REACH = 120
"""How far before a number its words are looked for."""
NAMED = re.compile(r"(?<!\w)(?P<name>[^:;.,()\n]{2,100}):\s*\(?$")
"""A name before a colon: "- Cây giống: 1.200 cây"."""
FIRST_WORD = re.compile(r"^(?:và|trong đó(?: có)?|gồm(?: có)?)\s", re.IGNORECASE)
PROPOSALS = re.compile(r"\b(?:đề xuất|kiến nghị|đề nghị)\b", re.IGNORECASE)
TELLING = ("thông báo", "kết luận", "tờ trình", "chỉ thị", "công văn", "công điện")
"""Types that are no reports and still tell what was reached."""
AIMED = re.compile(r"\b(?:phấn đấu|mục tiêu là|không quá|tối thiểu|tối đa|trở lên|mức hỗ trợ|ít nhất)\b", re.IGNORECASE)
"""Aims and limits, which are no results."""
WHERE = re.compile(rf"trên địa bàn (?P<place>(?:thành phố|tỉnh|huyện|thị xã|quận|phường|xã|thị trấn)(?: [{CAPITALS}][^\W\d_]*){{1,5}})")


def read_figures(material: Material, place: str | None) -> tuple[Figure, ...]:
    """Figures of the body, in reading order. Laws and plans have none; letters and conclusions only what they report as a result."""
    kind = genre(material.document.header)
    if kind is not REPORT and not word_key(material.document.header.type or "").startswith(TELLING):
        return ()
    if kind is REPORT:
        leaves: Iterable[Leaf] = material.leaves.all
    else:
        found = (material.leaves.at(number.start()) for number in MEASURED.finditer(material.text))
        leaves = {leaf.span.start: leaf for leaf in found if leaf}.values()
    return tuple(figure for leaf in leaves if _is_body(material, leaf) for figure in _of_leaf(material, leaf, place, kind is REPORT))


def organisation(material: Material) -> str | None:
    """Of whom the report tells: the place that it names ("trên địa bàn thành phố Sông Mơ"), else its issuer."""
    found = WHERE.search(material.text, 0, 4000)
    header = material.document.header
    return found["place"] if found else header.issuing_body or header.issuer


def _is_body(material: Material, leaf: Leaf) -> bool:
    if material.is_table(leaf) or leaf.inside("header", "closing", "form", "quotation"):
        return False
    return not any(node.title and PROPOSALS.search(node.title) for node in leaf.above)


def _of_leaf(material: Material, leaf: Leaf, place: str | None, all_of_it: bool) -> Iterator[Figure]:
    text, span = material.text, leaf.span
    label = LABEL.match(text, span.start, span.end)
    after = label.end() if label else span.start
    subject, told_in = "", -1
    ratio: tuple[int, str] | None = None
    for digits in (DIGITS if all_of_it else MEASURED).finditer(text, after, span.end):
        at = digits.start()
        if at < after or material.citation_at(at) or material.quoted(at) or material.moments.at(at):
            continue
        quantity = quantity_at(text, at)
        if quantity is None:
            continue
        after = quantity.after
        if not all_of_it and not MEASURES.fullmatch(quantity.unit):
            continue
        head = _head(text, quantity, material.clause(at).start, span.start)
        if not all_of_it and (not RESULT.search(head) or AIMED.search(material.clause(at).of(text))):
            continue
        sentence = material.sentences.at(at).start
        if sentence != told_in:
            subject, told_in = "", sentence
        name, subject = _label(text, quantity, head, subject)
        if quantity.of:
            ratio = quantity.after, name
        elif ratio and quantity.unit == "%" and LINK.fullmatch(text, ratio[0], at):
            name = f"tỷ lệ {ratio[1][:1].lower()}{ratio[1][1:]}"
        yield from _figures(material, leaf, quantity, name, place, _period(material, at))


def _figures(material: Material, leaf: Leaf, quantity: Quantity, label: str, place: str | None, period: str | None) -> Iterator[Figure]:
    quote = quantity.span.of(material.text)
    yield Figure(quantity.span, quote, quantity.value, quantity.unit or None, label, leaf.node.id, place, period, quantity.of_value)
    if quantity.of and quantity.of_value:
        whole = f"{quantity.unit} (tổng số)"
        yield Figure(quantity.of, quantity.of.of(material.text), quantity.of_value, quantity.unit, whole, leaf.node.id, place, period)


def _head(text: str, quantity: Quantity, clause: int, leaf: int) -> str:
    """The words from the last comma (or the beginning of the clause) to the number."""
    start = _reach(text, max(clause, leaf), quantity.span.start)
    total = _total().match(text, clause, quantity.span.start)
    if total and clause >= start and not DIGITS.search(text, clause, quantity.span.start):
        return text[clause : quantity.span.start].strip(" -+*•")  # "Tổng thu phí bến, phí đò đạt 291 triệu": commas list what it sums
    ends = [found.end() for found in BOUNDARY.finditer(text, start, quantity.span.start)]
    opened = text.rfind("(", start, quantity.span.start)
    if opened >= 0 and ")" not in text[opened : quantity.span.start]:
        ends = [max([opened + 1, *ends])]
    head = text[ends[-1] if ends else start : quantity.span.start].strip(" -+*•")
    if not head:
        named = NAMED.search(text, _reach(text, leaf, quantity.span.start), quantity.span.start)
        head = named["name"].strip(" -+*•") if named else ""
    return FIRST_WORD.sub("", head)


@lru_cache(maxsize=1)
def _total() -> re.Pattern[str]:
    return re.compile(rf"\s*{any_word('total')}\s", re.IGNORECASE)


def _reach(text: str, start: int, end: int) -> int:
    """``start``, or the first word that is no further from ``end`` than ``REACH``."""
    return start if end - start <= REACH else text.find(" ", end - REACH, end) + 1


def _label(text: str, quantity: Quantity, head: str, subject: str) -> tuple[str, str]:
    """What is counted, and the subject to which a following ", tăng 5%" belongs."""
    limit = min(len(text), quantity.after + REACH)
    stop = TAIL_STOP.search(text, quantity.after, limit)
    tail = shorten(text[quantity.after : stop.start() if stop else limit].strip(), 60)
    if not quantity.unit:
        return shorten(head, 120), subject
    counted = not MEASURES.fullmatch(quantity.unit)
    unit = quantity.unit
    if counted and tail:
        return f"{unit} {tail}", f"{unit} {tail}"
    if counted:
        name = f"{head} … {unit}" if head else unit
        return name, name
    bare = HEAD_VERBS.sub("", head)
    if COMPARING.match(head) and subject and len(head.split()) < 6:
        bare = f"{subject}, {head}"
    else:
        subject = bare or subject
    return shorten(f"{bare} … {tail}".strip(" …") if tail else bare, 120) or quantity.unit, subject


def _period(material: Material, at: int) -> str | None:
    """The last time before the number in its sentence, else the first one after it in its clause, else that of the report; ISO.

    A stretch is start/end ("2025-01/2025-06"). Dates of citations do not count.
    """
    sentence = material.sentences.at(at)
    before = material.moments.between(max(sentence.start, at - 400), at)
    after = material.moments.between(at, material.clause(at).end)[:5]
    for moment in (*reversed(before), *after):
        compared = COMPARED.search(material.text, max(sentence.start, moment.head - 30), moment.head)
        if moment.start and not compared and not material.citation_at(moment.span.start):
            return iso_period(moment)
    return report_period(material) if genre(material.document.header) is REPORT else None


def report_period(material: Material) -> str | None:
    """The time that the subject of the report names ("… 6 tháng đầu năm 2025"), when it names just one."""
    span = material.document.header.line("subject")
    if span is None:
        return None
    found = {
        iso_period(moment)
        for moment in material.moments.between(span.start, span.end)
        if moment.start and not material.citation_at(moment.span.start) and moment.precision != "day"
    }
    return found.pop() if len(found) == 1 else None


def iso_period(moment: Moment) -> str | None:
    """A moment as one string: a point as it is, a stretch as ISO start/end."""
    return moment.start if moment.start == moment.end else f"{moment.start}/{moment.end}"
