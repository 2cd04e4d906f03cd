"""The script of the page that reads a pasted letter: its weight, its syntax, its patterns, and real documents."""

from __future__ import annotations

import gzip
import json
import re
import shutil
import subprocess
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

import pytest

from build_tools.browser import asset, for_reading
from build_tools.browser.patterns import printed
from build_tools.browser.program import Known
from build_tools.browser.reading import name_key
from build_tools.browser.script import compiled
from build_tools.browser.tables import id_of
from build_tools.browser.tight import ASSETS
from build_tools.lexicon.keys import lower_key
from build_tools.lexicon.types import types_of
from build_tools.model.register import Register, Work
from build_tools.model.span import Span
from build_tools.normalise import normalise
from build_tools.read import read_file
from tests.browser.reader import in_browser, in_python
from tests.conftest import need

LIMIT = 45_500
"""Bytes, compressed, of all that the page loads for reading."""


@pytest.mark.slow
def test_the_page_loads_little(script: str) -> None:
    assert len(gzip.compress((script + asset("page.js")).encode(), 9)) <= LIMIT


def test_equal_patterns_are_one_whatever_else_was_compiled_between() -> None:
    one = re.compile(r"bến \d+")
    re.purge()
    other = re.compile(r"bến \d+")
    assert one is not other
    assert compiled({"a": one, "b": other}, Known({})) == compiled({"a": one, "b": one}, Known({}))


def test_equal_records_are_one_however_many_objects_they_are() -> None:
    types, place = types_of(()), Span(1, 2)
    others = replace(types), Span(1, 2)
    made = compiled({"a": (types, place), "b": others}, Known({}))
    assert made == compiled({"a": (types, place), "b": (types, place)}, Known({}))


def test_what_is_remembered_twice_is_printed_as_what_is_remembered_once() -> None:
    once = lru_cache(maxsize=1)(lower_key)
    made = compiled({"a": once}, Known({}))
    assert ".memo(function" in made
    assert made == compiled({"a": lru_cache(maxsize=1)(once)}, Known({}))


def test_it_is_syntax_of_2020(script: str) -> None:
    assert not re.search(r"\?\?=|\.at\(-|\?\.\w|\.replaceAll\(|\bstatic \w+ =", script + asset("page.js"))


@pytest.mark.parametrize(
    ("pattern", "flags", "texts"),
    [
        (r"(?<!\w)số ?:? ?$", 0, ["theo số: ", "số\n", "xsố", "số a"]),
        (r"[^\W\d_]+", 0, ["Đò", "x²", "a_b", "12", "ò1"]),
        (r"quyết (?:định|nghị)\Z", re.IGNORECASE, ["QUYẾT ĐỊNH", "Quyết nghị", "quyết định\n"]),
        (r"(?P<a>\d{1,2})(?P<sep>[/.-])(?P<b>\d)(?P=sep)", 0, ["1/2/", "12-3-", "1/2-"]),
        (r"^a|b$", re.MULTILINE, ["xa\na", "b\nc", "xb", "ab"]),
        (r"x(?P<a>y)?(?:(?P<b>z)|w)+?", 0, ["xyz", "xw", "xzz", "x"]),
        (r"(?:[tT](?i:rong|heo (?:đò|lái))|[cC](?i:ủa))? (?P<a>[xX]|\d)", 0, ["Theo ĐÒ 1", "tHEO lái X", "CỦA x", "c 2", "THEo 3", "ủa 4"]),
        (r"a(?i:bc)?(?i:d|e)+(?P<z>[zZ]*)", 0, ["abCdEz", "aBc", "aed", "ABCDz", "abcZ"]),
        (r"[bB](?i:ến|ãi)(?!\w)", 0, ["BẾN", "bãi", "bẾn1", "Ến"]),
        (r"[ \n]a{2,3}?[.)\]~@]", 0, [" aa~", "\naaa]", " aa@", " a."]),
    ],
)
def test_patterns_match_alike(script: str, pattern: str, flags: int, texts: list[str]) -> None:
    need("Node.js", shutil.which("node") is not None)
    made = re.compile(pattern, flags)
    shown = printed(made)
    parts = [f"String.raw`{shown.source}`", *map(json.dumps, (shown.count, shown.groups, shown.places, shown.any_case))]
    ask = "text => { const m = p.search(text); return m && [m.start(), m.end(), ...m.groups()] }"
    asked = f"const p=chiNam.runtime.pattern({','.join(parts)});process.stdout.write(JSON.stringify({json.dumps(texts)}.map({ask})))"
    out = subprocess.run(["node", "-"], input=f"{script};{asked}", capture_output=True, text=True, check=True).stdout
    known = [(match := made.search(text)) and [match.start(), match.end(), *match.groups()] for text in texts]
    assert json.loads(out) == known


