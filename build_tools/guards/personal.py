"""Personal data in a text: identity numbers, telephone numbers, private e-mail, bank accounts, home addresses, birth dates.

What counts follows Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15 as far as it can be told from the characters. Agencies' e-mail
addresses and accounts at the State Treasury are no personal data.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from build_tools.lexicon.keys import strip_marks
from build_tools.lexicon.words import any_word, openings
from build_tools.messages import finding
from build_tools.model.diagnostic import Diagnostic
from build_tools.model.document import Clean, Table
from build_tools.model.span import Span

_SEPARATED = r"(?:[ .\-]?[0-9])"
_ID = re.compile(r"0(?<![0-9.,/\-]0)[0-9]{2}(?: ?[0-9]){9}(?![0-9]|[.,/\-][0-9])")
"""Twelve digits; the first three are a province's code, 001 to 096 (Thông tư 59/2021/TT-BCA, Phụ lục I)."""
_WORD = r"(?<![^\W\d_])"
"""No letter before: the words of this file begin here. They are looked for in capitals too, as titles write them."""


def _led(words: str, rest: str) -> re.Pattern[str]:
    return re.compile(_WORD + any_word(words) + rest, re.IGNORECASE)


_OLD_ID = _led("old-identity", r"[^0-9\n]{0,40}?\n?([0-9][0-9 .]{7,14}[0-9])")
_MOBILE = re.compile(
    rf"[(+80](?<![0-9.,/\-+].)(?:(?:(?<=\()\+?84|(?<=\+)84|(?<=8)4)\)?[ .\-]?|(?<=0))[35789]{_SEPARATED}{{8}}(?![0-9]|[.,/\-:][0-9])"
)
"""No day with an hour: "07.03.2031 09:10"."""
_LANDLINE = _led("telephone", r"[^0-9\n+(]{0,20}\n?(\(?\+?[0-9][0-9 ().\-]{7,16}[0-9])")
_EMAIL = re.compile(r"(?<![\w.+\-])[\w.+\-]{1,64}@(?:[\w\-]{1,63}\.){1,5}[A-Za-z]{2,10}(?![\w\-])")
"""Looked for in lines with "@" only."""
_OFFICIAL = re.compile(
    r"@(?:[\w\-]+\.)*(?:gov\.vn|mil\.vn|dcs\.vn|edu\.vn|quochoi\.vn|dangcongsan\.vn|[\w\-]+\.gov|chinhphu\.vn)\Z", re.IGNORECASE
)
_ACCOUNT = _led("account", r"(?: ngân hàng)?(?: số)?\s*:?\s*(?:số\s*)?([0-9][0-9 .\-]{5,22}[0-9])(.{0,60})")
_TREASURY = re.compile(any_word("treasury"))
_ADDRESS = _led(
    "home-address",
    rf"\s*:?\s*((?:số(?: nhà)?\s*[0-9]|{any_word('dwelling')}\s|[0-9]{{1,4}}[A-Za-z/]?[0-9]*\s)[^;\n()]{{6,120}}?)(?=[;\n()]|\.(?:\s|$)|$)",
)
_HOME = re.compile(rf"{any_word('home-unit')}\b")
_LANE = re.compile(rf"[0-9]|{any_word('hamlet')}")
_DATE = r"[0-9]{1,2}\s?[./\-]\s?[0-9]{1,2}\s?[./\-]\s?(?:19|20)[0-9]{2}"
_BIRTH = _led("birth", rf"\s*:?\s*({_DATE}|ngày [0-9]{{1,2}} tháng [0-9]{{1,2}} năm [0-9]{{4}}|(?:19|20)[0-9]{{2}}(?![0-9]))")
_HEADS = {
    "personal-birth": re.compile(rf"{any_word('birth-column', case='folded')}|{any_word('birth-column-short', case='folded')}\Z"),
    "personal-id": re.compile(any_word("identity-column", case="folded")),
    "personal-account": re.compile(any_word("account-column", case="folded")),
}
"""What the head of a column says of the cells below; read without diacritics."""
_CELL_DATE = re.compile(rf"{_DATE}|(?:19|20)[0-9]{{2}}(?![0-9])")
_CELL_NUMBER = re.compile(r"[0-9](?:[ .\-]?[0-9]){7,18}")
_OWN = 9
"""A number of so many digits, or a text of so many letters, is nobody else's: the shortest are old identity numbers."""


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """Personal data at ``span`` of the clean text; ``code`` is that of the diagnostic."""

    span: Span
    code: str


def personal_data(clean: Clean) -> tuple[Finding, ...]:
    """All personal data of a text in reading order, without overlaps: what its own words or the head of its column tell, and the same
    values again wherever else they stand."""
    found = _in_text(clean.text)
    for block in clean.blocks:
        if isinstance(block, Table):
            found.extend(_in_table(block, clean.text))
    return _without_overlaps([*found, *_again(clean.text, found)])


def personal_in(text: str) -> tuple[Finding, ...]:
    """The same for a text without structure."""
    found = _in_text(text)
    return _without_overlaps([*found, *_again(text, found)])


def as_diagnostics(clean: Clean, findings: tuple[Finding, ...]) -> tuple[Diagnostic, ...]:
    """One warning for each finding, with its place; what it says is not repeated whole."""
    made = []
    for found in findings:
        place = clean.origin.to_source(found.span)
        line = clean.source.count("\n", 0, place.start) + 1
        column = place.start - (clean.source.rfind("\n", 0, place.start) + 1) + 1
        quote = found.span.of(clean.text)
        made.append(finding(found.code, clean.path, line, column, start=place.start, end=place.end, begin=quote[:3], count=len(quote)))
    return tuple(made)


