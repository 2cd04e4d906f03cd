"""Personal data in a text: identity numbers, telephone numbers, private e-mail, bank accounts, home addresses, birth dates.

What counts follows Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15 as far as it can be told from the characters. Agencies' e-mail
addresses and accounts at the State Treasury are no personal data.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from build_tools.guards.known_values import known
from build_tools.lexicon.keys import strip_marks
from build_tools.lexicon.words import any_word, openings
from build_tools.messages import finding
from build_tools.model.diagnostic import Diagnostic
from build_tools.model.document import Clean, Table
from build_tools.model.span import Span

_SEPARATED = r"(?:[ .\-]?[0-9])"
_DATE = r"[0-9]{1,2}\s?[./\-]\s?[0-9]{1,2}\s?[./\-]\s?(?:19|20)[0-9]{2}"
_EMAIL = re.compile(r"(?<![\w.+\-])[\w.+\-]{1,64}@(?:[\w\-]{1,63}\.){1,5}[A-Za-z]{2,10}(?![\w\-])")
"""Looked for in lines with "@" only."""
_OFFICIAL = re.compile(
    r"@(?:[\w\-]+\.)*(?:gov\.vn|mil\.vn|dcs\.vn|edu\.vn|quochoi\.vn|dangcongsan\.vn|[\w\-]+\.gov|chinhphu\.vn)\Z", re.IGNORECASE
)
_TREASURY = re.compile(any_word("treasury"))
_HOME = re.compile(rf"{any_word('home-unit')}\b")
_LANE = re.compile(rf"[0-9]|{any_word('hamlet')}")


@dataclass(frozen=True, slots=True)
class _Kind:
    """A kind of personal data in running text: its pattern, and what else must hold of a match."""

    code: str
    pattern: re.Pattern[str]
    accepts: Callable[[re.Match[str]], bool]
    words: str = ""
    """The list of words a match begins with; the data is group 1 then, else the whole match."""

    def spans(self, text: str, low: str) -> Iterator[Span]:
        """Where such data stands in ``text``; ``low`` is the text in small letters."""
        matches = _begun(self.pattern, self.words, text, low) if self.words else self.pattern.finditer(text)
        group = 1 if self.words else 0
        return (Span(*match.span(group)) for match in matches if self.accepts(match))


def _after(words: str, value: str, code: str, accepts: Callable[[re.Match[str]], bool]) -> _Kind:
    """Data that a word before it tells. No letter stands before the word; it is looked for in capitals too, as titles write it."""
    return _Kind(code, re.compile(rf"(?<![^\W\d_]){any_word(words)}{value}", re.IGNORECASE), accepts, words)


def _digits(text: str) -> int:
    return sum(char.isdigit() for char in text)


_KINDS = (
    # twelve digits; the first three are a province's code, 001 to 096 (Thông tư 59/2021/TT-BCA, Phụ lục I)
    _Kind(
        "personal-id",
        re.compile(r"0(?<![0-9.,/\-]0)[0-9]{2}(?: ?[0-9]){9}(?![0-9]|[.,/\-][0-9])"),
        lambda match: 1 <= int(match[0][:3]) <= 96,
    ),
    _after("old-identity", r"[^0-9\n]{0,40}?\n?([0-9][0-9 .]{7,14}[0-9])", "personal-id", lambda match: _digits(match[1]) in (8, 9, 12)),
    # no day with an hour: "07.03.2031 09:10"
    _Kind(
        "personal-phone",
        re.compile(
            r"[(+80](?<![0-9.,/\-+].)(?:(?:(?<=\()\+?84|(?<=\+)84|(?<=8)4)\)?[ .\-]?|(?<=0))"
            rf"[35789]{_SEPARATED}{{8}}(?![0-9]|[.,/\-:][0-9])"
        ),
        lambda match: True,
    ),
    _after(
        "telephone",
        r"[^0-9\n+(]{0,20}\n?(\(?\+?[0-9][0-9 ().\-]{7,16}[0-9])",
        "personal-phone",
        lambda match: 9 <= _digits(match[1]) <= 12,
    ),
    _after(
        "account",
        r"(?: ngân hàng)?(?: số)?\s*:?\s*(?:số\s*)?([0-9][0-9 .\-]{5,22}[0-9])(.{0,60})",
        "personal-account",
        lambda match: not _TREASURY.search(match[2]) and _digits(match[1]) >= 6,
    ),
    _after(
        "home-address",
        rf"\s*:?\s*((?:số(?: nhà)?\s*[0-9]|{any_word('dwelling')}\s|[0-9]{{1,4}}[A-Za-z/]?[0-9]*\s)"
        r"[^;\n()]{6,120}?)(?=[;\n()]|\.(?:\s|$)|$)",
        "personal-address",
        lambda match: bool(_HOME.search(match[1]) and _LANE.search(match[1])),
    ),
    _after(
        "birth",
        rf"\s*:?\s*({_DATE}|ngày [0-9]{{1,2}} tháng [0-9]{{1,2}} năm [0-9]{{4}}|(?:19|20)[0-9]{{2}}(?![0-9]))",
        "personal-birth",
        lambda match: _of_a_person(match.string, match.start()),
    ),
)
_HEADS = {
    "personal-birth": re.compile(rf"{any_word('birth-column', case='folded')}|{any_word('birth-column-short', case='folded')}\Z"),
    "personal-id": re.compile(any_word("identity-column", case="folded")),
    "personal-account": re.compile(any_word("account-column", case="folded")),
}
"""What the head of a column says of the cells below; read without diacritics."""
_CELL_DATE = re.compile(rf"{_DATE}|(?:19|20)[0-9]{{2}}(?![0-9])")
_CELL_NUMBER = re.compile(r"[0-9](?:[ .\-]?[0-9]){7,18}")


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
    ends = [match.start() for match in re.finditer("\n", clean.source)]
    for found in findings:
        place = clean.origin.to_source(found.span)
        line = bisect_left(ends, place.start) + 1
        column = place.start - (clean.source.rfind("\n", 0, place.start) + 1) + 1
        quote = found.span.of(clean.text)
        made.append(finding(found.code, clean.path, line, column, start=place.start, end=place.end, begin=quote[:3], count=len(quote)))
    return tuple(made)


def _again(text: str, found: Iterable[Finding]) -> list[Finding]:
    codes: dict[str, str] = {}
    for item in found:
        codes.setdefault(item.span.of(text), item.code)
    return [Finding(span, codes[value]) for span, value in known(tuple(codes)).occurrences(text)]


def _in_text(text: str) -> list[Finding]:
    low = text.lower()
    codes = _Codes(text)
    found = [Finding(span, kind.code) for kind in _KINDS for span in kind.spans(text, low) if kind.words or not codes.has(span)]
    return found + [Finding(Span(*match.span()), "personal-email") for match in _mails(text) if not _OFFICIAL.search(match[0])]


class _Codes:
    """Numbers of a text that are codes of things, though each alone might be a telephone number: in the same groups, parted by the same
    points or hyphens, as many stand there that can be none ("02.0373.0001" beside "03.0069.0001" in a price list)."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._shapes: dict[str, bool] = {}

    def has(self, span: Span) -> bool:
        """Whether the number at ``span`` is one of them; one in a single group, or with blanks or a bracket between, never is."""
        shape = re.sub("[0-9]", "#", span.of(self._text))
        if not _GROUPED.fullmatch(shape):
            return False
        if shape not in self._shapes:
            pattern = re.escape(shape).replace(r"\#", "[0-9]")
            alike = re.findall(rf"(?<![0-9.,/\-]){pattern}(?![0-9]|[.,/\-][0-9])", self._text)
            telephones = sum(_MOBILE.match(number) is not None for number in alike)
            self._shapes[shape] = 2 * telephones <= len(alike)
        return self._shapes[shape]


_GROUPED = re.compile(r"#+(?:[.\-]#+)+")
_MOBILE = re.compile("0[35789]")


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
