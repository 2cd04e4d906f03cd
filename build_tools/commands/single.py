"""Commands that look at files by themselves (``inspect``, ``cites``, ``compare``): what they are asked, and the files as they are read."""

from __future__ import annotations

import argparse
from pathlib import Path

from build_tools.commands.console import page_progress
from build_tools.commands.folder import configure as configure_folder
from build_tools.commands.folder import content_of
from build_tools.commands.pipeline import Read, read_alone
from build_tools.messages import say
from build_tools.model.register import Register
from build_tools.register.load import load_register


def configure_one(parser: argparse.ArgumentParser, what: str) -> None:
    """Declare one file, of which ``what`` says what it is asked for, and the shape in which the answer is printed."""
    parser.add_argument("file", type=Path, metavar=say("commands.value.file"), help=what)
    parser.add_argument("--format", choices=("text", "json"), default="text", help=say("commands.inspect.help.format"))
    configure_folder(parser)


def read_files(args: argparse.Namespace, *paths: Path) -> tuple[Register, tuple[Read, ...]]:
    """The register of the content folder, where there is one, and the files read with it. Raises ``InputError``."""
    register = load_register(content_of(args, needed=False).register)
    with page_progress():
        return register, tuple(read_alone(path, register) for path in paths)
