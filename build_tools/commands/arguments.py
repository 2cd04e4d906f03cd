"""The parser of the command line, speaking the language of the other messages: argparse itself speaks only English."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterable
from typing import Any, NoReturn

from build_tools.messages import say
from build_tools.messages.finding import nearest

WRONG = 2
"""The exit code for arguments that cannot be."""
_FAULTS = (
    ("unknown", re.compile(r"unrecognized arguments: (?P<value>.+)")),
    ("missing", re.compile(r"the following arguments are required: (?P<value>.+)")),
    ("choice", re.compile(r"argument (?P<name>.+?): invalid choice: '(?P<value>.*)' \(choose from (?P<known>.+)\)")),
    ("number", re.compile(r"argument (?P<name>.+?): invalid int value: '(?P<value>.*)'")),
    ("value", re.compile(r"argument (?P<name>.+?): expected (?:one|at least one) argument")),
    ("no-value", re.compile(r"argument (?P<name>.+?): ignored explicit argument '(?P<value>.*)'")),
    ("ambiguous", re.compile(r"ambiguous option: (?P<value>.+?) could match (?P<known>.+)")),
    ("apart", re.compile(r"argument (?P<name>.+?): not allowed with argument (?P<value>.+)")),
)
"""What argparse finds wrong, by its own words; what it says in others is told as it says it."""
_NAME = re.compile(r"[^\s',]+")


class Help(argparse.RawDescriptionHelpFormatter):
    """Help whose examples keep their lines."""

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[argparse._MutuallyExclusiveGroup],
        prefix: str | None = None,
    ) -> None:
        """The line of usage, under a word of our own."""
        super().add_usage(usage, actions, groups, f"{say('commands.usage.usage')}: " if prefix is None else prefix)


class Parser(argparse.ArgumentParser):
    """A parser that says in one line what is wrong with the arguments, and where to look."""

    def __init__(self, **given: Any) -> None:
        super().__init__(**given, formatter_class=Help, add_help=False)
        self._positionals.title, self._optionals.title = say("commands.usage.positionals"), say("commands.usage.options")
        self.add_argument("-h", "--help", action="help", help=say("commands.usage.help"))

    def error(self, message: str) -> NoReturn:
        """Say it and end with ``WRONG``."""
        self.exit(WRONG, f"{_told(message)} — {say('commands.usage.look', program=self.prog)}\n")


def _told(message: str) -> str:
    for name, pattern in _FAULTS:
        if found := pattern.fullmatch(message):
            fields = found.groupdict()
            near = nearest(fields.get("value") or "", _NAME.findall(fields.get("known") or ""))
            return say(f"commands.usage.{name}", **fields) + (f"; {say('commands.usage.near', near=near)}" if near else "")
    return message
