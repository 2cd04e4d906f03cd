"""A small, whole register with invented places, for tests to break in one spot each."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

GOOD = {
    "sources": "- {id: bao-song-mo, name: Báo Sông Mơ, url: 'https://bao.example/1', as_of: '2024-05'}\n",
    "terms": "- {id: XIII, name: Khóa XIII, start: '2021-02-02', end: '2026-01-23', sources: [bao-song-mo]}\n",
    "places": "- {id: song-mo, name: Sông Mơ, level: tinh, sources: [bao-song-mo]}\n",
    "districts": "- {parent: song-mo, level: huyen, names: [Đá Bạc], until: '2025-06-30', sources: [bao-song-mo]}\n",
    "issuers": "- {id: tinh-uy-song-mo, name: Tỉnh ủy Sông Mơ, system: party, codes: [TU], place: song-mo, sources: [bao-song-mo]}\n",
    "bodies": "- {id: tinh-uy, system: party, forms: [Tỉnh ủy], code: TU, levels: [tinh]}\n",
    "themes": "- {id: neu-guong, name: Nêu gương, works: [3-QĐ/TU]}\n",
    "works": (
        "- number: 3-QĐ/TU\n"
        "  type: quy-dinh\n"
        "  issuer: tinh-uy-song-mo\n"
        "  subject: Việc nêu gương\n"
        "  dates: [{date: '2022-03-04', sources: [bao-song-mo]}]\n"
        "  sources: [bao-song-mo]\n"
        "- number: 9-QĐ/TU\n"
        "  type: quy-dinh\n"
        "  issuer: tinh-uy-song-mo\n"
        "  subject: Việc nêu gương, bản mới\n"
        "  dates: [{date: '2024-05-06', sources: [bao-song-mo]}]\n"
        "  relations: [{predicate: replaces, target: 3-QĐ/TU, sources: [bao-song-mo]}]\n"
        "  sources: [bao-song-mo]\n"
    ),
    "glossary": "- {id: tu, term: TU, expansion: Tỉnh ủy, sources: [bao-song-mo]}\n",
    "redirects": "{}\n",
}


@pytest.fixture
def write_register(tmp_path: Path) -> Callable[..., Path]:
    """Write the good register with some files replaced; gives its folder."""

    def write(**changed: str | None) -> Path:
        folder = tmp_path / "register"
        folder.mkdir()
        for name, text in {**GOOD, **changed}.items():
            if text is not None:
                (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
        return folder

    return write
