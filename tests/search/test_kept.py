"""An index over what an earlier one left is, byte for byte, the index from nothing; and little of it is worked out again."""

from __future__ import annotations

import os
import random
import shutil
from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

import pytest

from build_tools.cache import Store
from build_tools.search import Record, StandingIndex, build_index, cuts, index, phrases, spans, stretches, totals
from build_tools.search.groups import Group, set_aside
from build_tools.search.tally import Counted, OwnLists, Tally
from build_tools.search.units import SMALLEST
from tests.building.long import sentence

COUNT = 30
PARTS = ("spans", "tallies", "units", "lists", "phrases", "cuts", "totals", "stretches", "names", "stages")
"""What is kept of the parts of an index."""
SMALL = 1000
"""Characters of a batch: one or two of these documents."""


def records(count: int = COUNT) -> list[Record]:
    """Documents with a provision each."""
    found = []
    for number in range(count):
        dice = random.Random(number)
        text = "\n".join(sentence(dice) for _ in range(5))
        found.append(
            Record(f"v{number}", f"v/{number}/", "document", f"Kế hoạch {number}", body=text, dates=(f"2031-01-{number % 28 + 1:02}",))
        )
        found.append(Record(f"v{number}#1", f"v/{number}/#1", "provision", "Mục 1", body=sentence(dice), group=f"v{number}"))
    return found


def alike() -> list[Record]:
    """Documents that say the same again and again: of what the words of a site are, a sentence more changes hardly anything."""
    dice = random.Random(1)
    said = [sentence(dice) for _ in range(60)]
    return [
        Record(f"v{number}", f"v/{number}/", "document", f"Kế hoạch {number}", body="\n".join(dice.choices(said, k=12)))
        for number in range(45)
    ]


def change(found: list[Record], dice: random.Random) -> list[Record]:
    """One change of any kind."""
    at = dice.randrange(len(found))
    match dice.randrange(4):
        case 0:
            return [*found[:at], replace(found[at], body=f"{found[at].body}\nĐoạn thêm {dice.random()}."), *found[at + 1 :]]
        case 1:
            gone = found[at].group or found[at].id
            return [item for item in found if gone not in (item.id, item.group)]
        case 2:
            name = f"m{dice.randrange(10**6)}"
            return [*found, Record(name, f"{name}/", "document", f"Tờ trình {name}", body=sentence(dice), dates=("2031-01-15",))]
    return [replace(item, superseded=True) if item is found[at] and item.group is None else item for item in found]


def files(out: Path) -> dict[str, bytes]:
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in sorted(out.rglob("*.js"))}


@cache
def from_nothing(found: tuple[Record, ...]) -> dict[str, bytes]:
    """The files of an index that nothing was kept for; how its batches are cut changes none of them."""
    with TemporaryDirectory() as folder:
        build_index(found, Path(folder))
        return files(Path(folder))


@pytest.mark.parametrize("seed", [1, 2])
def test_any_changes_lead_to_the_index_from_nothing(seed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(phrases, "SAMPLE", 2000)  # so that some texts are not looked at
    monkeypatch.setattr(cuts, "BATCH", SMALL)
    dice, found, store = random.Random(seed), records(), Store(tmp_path / "kept")
    for number in range(4):
        build_index(found, tmp_path / "over", store=store)
        build_index(found, tmp_path / f"nothing-{number}")
        assert files(tmp_path / "over") == files(tmp_path / f"nothing-{number}")
        for _ in range(3):
            found = change(found, dice)


def test_what_was_kept_and_spoilt_is_made_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spans, "BATCHES", 2**32)  # all batches are one span, whatever the program's digest makes of their keys
    store = Store(tmp_path / "kept")
    build_index(records(8), tmp_path / "one", store=store)
    kept = [path for path in (tmp_path / "kept").rglob("*") if path.is_file()]
    assert {path.relative_to(tmp_path / "kept").parts[0] for path in kept} == {*PARTS, "index"}
    for path in kept:
        path.write_bytes(path.read_bytes()[:40])
    build_index(records(8), tmp_path / "two", store=store)
    for kind in PARTS:
        for path in (tmp_path / "kept" / kind).rglob("*"):
            if path.is_file():
                store.write(kind, "".join(path.relative_to(tmp_path / "kept" / kind).parts), b"\xc1")
    build_index(records(8), tmp_path / "three", store=store)
    assert files(tmp_path / "one") == files(tmp_path / "two") == files(tmp_path / "three")


