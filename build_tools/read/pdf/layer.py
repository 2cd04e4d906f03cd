"""The text behind a page-size picture (a scanner's own recognition, a stamp put on top): is it what the picture shows?"""

from __future__ import annotations

import re

from build_tools.read.page.layout import Page
from build_tools.read.pdf.quality import MIN_WORDS
from build_tools.read.scan.picture import Picture
from build_tools.vietnamese.syllables import share_of, words

MARKED = 0.3
"""Share of words with a Vietnamese letter under which a text was recognised as another language; real ones have 0.8 and more."""
VALID = 0.85
"""Share of syllables that can be Vietnamese, under which letters are lost; of real ones 0.95 and more."""
COVERED = 0.35
"""Share of a page's ink that lies where the text stands, under which most of the page is not in it; of real ones 0.7 and more."""
TALL = 100.0
"""Points: no letters of a page are taller."""
DARK = bytes(1 if level < 140 else 0 for level in range(256))
_WORD = re.compile(r"[^\W\d_]{2,}")


def is_misread(text: str) -> bool:
    """True for what a program read that knows no Vietnamese letters: without them ("Thuc hien chuong trinh"), or with gaps in their place
    ("k t qu th c hi n")."""
    found = _WORD.findall(text)
    if len(found) < MIN_WORDS:
        return False
    return sum(not word.isascii() for word in found) < MARKED * len(found) or share_of(words(text)) < VALID


def leaves_out(read: Page, picture: Picture) -> bool:
    """True when most of what is dark on the picture stands elsewhere than the words of the page: on a scan that bears a stamp's text
    only the stamp can be read."""
    ink = picture.grey.translate(DARK)
    total = ink.count(1)
    if not total:
        return False
    wide, scale = picture.width, picture.scale
    under = bytearray(len(ink))
    for word in read.words:
        left, right = (max(0, min(wide, round(edge / scale))) for edge in (word.x0 - 1, word.x1 + 1))
        size = min(word.size, TALL)
        first, last = (max(0, min(picture.height, round(edge / scale))) for edge in (word.base - size, word.base + 0.35 * size))
        for row in range(first, last):
            under[row * wide + left : row * wide + right] = ink[row * wide + left : row * wide + right]
    return under.count(1) < COVERED * total
