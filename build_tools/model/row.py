"""The base of values that people write down in YAML files; ``build_tools.tables`` reads them, their classes say which keys there are."""

from __future__ import annotations

import msgspec


class Row(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What every row type extends: frozen, hashable, unknown keys refused. Lists are tuples; a key with a default may be left out.

    A constraint and the words shown to an editor stand beside the field:
    ``name: Annotated[str, msgspec.Meta(min_length=1, description="tên loại")]``.
    """
