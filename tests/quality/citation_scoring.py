"""Citations of the gold sets scored in-process, by the rules of ``../shared/gold/score.py``, with every miss kept.

Differs from the scorer only in that it runs no subprocess and says for each miss where it stands.
"""

from __future__ import annotations

import importlib.util
import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType
from typing import Any

from build_tools.citations import find_citations
from build_tools.model.citation import Reference, Unknown
from build_tools.model.document import Document
from build_tools.model.register import Register
from build_tools.normalise import normalise
from build_tools.passages import Passages
from build_tools.read import read_file
from build_tools.register import load_register
from build_tools.resolve import resolve
from build_tools.structure import structure

ROOT = Path(__file__).resolve().parent.parent.parent
SETS = ("party-dev", "state-dev")
KINDS = ("short", "self", "anaphora")


@dataclass
class Score:
    """Counts of one gold set, and its misses as (group, document, text) rows."""

    counts: Counter[str] = field(default_factory=Counter)
    misses: list[tuple[str, str, str]] = field(default_factory=list)

    def share(self, good: str, all_of: str) -> float:
        """``good`` over ``all_of`` (1.0 when there is none)."""
        return self.counts[good] / self.counts[all_of] if self.counts[all_of] else 1.0

    def f1(self, name: str) -> float:
        """Harmonic mean of precision and recall of ``name``."""
        total = self.counts[f"{name}_found"] + self.counts[f"{name}_want"]
        return 2 * self.counts[f"{name}_tp"] / total if total else 1.0

    def figures(self) -> dict[str, float]:
        """The figures whose floors are kept."""
        return {
            "numbered_f1": self.f1("num"),
            "numbered_span_f1": self.f1("span"),
            "type": self.share("type_ok", "type_all"),
            "date": self.share("date_ok", "date_all"),
            "issuer": self.share("issuer_ok", "issuer_all"),
            "named_precision": self.share("named_hit", "named_found"),
            "named_recall": self.share("named_tp", "named_want"),
            "context_found": self.share("ctx_found", "ctx_want"),
            "context_target": self.share("ctx_target_ok", "ctx_target_all"),
            "context_precision": self.share("ctx_hit", "ctx_all"),
        }


