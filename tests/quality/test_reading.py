"""Headers, provisions and recipients of the gold sets stay at their floors; every text of the corpus goes through."""

from __future__ import annotations

import json
import time
from collections import Counter
from functools import lru_cache, partial
from pathlib import Path
from typing import Any

import pytest

from build_tools.model.document import Document, Node
from build_tools.model.register import Register
from build_tools.normalise import normalise
from build_tools.read import read_file
from build_tools.structure import structure
from tests.quality.citation_scoring import SETS, scorer
from tests.timing import scan, seconds

FLOORS = json.loads((Path(__file__).parent / "reading.json").read_text(encoding="utf-8"))
FIELDS = ("type", "number", "date", "place", "issuer", "signer")


@lru_cache(maxsize=64)
def document(path: Path) -> Document:
    return structure(normalise(read_file(path)), Register())


def golds(shared: Path, name: str) -> list[tuple[dict[str, Any], Document]]:
    rows = [json.loads(path.read_text(encoding="utf-8")) for path in sorted((shared / "gold" / name).glob("*.json"))]
    return [(gold, document(scorer(shared).find(shared / "corpus", gold["source"]))) for gold in rows]


@pytest.mark.shared
@pytest.mark.parametrize("name", SETS)
def test_header_fields(shared: Path, name: str) -> None:
    fold, number_key = scorer(shared).fold, scorer(shared).number_key
    right, wrong = 0, []
    for gold, read in golds(shared, name):
        for field in FIELDS:
            want = gold["header"].get(field)
            got = read.header.signature.signer if field == "signer" else getattr(read.header, field)
            key = number_key if field == "number" else fold
            if key(want) == key(got):
                right += 1
            else:
                wrong.append((gold["source"], field, want, got))
    assert right / (right + len(wrong)) >= FLOORS["header"][name], wrong


@pytest.mark.shared
@pytest.mark.parametrize("name", SETS)
def test_sections(shared: Path, name: str) -> None:
    total: Counter[str] = Counter()
    misses = []
    for gold, read in golds(shared, name):
        end = gold.get("scope_end", len(read.clean.source))
        wanted = Counter(str(s["label"]).strip(" .)-").casefold() for s in gold["sections"])
        inside = [s for s in read.sections if read.clean.origin.to_source(s.span).start < end]
        found = Counter(s.label.strip(" .)-").casefold() for s in inside)
        total.update(both=(wanted & found).total(), all=wanted.total() + found.total())
        if wanted != found:
            misses.append((gold["source"], dict(wanted - found), dict(found - wanted)))
    assert 2 * total["both"] / total["all"] >= FLOORS["sections_f1"][name], misses


@pytest.mark.shared
@pytest.mark.parametrize("name", SETS)
def test_recipients(shared: Path, name: str) -> None:
    fold = scorer(shared).fold
    both = total = 0
    misses = []
    for gold, read in golds(shared, name):
        for wanted, found in (
            (gold["recipients"]["kinh_gui"], read.header.addressees),
            (gold["recipients"]["noi_nhan"], read.header.recipients),
        ):
            one, other = Counter(map(fold, wanted)), Counter(map(fold, found))
            both += (one & other).total()
            total += one.total() + other.total()
            if one != other:
                misses.append((gold["source"], list(one - other), list(other - one)))
    assert 2 * both / total >= FLOORS["recipients_f1"][name], misses


def leaves(node: Node) -> list[int]:
    if not node.children:
        return [] if node.block is None else [node.block]
    return [block for child in node.children for block in leaves(child)]


@pytest.mark.shared
def test_every_text_of_the_corpus_goes_through(shared: Path) -> None:
    spent = scanning = 0.0
    seen = 0
    for path in sorted((shared / "corpus").rglob("*")):
        if path.suffix not in {".txt", ".md", ".html"} or path.name.endswith(".transcript.txt") or path.name in {"README.md"}:
            continue
        reading = read_file(path)
        start = time.process_time()
        clean = normalise(reading)
        read = structure(clean, Register())
        spent += time.process_time() - start
        scanning += seconds(partial(scan, reading.source))
        assert leaves(read.root) == list(range(len(clean.blocks))), path.name
        assert read.is_document != ("not-documents" in path.parts or (read.header.number is None and read.header.type is None)), path.name
        seen += 1
    assert seen > 60
    assert spent / scanning < FLOORS["ratio_to_plain_scanning"]
