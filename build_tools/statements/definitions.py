"""Short names and abbreviations that the text defines: "(BCĐ)", "sau đây gọi tắt là", "Gọi tắt là" in a footnote, "được hiểu như sau"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from build_tools.lexicon.keys import lower_key, matching_key
from build_tools.lexicon.letters import CAPITALS
from build_tools.lexicon.pieces import FOOTNOTE_MARK
from build_tools.lexicon.words import any_word
from build_tools.model.citation import Citation
from build_tools.model.span import Span
from build_tools.model.statement import Term
from build_tools.statements.initials import last_words, stands_for
from build_tools.statements.material import Material

CALLED = re.compile(rf"(?:[Gg]ọi|[Vv]iết)(?P<short>\s{any_word('calls-how')})?\s?(?:là|:)[:\s]\s?")
SHORT, TOGETHER = "tắt", "chung"
ANNOUNCED = re.compile(rf"\b{any_word('from-here-on')}\s(?:được\s)?$", re.IGNORECASE)
"""Only a short form ("tắt") or an announcement ("sau đây") defines a name; "được gọi là" alone does not."""
NAME = re.compile(r"[“\"]?(?P<name>[^()“”\"\n;:.,⁽]{1,90})(?:\.(?!\s))?")
BRACKETED = re.compile(r"[“\"]?(?P<name>[^()“”\"\n;:⁽]{1,110}?)[”\".]{0,2}\s?\)")
"""A name that ends with its parenthesis may hold commas: "(sau đây gọi chung là thôn, tổ dân phố)"."""
PARENTHESIS = re.compile(r"\((?P<inner>[^()\n]{2,90})\)")
SYMBOLIC = re.compile(rf"[{CAPITALS}][\wĐđ/&.-]{{1,14}}")
ABBREVIATION = re.compile(r"[A-ZĐƯƠĂÂÊÔ][\w&./-]*[A-ZĐƯƠĂÂÊÔ][\w&.]*")
MENTIONS = 50
"""At most so many earlier mentions of a name are compared."""
REACH = 1000
"""Letters before a definition in which the words that it stands for are looked for."""
SOFT_BREAK = re.compile(rf"[;:]\s|\s(?:{any_word('opens-named')}|(?P<inside>{any_word('tells-how')}))\s", re.IGNORECASE)
"""What the words begin behind; ``inside``: what follows tells how or by whom, and is seldom all of them."""
LEVEL = re.compile(rf"{any_word('level-name')} ")
JOINED = re.compile(rf"(?:[,;/]|(?<!\w){any_word('not-first')})\s+(?:{any_word('of-many')}\s+)?$", re.IGNORECASE)
JOINED_FAR = 16
UNDERSTOOD = "hiểu như sau"
GLOSSARY = re.compile(rf"\b{any_word('glossary-head')}\b[^.\n]{{0,80}}$", re.IGNORECASE)
ENTRY = re.compile(rf"(?:\d{{1,2}}(?:\.\d{{1,2}})*|[a-zđ])[.)/-]{{1,2}}\s?(?:{FOOTNOTE_MARK}\s?)?(?!\d)")
"""The number of an entry, also glued to its name; in a consolidated text a note's mark stands behind it."""
ENTRY_NAME = re.compile(
    rf"[“\"]?(?P<name>[^\n:;“”\"]{{2,90}}?)[”\"]?(?:\s\([^)\n]{{1,60}}\))?\s{any_word('is-defined')}(?:\s|:)",
)


def read_definitions(material: Material) -> list[Term]:
    """Every name that the text defines, once, at the place of its definition."""
    found: dict[str, Term] = {}
    for term in (*_called(material), *_in_parentheses(material), *_glossary(material)):
        found.setdefault(term.term.casefold(), term)
    return list(found.values())


