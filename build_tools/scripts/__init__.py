"""What every page's JavaScript has in common, whichever room it comes from: how it reaches readers in few bytes."""

from functools import partial

from build_tools.cache import digest, kept_beside, program
from build_tools.scripts.shorten import shortened

__all__ = ["kept_short", "shortened"]
MOST = 32
"""Scripts that are kept beside the program: those of a site, made by a few versions of it."""


def kept_short(code: str) -> str:
    """``shortened``, worked out once on a machine: a quarter of a second of each build."""
    return kept_beside("script", digest(program(), code), partial(shortened, code), MOST)
