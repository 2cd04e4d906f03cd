"""Bodies that issue invented documents: how their letterheads, numbers and signatures are written, and what each says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

System = Literal["party", "state", "front"]


@dataclass(frozen=True)
class Signing:
    """The lines above a signature, and what they say."""

    lines: tuple[str, ...]
    authority: str | None
    title: str | None


@dataclass(frozen=True)
class Body:
    """An issuer: ``above`` and ``lines`` stand in the letterhead, ``parent`` and ``name`` are what they say.

    ``codes`` (instead of ``code``): a joint document has the symbol of each. ``signers``: so many sign side by side.
    ``enacts``: how its enacting sentence names it; "" where it has none.
    """

    system: System
    kind: str
    above: tuple[str, ...]
    parent: str | None
    lines: tuple[str, ...]
    name: str
    code: str
    place: str
    types: tuple[tuple[str, str], ...]
    signings: tuple[Signing, ...]
    signers: int = 1
    enacts: str = ""
