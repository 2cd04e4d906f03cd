"""Real PDFs beside the project against what a person saw on their pages (``tests/quality/pdf.json``)."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from build_tools.model.reading import Doubt, RawParagraph, Reading
from build_tools.normalise import normalise
from build_tools.read.scan import ocr, witness
from build_tools.structure import structure
from tests.conftest import need
from tests.content import shipped
from tests.corpus import Readings

QUALITY: dict[str, Any] = json.loads((Path(__file__).resolve().parent.parent / "quality" / "pdf.json").read_text(encoding="utf-8"))
FLOORS: dict[str, float] = QUALITY["floors"]


@pytest.fixture(scope="module")
def readings(shared: Path, session_folder: Path) -> dict[str, tuple[Reading, float]]:
    """Every file named in the table, read, with what a page cost in plain scannings (``tests/timing.py``)."""
    kept = Readings(session_folder)
    found: dict[str, tuple[Reading, float]] = {}
    for file in sorted({row["file"] for row in (*QUALITY["pages"], *QUALITY["headers"])}):
        reading = kept.read(shared / "corpus" / file)
        found[file] = reading, kept.units(shared / "corpus" / file) / reading.pages
    return found


@pytest.mark.shared
def test_pages_keep_their_paragraphs(readings: dict[str, tuple[Reading, float]]) -> None:
    wrong = total = 0
    for row in QUALITY["pages"]:
        blocks = [block for block in readings[row["file"]][0].blocks if isinstance(block, RawParagraph)]
        for page, count in row["paragraphs"].items():
            total += count
            wrong += abs(count - sum(block.style.page == int(page) for block in blocks))
    assert total == QUALITY["paragraphs_checked"]
    assert 1 - wrong / total >= FLOORS["paragraph_counts_kept"]


@pytest.mark.shared
def test_header_fields(readings: dict[str, tuple[Reading, float]], root: Path) -> None:
    register = shipped()
    misses = []
    total = 0
    for row in QUALITY["headers"]:
        header = structure(normalise(readings[row["file"]][0]), register).header
        got = {**{name: getattr(header, name) for name in ("number", "date", "place", "issuer")}, "signer": header.signature.signer}
        for name, value in got.items():
            total += 1
            if value != row[name]:
                misses.append((row["file"], name, value, row[name]))
    assert 1 - len(misses) / total >= FLOORS["header_fields"], misses


@pytest.mark.shared
def test_text_pages_are_quick(readings: dict[str, tuple[Reading, float]]) -> None:
    assert sorted(cost for _reading, cost in readings.values())[len(readings) // 2] <= FLOORS["units_a_page"]


@pytest.mark.shared
def test_a_broken_text_layer_is_read_from_the_picture(shared: Path, session_folder: Path) -> None:
    need("tesseract with Vietnamese", ocr.missing() is None)
    path = next((shared / "corpus" / "formats" / "pdf-broken-text").glob("3036*.pdf"))
    reading = Readings(session_folder).read(path)
    assert reading.method == "ocr"
    assert "read-pdf-broken-text" in {diagnostic.code for diagnostic in reading.diagnostics}
    asked = any("105/2025/NĐ-CP" in item.text for item in reading.confirm)
    assert asked or (witness.available() and "105/2025/NĐ-CP" in reading.source)  # what two readers agree on is not asked


@pytest.mark.shared
def test_a_text_layer_made_by_the_scanner_lists_what_to_confirm(shared: Path, session_folder: Path) -> None:
    reading = Readings(session_folder).read(shared / "corpus" / "formats" / "pdf-text" / "Huong-dan-lien-nganh-24-N2O.pdf")
    assert reading.method == "ocr"
    assert Doubt(1, "173/2024/QH15") in reading.confirm
