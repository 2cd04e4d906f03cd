"""Papers of communes as text layers give them: header, sections and citations, on seeds that were never looked at while it was made."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from build_tools.citations import find_citations
from build_tools.lexicon.keys import same_words
from build_tools.model.register import Register
from build_tools.normalise import normalise
from build_tools.passages import Passages
from build_tools.read.plain import text
from build_tools.structure import structure
from tests.layouts.commune import Paper, paper, squeezed

FLOORS = json.loads((Path(__file__).parent / "communes.json").read_text(encoding="utf-8"))
SEEDS = range(60_000, 60_150)
"""Never used for tuning: work on a fault with seeds below 10,000."""


def told(made: Paper, register: Register) -> Iterator[tuple[str, bool]]:
    """What is asked of one paper, and whether it was read well."""
    document = structure(normalise(text.read(Path("mau.txt"), made.text.encode())), register)
    header, signature = document.header, document.header.signature
    signed = {"signer": signature.signer, "signer_title": signature.title, "authority": signature.authority}
    for field, value in made.header.items():
        yield field, same_words(signed[field] if field in signed else getattr(header, field), value)
    yield "sections", tuple(f"{section.level} {section.label}" for section in document.sections) == made.sections
    full = [cited for cited in find_citations(Passages.of(document), register) if cited.kind in ("numbered", "named")]
    for wanted in made.citations:
        words = squeezed(wanted.words)
        exact = next((cited for cited in full if squeezed(cited.span.of(document.clean.text)) == words), None)
        found = exact or next((cited for cited in full if wanted.number and cited.number == wanted.number), None)
        yield "numbered" if wanted.number else "named", found is not None
        yield "span", exact is not None
        yield "issuer of cited", found is not None and same_words(found.issuer, wanted.issuer)


@pytest.mark.slow
def test_papers_of_communes(shipped: Register) -> None:
    asked: Counter[str] = Counter()
    well: Counter[str] = Counter()
    for seed in SEEDS:
        for question, right in told(paper(seed), shipped):
            asked[question] += 1
            well[question] += right
    shares = {question: round(well[question] / asked[question], 3) for question in asked}
    assert {question: share for question, share in shares.items() if share < FLOORS[question]} == {}
    assert shares.keys() == FLOORS.keys()
