"""Whatever happens to a page on its way: a value is read right, or it is asked. Nothing wrong is ever taken as agreed; nothing stops."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from build_tools.graph.reading import read_clean
from build_tools.intake.known import Known
from build_tools.intake.proposal import Office, Proposal, propose
from build_tools.model.metadata import Metadata
from build_tools.model.settings import Content
from build_tools.read.scan import ocr, witness
from build_tools.read.scan.confirm import LABEL, NUMBERED
from build_tools.read.scan.picture import Picture
from build_tools.read.scan.specks import without_specks
from tests.conftest import need
from tests.content import shipped

MOST = 8
"""Values to be confirmed on a page that is in order."""


def proposed(change: str, index: int, folder: Path) -> tuple[Proposal, dict[str, str]]:
    """What a page is taken for after ``change``, and what it says in truth."""
    from tests.pdf.distorted import LETTERS, scan

    letter, path = LETTERS[index], folder / "trang.png"
    path.write_bytes(scan(letter, change))
    office = Office(Content(folder, folder / "data"), shipped(), Known())
    proposal = propose(path, path.name, read_clean(path), Metadata(), office)
    truth = {"number": letter.number, "issued_on": letter.iso, "subject": letter.subject, "signer": letter.signer}
    return proposal, {**truth, "text": letter.text}


def agreed_wrongly(proposal: Proposal, truth: dict[str, str]) -> list[str]:
    """Values of the heading and figures of the body that are not what the page says and that nobody would be asked about."""
    found = []
    for key, value in proposal.values:
        asked = key in proposal.lacking or proposal.asks(key, value)
        if key in truth and value.text and not asked and value.text.casefold() != truth[key].casefold():
            found.append(value.text)
    clean = proposal.clean
    doubted = {doubt.text for doubt in clean.confirm}
    for block in clean.blocks:
        for match in NUMBERED.finditer(LABEL.sub("", block.span.of(clean.text))):
            if match.group().strip() not in doubted and match.group().strip() not in truth["text"]:
                found.append(match.group())
    return found


def required() -> None:
    need("Pillow", witness.available() or _pillow())
    need("tesseract with Vietnamese", ocr.missing() is None)
    need("a font with the letters of Vietnamese (DejaVu Serif)", Path("/usr/share/fonts/truetype/dejavu/DejaVuSerif.ttf").is_file())


def _pillow() -> bool:
    from importlib.util import find_spec

    return find_spec("PIL") is not None


@pytest.mark.slow
@pytest.mark.parametrize(("change", "index"), [("slant -2.5", 0), ("blur 2.5", 1), ("noise 0.01", 1), ("fax aslant", 0)])
def test_a_page_is_read_right_or_asked(change: str, index: int, tmp_path: Path) -> None:
    required()
    assert agreed_wrongly(*proposed(change, index, tmp_path)) == []


@pytest.mark.slow
def test_of_a_page_in_order_little_is_asked(tmp_path: Path) -> None:
    required()
    need("trueocr", witness.available())
    proposal, truth = proposed("slant 1", 0, tmp_path)
    assert agreed_wrongly(proposal, truth) == []
    asked = sum(key in truth and proposal.asks(key, value) for key, value in proposal.values)
    assert asked + len(proposal.clean.confirm) <= MOST
    assert dict(proposal.values)["number"].text == truth["number"]


@pytest.mark.slow
def test_a_page_full_of_specks_is_cleaned_and_little_is_asked(tmp_path: Path) -> None:
    required()
    need("trueocr", witness.available())
    proposal, truth = proposed("noise 0.01", 1, tmp_path)
    assert agreed_wrongly(proposal, truth) == []
    assert len(proposal.clean.confirm) <= MOST


def test_specks_are_taken_out_where_they_are_many_and_points_stay() -> None:
    need("trueocr", witness.available())
    wide, high = 300, 500
    page = bytearray([230] * (wide * high))
    for x, y in ((50, 250), (51, 250), (50, 251), (51, 251)):
        page[y * wide + x] = 20  # a full stop of two by two dots
    for x in range(100, 200):
        page[300 * wide + x] = page[301 * wide + x] = 20  # a rule
    plain = Picture(wide, high, bytes(page), 200)
    assert without_specks(plain) is plain
    for at in range(0, wide * 150, 97):
        page[50 * wide + at] = 0
    speckled = replace(plain, grey=bytes(page))
    assert without_specks(speckled).grey == plain.grey
    assert without_specks(replace(speckled, dpi=100)).grey == speckled.grey, "there a tone mark is a dot or two"


@pytest.mark.parametrize(("full", "edge", "blurred"), [(60, 0, False), (60, 40, False), (60, 65, False), (60, 80, True), (25, 90, True)])
def test_a_page_whose_strokes_are_mostly_edge_is_blurred(full: int, edge: int, blurred: bool) -> None:
    need("Pillow", _pillow())
    assert witness.blurred(Picture(40, 50, bytes([0] * full + [128] * edge + [255] * (2000 - full - edge)), 200)) is blurred
