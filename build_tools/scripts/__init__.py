"""What every page's JavaScript has in common, whichever room it comes from: how it reaches readers in few bytes."""

from build_tools.scripts.shorten import shortened

__all__ = ["shortened"]
