"""The browser's unpacking of index files: whatever zlib packs, and nothing that is broken."""

from __future__ import annotations

import base64
import json
import random
import shutil
import subprocess
import zlib

from build_tools.search.install import engine_script
from tests.conftest import need

INFLATE = """
const { readFileSync } = require("node:fs")
const { script, packed } = JSON.parse(readFileSync(0, "utf8"))
;(0, eval)(script)
process.stdout.write(JSON.stringify(packed.map(text => {
  try {
    return Buffer.from(globalThis.chiNamSearch.inflate(new Uint8Array(Buffer.from(text, "base64"))).bytes).toString("base64")
  } catch (error) {
    return "error: " + error.message
  }
})))
"""


def inflated(packed: list[bytes]) -> list[str]:
    need("Node.js", shutil.which("node") is not None)
    asked = json.dumps({"script": engine_script(), "packed": [base64.b64encode(data).decode() for data in packed]})
    run = subprocess.run(["node", "-e", INFLATE], input=asked, capture_output=True, text=True, timeout=600, check=True)
    answer: list[str] = json.loads(run.stdout)
    return answer


def deflated(data: bytes, level: int, strategy: int) -> bytes:
    press = zlib.compressobj(level, zlib.DEFLATED, -15, 9, strategy)
    return press.compress(data) + press.flush()


def test_what_was_deflated_is_inflated() -> None:
    chance = random.Random(4)
    texts = [b"", b"a", b"abc" * 100_000, bytes(chance.randbytes(70_000))]
    texts += [bytes(int(chance.random() ** 3 * 256) for _ in range(chance.randrange(3000))) for _ in range(60)]
    ways = [
        (text, level, strategy)
        for text in texts
        for level, strategy in ((0, 0), (1, 0), (9, 0), (6, zlib.Z_FIXED), (6, zlib.Z_HUFFMAN_ONLY))
    ]
    answers = inflated([deflated(*way) for way in ways])
    for (text, level, strategy), answer in zip(ways, answers, strict=True):
        assert base64.b64decode(answer) == text, (len(text), level, strategy)


def test_broken_data_is_refused_not_read_for_ever() -> None:
    good = deflated(b"nuoc chay da mon " * 50, 9, 0)
    for answer in inflated([good[:-4], b"", b"\xff" * 20, b"\x01\x05\x00\xfa\xffab", good[:10] + b"\xff\xff" + good[12:20]]):
        assert answer.startswith("error: ")
