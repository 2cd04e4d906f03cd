"""Our scripts in fewer bytes say what they said."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from build_tools.browser import reader_script, script
from build_tools.model.register import Register
from build_tools.scripts import shortened
from build_tools.search.install import ASSETS, ENGINE
from tests.conftest import ROOT, need

SAME = Path(__file__).with_name("same.mjs")
ESLINT = ROOT / "tests/js/node_modules/eslint-scope"
SHAPES = {
    "a blank and a comment": ("const first = 1 // said\n/* and\nmore */\nlet second = first", "const a=1\nlet b=a\n"),
    "words and signs that would join": ("const one = a in b ? + +c : - -d", "const e=a in b?+ +c:- -d\n"),
    "texts": ("const one = 'a // b' + \"it's /* no */\"", "const a='a // b'+\"it's /* no */\"\n"),
    "a pattern, and a share": (r"const half = x / 2 / y, found = /[/'\"]one/g.test(half)", r"const a=x/2/y,b=/[/'\"]one/g.test(a)" + "\n"),
    "a pattern after a word": ("const f = () => {\nreturn /a b/.test(one)\n}", "const a=()=>{return/a b/.test(one)}\n"),
    "templates in templates": ("const n = 1\ns(`a ${n + `${n} n`} n`)", "const a=1\ns(`a ${a+`${a} n`} n`)\n"),
    "properties": ("const name = 1\nx.name = x?.name + name", "const a=1\nx.name=x?.name+a\n"),
    "keys": ("const name = 1\ns({ name: name, more: 2 })", "const a=1\ns({name:a,more:2})\n"),
    "a key and a variable": ("const name = 1\ns({ name, more: 2 })", "const a=1\ns({name:a,more:2})\n"),
    "taken apart": ("const f = ({ name = 2, more }) => name + more", "const c=({name:b=2,more:a})=>b+a\n"),
    "taken apart in a row": ("const [one, two] = x\ns(two, one)", "const[a,b]=x\ns(b,a)\n"),
    "the rest": ("const f = (...all) => [...all]", "const b=(...a)=>[...a]\n"),
    "a block": ("const f = name => {\nif (name) { name = 2 }\n}", "const b=a=>{if(a){a=2}}\n"),
    "methods": (
        "class Name {\nput(list) { return list }\nget size() { return 1 }\n}",
        "class b{put(a){return a}\nget size(){return 1}}\n",
    ),
    "either": ("const name = 1\ns(x ? name : { name })", "const a=1\ns(x?a:{name:a})\n"),
    "the browser's": ("const text = document.title", "const a=document.title\n"),
    "names that are taken": ("const name = a + b\ns(name)", "const c=a+b\ns(c)\n"),
}


@pytest.mark.parametrize("shape", SHAPES)
def test_shapes(shape: str) -> None:
    code, short = SHAPES[shape]
    assert shortened(code) == short


OURS = {
    "engine": [ASSETS / "engine" / f"{part}.js" for part in ENGINE],
    **{f"search/{name}": [ASSETS / f"{name}.js"] for name in ("boot", "page", "highlight")},
    **{f"browser/{name}": [ROOT / f"build_tools/browser/assets/{name}.js"] for name in ("runtime", "page")},
    **{f"theme/{name}": [ROOT / f"build_tools/publish/theme/assets/{name}.js"] for name in ("frame", "chi-nam")},
}


@pytest.mark.slow
@pytest.mark.parametrize("name", OURS)
def test_a_shortened_script_is_the_same_but_for_names_of_its_own(name: str) -> None:
    code = ";\n".join(path.read_text("utf-8") for path in OURS[name])
    short = shortened(code)
    assert_same(code, short)
    assert len(short) < 0.75 * len(code)


@pytest.mark.slow
def test_so_is_the_grammar_that_is_printed(shipped: Register, monkeypatch: pytest.MonkeyPatch) -> None:
    printed: list[str] = []
    monkeypatch.setattr(script, "shortened", lambda code: printed.append(code) or code)
    reader_script(shipped)
    short = shortened(printed[-1])
    assert_same(printed[-1], short)
    assert len(short) < len(printed[-1])


def test_a_script_is_shortened_alike_whatever_came_before() -> None:
    code = (ASSETS / "page.js").read_text("utf-8")
    first = shortened(code)
    shortened.cache_clear()
    shortened((ASSETS / "boot.js").read_text("utf-8"))
    assert shortened(code) == first


def assert_same(code: str, short: str) -> None:
    """Both have one syntax tree, each variable stands where it stood, and the names that they leave to the browser are the same."""
    need("Node.js with the packages of tests/js", shutil.which("node") is not None and ESLINT.is_dir())
    done = subprocess.run(
        ["node", str(SAME)], input=json.dumps([code, short]), capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert (done.returncode, done.stdout) == (0, "the same\n"), done.stderr