def occurrences(text: str, values: Iterable[str]) -> Iterator[tuple[Span, str]]:
    """Where values that are nobody else's stand in ``text``, each with the value: numbers of many digits however they are grouped,
    other values in the same words. A value that may mean something else elsewhere ("1980", "05/6/1972") is not looked for."""
    for value in values:
        digits = "".join(filter(str.isdigit, value))
        if not any(map(str.isalpha, value)):
            pattern = "[ .\\-]?".join(digits) if len(digits) >= _OWN else ""
        else:
            pattern = r"\s+".join(map(re.escape, value.split())) if len(value) >= _OWN else ""
        if pattern:
            for match in re.finditer(rf"(?<!\w){pattern}(?!\w)", text, re.IGNORECASE):
                yield Span(*match.span()), value


def _again(text: str, found: Iterable[Finding]) -> list[Finding]:
    codes: dict[str, str] = {}
    for item in found:
        codes.setdefault(item.span.of(text), item.code)
    return [Finding(span, codes[value]) for span, value in occurrences(text, codes)]


def _in_text(text: str) -> list[Finding]:
    found: list[Finding] = []

    def add(code: str, start: int, end: int) -> None:
        found.append(Finding(Span(start, end), code))

    for match in _ID.finditer(text):
        if 1 <= int(match[0][:3]) <= 96:
            add("personal-id", match.start(), match.end())
    low = text.lower()
    for match in _begun(_OLD_ID, "old-identity", text, low):
        if sum(char.isdigit() for char in match[1]) in (8, 9, 12):
            add("personal-id", match.start(1), match.end(1))
    for match in _MOBILE.finditer(text):
        add("personal-phone", match.start(), match.end())
    for match in _begun(_LANDLINE, "telephone", text, low):
        if 9 <= sum(char.isdigit() for char in match[1]) <= 12:
            add("personal-phone", match.start(1), match.end(1))
    for match in _mails(text):
        if not _OFFICIAL.search(match[0]):
            add("personal-email", match.start(), match.end())
    for match in _begun(_ACCOUNT, "account", text, low):
        if not _TREASURY.search(match[2]) and sum(char.isdigit() for char in match[1]) >= 6:
            add("personal-account", match.start(1), match.end(1))
    for match in _begun(_ADDRESS, "home-address", text, low):
        if _HOME.search(match[1]) and _LANE.search(match[1]):
            add("personal-address", match.start(1), match.end(1))
    for match in _begun(_BIRTH, "birth", text, low):
        if _of_a_person(text, match.start()):
            add("personal-birth", match.start(1), match.end(1))
    return found


def _begun(pattern: re.Pattern[str], words: str, text: str, low: str) -> Iterator[re.Match[str]]:
    """The matches of a pattern that begins with a word of a list, in any order; those that lie inside an earlier one may come too.

    Looking for the words first costs a tenth of trying the pattern everywhere.
    """
    if len(low) != len(text):  # letters that are longer when small: offsets would not agree
        yield from pattern.finditer(text)
        return
    for word in openings(words):
        at = low.find(word)
        while at >= 0:
            if match := pattern.match(text, at):
                yield match
            at = low.find(word, at + len(word))


def _mails(text: str) -> Iterator[re.Match[str]]:
    """The e-mail addresses: no more of the text is looked at than the lines in which an "@" stands."""
    end = 0
    while (at := text.find("@", end)) >= 0:
        start, end = text.rfind("\n", 0, at) + 1, text.find("\n", at)
        end = len(text) if end < 0 else end
        yield from _EMAIL.finditer(text, start, end)


def _of_a_person(text: str, start: int) -> bool:
    """False where "sinh" ends another word: "học sinh năm 2021", "PHÁT SINH NGÀY …"; before it stand a name, a comma or nothing.

    One word with a capital that begins a sentence is no name ("Tuyển sinh năm 2021").
    """
    before = text[text.rfind("\n", 0, start) + 1 : start].rstrip(" ")
    if not before or not before[-1].isalpha():
        return True
    if text[start].isupper():
        return not text[start + 1].isupper()
    *others, last = re.split(r"[.!?:;•–]", before)[-1].split(" ")
    return last[:1].isupper() and any(others)


def _in_table(table: Table, text: str) -> list[Finding]:
    """Columns whose head says birth date, identity number or account: the cells below."""
    columns: dict[int, str] = {}
    found: list[Finding] = []
    for row in table.rows:
        place = 0
        for cell in row:
            content = cell.span.of(text)
            head = strip_marks(content).lower().strip()
            if len(head) < 60:
                for code, pattern in _HEADS.items():
                    if pattern.search(head):
                        columns.update((column, code) for column in range(place, place + cell.colspan))
            told = columns.get(place)
            shape = _CELL_DATE if told == "personal-birth" else _CELL_NUMBER
            if told and (value := shape.fullmatch(content.strip())):
                start = cell.span.start + content.index(value[0])
                found.append(Finding(Span(start, start + len(value[0])), told))
            place += cell.colspan
    return found


def _without_overlaps(found: list[Finding]) -> tuple[Finding, ...]:
    kept: list[Finding] = []
    for item in sorted(found, key=lambda item: (item.span.start, -item.span.end, item.code)):
        if not kept or item.span.start >= kept[-1].span.end:
            kept.append(item)
    return tuple(kept)
