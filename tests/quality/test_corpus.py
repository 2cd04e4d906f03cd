"""All real files go through; hostile text takes linear time; reading is quick. Figures and floors: ``corpus.json``."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from itertools import product
from pathlib import Path

import pytest

from build_tools.commands.pipeline import read_alone
from build_tools.model.diagnostic import InputError
from build_tools.model.register import Register
from build_tools.normalise import normalise
from build_tools.read import read_file
from build_tools.structure import structure
from tests.content import EMPTY, shipped
from tests.corpus import Readings
from tests.quality.speed import measure, texts
from tests.reading.reading_helpers import leaves
from tests.timing import assert_linear, least, scan, seconds

FLOORS = json.loads((Path(__file__).parent / "corpus.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def register(root: Path) -> Register:
    return shipped()


@pytest.mark.shared
@pytest.mark.slow
def test_every_real_file_is_read_or_refused_with_a_reason(shared: Path, register: Register, readings: Readings) -> None:
    read, refused, texts_read = 0, [], 0
    for path in sorted((shared / "corpus").rglob("*")):
        if not path.is_file() or path.name in {"README.md", "INDEX.tsv"}:
            continue
        try:
            found = read_alone(path, register, normalise(readings.read(path)))
        except InputError as error:
            refused.append((path.name, str(error)))
            continue
        read += 1
        if is_text(path):
            document, texts_read = found.document, texts_read + 1
            blocks = [leaf.block for leaf in leaves(document.root) if leaf.block is not None]
            assert blocks == list(range(len(document.clean.blocks))), path.name
            named = document.header.number is not None or document.header.type is not None
            assert document.is_document == (named and "not-documents" not in path.parts), path.name
    assert all(reason.strip() for _, reason in refused)
    assert read >= FLOORS["read"], refused
    assert len(refused) <= FLOORS["refused"], refused
    assert texts_read > 60


def is_text(path: Path) -> bool:
    return path.suffix in {".txt", ".md", ".html"} and not path.name.endswith(".transcript.txt") and path.name != "README.md"


@pytest.mark.shared
def test_press_texts_are_not_taken_for_documents(shared: Path, register: Register) -> None:
    taken = [path.name for path in sorted((shared / "corpus/not-documents").iterdir()) if read_alone(path, register).document.is_document]
    assert taken == []


@pytest.mark.alone
@pytest.mark.shared
def test_structure_costs_little_beside_plain_scanning(shared: Path) -> None:
    readings = [read_file(path) for path in [path for path in sorted((shared / "corpus").rglob("*")) if is_text(path)][::3]]

    def ratio() -> float:
        spent = sum(seconds(lambda reading=reading: structure(normalise(reading), EMPTY)) for reading in readings)  # type: ignore[misc]
        return spent / sum(seconds(partial(scan, reading.source)) for reading in readings)

    floor = FLOORS["structure_ratio_to_plain_scanning"]
    assert least(ratio, floor) <= floor


HOSTILE = {
    "số": "số ",
    "brackets": "(((((",
    "decimals": "1.1.1.1",
    "ngày": "ngày ngày ngày ",
    "citation starts": "Nghị quyết số ",
    "law names": "Luật Luật Đất đai ",
    "quotes": "“",
    "numbers": "01-KL/TW ",
    "footnote marks": "[1]",
    "stars": "**a",
    "pipes": "|a",
    "blanks": "   \n",
    "headings": "Điều 1. \n",
    "clauses": "1. a\n",
    "combining": "ê\u0301",
    "tabs": "a\t",
    "upper": "ỦY BAN\n",
    "recipients": "Nơi nhận:\n",
}

RUN_ON = {
    "bodies": "Thông tư số 01/2030/TT-BTC ngày 02/3/2030 của Bộ Tài chính Bộ Chính trị ",
    "signers": "Thông tư số 01/2030/TT-BTC ngày 02/3/2030 của Bộ Tài chính TM. ỦY BAN NHÂN DÂN\n",
    "short names": "yêu cầu gọi tắt là ",
    "chapters": "- Chương I\nNơi nhận:\n",
    "descriptions": "thay thế Thông tư số 1/2020/TT-BTC về phí và ",
}
"""Words that make one sentence, one name or one row of siblings as long as the text."""

NAMED = {"số", "brackets", "decimals", "ngày"}
"""The others make tens of thousands of paragraphs, cells or provisions out of 50 KB: more work, still linear, so less of it is enough."""


@pytest.mark.slow
@pytest.mark.parametrize(("name", "suffix"), [*product(HOSTILE, (".txt", ".md", ".html")), *product(RUN_ON, (".txt",))])
def test_hostile_text_takes_linear_time(name: str, suffix: str, tmp_path: Path, register: Register) -> None:
    piece = (HOSTILE | RUN_ON)[name]

    def work(size: int) -> Callable[[], object]:
        file = tmp_path / f"{size}{suffix}"
        file.write_text(piece * (size // len(piece)), encoding="utf-8")

        def read() -> None:
            with suppress(InputError):
                read_alone(file, register)

        return read

    if name in NAMED:
        assert_linear(work, 50_000, 0.5 * FLOORS["hostile_units"])
    else:
        assert_linear(work, 20_000, 0.2 * FLOORS["crowded_units"])


@pytest.mark.alone
@pytest.mark.shared
def test_reading_is_quick(shared: Path, register: Register) -> None:
    # the milliseconds are those of the machine that is named in corpus.json; against plain scanning alone the same readers cost 41 on one
    # machine and 54 on another, so the yardstick is interpreted code too
    floor = FLOORS["ratio_to_scanning_and_counting"]
    assert least(lambda: measure(texts(shared / "corpus"), register)["ratio"], floor) <= floor
