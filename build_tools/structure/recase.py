"""Names set in capitals back to the case in which the same document writes them in running text."""

from __future__ import annotations

import re

_KEEP = re.compile(r"[\W_]*(?:[IVXLC]{2,}|[\w.]*\d[\w./-]*|[\wÐ]+[-/][\w/-]+|UBND|HĐND|UBMTTQ|MTTQ|COVID|ADN|WTO|ASEAN)[\W_]*$")
_PLACE = {"tỉnh", "huyện", "quận", "xã", "phường", "phố", "trấn", "khu", "đảo"}
_CAPITAL_AFTER = {"bộ", "sở", "ban", "cục", "vụ", "viện", "hội", "đoàn", "trường"}
_PHRASES = {
    "việt nam": "Việt Nam",
    "trung ương": "Trung ương",
    "chính phủ": "Chính phủ",
    "quốc hội": "Quốc hội",
    "hồ chí minh": "Hồ Chí Minh",
    "tổ quốc": "Tổ quốc",
    "bí thư": "Bí thư",
    "chấp hành": "Chấp hành",
    "thường vụ": "Thường vụ",
    "chính trị": "Chính trị",
    "đảng bộ": "Đảng bộ",
    "cộng sản": "Cộng sản",
}
_REACH = 30_000
"""So much of the text is searched for a name in running text."""
_TRIES = 40
"""So many places where a name stands in capitals are passed over before it is given up."""


class Recaser:
    """Gives words in capitals their usual case. ``text`` is the document's own clean text."""

    def __init__(self, text: str) -> None:
        self._text = text[:_REACH]
        lower = self._text.lower()
        self._lower = lower if len(lower) == len(self._text) else ""

    def name(self, text: str) -> str:
        """A name of a body or an office; text that is not in capitals comes back as it is, with single blanks."""
        text = " ".join(text.split())
        if not text.isupper():
            return text
        found = self._in_text(text)
        if found is not None:
            return found[0].upper() + found[1:]
        return _by_rule(text)

    def title(self, text: str) -> str:
        """A subject: like ``name``, but piece by piece, so that names inside a long title get their capitals."""
        text = " ".join(text.split())
        if not text.isupper():
            return text
        words = text.split(" ")
        made: list[str] = []
        at = 0
        while at < len(words):
            for size in (6, 4, 3, 2):
                piece = " ".join(words[at : at + size])
                if at + size <= len(words) and (found := self._in_text(piece)):
                    made.append(found)
                    at += size
                    break
            else:
                made.append(words[at] if _KEEP.match(words[at]) else words[at].lower())
                at += 1
        title = " ".join(made)
        for phrase in ("việt nam", "hồ chí minh", "trung ương", "chính phủ"):
            title = title.replace(phrase, _PHRASES[phrase])
        return title[0].upper() + title[1:]

    def _in_text(self, text: str) -> str | None:
        """The same words in the text in mixed case: the first form that is not in capitals."""
        wanted = text.lower()
        if not self._lower or len(wanted) != len(text):
            return None
        at = self._lower.find(wanted)
        for _ in range(_TRIES):
            if at < 0:
                break
            found = self._text[at : at + len(wanted)]
            after = self._text[at + len(wanted) : at + len(wanted) + 1]
            before = self._text[at - 1 : at]
            inside = after.isalpha() or before.isalpha() or "\n" in found
            if not inside and not found.isupper() and found[1:] != found[1:].lower():
                return found
            at = self._lower.find(wanted, at + 1)
        return None


def _by_rule(text: str) -> str:
    """Sentence case with capitals after "Bộ", "Sở", "Ban" … and in the names of places."""
    words = text.lower().split(" ")
    made: list[str] = []
    naming = False
    for at, word in enumerate(words):
        original = text.split(" ")[at]
        if _KEEP.match(original):
            made.append(original)
        elif naming or at == 0 or (at == 1 and words[0] in _CAPITAL_AFTER and word not in {"nhân", "ban", "trưởng", "đồng", "thư"}):
            made.append(word[:1].upper() + word[1:])
        else:
            made.append(word)
        if (word in _PLACE and at > 0) or (word in {"ủy", "uỷ"} and words[at - 1] in {"tỉnh", "thành", "huyện", "quận", "thị"}):
            naming = True
        elif naming and word in {"và", ",", "-"}:
            naming = False
    name = " ".join(made)
    for phrase, written in _PHRASES.items():
        name = re.sub(rf"\b{phrase}\b", written, name)
    return name
