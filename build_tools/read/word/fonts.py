"""Runs in the fonts of old encodings to Unicode, decided for the whole document at once."""

from __future__ import annotations

import re
from dataclasses import replace

from build_tools.read.letters.encodings import NAMES, convert, mend
from build_tools.read.word.blocks import GatheredBlock, paragraphs_of
from build_tools.read.word.runs import Fragment
from build_tools.vietnamese.syllables import valid_share


def settle(blocks: list[GatheredBlock]) -> list[str]:
    """Give every gathered paragraph its text; names of the encodings that were converted."""
    paragraphs = [paragraph for block in blocks for paragraph in paragraphs_of(block)]
    texts: dict[str, list[str]] = {}
    for paragraph in paragraphs:
        for fragment in paragraph.fragments:
            if fragment.encoding:
                texts.setdefault(fragment.encoding, []).append(fragment.text)
    old = {encoding for encoding, found in texts.items() if _is_old("".join(found), encoding)}
    mended = 0
    for paragraph in paragraphs:
        text, lines = mend(_text(paragraph.fragments, old))
        paragraph.text = text.strip("\r\n\t ").replace("\u00ad", "")
        mended += lines
    return sorted(NAMES[name] for name in old) or (["bảng mã cũ"] if mended else [])


def _text(fragments: list[Fragment], old: set[str]) -> str:
    """One paragraph's characters, converted by the font of each stretch, capitals as shown."""
    joined: list[Fragment] = []
    for fragment in fragments:
        if joined and (joined[-1].encoding, joined[-1].capitals) == (fragment.encoding, fragment.capitals):
            joined[-1] = replace(fragment, text=joined[-1].text + fragment.text)
        else:
            joined.append(fragment)
    texts: list[str] = []
    for fragment in joined:
        text = fragment.text
        if fragment.encoding in old and not _unicode(text):
            text = convert(_SOFT.sub(_without_hyphens, text) if fragment.encoding == "tcvn3" else text, fragment.encoding)
        texts.append(text.upper() if fragment.capitals else text)
    return "".join(texts)


_SOFT = re.compile("[^\\s]*\u00ad[^\\s]*")


def _without_hyphens(found: re.Match[str]) -> str:
    """TCVN3 writes ư as U+00AD, and Word's optional hyphen becomes the same: drop those that leave no syllable."""
    word = found[0]
    places = [place for place, char in enumerate(word) if char == "\u00ad"][:4]
    if valid_share(convert(word, "tcvn3")) == 1.0:
        return word
    for place in places:
        other = word[:place] + word[place + 1 :]
        if valid_share(convert(other, "tcvn3")) == 1.0:
            return other
    return word


def _unicode(text: str) -> bool:
    """Letters that only Unicode text has: typed later, in a font that does not fit."""
    return any(
        ("\u0100" <= char <= "\u01b0" and char not in "\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192") or "\u1ea0" <= char <= "\u1ef9"
        for char in text
    )


def _is_old(text: str, encoding: str) -> bool:
    """Converting makes it more Vietnamese, or at least no less (short stretches, capitals)."""
    return not text.isascii() and valid_share(convert(text, encoding)) >= valid_share(text)
