"""Figures in running text: which paragraphs of which documents tell them, and of whom they tell.

``paragraph_figures`` reads one paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from build_tools.lexicon.keys import word_key
from build_tools.lexicon.words import any_word
from build_tools.model.statement import Figure
from build_tools.passages import Leaf
from build_tools.passages.moments import DIGITS
from build_tools.statements.figure_labels import LONGEST
from build_tools.statements.kinds import REPORT, RULE
from build_tools.statements.material import Material
from build_tools.statements.outline import BULLETS
from build_tools.statements.paragraph_figures import LABEL, MEASURED, Paragraph
from build_tools.statements.whose import place

TELLING = ("thông báo", "kết luận", "tờ trình", "chỉ thị", "công văn", "công điện")
"""Types that are no reports and still tell what was reached."""


@lru_cache(maxsize=1)
def _where() -> re.Pattern[str]:
    return re.compile(rf"trên địa bàn (?P<place>{place()})")


@lru_cache(maxsize=1)
def _spoken_of() -> re.Pattern[str]:
    return re.compile(rf"\s(?P<place>{place()})$")


@lru_cache(maxsize=1)
def _plan_heading() -> re.Pattern[str]:
    return re.compile(rf"\W*(?:{any_word('before-heading')}\s)*{any_word('plan-heading')}(?!\w)", re.IGNORECASE)


@lru_cache(maxsize=1)
def _state_heading() -> re.Pattern[str]:
    return re.compile(rf"\W*(?:{any_word('before-heading')}\s)*{any_word('state-heading')}(?!\w)", re.IGNORECASE)


def read_figures(material: Material, place: str | None) -> tuple[Figure, ...]:
    """Figures of the body, in reading order.

    Reports give all; letters and conclusions what they report as a result; plans and resolutions what stands below a heading that tells how
    things are; rules none.
    """
    kind = material.genre
    if kind is RULE:
        return ()
    telling = word_key(material.document.header.type or "").startswith(TELLING)
    found: list[Figure] = []
    above = ""
    for leaf in _leaves(material, kind is REPORT, telling):
        above = _lead_in(material, leaf, above)
        if DIGITS.search(material.text, leaf.span.start, leaf.span.end) is None:
            continue
        whole = kind is REPORT or _tells_state(leaf)
        if _is_body(material, leaf) and (whole or telling):
            of_whom = place if kind is REPORT or (place and place != _issuer(material)) else None
            found.extend(Paragraph(material, leaf, of_whom, whole, found[-1] if found else None, above).figures())
    return tuple(found)


def _leaves(material: Material, report: bool, telling: bool) -> Iterable[Leaf]:
    """The paragraphs that may have figures."""
    if report or not telling:
        return material.leaves.all
    measured = (material.leaves.at(number.start()) for number in MEASURED.finditer(material.text))
    return {leaf.span.start: leaf for leaf in measured if leaf}.values()


def organisation(material: Material) -> str | None:
    """Of whom the document tells: the place that it names ("trên địa bàn thành phố Sông Mơ"), else its issuer.

    A conclusion tells of the place with which its subject ends ("Kết luận … tại buổi làm việc với lãnh đạo tỉnh Sông Mơ").
    """
    found = _where().search(material.text, 0, 4000)
    header = material.document.header
    if found is None and material.genre is not REPORT:
        found = _spoken_of().search(header.subject or "")
    return found["place"] if found else header.issuing_body or header.issuer


def _lead_in(material: Material, leaf: Leaf, above: str) -> str:
    """What a line that ends in a colon says of the items of the list below it."""
    words = leaf.span.of(material.text).strip()
    label = LABEL.match(words)
    if words.endswith(":"):
        return words[label.end() if label else 0 :].strip(" :") if len(words) < LONGEST and not any(map(str.isdigit, words)) else ""
    return above if words[:1] in BULLETS else ""


def _issuer(material: Material) -> str | None:
    """Who issues the document: of a letter or a conclusion it is not said that the figures are its own."""
    header = material.document.header
    return header.issuing_body or header.issuer


def _is_body(material: Material, leaf: Leaf) -> bool:
    if material.is_table(leaf) or leaf.inside("header", "closing", "form", "quotation"):
        return False
    return not any(node.title and _plan_heading().match(node.title) for node in leaf.above)


def _tells_state(leaf: Leaf) -> bool:
    return any(node.title and _state_heading().match(node.title) for node in leaf.above)
