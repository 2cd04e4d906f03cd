"""``init``: make a new content folder, with nothing of anybody else's in it."""

from __future__ import annotations

import argparse
from pathlib import Path
from shutil import copyfile

from build_tools.commands.console import program
from build_tools.commands.desk import open_desk
from build_tools.commands.starter_files import package_file, starter_files
from build_tools.messages import refusal, say
from build_tools.messages.system import reason
from build_tools.register.content import SETTINGS, find_content, load_settings
from build_tools.register.schema import write_schemas


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("folder", type=Path, metavar=say("commands.value.folder"), help=say("commands.init.help.folder"))
    parser.add_argument("--name", metavar=say("commands.value.name"), help=say("commands.init.help.name"))
    parser.add_argument("--desk", action="store_true", help=say("commands.init.help.desk"))
    parser.add_argument("--issuer", default="", metavar=say("commands.value.issuer"), help=say("commands.init.help.issuer"))


def run(args: argparse.Namespace) -> int:
    """Write the folder and say what comes next. Nothing that exists is touched, whatever lies in the folder already."""
    folder: Path = args.folder
    name = " ".join((args.name or folder.resolve().name).split())
    if (folder / SETTINGS).exists():
        raise refusal("init-there", str(folder), settings=SETTINGS)
    above = next((item for item in folder.resolve().parents if (item / SETTINGS).is_file()), None)
    if above is not None:
        raise refusal("init-inside", str(folder), above=above)
    try:
        for path, text in starter_files(name, " ".join(args.issuer.split())):
            target = folder / path
            target.parent.mkdir(parents=True, exist_ok=True)
            if not target.exists():
                target.write_text(text, encoding="utf-8", newline="\n")
        write_schemas(folder / "data")
        if (package := package_file()) and not (folder / package.name).exists():
            copyfile(package, folder / package.name)
    except OSError as error:
        raise refusal("add-write", str(folder), folder=folder, reason=reason(error)) from error
    load_settings(folder / SETTINGS)
    print(say("commands.init.made", folder=folder, name=name))
    if args.desk:
        return open_desk(find_content(folder, None))
    print(say("commands.init.next", folder=folder, program=program(), settings=SETTINGS))
    return 0