def _called(material: Material) -> Iterator[Term]:
    text = material.text
    for found in CALLED.finditer(text):
        lead = ANNOUNCED.search(text[max(0, found.start() - 30) : found.start()])
        short = (found["short"] or "").strip()
        if not lead and short != SHORT:
            continue
        begin = found.start() - (len(lead.group()) if lead else 0)
        opened = text.rfind("(", max(0, begin - 80), begin)
        named = (BRACKETED if opened > text.rfind(")", max(0, begin - 80), begin) else NAME).match(text, found.end())
        if not named:
            continue
        sentence = material.sentences.at(found.start())
        start = max(sentence.start, begin - REACH)
        before = text[start:begin].rstrip(" (,;:-–")
        leaf = material.leaves.at(found.start())
        opens = leaf is not None and begin - leaf.span.start <= 8
        for name, at in _names(named, opens):
            if not any(map(str.isalpha, name)):
                continue  # dots of a form to be filled in
            place = Span(at, at + len(name))
            kind = "abbreviation" if ABBREVIATION.fullmatch(name) else "short_name"
            expansion = _fullest(material, name, begin) if opens else _before(material, name, before, start)
            if expansion and key_of(expansion) == key_of(name):
                expansion = None
            if expansion and not opens and not _is_whole(material, name, before, expansion, start, short):
                expansion = None
            yield Term(name, expansion, kind, True, place, material.leaves.address(at))  # type: ignore[arg-type]


def _is_whole(material: Material, name: str, before: str, expansion: str, start: int, short: str) -> bool:
    """Whether an expansion is all that a name stands for, as far as can be told: no sentence about the document, no half of a bracket.

    What several things are called together (``short`` "chung") begins as the name does; what stands right before must not join it to
    others, nor hold it as a part ("của", "trong"), nor say who did something ("được", "bởi").
    """
    at = len(before) - len(expansion)
    if any(one.kind == "self" and one.span.start == start + at for one in material.citations_between(start + at, start + len(before))):
        return False
    if expansion.count("(") != expansion.count(")"):
        return False
    if short != TOGETHER:
        return True
    head = key_of(name).partition(",")[0].split()[:2]
    alike = " ".join(key_of(expansion).split()[: len(head)]).rstrip(",") == " ".join(head)
    return alike and not JOINED.search(before, max(0, at - JOINED_FAR), at)


def key_of(text: str) -> str:
    """How names are compared: lower case, places of tones made one."""
    return lower_key(matching_key(text))


def _names(named: re.Match[str], several: bool) -> Iterator[tuple[str, int]]:
    """The name, or in a footnote that defines two ("A và B") each of them."""
    name = named["name"].strip()
    at = named.start("name")
    if several and " và " in name:
        first, _, second = name.rpartition(" và ")
        if second[:1].isupper() and " " in first:
            yield first, at
            yield second, at + len(first) + 4
            return
    yield name, at


def _fullest(material: Material, name: str, limit: int) -> str | None:
    """The mention of ``name`` before ``limit`` that says most: with its quoted title, issuer and subject."""
    text, key = material.key, matching_key(name)
    best = ""
    at, left = text.find(key), MENTIONS
    while 0 <= at < limit and left:
        left -= 1
        full = material.text[at : at + len(name)] + _tail(material.text, at + len(name))
        if len(full) > len(best):
            best = full
        at = text.find(key, at + 1)
    return best if len(best) > len(name) else None


def _tail(text: str, at: int) -> str:
    """What follows a name to make it full: a title in quotation marks, or "của …", "ngày …", "về …" to the end of the phrase."""
    if text.startswith((" “", ' "'), at):
        end = text.find("”" if text[at + 1] == "“" else '"', at + 2, at + 400)
        return text[at : end + 1] if end > 0 else ""
    if not text.startswith((" của ", " ngày ", " về ", ", ngày "), at):
        return ""
    depth = 0
    for index in range(at + 1, min(len(text), at + 600)):
        mark = text[index]
        depth += (mark == "“") - (mark == "”")
        if mark == "\n" or (depth <= 0 and mark in ";,.(⁽["):
            if mark in ".," and text[index - 1].isdigit() and text[index + 1 : index + 2].isdigit():
                continue
            return text[at:index].rstrip()
    return ""


