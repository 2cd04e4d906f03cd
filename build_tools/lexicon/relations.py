"""The relations between documents: what their words are, what they mean, how pages show them. The rows stand in ``relations.yaml``."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import Annotated, Literal, TypeVar

import msgspec

from build_tools.lexicon.wording import any_word, words_pattern
from build_tools.model.citation import Predicate
from build_tools.model.diagnostic import Diagnostic, InputError
from build_tools.tables import Row, Rows, load_rows

FILE = Path(__file__).with_name("relations.yaml")
Text = Annotated[str, msgspec.Meta(min_length=1)]
Step = TypeVar("Step")


class Cue(Row, frozen=True):
    """Words that state a relation, words that may not stand right before or after them, and words of which one must follow."""

    words: Text
    not_before: tuple[Text, ...] = ()
    not_after: tuple[Text, ...] = ()
    needs_after: tuple[Text, ...] = ()

    @property
    def pattern(self) -> str:
        """As a pattern in which a blank is a blank or a line end; it matches whole words."""
        before = "".join(f"(?<!{word} )" for word in self.not_before)
        after = f"(?! (?:{any_word(self.not_after)})(?!\\w))" if self.not_after else ""
        needed = f"(?= (?:{any_word(self.needs_after)})(?!\\w))" if self.needs_after else ""
        return rf"(?<!\w){before}{words_pattern(self.words)}(?!\w){after}{needed}"


class Example(Row, frozen=True):
    """A text and the number of the document that it speaks of."""

    text: Text
    target: Text


class Relation(Row, frozen=True):
    """One relation. ``relations.yaml`` says at its head what each key means."""

    id: Annotated[Predicate, msgspec.Meta(pattern="^[a-z]+(_[a-z]+)*$", description="chữ thường không dấu, nối bằng gạch dưới")]
    title: Text
    passive: Text
    chip: Text
    cues: tuple[Cue, ...] = ()
    after: tuple[Cue, ...] = ()
    weight: int = 0
    act: Literal["any", "own", "opening"] = "any"
    between: tuple[Text, ...] | None = None
    within: tuple[Predicate, ...] = ()
    unless: tuple[Text, ...] = ()
    told: tuple[Text, ...] = ()
    ends: bool = False
    changes: bool = False
    scope: str = ""
    in_notes: bool = True
    in_list: bool = True
    warns: bool = True
    timeline: bool = False
    chain: Literal["always", "sourced", "never"] = "never"
    status: str = ""
    examples: tuple[Example, ...] = ()
    never: tuple[Example, ...] = msgspec.field(name="not", default=())

    @property
    def ended(self) -> str:
        """How the other document fares, inside a sentence: "được thay thế", "bị bãi bỏ"."""
        return self.passive[0].lower() + self.passive[1:].removesuffix(" bởi")

    def heading(self, *, active: bool, part: bool) -> str:
        """The title of its group: on the page of the document that states it, or of the other; ``part``: of a part only."""
        if active:
            return f"{self.title} một phần" if part else self.title
        return f"{self.passive.removesuffix(' bởi')} một phần bởi" if part else self.passive

    def chains(self, sourced: bool) -> bool:
        """Whether it joins two documents to one chain; ``sourced``: the register states it (texts use some words loosely)."""
        return self.chain == "always" or (self.chain == "sourced" and sourced)


def load(source: Path | str = FILE, name: str = "") -> tuple[Relation, ...]:
    """The rows of a file. Raises ``InputError`` with every fault: an id or words claimed twice, an unknown relation, examples missing."""
    table = load_rows(source, Relation, name)
    ids = [row.id for row in table.rows]
    faults = [*table.claimed_twice(lambda row: (row.id,), "mã"), *table.claimed_twice(_claims, "từ ngữ")]
    for index, row in enumerate(table.rows):
        faults += [table.unknown(index, "within", value, ids, FILE.name) for value in row.within if value not in ids]
        faults += _incomplete(table, index, row)
    if faults:
        raise InputError(*faults)
    return table.rows


def _claims(row: Relation) -> list[str]:
    return [cue.words for cue in row.cues] + [f"… {cue.words}" for cue in row.after]


def _incomplete(table: Rows[Relation], index: int, row: Relation) -> list[Diagnostic]:
    """What a row lacks so that its words could be proved, or a reader could see what it does."""
    found = []
    if (row.cues or row.after) and not (row.examples and row.never):
        found.append(table.file.finding("relation-examples", (index,), id=row.id))
    if row.ends and not row.status:
        found.append(table.file.finding("relation-status", (index,), id=row.id))
    return found


@lru_cache(maxsize=1)
def relations() -> tuple[Relation, ...]:
    """All relations in the order in which pages show them."""
    return load()


@lru_cache(maxsize=1)
def _by_id() -> dict[str, Relation]:
    return {row.id: row for row in relations()}


def relation(predicate: str) -> Relation:
    """The row of a predicate. Raises ``KeyError`` for one that the lexicon does not have."""
    return _by_id()[predicate]


def onward(work: str, endings: Callable[[str], Iterable[Step]], new: Callable[[Step], tuple[Predicate, str]]) -> Iterator[Step]:
    """What ended ``work``, the nearest first: then what ended each document that took its place, and so on as far as is known.

    ``endings``: what ended one document; ``new``: how, and the document that did. What only repeals puts nothing in the place, and nothing
    is asked of it. A document is asked once, so that a circle ends.
    """
    asked, front = {work}, [work]
    for here in front:
        for step in endings(here):
            yield step
            predicate, key = new(step)
            if key not in asked and relation(predicate).chain == "always":
                asked.add(key)
                front.append(key)
