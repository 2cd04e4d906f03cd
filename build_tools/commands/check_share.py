"""``check --share 2/4``: the second of four machines reads its share of the documents, and keeps what it read for the one that builds."""

from __future__ import annotations

import argparse
import os
import re

from build_tools.cache import Store
from build_tools.commands.build import unusable
from build_tools.commands.building import register_of
from build_tools.commands.console import console, file_progress, report
from build_tools.graph.readings import read_all
from build_tools.messages import refusal, say
from build_tools.model.settings import Content
from build_tools.read import READABLE
from build_tools.register.documents import load_documents


def run(args: argparse.Namespace, content: Content, store: Store) -> int:
    """Read and keep; what there is to tell of documents the build tells, which knows all of them."""
    which, shares = share_named(args.share)
    documents = load_documents(content.data, args.sources, READABLE)
    files = documents.files[which - 1 :: shares]
    with file_progress(len(files), args.quiet) as step:
        read_all(files, register_of(content, store), args.jobs or os.cpu_count() or 1, step, store, args.engine)
    report(unusable(store), args.quiet)
    console(args.quiet).print(say("commands.check.share", count=len(files), share=args.share))
    return 0


def share_named(text: str) -> tuple[int, int]:
    """Which of how many: "2/4". Raises ``InputError`` for anything else."""
    found = re.fullmatch(r"([0-9]{1,4})/([0-9]{1,4})", text)
    which, shares = (int(found[1]), int(found[2])) if found else (0, 0)
    if not 1 <= which <= shares:
        raise refusal("check-share", value=text)
    return which, shares
