"""All that the scripts say comes from the catalogue of messages."""

from __future__ import annotations

import re
import shutil
import subprocess

import pytest

from build_tools.messages import under
from build_tools.search.install import ASSETS, engine_script
from tests.conftest import need

SCRIPTS = sorted(ASSETS.rglob("*.js"))
SAID = re.compile(r"""\bsay\((?:[^()"]*\? )?"([a-z-]+)"(?: : "([a-z-]+)")?""")
WORDING = under("search.script.")


def test_what_scripts_say_is_in_the_catalogue_and_all_of_it_is_said() -> None:
    said = {key for path in SCRIPTS for row in SAID.findall(path.read_text("utf-8")) for key in row if key}
    assert said == set(WORDING)


@pytest.mark.parametrize("name", ["boot", "page", "highlight", "engine/show", "engine/search", "engine/hit", "engine/texts"])
def test_no_script_has_words_of_its_own(name: str) -> None:
    assert re.findall(r"[À-ỹ]+", _code(f"{name}.js")) == []


def _code(name: str) -> str:
    """A script without its comments."""
    return re.sub(r"/\*.*?\*/|(?<=\s)//[^\n]*", "", (ASSETS / name).read_text("utf-8"), flags=re.DOTALL)


def test_fields_are_put_in() -> None:
    need("Node.js", shutil.which("node") is not None)
    code = engine_script() + ";console.log(chiNamSearch.say('results-for', {results: 3, query: '{results} $& <b>'}))"
    said = subprocess.run(["node", "-e", code], capture_output=True, text=True, check=True).stdout
    assert said == WORDING["results-for"].replace("{results}", "3").replace("{query}", "{results} $& <b>") + "\n"


@pytest.mark.parametrize("key", WORDING)
def test_fields_are_those_that_scripts_give(key: str) -> None:
    fields = set(re.findall(r"\{([a-z_]+)\}", WORDING[key]))
    calls = [call for path in SCRIPTS for call in re.findall(rf'\bsay\("{key}"(.*)', path.read_text("utf-8"))]
    assert all(re.search(rf"\b{name}\b", call) for name in fields for call in calls)
