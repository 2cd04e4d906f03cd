"""Readings scored against annotations, in one process, with every miss kept."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from build_tools.model.citation import Reference, Unknown
from tests.quality.rules import fold, label_key, number_key, overlap
from tests.quality.sets import Annotated

KINDS = ("short", "self", "anaphora")
HEADER = ("type", "number", "date", "place", "issuer", "signer")


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
            "header": self.share("header_ok", "header_all"),
            "sections_f1": self.f1("section"),
            "recipients_f1": self.f1("recipient"),
            "relations_precision": self.share("relation_tp", "relation_found"),
            "relations_recall": self.share("relation_tp", "relation_want"),
            "effective_on": self.share("effective_ok", "effective_all"),
        }


def score(documents: Iterable[Annotated]) -> Score:
    """Score the documents of one set."""
    made = Score()
    for item in documents:
        _score_header(made, item)
        _score_lists(made, item)
        _score_relations(made, item)
        _score_citations(made, item)
    return made


def _score_header(score: Score, item: Annotated) -> None:
    header, stated = item.document.header, item.gold["header"]
    for name in HEADER:
        got = header.signature.signer if name == "signer" else getattr(header, name)
        key = number_key if name == "number" else fold
        score.counts["header_all"] += 1
        if key(stated.get(name)) == key(got):
            score.counts["header_ok"] += 1
        else:
            score.misses.append((f"header {name}", item.name, f"want {stated.get(name)!r}, ours {got!r}"))
    if "effective_on" in item.gold:
        score.counts["effective_all"] += 1
        if item.gold["effective_on"] == item.effective_on:
            score.counts["effective_ok"] += 1
        else:
            score.misses.append(("effective on", item.name, f"want {item.gold['effective_on']!r}, ours {item.effective_on!r}"))


def _score_lists(score: Score, item: Annotated) -> None:
    document, gold = item.document, item.gold
    end = gold.get("scope_end", len(document.clean.source))
    inside = [section for section in document.sections if document.clean.origin.to_source(section.span).start < end]
    _compare(
        score, item, "section", Counter(label_key(row["label"]) for row in gold["sections"]),
        Counter(label_key(section.label) for section in inside),
    )  # fmt: skip
    for name, found in (("kinh_gui", document.header.addressees), ("noi_nhan", document.header.recipients)):
        _compare(score, item, "recipient", Counter(map(fold, gold["recipients"][name])), Counter(map(fold, found)))


def _compare(score: Score, item: Annotated, name: str, want: Counter[str], have: Counter[str]) -> None:
    score.counts[f"{name}_tp"] += (want & have).total()
    score.counts[f"{name}_want"] += want.total()
    score.counts[f"{name}_found"] += have.total()
    score.misses += [(f"{name} missed", item.name, row) for row in (want - have).elements()]
    score.misses += [(f"{name} false", item.name, row) for row in (have - want).elements()]


_NOT_ANNOTATED = ("cites", "consolidates")
"""Relations that the annotation does not know: it tells nothing of the base of a consolidated text, not even that it is cited."""


def _score_relations(score: Score, item: Annotated) -> None:
    """Relations that the document states: predicate and number, or name."""
    if "relations" not in item.gold:
        return
    rows = [row for row in item.gold["relations"] if row["predicate"] != "promulgates_with"]
    want = {(row["predicate"], row["target_number"] or row.get("target_name")) for row in rows}
    have = {(reference.predicate, _target(reference)) for reference in item.references if reference.predicate not in _NOT_ANNOTATED}
    score.counts["relation_tp"] += len(want & have)
    score.counts["relation_want"] += len(want)
    score.counts["relation_found"] += len(have)
    score.misses += [("relation missed", item.name, str(row)) for row in sorted(want - have, key=str)]
    score.misses += [("relation false", item.name, str(row)) for row in sorted(have - want, key=str)]


def _target(reference: Reference) -> str | None:
    """What the annotation would give: the number, also where the text gives it elsewhere with the name."""
    citation, resolution = reference.citation, reference.resolution
    if citation.number or citation.target:
        return citation.number or citation.target
    named = re.search(r" số (\d\S*)", resolution.wanted) if isinstance(resolution, Unknown) else None
    return named.group(1) if named else citation.name


def _score_citations(score: Score, item: Annotated) -> None:
    gold, ours = item.gold, item.source_citations()
    text, count = item.document.clean.source, score.counts
    end = gold.get("scope_end")
    found = [c for c in ours if end is None or c["start"] < end]
    wanted = [c for c in gold["citations"] if not c.get("borderline")]
    soft = [c for c in gold["citations"] if c.get("borderline")]

    def miss(group: str, found: dict[str, Any], more: str = "") -> None:
        start, stop = found.get("start"), found.get("end")
        place = found.get("quote", "")
        if start is not None:
            place = f"{text[max(0, start - 60) : start]}[{text[start:stop]}]{text[stop : (stop or 0) + 50]}"
        score.misses.append((group, item.name, " ".join(place.split()) + (f"  {more}" if more else "")))

    want = [c for c in wanted if c["kind"] == "numbered"]
    have = [c for c in found if c["kind"] == "numbered" and not any(overlap(c, s) for s in soft)]
    a, b = (Counter(number_key(c["number"]) for c in group) for group in (want, have))
    count["num_tp"] += sum((a & b).values())
    count["num_found"] += len(have)
    count["num_want"] += len(want)
    spans = {(c["start"], c["end"]) for c in have}
    count["span_tp"] += sum((c["start"], c["end"]) in spans for c in want if c["start"] is not None)
    count["span_found"] += len(have)
    count["span_want"] += sum(c["start"] is not None for c in want)
    for c in want:
        mates = [f for f in have if overlap(c, f) and number_key(f["number"]) == number_key(c["number"])]
        if not mates and c["start"] is None:
            mates = [f for f in have if number_key(f["number"]) == number_key(c["number"])]
        if not mates:
            miss("numbered missed", c)
            continue
        mate = max(mates, key=lambda f: overlap(c, f))
        if c["start"] is not None and (c["start"], c["end"]) not in spans:
            miss("numbered span", c, f"ours: {text[mate['start'] : mate['end']]!r}")
        for name in ("type", "date", "issuer"):
            if c.get(name):
                count[f"{name}_all"] += 1
                if fold(str(c[name])) == fold(str(mate.get(name))):
                    count[f"{name}_ok"] += 1
                else:
                    miss(f"numbered {name}", c, f"want {c[name]!r}, ours {mate.get(name)!r}")
    for f in have:
        if not any(overlap(c, f) and number_key(c["number"]) == number_key(f["number"]) for c in want) and not any(
            c["start"] is None and number_key(c["number"]) == number_key(f["number"]) for c in want
        ):
            miss("numbered false", f)

    names = [c for c in wanted if c["kind"] == "named" and c["start"] is not None]
    ours_named = [c for c in found if c["kind"] == "named" and not any(overlap(c, s) for s in soft)]
    count["named_want"] += len(names)
    count["named_found"] += len(ours_named)
    for c in names:
        mates = [f for f in ours_named if overlap(c, f)]
        count["named_tp"] += bool(mates)
        if not mates:
            miss("named missed", c)
        elif not any((f["start"], f["end"]) == (c["start"], c["end"]) for f in mates):
            miss("named span", c, "ours: " + " | ".join(repr(" ".join(text[f["start"] : f["end"]].split())) for f in mates))
    for f in ours_named:
        hit = any(overlap(c, f) for c in gold["citations"] if c["kind"] == "named")
        count["named_hit"] += hit
        if not hit:
            miss("named false", f)

    for kind in KINDS:
        for c in wanted:
            if c["kind"] != kind or c["start"] is None:
                continue
            count["ctx_want"] += 1
            mates = [f for f in found if f["kind"] == kind and overlap(c, f)]
            count["ctx_found"] += bool(mates)
            if not mates:
                miss(f"{kind} missed", c)
            elif c.get("target"):
                count["ctx_target_all"] += 1
                got = {number_key(f["target"]) for f in mates} | {number_key(f["number"]) for f in mates}
                if number_key(c["target"]) in got:
                    count["ctx_target_ok"] += 1
                else:
                    miss(f"{kind} target", c, f"want {c['target']!r}, ours {mates[0]['target']!r}")
    for f in found:
        if f["kind"] in KINDS and not any(overlap(f, s) for s in soft):
            hit = any(overlap(c, f) for c in wanted)
            count["ctx_all"] += 1
            count["ctx_hit"] += hit
            if not hit:
                miss(f"{f['kind']} false", f)
