"""A second reader of pictures, independent of the first (the package trueocr): what both read alike needs nobody's confirmation.

It is an extra. Where it is not installed, everything that recognition read is to be compared by a person, as before; where it is the only
one, it reads alone, and nothing is taken as agreed.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from importlib.util import find_spec
from io import BytesIO
from itertools import accumulate
from typing import Any

from build_tools.lexicon.keys import strip_marks
from build_tools.model.reading import Second
from build_tools.read.page.layout import Word
from build_tools.read.scan.picture import Picture

TURNED = 1.5
"""Degrees of slant from which a page is read better when it is set straight first; smaller ones are taken out of the words' places."""
INK = 0.01
"""Share of a page's pixels that are ink at the least; the darkest so many tell how dark ink is on it."""
BLURRED = 1.12
"""Pixels of edges for one of full ink from which on strokes are mostly edge. Measured: at 200 dots an inch pages in focus have 0.2 to 0.7,
blurred by 1.6 pixels 1.0 (read right), by 2.5 pixels 1.2 (tone marks read wrongly by both); ten scans of an office 0 to 1.1."""
SMALL = 120
"""Dots an inch under which a tone mark is two or three of them: "tổng" and "tống" look the same to both."""
UNEVEN = 1.3
"""Dots across for one down the page from which a picture is no square one."""
TELLING = 4
"""Characters of a value that tell it from others on its page; a shorter one is looked for with the word beside it."""
_APART = re.compile(r" ([-–—]) ")
_JOIN = re.compile(r"\s*([-/])\s*")
_COMMA = re.compile(r"(?<=[^\W\d_]),(?=[^\W\d_])")
_LABELLED = re.compile(r"(?<!\w)(\d{1,2}\.)(?=[^\W\d_]{2})")
"""A provision's label that stands close to its first word."""
_LETTER = re.compile(r"[^\W\d_]")
_LETTERS = str.maketrans({"Ð": "Đ", "–": "-", "—": "-", "⁄": "/"})


@lru_cache(maxsize=1)
def available() -> bool:
    """True where the package is installed."""
    return find_spec("trueocr") is not None


@dataclass(frozen=True, slots=True)
class Sight:
    """What the second reader saw: its text, its words in their places on ``picture``, and that picture, ``turned`` if it had to be."""

    text: Second
    words: tuple[Word, ...]
    picture: Picture
    turned: bool


def look(picture: Picture) -> Sight | None:
    """Read a picture; None where the package is absent or fails, which is no fault of the file."""
    if not available():
        return None
    try:
        found = _model().predict(picture.file())
    except Exception:  # a foreign reader of foreign pictures: without it everything is asked
        return None
    turned = bool(found.data["rotation_clockwise_degrees"]) or abs(found.data["skew_degrees"]) > TURNED
    grey = found.image.convert("L")
    seen = Picture(grey.width, grey.height, grey.tobytes(), picture.dpi)
    words = tuple(word for line in found.lines for word in _words(line, seen.scale))
    text = Second(" ".join(found.text.split()), marks=(picture.own or picture.dpi) >= SMALL and not blurred(picture))
    return Sight(text, words, seen if turned else picture, turned)


def blurred(picture: Picture) -> bool:
    """True for a page so far out of focus that its strokes are mostly edge: both readers then take one tone mark for another alike
    ("trồng", "trống"), and that they agree proves nothing of them. Figures have no marks, and are read right or not alike."""
    from PIL import Image

    counts = Image.frombytes("L", (picture.width, picture.height), picture.grey).histogram()
    paper = max(range(128, 256), key=counts.__getitem__)
    ink = next(level for level, total in enumerate(accumulate(counts)) if total >= INK * sum(counts))
    quarter = max(paper - ink, 0) / 4
    full = sum(count for level, count in enumerate(counts) if level < ink + quarter)
    edge = sum(count for level, count in enumerate(counts) if ink + quarter <= level < ink + 3 * quarter)
    return edge > BLURRED * max(full, 1)


