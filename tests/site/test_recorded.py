"""What is written down while pages are made tells every change of them, and the pages are those of a plain lookup."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from build_tools.model.site import Edge, Site, SiteDocument
from build_tools.views import FILES, Lookup, View
from build_tools.views.kinds import each, page_kinds
from build_tools.views.recorded import Fact, Facts, least, recording
from build_tools.views.records import work_records
from tests.content import shipped
from tests.site import sample

EACH = [
    *((str(number), each(kind.pages)) for number, kind in enumerate(page_kinds())),
    *((name, each(make)) for name, make in FILES.items()),
]


def made(site: Site) -> dict[str, tuple[View, ...]]:
    lookup = Lookup(site)
    return {f"{number} {key}": tuple(made.of(key, lookup)) for number, made in EACH for key in made.keys(lookup)}


def written(site: Site) -> tuple[dict[str, tuple[View, ...]], dict[str, list[Fact]]]:
    lookup = Lookup(site)
    tell, pages, facts = Facts(lookup), {}, {}
    for number, kind in EACH:
        for key in kind.keys(lookup):
            found: set[Fact] = set()
            pages[f"{number} {key}"] = tuple(kind.of(key, recording(tell, found)))
            facts[f"{number} {key}"] = least(found)
    return pages, facts


def first_text(site: Site) -> SiteDocument:
    return site.documents[0]


def fewer(edges: tuple[tuple[str, tuple[Edge, ...]], ...]) -> tuple[tuple[str, tuple[Edge, ...]], ...]:
    return tuple((work, found[1:]) for work, found in edges)


CHANGES: dict[str, Callable[[Site], Site]] = {
    "nothing": lambda site: site,
    "a subject": lambda site: replace(site, works=(replace(site.works[0], subject="Việc khác"), *site.works[1:])),
    "a text that is no more": lambda site: replace(site, documents=site.documents[1:]),
    "what texts say": lambda site: replace(site, incoming=fewer(site.incoming), outgoing=fewer(site.outgoing)),
    "citations": lambda site: replace(site, documents=tuple(replace(item, references=item.references[1:]) for item in site.documents)),
    "one citation": lambda site: replace(
        site, documents=(replace(first_text(site), references=first_text(site).references[:-1]), *site.documents[1:])
    ),
    "tasks": lambda site: replace(
        site, documents=tuple(replace(item, statements=replace(item.statements, tasks=())) for item in site.documents)
    ),
    "a theme": lambda site: replace(
        site, register=replace(site.register, themes=tuple(replace(item, name="Khác") for item in site.register.themes))
    ),
    "issuers": lambda site: replace(
        site, register=replace(site.register, issuers=tuple(replace(item, name=item.name + " khác") for item in site.register.issuers))
    ),
    "the day": lambda site: replace(site, as_of="2031-01-01"),
    "where it is published": lambda site: replace(site, settings=replace(site.settings, url="https://khac.example/")),
    "warnings": lambda site: replace(site, warned=()),
    "notes": lambda site: replace(site, documents=tuple(replace(item, notes=("Ghi chú khác",)) for item in site.documents)),
    "a lesser register": lambda site: replace(site, works=site.works[:-2]),
}


def test_pages_are_those_of_a_plain_lookup() -> None:
    assert written(sample.site())[0] == made(sample.site())


@pytest.mark.parametrize("name", CHANGES)
def test_pages_that_change_rest_on_facts_that_change(name: str) -> None:
    before = sample.site()
    after = CHANGES[name](before)
    pages, facts = written(before)
    now, old, new = made(after), Facts(Lookup(before)), Facts(Lookup(after))
    changed = {key for key in facts if key in now and pages[key] != now[key]}
    told = {key for key in facts if key in now and old.digest(facts[key]) != new.digest(facts[key])}
    assert changed <= told
    assert (name == "nothing") == (not told)


def test_what_concerns_one_text_leaves_others_alone() -> None:
    before = sample.site()
    after = CHANGES["notes"](replace(before, documents=before.documents[:1]))
    after = replace(after, documents=(*after.documents, *before.documents[1:]))
    facts = written(before)[1]
    old, new = Facts(Lookup(before)), Facts(Lookup(after))
    told = {key for key in facts if old.digest(facts[key]) != new.digest(facts[key])}
    work = first_text(before).work

    def about(fact: Fact) -> bool:
        return fact[:2] == ("documents", work) and fact[2:] in ((), ("notes",))

    assert told == {key for key, found in facts.items() if any(map(about, found))}
    assert told < set(facts)


def test_a_text_is_told_by_its_reading() -> None:
    site = sample.site()

    def told(**changes: object) -> str:
        first = replace(first_text(site), **changes)  # type: ignore[arg-type]
        return Facts(Lookup(replace(site, documents=(first, *site.documents[1:])))).digest([("documents", first.work)])

    other = site.documents[1].document
    assert told() != told(document=other)
    assert told(reading="a") == told(reading="a", document=other)  # a key for two readings: it is not looked into
    assert len({told(), told(reading="a"), told(reading="b"), told(reading="a", references=()), told(reading="a", notes=("Khác",))}) == 5


@pytest.mark.slow
def test_facts_have_the_same_digests_in_every_process(root: Path) -> None:
    """The order of a set is another one in each: what rests on it would be made anew by every build."""
    script = "from tests.site.test_recorded import digests; print(digests())"
    said = [
        subprocess.run(
            [sys.executable, "-c", script], env={**os.environ, "PYTHONHASHSEED": seed}, cwd=root, capture_output=True, check=True
        ).stdout
        for seed in ("1", "2")
    ]
    assert len(said[0]) > 1000
    assert said[0] == said[1]


def digests() -> dict[Fact, str]:
    """Of all that the records of the works of a real register rest on."""
    site = sample.site()
    site = replace(site, register=shipped(), works=(*site.works, *shipped().works))
    tell, found = Facts(Lookup(site)), set[Fact]()
    for work in site.works:
        list(work_records(work.id, recording(tell, found)))
    return {fact: tell.digest([fact]) for fact in sorted(found)}


def told_apart(site: Site) -> Site:
    """The same, where nothing that stands twice is one object: as of a site whose readings come from a store, not from reading them."""

    def apart(edges: tuple[Edge, ...]) -> tuple[Edge, ...]:
        return tuple(pickle.loads(pickle.dumps(edge)) for edge in edges)

    return replace(
        site,
        documents=tuple(pickle.loads(pickle.dumps(document)) for document in site.documents),
        works=tuple(pickle.loads(pickle.dumps(work)) for work in site.works),
        incoming=tuple((work, apart(found)) for work, found in site.incoming),
        outgoing=tuple((work, apart(found)) for work, found in site.outgoing),
    )


def test_what_was_just_read_is_told_as_what_was_kept() -> None:
    """Else the first change after a build from nothing makes anew whatever many documents speak of."""
    before = sample.site()
    facts = written(before)[1]
    old, new = Facts(Lookup(before)), Facts(Lookup(told_apart(before)))
    assert {key: old.digest(found) for key, found in facts.items()} == {key: new.digest(found) for key, found in facts.items()}
