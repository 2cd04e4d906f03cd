"""The list of documents that are set beside each other (see ``comparison``)."""

from __future__ import annotations

from build_tools.views.comparison import LIST as KIND

__all__ = ["KIND"]
