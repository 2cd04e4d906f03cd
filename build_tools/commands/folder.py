"""The arguments by which commands find their content folder."""

from __future__ import annotations

import argparse
from pathlib import Path

from build_tools.messages import say
from build_tools.model.settings import Content
from build_tools.register.content import find_content


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare ``--content`` and ``--data``."""
    folder = say("commands.value.folder")
    parser.add_argument("--content", type=Path, metavar=folder, help=say("commands.help.content"))
    parser.add_argument("--data", type=Path, metavar=folder, help=say("commands.help.data"))


def content_of(args: argparse.Namespace, *, needed: bool = True) -> Content:
    """The content folder meant (see ``find_content``). Raises ``InputError``."""
    return find_content(args.content, args.data, needed=needed)
