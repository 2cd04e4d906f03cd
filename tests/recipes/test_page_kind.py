"""The recipe "Thêm một loại trang" of CONTRIBUTING.md, carried out on a copy of the project: a module and a template, nothing else."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.recipes.copied import copied, surroundings

pytestmark = pytest.mark.slow

MODULE = '''"""Signatories: a page with everyone who signed, and what."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from build_tools.views.kinds import Entry, PageKind
from build_tools.views.lookup import Lookup
from build_tools.views.pieces import Link

PATH = "nguoi-ky/index.md"


@dataclass(frozen=True, slots=True)
class SignatoriesPage:
    """People in alphabetical order, each with links to what they signed."""

    path: str
    people: tuple[tuple[str, tuple[Link, ...]], ...]


def signatories_page(lookup: Lookup) -> Iterator[SignatoriesPage]:
    """One page."""
    found: defaultdict[str, list[Link]] = defaultdict(list)
    for document in lookup.site.documents:
        if signer := document.document.header.signature.signer:
            found[str(signer)].append(lookup.link(document.work))
    yield SignatoriesPage(PATH, tuple((name, tuple(found[name])) for name in sorted(found)))


def _entries(_: Lookup) -> tuple[Entry, ...]:
    return (Entry(65, Link("Người ký", PATH)),)


KIND = PageKind(signatories_page, {SignatoriesPage: "signatories.md.j2"}, _entries)
'''
TEMPLATE = """{% import "macros.md.j2" as m with context %}
{{ m.head("Người ký") }}

{% for name, links in page.people %}
## {{ name }} { #ky-{{ loop.index }} }

{{ m.links(links) }}
{% endfor %}
"""
LETTER = """TỈNH ỦY SÔNG MƠ
Số 12-BC/TU
Sông Mơ, ngày 05 tháng 3 năm 2024
BÁO CÁO
kết quả sáu tháng đầu năm
Tỉnh ủy báo cáo kết quả sáu tháng đầu năm như sau.
T/M BAN THƯỜNG VỤ
PHÓ BÍ THƯ
Trần Văn Thử
"""
SHOW = """
import json
from pathlib import Path
from build_tools.graph import build_site
from build_tools.model.metadata import SourceFile
from build_tools.register.load import load_register
from build_tools.render import render_site
site = build_site(load_register(Path("khong-co")), [SourceFile("a", "a.txt", collection="extra")], jobs=1)
print(json.dumps({page.path: page.text for page in render_site(site)}, ensure_ascii=False))
"""


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory, root: Path) -> dict[str, str]:
    copy = copied(root, tmp_path_factory.mktemp("ban-sao"))
    (copy / "build_tools/views/signatories.py").write_text(MODULE, encoding="utf-8")
    (copy / "build_tools/render/templates/signatories.md.j2").write_text(TEMPLATE, encoding="utf-8")
    (copy / "a.txt").write_text(LETTER, encoding="utf-8")
    out = subprocess.run(
        [sys.executable, "-c", SHOW], cwd=copy, capture_output=True, text=True, encoding="utf-8", timeout=600, env=surroundings()
    )
    assert out.returncode == 0, out.stderr
    found: dict[str, str] = json.loads(out.stdout)
    return found


def test_the_page_shows_who_signed_what(pages: dict[str, str]) -> None:
    page = pages["nguoi-ky/index.md"]
    assert "## Trần Văn Thử { #ky-1 }" in page
    assert "- [Báo cáo 12-BC/TU](../van-ban/12-bc_tu--bao-cao--" in page


def test_the_home_page_leads_to_it_in_its_place(pages: dict[str, str]) -> None:
    home = pages["index.md"]
    assert "- [Người ký](nguoi-ky/index.md)" in home
    assert home.index("thuat-ngu/index.md") < home.index("nguoi-ky/index.md") < home.index("trung-so/index.md")
