"""Optical recognition: a page's picture to words in their places, by tesseract with its Vietnamese model.

Mistakes are silent (2022 → 2032, XIII → XIH), so everything that comes from here says so; ``confirm`` lists what a person must look at.
"""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import zip_longest
from statistics import median
from typing import Literal

from build_tools.messages import refusal
from build_tools.model.reading import Second
from build_tools.read.page.columns import heading_band
from build_tools.read.page.layout import Word, rows_of
from build_tools.read.programs import program
from build_tools.read.scan import witness
from build_tools.read.scan.picture import Picture
from build_tools.read.scan.specks import without_specks

PAGE_SECONDS = 90
"""Time that one page may take."""
DOUBTFUL = 60.0
"""Confidence (0-100) under which a word is listed for confirmation."""
NOISE = 30.0
"""Confidence under which strokes without letters are dirt on the paper."""
MODE = "4"
"""tesseract's page segmentation: one column of text of varying size; the columns of a heading are parted by our own layout reading."""
LONG_LINE = 150.0
"""Points between the first and the last word of a line that tells the slant of its page."""
DESCENDING = re.compile(r"[gpqyQ,;()/\[\]|_ạặậẹệịọộợụựỵẠẶẬẸỆỊỌỘỢỤỰỴ]")
WITH_LETTERS = re.compile(r"[^\W_]")
NOTHING = Second()


@lru_cache(maxsize=1)
def missing() -> Literal["program", "language"] | None:
    """What is missing for recognition: tesseract itself, or its Vietnamese; None when all is there."""
    tesseract = program("tesseract")
    if tesseract is None:
        return "program"
    listed = subprocess.run([tesseract, "--list-langs"], capture_output=True, timeout=30, check=False)
    if b"vie" not in (listed.stdout + listed.stderr).split():
        return "language"
    return None


def require(path: str, why: Literal["picture", "scan", "layer"], page: int = 0) -> None:
    """Raise ``InputError`` naming what is missing; ``why`` it is needed: the file is a picture, ``page`` is a scan, its text is broken."""
    lacking = missing()
    if lacking is not None and not witness.available():
        raise refusal(f"read-ocr-missing.{why}-{lacking}", path, page=page)


def possible() -> bool:
    """True where a picture can be read on this machine."""
    return missing() is None or witness.available()


@dataclass(frozen=True, slots=True)
class Recognised:
    """Words of a picture in points, and the slant taken out of them. ``picture`` is the one that they stand on, ``turned`` if it had to
    be; ``second`` what the second reader read there (nothing where there is none, or it read alone)."""

    words: list[Word]
    slope: float
    picture: Picture
    turned: bool = False
    second: Second = NOTHING


def recognise(picture: Picture) -> Recognised | None:
    """Read a picture; None when the page took too long or tesseract gave up on it, and no second reader is there.

    Without tesseract, or where it gives up, the second reader reads alone. Where that is there, specks are taken out first, and a page
    that lies sideways or much aslant is set straight.
    """
    picture = without_specks(picture)
    sight = witness.look(picture)
    alone = Recognised(list(sight.words), 0.0, sight.picture, sight.turned) if sight else None
    if missing() is not None:
        return alone
    if sight is not None and sight.turned:
        picture = sight.picture
    found = _by_tesseract(picture)
    if found is None:
        return alone
    return Recognised(*found, picture, sight is not None and sight.turned, sight.text if sight else NOTHING)


def _by_tesseract(picture: Picture) -> tuple[list[Word], float] | None:
    """Words and slant. The two columns of a heading often stand on different base lines, which tesseract mixes up: they are read once
    more, each by itself."""
    tsv = run(picture.file(), picture.dpi)
    if tsv is None:
        return None
    words, slope = read_boxes(tsv, picture.scale)
    width = picture.width * picture.scale
    band = heading_band(rows_of(words), width)
    if band is None or band[1] > 0.45 * picture.height * picture.scale:
        return words, slope
    top, bottom, middle = band
    for left, right in ((0.0, middle), (middle, width)):
        column = picture.crop(left, top, right, bottom)
        tsv = run(column.file(), picture.dpi, mode="6")
        if tsv is None:
            continue
        again = [replace(w, x0=w.x0 + left, x1=w.x1 + left, base=w.base + top) for w in words_of(tsv, picture.scale)]
        first = [w for w in words if top <= w.base - 0.3 * w.size <= bottom and left <= (w.x0 + w.x1) / 2 < right]
        if sure_letters(again) >= 0.92 * sure_letters(first) and certainty(again) + 1.0 >= certainty(first):
            chosen = set(map(id, first))
            words = [word for word in words if id(word) not in chosen] + again
    return words, slope


def sure_letters(words: Sequence[Word]) -> float:
    """How many characters were read, each weighed with its confidence."""
    return sum(len(word.text) * max(word.confidence, 0.0) / 100 for word in words)


def certainty(words: Sequence[Word]) -> float:
    """Mean confidence (0-100) over the letters."""
    return 100 * sure_letters(words) / max(sum(len(word.text) for word in words), 1)


def run(image: bytes, dpi: int, seconds: float = PAGE_SECONDS, mode: str = MODE) -> str | None:
    """tesseract's TSV for an image file's bytes; None when it took too long or failed. Nothing is written to disk."""
    command = [program("tesseract") or "tesseract", "stdin", "stdout", "-l", "vie", "--dpi", str(dpi), "--psm", mode, "tsv"]
    try:
        done = subprocess.run(
            command, input=image, capture_output=True, timeout=seconds, check=False, env={**os.environ, "OMP_THREAD_LIMIT": "1"}
        )
    except subprocess.TimeoutExpired:
        return None
    return None if done.returncode else done.stdout.decode("utf-8", "replace")