def _before(material: Material, name: str, before: str, start: int) -> str | None:
    """The words before a definition that it stands for."""
    if ABBREVIATION.fullmatch(name):
        place = last_words(name, before)
        if place:
            return before[place[0] : place[1]]
    key, wanted = lower_key(matching_key(before)), lower_key(matching_key(name))
    at = key.rfind(wanted, 0, max(0, len(key) - 1))
    if at >= 0 and at + len(name) < len(before):
        return before[at:]
    first = wanted.split()[0].strip(",")
    citation = _citation_before(material, start, start + len(before))
    if citation and first in (citation.type or citation.name or "").casefold():
        return material.text[citation.span.start : start + len(before)]
    found = list(re.finditer(rf"\b{re.escape(first)}\b", key))
    if found and len(wanted) > 1:
        return before[found[-1].start() :]
    if LEVEL.match(wanted):
        return None
    breaks = list(SOFT_BREAK.finditer(before))
    if breaks and breaks[-1]["inside"]:
        return None
    phrase = before[breaks[-1].end() :] if breaks else before
    return phrase if 1 < len(phrase.split()) <= 40 else None


def _citation_before(material: Material, start: int, end: int) -> Citation | None:
    inside = [citation for citation in material.citations_between(start, end) if citation.span.end <= end]
    return inside[0] if inside else None


def _in_parentheses(material: Material) -> Iterator[Term]:
    """ "Ban Chỉ đạo (BCĐ)", "BCĐ (Ban Chỉ đạo)", "Kết luận số 1-KL/TU ngày … (Kết luận số 1-KL/TU)"."""
    text = material.text
    for found in PARENTHESIS.finditer(text):
        inner, start = found["inner"].strip(), found.start()
        at = found.start("inner") + len(found["inner"]) - len(found["inner"].lstrip())
        citation = material.citation_at(at)
        if citation and citation.span.start == at and at + len(inner) == citation.span.end and citation.number:
            full = _same_number(material, citation, start)
            if full:
                yield Term(inner, full, "short_name", True, citation.span, material.leaves.address(at))
            continue
        line = max(text.rfind("\n", 0, start) + 1, start - 160)
        if SYMBOLIC.fullmatch(inner) and ABBREVIATION.fullmatch(inner):
            place = last_words(inner, text[line:start])
            if place:
                yield Term(
                    inner,
                    text[line + place[0] : line + place[1]],
                    "abbreviation",
                    True,
                    Span(at, at + len(inner)),
                    material.leaves.address(at),
                )
            continue
        word = re.search(rf"(?<![\w/-])[{CAPITALS}][\w/&-]{{1,14}}(?=\s?$)", text[max(line, start - 18) : start])
        if word and ABBREVIATION.fullmatch(word.group()) and not material.citation_at(start - 2) and stands_for(word.group(), inner):
            place_at = max(line, start - 18) + word.start()
            span = Span(place_at, place_at + len(word.group()))
            yield Term(word.group(), inner, "abbreviation", True, span, material.leaves.address(place_at))


def _same_number(material: Material, alias: Citation, end: int) -> str | None:
    """The fuller mention of the same number earlier in the sentence, with everything up to the parenthesis."""
    for citation in material.citations_between(material.sentences.at(alias.span.start).start, end):
        if citation.number == alias.number:
            return material.text[citation.span.start : end].rstrip()
    return None


def _glossary(material: Material) -> Iterator[Term]:
    """Entries of a section that says how words are to be understood."""
    at = material.text.find(UNDERSTOOD)
    while at >= 0:
        if GLOSSARY.search(material.text[max(0, at - 120) : at]):
            entries = tuple(_entries(material, at))
            yield from entries
            at = max([at, *(entry.span.start for entry in entries)])
        at = material.text.find(UNDERSTOOD, at + 1)


def _entries(material: Material, after: int) -> Iterator[Term]:
    begun = False
    for leaf in material.leaves.after(after):
        body = leaf.span.of(material.text)
        label = ENTRY.match(body)
        offset = label.end() if label else 0
        entry = ENTRY_NAME.match(body, offset)
        if not entry or (not label and begun and material.is_table(leaf)):
            break
        begun = True
        at = leaf.span.start + entry.start("name")
        meaning = body[entry.end() :].strip().rstrip(".;")
        yield Term(entry["name"], meaning, "concept", True, Span(at, at + len(entry["name"])), leaf.node.id)