def pictures(data: bytes, long: float) -> list[Picture]:
    """The pages of an image file in grey, upright as it says itself; the longer side of each is ``long`` points where it is of A4's shape.

    Empty where the file is of a kind that the package's own library does not know.
    """
    from PIL import Image, ImageOps, ImageSequence

    made = []
    try:
        with Image.open(BytesIO(data)) as file:
            for frame in ImageSequence.Iterator(file):
                across, down = map(float, frame.info.get("dpi", (0, 0)))
                coarse = across > UNEVEN * down > 0
                grey = frame.convert("L")
                if coarse:  # as fax machines save a page: dots that are twice as high as they are wide
                    grey = grey.resize((grey.width, round(grey.height * across / down)))
                grey = ImageOps.exif_transpose(grey)
                longer, shorter = max(grey.size), max(min(grey.size), 1)
                points = long if longer < 1.6 * shorter else long * longer / (1.42 * shorter)
                dpi = max(round(72 * longer / points), 1)
                made.append(Picture(grey.width, grey.height, grey.tobytes(), dpi, round(dpi * down / across) if coarse else 0))
    except (OSError, ValueError, SyntaxError, EOFError):
        return []
    return made


@lru_cache(maxsize=1)
def _model() -> Any:
    from trueocr import OCRConfig, load_model

    return load_model(OCRConfig(threads=1))


def _words(line: Any, scale: float) -> list[Word]:
    """The words of a line, which is seen as a whole: each gets its share of the width."""
    left, top, right, bottom = (edge * scale for edge in line["bbox"])
    texts = line["text"].split()
    letter = (right - left) / max(sum(map(len, texts)) + len(texts) - 1, 1)
    size, base = (bottom - top) / 1.25, bottom - 0.2 * (bottom - top)
    made, at = [], left
    for text in texts:
        made.append(Word(text, at, at + letter * len(text), base, size, confidence=100 * line["confidence"]))
        at += letter * (len(text) + 1)
    return made


def said(text: str, value: str, before: str = "", after: str = "", *, marks: bool = True) -> bool:
    """True when a text has the value whole; a short one only with the word ``before`` or ``after`` it.

    That word only tells the place: of figures its marks need not be the same. ``marks``: False for a value whose words are always the same
    ones (those of a date), so that only its figures tell something.

    >>> said("Kiên.Giang,ngày 01 tháng 02 năm 2018", "ngày 01 tháng 02 năm 2018"), said("12 ha", "2"), said("Mục 4 nêu", "4", "Mục")
    (True, False, True)
    """
    if not marks:
        text, value = strip_marks(text), strip_marks(value)
    if len(value) >= TELLING:
        return _stands(text, value)
    if value.isascii():
        text, before, after = strip_marks(text), strip_marks(before), strip_marks(after)
    return bool(before and _stands(text, f"{before} {value}")) or bool(after and _stands(text, f"{value} {after}"))


def _stands(text: str, words: str) -> bool:
    """True when the words stand there, and are no part of something longer; figures alone may be the end of a range ("2016-2018")."""
    wanted = _plain(words)
    joined = r"\w" if _LETTER.search(wanted) else r"[^\W\d]"
    edges = rf"(?<!\w)(?<!\w[/.,'’])(?<!{joined}-)", rf"(?!\w)(?![/.,'’]\w)(?!-{joined})"  # "K'T": a letter was not read
    pattern = re.compile(edges[0] + re.escape(wanted) + edges[1])
    if pattern.search(_plain(text)):
        return True
    apart = _LETTER.search(wanted) is None and _APART.sub(r" \1\1 ", text)  # of figures a dash with blanks around it is no part
    return bool(apart and pattern.search(_plain(apart)))


def _plain(text: str) -> str:
    plain = unicodedata.normalize("NFC", text).translate(_LETTERS)
    return " ".join(_LABELLED.sub(r"\1 ", _COMMA.sub(", ", _JOIN.sub(r"\1", plain))).split())
