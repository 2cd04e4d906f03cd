from dataclasses import FrozenInstanceError

import pytest

from build_tools.search import Options, Record


def test_a_record_is_frozen() -> None:
    record = Record("kl-1", "van-ban/kl-1/", "document", "Kết luận về tưới tiêu")
    with pytest.raises(FrozenInstanceError):
        record.title = ""  # type: ignore[misc]


def test_every_kind_and_facet_has_a_name() -> None:
    options = Options()
    for key, name in options.kinds + options.facets:
        assert key.isascii()
        assert name.strip() == name != ""
