"""``inspect``: read one file and print what was detected."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator

from build_tools.commands.console import report
from build_tools.commands.inspect_json import as_json
from build_tools.commands.single import configure_one, read_files
from build_tools.messages import say
from build_tools.model.document import Document, Node, Table, leaves_of


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    configure_one(parser, say("commands.inspect.help.file"))


def run(args: argparse.Namespace) -> int:
    """Print the document as text or JSON."""
    _, (read,) = read_files(args, args.file)
    if args.format == "json":
        print(json.dumps(as_json(read), ensure_ascii=False, indent=1))
    else:
        # what the JSON tells beside the text, as far as it is about the file itself
        report(item for item in read.document.clean.diagnostics if item.severity == "warning" and item.code in OF_THE_FILE)
        for line in as_text(read.document):
            print(line)
    return 0


OF_THE_FILE = ("read-ending", "read-cut")
"""Remarks for whoever gave the file: another name, or another copy of it, is called for."""


def as_text(document: Document) -> Iterator[str]:
    """The document as a reader reads it: one paragraph a line, table rows tab-separated, each footnote after the block with its mark."""
    text, blocks = document.clean.text, document.clean.blocks
    notes = {note.node_id: note for note in document.footnotes}
    leaves = [leaf for leaf in leaves_of(document.root) if leaf.block is not None and not getattr(blocks[leaf.block], "furniture", False)]
    after: dict[int, list[Node]] = {}
    standing: list[Node] = []
    for leaf in leaves:
        note = notes.get(leaf.id)
        if note is None or not note.marks:
            standing.append(leaf)
            continue
        home = next((other for other in leaves if other is not leaf and other.span.contains(note.marks[0])), None)
        if home is None or home.block is None:
            standing.append(leaf)
        else:
            after.setdefault(home.block, []).append(leaf)

    def lines(leaf: Node) -> Iterator[str]:
        block = blocks[leaf.block] if leaf.block is not None else None
        if isinstance(block, Table):
            for row in block.rows:
                yield "\t".join(cell.span.of(text) for cell in row)
        else:
            yield leaf.span.of(text).rstrip("\n")
        for note in after.pop(leaf.block if leaf.block is not None else -1, ()):
            yield from lines(note)

    for leaf in standing:
        yield from lines(leaf)
