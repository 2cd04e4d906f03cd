"""The page of findings is the catalogue: every code with its title, its cause and its remedy."""

from __future__ import annotations

import html
import re

import pytest

from build_tools.commands.main import main
from build_tools.messages import explained, say
from build_tools.views import addresses
from tests.site.built import rendered


def test_every_code_is_on_the_page_and_the_page_is_linked() -> None:
    pages = {page.path: page.text for page in rendered()}
    page = pages[addresses.FINDINGS]
    assert re.findall(r"^## .* \{ #(\S+) \}$", page, re.MULTILINE) == [item.code for item in explained()]
    assert "ma-loi/index.md" in pages[addresses.QUALITY]
    plain = html.unescape(page.replace("\\", ""))
    for item in explained():
        assert f"\n{item.cause}\n" in plain, item.code
        assert not item.remedy or f"\nCách xử lý: {item.remedy}.\n" in plain, item.code
    assert "{{" not in page


def test_a_code_is_explained_at_the_command_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--explain", "yaml-syntax"]) == 0
    out = capsys.readouterr().out
    assert "YAML sai cú pháp" in out
    assert "Cách xử lý" in out
    assert main(["check", "--explain", "yaml-sintax"]) == 1
    assert "có phải “yaml-syntax”?" in capsys.readouterr().err
    assert main(["check", "--explain", "???"]) == 1
    assert f"trang “{say('pages.findings.title')}”" in capsys.readouterr().err
