"""Bytes, or wrongly decoded text, to Unicode: decode each way and keep the one that gives Vietnamese.

The measure is the share of valid syllables (``vietnamese.syllables``); statistical detectors do not know these encodings.
A text that no way turns into Vietnamese is not guessed at: the caller refuses it or says so.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from build_tools.read.letters import tables
from build_tools.vietnamese.syllables import sample, valid_share

NAMES = {
    "utf-8": "UTF-8", "utf-16": "UTF-16", "cp1258": "Windows-1258", "tcvn3": "TCVN3 (ABC)", "vni": "VNI", "viscii": "VISCII", "vps": "VPS",
    "mojibake": "UTF-8 bị đọc nhầm bảng mã",
}  # fmt: skip

TRUSTED = 0.9
"""Share of valid syllables from which a decoding is believed."""

MARGIN = 0.1
"""By how much another way must be better than the text as it stands."""

SAMPLE = 400_000
"""Characters by which the encoding of a longer text is told."""

CP1252 = {ord(bytes([byte]).decode("cp1252")): byte for byte in range(0x80, 0xA0) if byte not in (0x81, 0x8D, 0x8F, 0x90, 0x9D)}
"""What Windows-1252 shows for the bytes 0x80-0x9F → the byte."""

UNCP1252 = {byte: char for char, byte in CP1252.items()}

# Latin-1 characters that right Vietnamese text hardly has, but TCVN3, VNI, VISCII, VPS and mojibake are full of.
_SUSPECT = re.compile(
    "[\u00a1-\u00a8\u00aa\u00ac-\u00af\u00b4-\u00b6\u00b8-\u00ba\u00bc-\u00bf"
    "\u00c4-\u00c7\u00cb\u00ce-\u00d1\u00d6\u00d8\u00db\u00dc\u00de\u00df\u00e4-\u00e7\u00eb\u00ee-\u00f1\u00f6\u00f8\u00fb\u00fc\u00fe\u00ff]"
)
_SEGMENTS = re.compile(r"(<[^<>]*>|[\r\n\t]+)")
_NOT_SHOWN = re.compile(r"<(/?)(?:script|style)\b", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]*>|&[#\w]{1,10};")


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text with the encoding it was found in (a key of ``NAMES``).

    ``share`` is the share of valid syllables; ``mended`` counts lines that stood in another encoding than the rest; ``cut``: the
    file ends inside a character.
    """

    text: str
    encoding: str
    share: float
    mended: int = 0
    cut: bool = False

    @property
    def converted(self) -> bool:
        """False where the text is exactly the file as UTF-8 has it."""
        return self.encoding != "utf-8" or self.mended > 0 or self.cut


def decode(data: bytes, markup: bool = False) -> Decoded | None:
    """Decode a text file; ``None`` when no way gives Vietnamese. ``markup``: tags are not counted as words."""
    wide = two_byte(data)
    if wide is not None:
        share = _share(wide, markup)
        return Decoded(wide, "utf-16", share) if share >= TRUSTED else None
    text, cut = _utf8(data)
    if text is None:
        return _best(data.decode("latin-1"), markup, {"cp1258", "tcvn3", "vni", "viscii", "vps"}, -1.0)
    share = _share(text, markup)
    if share < TRUSTED:
        better = _best(byte_view(text), markup, set(CANDIDATES), share)
        if better is not None:
            return better
    mended, lines = mend(text)
    return Decoded(mended, "utf-8", _share(mended, markup) if lines else share, mended=lines, cut=cut)


def mend(text: str) -> tuple[str, int]:
    """Convert the lines (of a page: the stretches between tags) that stand in an old encoding inside Unicode text; and their number."""
    if len(_SUSPECT.findall(text)) < 4:
        return text, 0
    parts = _SEGMENTS.split(text)
    count = 0
    for index in range(0, len(parts), 2):
        part = parts[index]
        if len(_SUSPECT.findall(part)) < 2:
            continue
        share = valid_share(part)
        better = _best(byte_view(part), False, set(CANDIDATES), share) if share < 0.75 else None
        if better is not None:
            parts[index] = better.text
            count += 1
    return "".join(parts), count


def convert(text: str, encoding: str) -> str:
    """Read ``text`` (characters as Windows-1252 shows them) as ``encoding`` and give NFC. Characters the encoding lacks stay."""
    return CANDIDATES[encoding](byte_view(text)) or text


def font_encoding(font: str) -> tuple[str, bool] | None:
    """Encoding that a font name tells, and whether the font shows small letters as capitals: ".VnTimeH" → ("tcvn3", True)."""
    name = font.lower()
    for beginning, encoding in tables.FONTS:
        if name.startswith(beginning):
            return encoding, encoding == "tcvn3" and name.endswith("h")
    return None


@cache
def _named(font: str) -> tuple[str, bool] | None:
    return font_encoding(font.rpartition("+")[2])


def by_font(word: str, font: str) -> str:
    """A word of a PDF whose font's name ("ABCDEF+.VnTimeH") tells an old encoding, converted; other words as they are.

    Letters that only Unicode has show that the file maps the font's codes already.
    """
    told = _named(font)
    if told is None or any("\u0100" <= char <= "\u01b0" or "\u1ea0" <= char <= "\u1ef9" for char in word):
        return word
    text = convert_word(word, told[0])
    return text.upper() if told[1] else text


