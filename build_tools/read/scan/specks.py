"""Specks of single dots, as bad lines and dusty glass put them on a page: taken out before it is read, where they are many."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from build_tools.read.scan import witness
from build_tools.read.scan.picture import Picture

MANY = 0.0005
"""Share of dots that stand alone, dark on light. Measured: 0 to 0.0001 on nineteen pages of an office's scanner and on faxes, 0.0009 where
one dot of 500 was spoilt, 0.005 where one of a hundred was."""
STRONG = 64
"""Levels of grey by which a speck differs from all around it."""
FINE = 150
"""Dots an inch from which points and tone marks are more than a dot or two."""
BAND = 400
"""Rows of the page in which specks are counted."""


def without_specks(picture: Picture) -> Picture:
    """The picture with every dot that is alone, or of two, as its surroundings are; as it was where specks are few.

    The library for that comes with the second reader.
    """
    if picture.dpi < FINE or not witness.available():
        return picture
    from PIL import Image, ImageChops

    whole = Image.frombytes("L", (picture.width, picture.height), picture.grey)
    top = (picture.height - BAND) // 2
    if top < 0 or _share(whole.crop((0, top, picture.width, top + BAND))) < MANY:
        return picture
    cleaned = ImageChops.darker(ImageChops.lighter(whole, _ranked(whole, 2)), _ranked(whole, 6))
    return replace(picture, grey=cleaned.tobytes())


def _share(band: Any) -> float:
    """Of the dots of a band, those darker than all eight around them."""
    from PIL import ImageChops

    without = ImageChops.lighter(band, _ranked(band, 1))
    return float(sum(ImageChops.difference(band, without).histogram()[STRONG:]) / (band.width * band.height))


def _ranked(image: Any, rank: int) -> Any:
    """For every dot the one of this rank among the nine that it is in the middle of; 0 is the darkest."""
    from PIL import ImageFilter

    return image.filter(ImageFilter.RankFilter(3, rank))
