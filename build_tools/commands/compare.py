"""``compare``: two files beside each other, the earlier first."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

from build_tools.commands.folder import configure as configure_folder
from build_tools.commands.single import read_files
from build_tools.compare import Comparison, Mark, compare, side_of
from build_tools.messages import say

_SIGNS = {"same": ("", ""), "out": ("[-", "-]"), "in": ("{+", "+}")}


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("before", type=Path, metavar=say("commands.value.file"), help=say("commands.compare.help.before"))
    parser.add_argument("after", type=Path, metavar=say("commands.value.file"), help=say("commands.compare.help.after"))
    configure_folder(parser)


def run(args: argparse.Namespace) -> int:
    """Print the comparison."""
    _, reads = read_files(args, args.before, args.after)
    one, two = (side_of(read.document, read.statements.figures) for read in reads)
    for line in as_text(compare(one, two)):
        print(line)
    return 0


def as_text(found: Comparison) -> Iterator[str]:
    """A paragraph for each thing; nothing is left out."""
    share = f"{100 * found.share:.1f}".replace(".", ",")
    yield say("commands.compare.share", share=share, count=len(found.repeated))
    for title, passages in (("repeated", found.repeated), ("new", found.new), ("dropped", found.dropped)):
        if passages:
            yield say(f"commands.compare.{title}", count=len(passages))
            yield from (f"  - {passage.text}" for passage in passages)
    if found.changed:
        yield say("commands.compare.changed", count=len(found.changed))
        yield from (f"  - {' '.join(map(_marked, change.marks))}" for change in found.changed)
    if found.moved:
        yield say("commands.compare.moved", count=len(found.moved))
        for item in found.moved:
            yield f"  - {item.label}: {item.before} → {item.after} ({item.difference.replace('.', ',')})"
    lost = [pair for pair in found.sections if pair.before is None or pair.after is None]
    if lost:
        yield say("commands.compare.sections", count=len(lost))
        for pair in lost:
            yield f"  {'+' if pair.before is None else '-'} {(pair.after or pair.before or ('', ''))[0]}"


def _marked(mark: Mark) -> str:
    opening, closing = _SIGNS[mark.kind]
    return f"{opening}{mark.text}{closing}"