@dataclass(frozen=True, slots=True)
class _Box:
    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    confidence: float
    line: tuple[str, str, str]


def words_of(tsv: str, scale: float) -> list[Word]:
    """Words from tesseract's TSV; a slanted page is set straight, sizes are evened out, dirt is left out."""
    return read_boxes(tsv, scale)[0]


def read_boxes(tsv: str, scale: float) -> tuple[list[Word], float]:
    """The same, with the slant that was taken out: how far base lines fall, points a point to the right."""
    boxes = list(_boxes(tsv, scale))
    if not boxes:
        return [], 0.0
    tall = median(box.bottom - box.top for box in boxes)
    boxes = [box for box in boxes if box.bottom - box.top < 3.2 * tall and not _is_dirt(box, tall)]
    sure = [box for box in boxes if box.confidence >= DOUBTFUL]
    boxes = [box for box in boxes if box.confidence >= DOUBTFUL or not any(_covers(other, box) for other in sure)]
    lines: dict[tuple[str, str, str], list[_Box]] = {}
    for box in boxes:
        lines.setdefault(box.line, []).append(box)
    slope = _slope(lines.values())
    sizes = {key: median(box.bottom - box.top for box in line) / 0.95 for key, line in lines.items()}
    if not sizes:
        return [], 0.0
    usual = median(size for key, size in sizes.items() for _ in lines[key])
    words: list[Word] = []
    for key, line in lines.items():
        line.sort(key=lambda box: box.x0)
        size = round(usual if 0.74 * usual <= sizes[key] <= 1.3 * usual else min(sizes[key], 1.3 * usual), 1)
        firm = [_straight(box, slope) for box in line if not DESCENDING.search(box.text)]
        base = median(firm) if firm else median(_straight(box, slope) for box in line) - 0.2 * usual
        own: list[Word] = []
        for box, after in zip_longest(line, line[1:]):
            right = box.x1 if after is None else min(box.x1, after.x0 - 0.15 * size)
            shift = slope * base  # the same small turn moves lower lines sideways
            own.append(Word(box.text, box.x0 + shift, max(right, box.x0) + shift, base, size, confidence=box.confidence))
        words += _without_dirt(own)
    return words, slope


def _without_dirt(line: list[Word]) -> list[Word]:
    """A line without strokes at its ends; nothing where all of it is a smear (a stamp, a signature)."""
    while line and not WITH_LETTERS.search(line[-1].text) and not _ends_line(line[-1]):
        line = line[:-1]
    while line and not WITH_LETTERS.search(line[0].text) and not re.fullmatch(r"[-–+•*“”\"(]", line[0].text):
        line = line[1:]
    letters = sum(len(word.text) for word in line)
    sure = sum(len(word.text) * word.confidence for word in line) / max(letters, 1)
    return [] if sure < 28 or (letters <= 3 and sure < 62) else line


def _ends_line(word: Word) -> bool:
    """True for what may stand at a line's end without a letter or a figure: stops, and a sure per cent sign parted from its figure."""
    return bool(re.fullmatch(r"[.;:…]+|\./?\.", word.text) or (word.confidence >= DOUBTFUL and re.fullmatch(r"%[)”\".,;:]*", word.text)))


def _boxes(tsv: str, scale: float) -> Iterable[_Box]:
    for row in tsv.splitlines()[1:]:
        cells = row.split("\t")
        text = cells[11].strip(" |_¦") if len(cells) == 12 and cells[0] == "5" else ""
        if text:
            left, top, width, height, confidence = (float(cell) for cell in cells[6:11])
            yield _Box(
                text, left * scale, top * scale, (left + width) * scale, (top + height) * scale, confidence,
                (cells[2], cells[3], cells[4]),
            )  # fmt: skip


def _is_dirt(box: _Box, tall: float) -> bool:
    if WITH_LETTERS.search(box.text):
        # A letter less than half as high as the others is a diacritic taken for a word.
        return box.bottom - box.top < 0.4 * tall or (box.confidence < 12 and len(box.text) < 3)
    return box.confidence < NOISE or (bool(re.fullmatch(r"[_|~=—\\'‘’`.,:°·«»]{1,}", box.text)) and box.confidence < 85)


def _covers(other: _Box, box: _Box) -> bool:
    """A doubtful word on top of a sure one: the same spot read twice."""
    wide = min(other.x1, box.x1) - max(other.x0, box.x0)
    high = min(other.bottom, box.bottom) - max(other.top, box.top)
    return wide > 0 and high > 0 and wide * high > 0.5 * (box.x1 - box.x0) * (box.bottom - box.top)


def _slope(lines: Iterable[Sequence[_Box]]) -> float:
    """How much the base lines fall from left to right (points a point), from the long lines."""
    slopes: list[float] = []
    for line in lines:
        firm = sorted((box for box in line if not DESCENDING.search(box.text)), key=lambda box: box.x0)
        if len(firm) >= 2 and firm[-1].x0 - firm[0].x0 > LONG_LINE:
            slopes.append((firm[-1].bottom - firm[0].bottom) / (firm[-1].x0 - firm[0].x0))
    slope = median(slopes) if len(slopes) >= 4 else 0.0
    return slope if abs(slope) < 0.1 else 0.0


def _straight(box: _Box, slope: float) -> float:
    return box.bottom - slope * box.x0
