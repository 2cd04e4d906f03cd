"""Lists in bits: what the index packs the browser reads, number by number, with how often."""

from __future__ import annotations

import base64
import json
import random
import shutil
import subprocess

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_tools.search.install import engine_script
from build_tools.search.lists import OFTEN, Row, how_often, pack_dictionary, pack_numbers, row_of, unpack_numbers
from tests.conftest import need

READ = """
const { readFileSync } = require("node:fs")
const { script, files } = JSON.parse(readFileSync(0, "utf8"))
;(0, eval)(script)
const search = globalThis.chiNamSearch
process.stdout.write(JSON.stringify(files.map(({ packed, size }) => {
  const { bytes, behind } = search.inflate(new Uint8Array(Buffer.from(packed, "base64")))
  const lists = new search.lists.Lists(bytes, behind, size)
  return lists.keys.map(key => [key, lists.row(key).numbers, Array.from(lists.row(key).often)])
})))
"""


def test_what_is_packed_is_read() -> None:
    need("Node.js", shutil.which("node") is not None)
    chance = random.Random(8)
    made: list[tuple[int, dict[str, tuple[list[int], bytes]]]] = [(1, {}), (1, {"một": ([0], b"")})]
    made.append((2, {"a": ([1], b"\2"), "b": ([0, 1], b"\0\1")}))
    for size in (3, 64, 1000, 22_000):
        lists = {}
        for number in range(30):
            numbers = sorted(chance.sample(range(size), chance.randrange(1, min(size, 900) + 1)))
            lists[f"từ {number:02}"] = numbers, bytes(chance.choice((0, 0, 1, 2)) for _ in numbers) if number % 3 else b""
        made.append((size, lists))
    rows = [{key: Row(row_of(numbers).steps, often) for key, (numbers, often) in lists.items()} for _, lists in made]
    packed = [pack_dictionary(list(found), list(found.values()), size) for (size, _), found in zip(made, rows, strict=True)]
    files = [{"packed": base64.b64encode(data).decode(), "size": size} for (size, _), data in zip(made, packed, strict=True)]
    asked = json.dumps({"script": engine_script(), "files": files})
    run = subprocess.run(["node", "-e", READ], input=asked, capture_output=True, text=True, timeout=600, check=True)
    for (_, lists), read in zip(made, json.loads(run.stdout), strict=True):
        assert read == [[key, numbers, [*(often or bytes(len(numbers)))]] for key, (numbers, often) in lists.items()]


def test_a_list_of_all_numbers_takes_no_bits() -> None:
    assert len(pack_dictionary(["a"], [row_of(range(500))], 500)) == len(pack_dictionary(["a"], [row_of(range(499))], 499))


@given(st.lists(st.integers(0, 10**6)))
def test_numbers_unpack_to_themselves(numbers: list[int]) -> None:
    assert list(unpack_numbers(pack_numbers(numbers))) == numbers


def test_numbers_over_127_take_two_bytes() -> None:
    assert pack_numbers([0, 127, 128]) == b"\x00\x7f\x80\x01"


@pytest.mark.parametrize(("times", "often"), [(1, 0), (OFTEN[0] - 1, 0), (OFTEN[0], 1), (OFTEN[1] - 1, 1), (OFTEN[1], 2), (99, 2)])
def test_what_stands_often(times: int, often: int) -> None:
    assert how_often(times) == often