def test_groups_that_are_set_aside_are_held_without_their_texts(tmp_path: Path) -> None:
    found = records(8)
    groups = [Group.of(found[at : at + 2]) for at in range(0, len(found), 2)]
    left = [item for item in set_aside([*groups, Record("x", "x/", "term", "Xóm")], tmp_path / "apart") if isinstance(item, Group)]
    assert [one for group in left for one in group.records] == found
    assert not any(group.packed for group in left)
    build_index(found, tmp_path / "one")
    build_index(left, tmp_path / "two")
    assert files(tmp_path / "one") == files(tmp_path / "two")


def standing(out: Path, build: str = "") -> StandingIndex:
    """The index in a folder."""
    (folder,) = (path for path in out.iterdir() if path.is_dir())
    return StandingIndex(build or folder.name, {name.removesuffix(".js"): folder / name for name in files(folder)})


def test_files_that_are_the_same_are_those_that_stand(tmp_path: Path) -> None:
    store, found = Store(tmp_path / "kept"), records()
    changed = [replace(found[0], title="Kế hoạch khác"), *found[1:]]
    build_index(found, tmp_path / "one", store=store)
    build_index(changed, tmp_path / "nothing")
    for number, (stands, linked) in enumerate(
        [
            (standing(tmp_path / "one"), True),
            (standing(tmp_path / "one", "another"), False),  # nobody knows what its files hold
            (StandingIndex(standing(tmp_path / "one").build, {"words": tmp_path / "gone.js"}), False),
            (None, False),
        ]
    ):
        out = tmp_path / f"over-{number}"
        report = build_index(changed, out, store=store, standing=stands)
        assert files(out) == files(tmp_path / "nothing")
        assert report.size == sum(map(len, files(out).values()))
        shared = sum(path.stat().st_nlink > 1 for path in out.rglob("*.js"))
        assert (0 < shared < report.files) == linked


