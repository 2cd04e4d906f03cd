"""Where a word names a type of documents, and where it is half of another word."""

from __future__ import annotations

import pytest

from build_tools.citations.mentions import find_mentions
from build_tools.citations.scan import prepare
from build_tools.model.register import Register
from build_tools.passages import Passages
from tests.citations.citation_helpers import document

MENTIONS = [
    ("theo luật bến bãi", ["Luật"]), ("theo Luật Bến bãi", ["Luật"]), ("THEO LUẬT BẾN BÃI", ["Luật"]),
    ("đúng pháp luật bến", []), ("giữ kỷ luật bến", []), ("theo quy luật bến", []), ("theo định luật bến", []), ("đúng âm luật bến", []),
    ("đúng Pháp Luật bến", []), ("KỶ LUẬT BẾN", []), ("PHÁP LUẬT BẾN", []), ("giữ Kỷ Luật bến", []),
    ("THEO QUY ĐỊNH LUẬT BẾN BÃI", ["Quy định", "Luật"]), ("theo quy định Luật Bến bãi", ["Quy định", "Luật"]),
    ("bộ luật bến", ["Bộ luật"]),
    ("xluật bến", []), ("(luật bến", ["Luật"]), ("luậtx bến", []), ("các nghị quyết và chỉ thị", ["Nghị quyết", "Chỉ thị"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kinds"), MENTIONS)
def test_mentions(text: str, kinds: list[str]) -> None:
    found = find_mentions(prepare(Passages.of(document(text)), Register()))
    assert [mention.kind for mention in found] == kinds
    for mention in found:
        words = text[mention.start : mention.end]
        assert words.lower() == mention.kind.lower()
        assert mention.capital == words[0].isupper()
