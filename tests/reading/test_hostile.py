"""Hostile input: reading takes linear time."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from build_tools.model.diagnostic import InputError
from build_tools.normalise import normalise
from build_tools.structure import structure
from tests.content import EMPTY
from tests.timing import assert_linear

from .reading_helpers import READERS

SIZE = 32_000
TEXTS = [
    "số ", "(((((", "1.1.1.1", "1.1.1.1\n", "ngày ngày ngày ", "|", "|\n", "**", "[1]", "[1]\n", "“\n", '"\n', "- \n", "a) x\n", "1. x\n",
    "Điều 1. x\n", "I. X\n", "<p>", "<div", "<a '", "<!--", "&amp;", "| a | b |\n", "a\tb\n", "PHỤ LỤC\n", "BAN A\n", "Nơi nhận:\n",
    "TM. ỦY BAN\n", "Kính gửi: A\n", "1 A\n", "A   CỘNG HÒA XÃ HỘI\n", "\f", "QUYẾT ĐỊNH\n", "e\u0301", "\u200b",
    "BAN 1-A\n", "PHÓ CHỦ TỊCH\nLò Văn Mẫu\n",
]  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["txt", "md", "html"])
@pytest.mark.parametrize("text", TEXTS, ids=repr)
def test_time_grows_with_length_only(text: str, kind: str) -> None:
    def work(size: int) -> Callable[[], object]:
        data = (text * (size // len(text) + 1))[:size].encode()

        def read() -> None:
            with suppress(InputError):  # nothing to read is a fair answer, and a quick one
                structure(normalise(READERS[kind].read(Path("a." + kind), data)), EMPTY)

        return read

    assert_linear(work, SIZE)