def scorer(shared: Path) -> ModuleType:
    """The shared scorer as a module."""
    spec = importlib.util.spec_from_file_location("gold_score", shared / "gold" / "score.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def read_document(path: Path, register: Register) -> Document:
    """A file through the stages before citations."""
    return structure(normalise(read_file(path)), register)


def source_citations(document: Document, register: Register) -> list[dict[str, Any]]:
    """What ``inspect`` prints of the citations: spans in the source file."""
    rows = []
    for citation in find_citations(Passages.of(document), register):
        span = document.clean.origin.to_source(citation.span)
        names = ("kind", "type", "number", "date", "issuer", "term", "name", "target", "pinpoint")
        rows.append({"start": span.start, "end": span.end, **{name: getattr(citation, name) for name in names}})
    return rows


def gold_documents(shared: Path, name: str, register: Register) -> Iterator[tuple[dict[str, Any], Document]]:
    """The annotations of one gold set, each with its document as read."""
    rules = scorer(shared)
    for path in sorted((shared / "gold" / name).glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        yield gold, read_document(rules.find(shared / "corpus", gold["source"]), register)


def score_set(shared: Path, name: str) -> Score:
    """Score one gold set."""
    rules, score = scorer(shared), Score()
    register = load_register(ROOT / "data" / "register")
    for gold, document in gold_documents(shared, name, register):
        _score_document(rules, score, gold, document, source_citations(document, register))
    return score


def relation_scores(shared: Path, name: str) -> tuple[float, float, list[str]]:
    """Precision and recall of the relations (predicate and number or name) that the documents state, and what differs."""
    register = load_register(ROOT / "data" / "register")
    hits = found = wanted = 0
    misses: list[str] = []
    for gold, document in gold_documents(shared, name, register):
        if "relations" not in gold:
            continue
        want = {
            (r["predicate"], r["target_number"] or r.get("target_name")) for r in gold["relations"] if r["predicate"] != "promulgates_with"
        }
        passages = Passages.of(document)
        references = resolve(passages, find_citations(passages, register), None, register.works, register)
        have = {(r.predicate, _target(r)) for r in references if r.predicate != "cites"}
        hits, found, wanted = hits + len(want & have), found + len(have), wanted + len(want)
        misses += [f"{gold['source']}: missed {item}" for item in sorted(want - have, key=str)]
        misses += [f"{gold['source']}: false {item}" for item in sorted(have - want, key=str)]
    return hits / found, hits / wanted, misses


def _target(reference: Reference) -> str | None:
    """What the annotation would give: the number, also where the text gives it elsewhere with the name."""
    citation, resolution = reference.citation, reference.resolution
    if citation.number or citation.target:
        return citation.number or citation.target
    named = re.search(r" số (\d\S*)", resolution.wanted) if isinstance(resolution, Unknown) else None
    return named.group(1) if named else citation.name


def _score_document(rules: ModuleType, score: Score, gold: dict[str, Any], document: Document, ours: list[dict[str, Any]]) -> None:
    text, count = document.clean.source, score.counts
    end = gold.get("scope_end")
    found = [c for c in ours if end is None or c["start"] < end]
    wanted = [c for c in gold["citations"] if not c.get("borderline")]
    soft = [c for c in gold["citations"] if c.get("borderline")]

    def miss(group: str, item: dict[str, Any], more: str = "") -> None:
        start, stop = item.get("start"), item.get("end")
        place = item.get("quote", "")
        if start is not None:
            place = f"{text[max(0, start - 60) : start]}[{text[start:stop]}]{text[stop : (stop or 0) + 50]}"
        score.misses.append((group, gold["source"].rsplit("/", 1)[-1][:40], " ".join(place.split()) + (f"  {more}" if more else "")))

    want = [c for c in wanted if c["kind"] == "numbered"]
    have = [c for c in found if c["kind"] == "numbered" and not any(rules.overlap(c, s) for s in soft)]
    a, b = (Counter(rules.number_key(c["number"]) for c in group) for group in (want, have))
    count["num_tp"] += sum((a & b).values())
    count["num_found"] += len(have)
    count["num_want"] += len(want)
    spans = {(c["start"], c["end"]) for c in have}
    count["span_tp"] += sum((c["start"], c["end"]) in spans for c in want if c["start"] is not None)
    count["span_found"] += len(have)
    count["span_want"] += sum(c["start"] is not None for c in want)
    for c in want:
        mates = [f for f in have if rules.overlap(c, f) and rules.number_key(f["number"]) == rules.number_key(c["number"])]
        if not mates and c["start"] is None:
            mates = [f for f in have if rules.number_key(f["number"]) == rules.number_key(c["number"])]
        if not mates:
            miss("numbered missed", c)
            continue
        mate = max(mates, key=lambda f: rules.overlap(c, f))
        if c["start"] is not None and (c["start"], c["end"]) not in spans:
            miss("numbered span", c, f"ours: {text[mate['start'] : mate['end']]!r}")
        for name in ("type", "date", "issuer"):
            if c.get(name):
                count[f"{name}_all"] += 1
                if rules.fold(str(c[name])) == rules.fold(str(mate.get(name))):
                    count[f"{name}_ok"] += 1
                else:
                    miss(f"numbered {name}", c, f"want {c[name]!r}, ours {mate.get(name)!r}")
    for f in have:
        if not any(rules.overlap(c, f) and rules.number_key(c["number"]) == rules.number_key(f["number"]) for c in want) and not any(
            c["start"] is None and rules.number_key(c["number"]) == rules.number_key(f["number"]) for c in want
        ):
            miss("numbered false", f)

    names = [c for c in wanted if c["kind"] == "named" and c["start"] is not None]
    ours_named = [c for c in found if c["kind"] == "named" and not any(rules.overlap(c, s) for s in soft)]
    count["named_want"] += len(names)
    count["named_found"] += len(ours_named)
    for c in names:
        mates = [f for f in ours_named if rules.overlap(c, f)]
        count["named_tp"] += bool(mates)
        if not mates:
            miss("named missed", c)
        elif not any((f["start"], f["end"]) == (c["start"], c["end"]) for f in mates):
            miss("named span", c, "ours: " + " | ".join(repr(" ".join(text[f["start"] : f["end"]].split())) for f in mates))
    for f in ours_named:
        hit = any(rules.overlap(c, f) for c in gold["citations"] if c["kind"] == "named")
        count["named_hit"] += hit
        if not hit:
            miss("named false", f)

    for kind in KINDS:
        for c in wanted:
            if c["kind"] != kind or c["start"] is None:
                continue
            count["ctx_want"] += 1
            mates = [f for f in found if f["kind"] == kind and rules.overlap(c, f)]
            count["ctx_found"] += bool(mates)
            if not mates:
                miss(f"{kind} missed", c)
            elif c.get("target"):
                count["ctx_target_all"] += 1
                got = {rules.number_key(f["target"]) for f in mates} | {rules.number_key(f["number"]) for f in mates}
                if rules.number_key(c["target"]) in got:
                    count["ctx_target_ok"] += 1
                else:
                    miss(f"{kind} target", c, f"want {c['target']!r}, ours {mates[0]['target']!r}")
    for f in found:
        if f["kind"] in KINDS and not any(rules.overlap(f, s) for s in soft):
            hit = any(rules.overlap(c, f) for c in wanted)
            count["ctx_all"] += 1
            count["ctx_hit"] += hit
            if not hit:
                miss(f"{f['kind']} false", f)
