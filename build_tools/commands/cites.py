"""``cites``: what one file cites, each with what the register says of it: linked, outdated, ambiguous, not known."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator

from build_tools.commands.cites_json import as_json
from build_tools.commands.pipeline import Read
from build_tools.commands.single import configure_one, read_files
from build_tools.graph.cited import CitedWork, Looked, look_up
from build_tools.graph.site import newest
from build_tools.lexicon.relations import relation
from build_tools.messages import say
from build_tools.model.citation import Ambiguous, Resolved
from build_tools.model.document import Clean
from build_tools.model.register import Source
from build_tools.vietnamese.dates import shown_date


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    configure_one(parser, say("commands.cites.help.file"))


def run(args: argparse.Namespace) -> int:
    """Print the citations as text or JSON."""
    register, (read,) = read_files(args, args.file)
    found = looked_up(read)
    if args.format == "json":
        print(json.dumps(as_json(read.document, found, newest(register)), ensure_ascii=False, indent=1))
    else:
        for line in as_text(read.document.clean, found, newest(register)):
            print(line)
    return 0


def looked_up(read: Read) -> tuple[Looked, ...]:
    """The citations of other documents, in reading order; what the file says of itself is none."""
    own = read.own.id if read.own else None
    others = (
        item
        for item in read.references
        if item.citation.kind != "self" and not (isinstance(item.resolution, Resolved) and item.resolution.work == own)
    )
    return look_up(others, read.register, (read.own,) if read.own else ())


STATES = ("outdated", "ambiguous", "unknown", "resolved")
"""In the order in which they ask for a look."""


def state(item: Looked) -> str:
    """One of ``STATES``."""
    return "outdated" if item.outdated else item.state


def as_text(clean: Clean, found: tuple[Looked, ...], as_of: str | None) -> Iterator[str]:
    """A paragraph a state, what asks for a look first; each document once, with the lines that cite it."""
    if not found:
        yield say("commands.cites.none")
        return
    for name in STATES:
        gathered: dict[tuple[str, ...], list[Looked]] = {}
        for item in found:
            if state(item) == name:
                gathered.setdefault(_key(item), []).append(item)
        if gathered:
            yield say(f"commands.cites.state.{name}", count=len(gathered))
            for items in gathered.values():
                yield from _told(clean, items)
    if as_of:
        yield say("commands.cites.as-of", date=shown_date(as_of))


def _key(item: Looked) -> tuple[str, ...]:
    found = item.reference.resolution
    if isinstance(found, Resolved):
        return (found.work,)
    return found.works if isinstance(found, Ambiguous) else (found.wanted,)


def _told(clean: Clean, items: list[Looked]) -> Iterator[str]:
    first = items[0]
    lines = dict.fromkeys(str(clean.line_of(item.reference.citation.span)) for item in items)
    found = first.reference.resolution
    name = first.works[0].name if isinstance(found, Resolved) else None
    words = " ".join(first.reference.citation.span.of(clean.text).split())
    yield say("commands.cites.row", name=name or words, lines=", ".join(lines))
    if first.outdated:
        for work in first.works:
            yield from (f"    {line}" for line in _ended(work))
    elif isinstance(found, Ambiguous):
        yield "    " + say("commands.cites.maybe", names="; ".join(_dated(work) for work in first.works), rule=found.rule)
    elif not isinstance(found, Resolved):
        yield "    " + say("commands.cites.unknown", rule=found.rule)


def _ended(work: CitedWork) -> Iterator[str]:
    for item, by, old in work.ended:
        sources = "; ".join(map(_source, item.sources)) or say("commands.cites.no-source")
        ended = relation(item.predicate).ended if item.old == work.work.id else f"{old} {relation(item.predicate).ended}"
        yield say("commands.cites.ended", ended=ended, by=by, date=shown_date(item.date), sources=sources)


def _dated(work: CitedWork) -> str:
    return f"{work.name} ({shown_date(work.work.date)})" if work.work.date else work.name


def _source(source: Source) -> str:
    return f"{source.name} ({say('commands.cites.source-as-of', date=shown_date(source.as_of))})" if source.as_of else source.name