@pytest.mark.parametrize("links", [100_000, 2, 0])
def test_what_is_shown_of_documents_is_written_anew_where_that_changed(links: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """``links``: so many files can be linked before the file system refuses."""
    made: list[int] = []
    shown, link = index._shown, os.link

    def counted(folder: index.Folder, groups: list[Group], *rest: object) -> tuple[int, list[str], list[str]]:
        made.append(len(groups))
        return shown(folder, groups, *rest)  # type: ignore[arg-type]

    def refused(old: Path, new: Path) -> None:
        nonlocal links
        links -= 1
        if links < 0:
            raise OSError
        link(old, new)

    monkeypatch.setattr(index, "_shown", counted)
    monkeypatch.setattr(os, "link", refused)
    store, found = Store(tmp_path / "kept"), records()
    build_index(found, tmp_path / "one", store=store)
    before = files(tmp_path / "one")
    for name, changed, again in (
        ("text", replace(found[0], body=f"{found[0].body} Một câu nữa."), links < 10),
        ("title", replace(found[0], title="Kế hoạch khác"), True),
    ):
        clean = from_nothing((changed, *found[1:]))
        made.clear()
        build_index([changed, *found[1:]], tmp_path / name, store=store, standing=standing(tmp_path / "one"))
        assert files(tmp_path / name) == clean
        assert len(made) == again
    assert files(tmp_path / "one") == before


def test_a_change_asks_for_one_batch_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cuts, "BATCH", SMALL)
    made: list[int] = []
    cut = cuts._cut

    def counted(groups: list[Group], *rest: object) -> tuple[cuts.Batch, Tally]:
        made.append(len(groups))
        return cut(groups, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(cuts, "_cut", counted)
    store, found = Store(tmp_path / "kept"), records()
    build_index(found, tmp_path / "index", store=store)
    assert sum(made) == COUNT
    made.clear()
    build_index([replace(found[0], body="Khác."), *found[1:]], tmp_path / "index", store=store)
    assert 1 <= len(made) <= 3  # a shorter text may move an end
    assert sum(made) < COUNT / 3
    made.clear()
    build_index([*found, Record("moi", "moi/", "document", "Mới", dates=("2031-01-15",))], tmp_path / "index", store=store)
    assert 1 <= len(made) <= 3
    assert sum(made) < COUNT / 3


def test_a_text_more_on_a_large_site_cuts_no_other_batch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """How long units are is told by the size of the site, yet not by each text."""
    monkeypatch.setattr(cuts, "BATCH", SMALL)
    monkeypatch.setattr(cuts, "MOST_UNITS", 9)
    aims: list[int] = []
    cut = cuts._cut

    def counted(groups: list[Group], kinds: dict[str, int], aim: int) -> tuple[cuts.Batch, Tally]:
        aims.append(aim)
        return cut(groups, kinds, aim)

    monkeypatch.setattr(cuts, "_cut", counted)
    store, found = Store(tmp_path / "kept"), records()
    build_index(found, tmp_path / "index", store=store)
    assert min(aims) > SMALLEST
    made = len(aims)
    build_index([*found, Record("moi", "moi/", "document", "Mới", body="Mới. " * 30)], tmp_path / "index", store=store)
    assert 1 <= len(aims) - made <= 3
    build_index([*found, *(replace(item, id=f"{item.id}+", group=item.group and f"{item.group}+") for item in found)], tmp_path / "twice")
    assert max(aims) > 1.5 * min(aims)


def test_a_sentence_more_puts_the_lists_of_one_span_together(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cuts, "BATCH", SMALL // 4)
    monkeypatch.setattr(spans, "BATCHES", 4)
    looked: list[str] = []
    asked: list[str] = []
    own, counts = Counted.own_lists, cuts._tally

    def counted(self: Counted) -> OwnLists:
        looked.append(self.key)
        return own(self)

    def read(key: str, *rest: object) -> bytes:
        asked.append(key)
        return counts(key, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(Counted, "own_lists", counted)
    monkeypatch.setattr(cuts, "_tally", read)
    store, found = Store(tmp_path / "kept"), alike()
    build_index(found, tmp_path / "index", store=store)
    batches = len(set(looked))
    assert batches > 30
    assert not asked
    for at in (0, 25):
        looked.clear()
        asked.clear()
        found[at] = replace(found[at], body=f"{found[at].body} Một câu nữa.")
        build_index(found, tmp_path / "index", store=store)
        assert 1 <= len(set(looked)) < batches / 2
        assert 1 <= len(set(asked)) < batches / 2
        build_index(found, tmp_path / f"nothing-{at}")
        assert files(tmp_path / "index") == files(tmp_path / f"nothing-{at}")


def test_a_sentence_more_cuts_no_other_batch_into_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """How surely two syllables are a word is told by the whole site; a sentence changes hardly any of it."""
    monkeypatch.setattr(cuts, "BATCH", SMALL)
    made: list[Tally] = []
    cut = stretches._cut

    def counted(found: Tally, *rest: bytes) -> stretches.Stretches:
        made.append(found)
        return cut(found, *rest)

    monkeypatch.setattr(stretches, "_cut", counted)
    found = alike()
    store = Store(tmp_path / "kept")
    build_index(found, tmp_path / "index", store=store)
    batches = len(made)
    made.clear()
    build_index([replace(found[0], body=f"{found[0].body} Một câu nữa."), *found[1:]], tmp_path / "index", store=store)
    assert batches > 10
    assert len(made) <= 2


def test_ends_of_batches_are_told_by_what_is_near(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cuts, "BATCH", 10 * cuts.EACH)
    groups = [Group.of([Record(f"v{number}", f"v/{number}/", "document", f"Kế hoạch {number}")]) for number in range(400)]

    def ends(found: list[Group]) -> set[str]:
        return {batch[0].record.id for batch in cuts.batches(found, [0] * len(found))}

    whole = list(cuts.batches(groups, [0] * len(groups)))
    assert [group for batch in whole for group in batch] == groups
    assert min(map(len, whole[1:-1])) > 10
    assert max(map(len, whole)) < 60
    for gone in range(0, 400, 7):
        moved = ends(groups) ^ ends(groups[:gone] + groups[gone + 1 :])
        assert len(moved - {"v0", "v1"}) <= 3
    heavy = [10 * cuts.EACH if number % 2 else 0 for number in range(400)]
    assert len(list(cuts.batches(groups, heavy))) > 3 * len(whole)  # by their texts, not by how many they are
    assert list(cuts.batches([], [])) == []


@pytest.mark.parametrize("spoilt", [(), ("units", "tallies"), ("tallies",)], ids=["whole", "batches lost", "counts lost"])
def test_sums_of_counts_follow_any_change(spoilt: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cuts, "BATCH", SMALL)
    added: list[int] = []
    add = totals.Totals.add

    def counted(self: totals.Totals, found: Tally, sign: Literal[1, -1] = 1) -> None:
        added.append(sign)
        add(self, found, sign)

    monkeypatch.setattr(totals.Totals, "add", counted)
    store, found = Store(tmp_path / "kept"), records()
    build_index(found, tmp_path / "over", store=store)
    batches = len(added)
    added.clear()
    for kind in spoilt:
        shutil.rmtree(tmp_path / "kept" / kind)
    changed = [item for item in found if "v7" not in (item.id, item.group)]
    build_index(changed, tmp_path / "over", store=store)
    assert -1 in added if not spoilt else added.count(1) >= batches - 3  # nothing can be taken off of what is lost
    assert spoilt or len(added) < batches / 2
    assert files(tmp_path / "over") == from_nothing(tuple(changed))