def convert_words(found: list[str]) -> list[str] | None:
    """The words of a page in an old encoding, converted; ``None`` when no way turns them into Vietnamese."""
    text = " ".join(found)
    if len(_SUSPECT.findall(text)) < 4:
        return None
    best = max(
        (decoded for name in ("tcvn3", "vni", "viscii", "vps") if (decoded := _as_words(found, name))),
        key=lambda item: item[0],
        default=None,
    )
    return best[1] if best is not None and best[0] >= max(TRUSTED, valid_share(text) + MARGIN) else None


def _as_words(found: list[str], encoding: str) -> tuple[float, list[str]]:
    converted = [convert_word(word, encoding) for word in found]
    return valid_share(" ".join(converted)), converted


def convert_word(word: str, encoding: str) -> str:
    """One word; TCVN3's ư, the soft hyphen, may have become a plain hyphen on the way."""
    text = convert(word, encoding)
    if encoding == "tcvn3" and "-" in word and valid_share(text) < 1.0:
        other = convert(word.replace("-", "\u00ad"), encoding)
        if valid_share(other) == 1.0:
            return other
    return text


def byte_view(text: str) -> str:
    """The characters 0x80-0x9F of Windows-1252 as single bytes again; others stay."""
    return text.translate(CP1252)


def two_byte(data: bytes) -> str | None:
    """The text of a file in UTF-16, told by its mark or by where its zeros stand; ``None`` for other files."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16", "replace")
    head = data[:4000]
    if len(head) >= 8 and not head.startswith(b"\xef\xbb\xbf"):
        odd, even = head[1::2].count(0), head[::2].count(0)
        if odd > len(head) // 5 and even <= len(head) // 100:
            return data.decode("utf-16-le", "replace")
        if even > len(head) // 5 and odd <= len(head) // 100:
            return data.decode("utf-16-be", "replace")
    return None


def _utf8(data: bytes) -> tuple[str | None, bool]:
    """The text, if it is UTF-8; True when the file ends inside a character."""
    try:
        return data.decode("utf-8"), False
    except UnicodeDecodeError as error:
        if error.start >= len(data) - 3 and error.reason == "unexpected end of data":
            return data[: error.start].decode("utf-8"), True
        return None, False


def _share(text: str, markup: bool) -> float:
    return valid_share(sample(_TAG.sub(" ", _visible(text)) if markup else text))


def _visible(page: str) -> str:
    """The page without its scripts and style sheets (in one pass, whatever is left open)."""
    kept: list[str] = []
    start: int | None = 0
    for found in _NOT_SHOWN.finditer(page):
        if found[1]:
            start = found.start() if start is None else start
        elif start is not None:
            kept.append(page[start : found.start()])
            start = None
    return "".join(kept) + (page[start:] if start is not None else "")


def _best(view: str, markup: bool, names: set[str], share: float) -> Decoded | None:
    """The trusted candidate with the highest share, better than ``share`` by the margin; the first of equals."""
    best: Decoded | None = None
    sample = view if len(view) <= SAMPLE else view[:SAMPLE] + view[-SAMPLE // 4 :]
    for name, way in CANDIDATES.items():
        if name not in names:
            continue
        text = way(sample)
        if text is None or text == sample:
            continue
        found = _share(text, markup)
        if found >= max(TRUSTED, share + MARGIN) and (best is None or found > best.share):
            best = Decoded(text, name, found)
    if best is not None and sample is not view:
        whole = CANDIDATES[best.encoding](view)
        return None if whole is None else Decoded(whole, best.encoding, _share(whole, markup))
    return best


def _table(high: str, low: dict[int, str] | None = None) -> Callable[[str], str]:
    table: dict[int, int | str] = {**UNCP1252, **(low or {})}
    table.update({0x80 + place: letter for place, letter in enumerate(high) if letter != "."})
    return lambda view: view.translate(table)


@cache
def _vni() -> tuple[re.Pattern[str], dict[str, str]]:
    """Pairs (base and mark) and single characters of VNI → letters, with the pattern that finds them."""
    letters: dict[str, str] = {}
    for case in (str.lower, str.upper):
        for typed, letter in tables.VNI_SINGLE.items():
            letters[case(typed)] = case(letter)
        for marks, bases in tables.VNI_BASES.items():
            for base in bases:
                for mark in marks:
                    plain = tables.VNI_SINGLE.get(base, base)
                    letter = case(unicodedata.normalize("NFC", plain + tables.VNI_MARKS[mark]))
                    for written in (case(mark), mark, mark.upper()):
                        letters.setdefault(case(base) + written, letter)
    pairs = "|".join(sorted((key for key in letters if len(key) == 2), reverse=True))
    return re.compile(f"{pairs}|[{''.join(key for key in letters if len(key) == 1)}]"), letters


def _from_vni(view: str) -> str:
    pattern, letters = _vni()
    return pattern.sub(lambda found: letters[found[0]], view).translate(UNCP1252)


def _from_cp1258(view: str) -> str | None:
    try:
        return unicodedata.normalize("NFC", view.encode("latin-1").decode("cp1258"))
    except UnicodeError:
        return None


def _from_mojibake(view: str) -> str | None:
    try:
        text = view.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return None
    again = byte_view(text)
    if _SUSPECT.search(again):  # twice wrongly decoded
        try:
            return again.encode("latin-1").decode("utf-8")
        except UnicodeError:
            return text
    return text


CANDIDATES: dict[str, Callable[[str], str | None]] = {
    "mojibake": _from_mojibake,
    "cp1258": _from_cp1258,
    "tcvn3": _table(tables.TCVN3),
    "vni": _from_vni,
    "viscii": _table(tables.VISCII, tables.VISCII_LOW),
    "vps": _table(tables.VPS, tables.VPS_LOW),
}