@pytest.mark.slow
@pytest.mark.shared
def test_both_read_the_same_of_real_documents(script: str, shipped: Register, shared: Path) -> None:
    files = [path for path in sorted((shared / "corpus").rglob("*")) if path.suffix in {".txt", ".md"} and path.name != "README.md"]
    texts = tuple(re.sub("[\U00010000-\U0010ffff]", "\ufffd", normalise(read_file(path)).text) for path in files)
    told, known = in_browser(script, texts, shipped.works), in_python(texts, shipped, shipped.works)
    assert sum(len(item["cited"]) for item in known) > 700
    for path, one, other in zip(files, told, known, strict=True):
        assert one == other, path.name


def test_rows_have_their_own_ids_told_or_said_by_their_names(script: str, shipped: Register) -> None:
    need("Node.js", shutil.which("node") is not None)
    ids = "Object.values(chiNam.reader.register).map(rows => rows.map(row => row.id)).filter(found => found.length)"
    out = subprocess.run(
        ["node", "-"], input=f"{script};process.stdout.write(JSON.stringify({ids}))", capture_output=True, text=True, check=True
    ).stdout
    kept = for_reading(shipped)
    told = [[row.id for row in rows] for rows in (kept.issuers, kept.types, kept.places, kept.bodies)]
    assert json.loads(out) == [ids for ids in told if ids]
    said = [row for row in (*kept.issuers, *kept.places) if row.id == id_of(row.name)]
    assert 2 * len(said) > len(kept.issuers) + len(kept.places) > len(said)


@pytest.mark.parametrize(
    ("name", "made"),
    [
        ("Bến Đò - Sông Mơ", "ben-do-song-mo"), ("ĐẢO DỪA, thôn 2", "dao-dua-thon-2"), ("Ủy ban Ươm  cây", "uy-ban-uom-cay"),
        ("Thi\u0323 xã Bến", "thi-xa-ben"), ("İstan Æ", "istan-"), ("-Bến.", "-ben-"), ("", ""),
    ],
)  # fmt: skip
def test_an_id_is_made_alike_of_a_name(name: str, made: str) -> None:
    need("Node.js", shutil.which("node") is not None)
    assert id_of(name) == made
    step = re.search(r"const idOf = (.+)", (ASSETS / "runtime.js").read_text(encoding="utf-8"))
    assert step is not None
    asked = f"process.stdout.write(({step[1]})({json.dumps(name)}))"
    assert subprocess.run(["node", "-"], input=asked, capture_output=True, text=True, check=True).stdout == made


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Căn cứ Luật Bến bãi ngày 01/02/2031; Điều lệ Đảng; Hiến pháp năm 2013.", ["Luật Bến bãi", "Điều lệ Đảng", "Hiến pháp"]),
        ("Theo khoản 2 Điều 5 Luật Bến bãi và Luật Đò ngang", ["Luật Bến bãi", "Luật Đò ngang"]),
        ("Căn cứ Luật Bến bãi số 12/2031/QH15 ngày 01/02/2031", []),
        ("Anh ấy học luật ở trường; điều lệ hợp tác xã Bến Lau.", []),
    ],
)
def test_laws_and_statutes_are_read_by_name_too(script: str, shipped: Register, text: str, named: list[str]) -> None:
    works = (Work("l", "luat", None, None, None, "Bến bãi", names=("Luật Bến bãi",)),)
    (told,), (known,) = in_browser(script, (text,), works), in_python((text,), shipped, works)
    assert told == known
    assert [name_key(one["name"]) for one in known["cited"] if not one["number"]] == [name.lower() for name in named]
    states = ["work" in meant for one, meant in zip(known["cited"], known["meant"], strict=True) if not one["number"]]
    assert states == [name == "Luật Bến bãi" for name in named]
