"""A small site of the sample records with the frame of our pages, built for the browser tests."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

from build_tools import publish
from build_tools.search import HEAD_SCRIPT, STYLE, build_index, install, page_markdown
from build_tools.search.records import Record
from tests.search.sample import OPTIONS, RECORDS

FRAME = Path(publish.__file__).parent / "theme/assets/frame.js"
MAIN = f"""{{% extends "base.html" %}}
{{% block libs %}}<script src="{{{{ '{HEAD_SCRIPT}' | url }}}}"></script><script src="{{{{ 'frame.js' | url }}}}"></script>{{% endblock %}}
{{% block config %}}{{% endblock %}}
{{% block scripts %}}{{% endblock %}}
{{% block header %}}
  {{%- set config = dict(config, plugins={{"material/search": namespace(config=namespace(enabled=true))}}) -%}}
  {{% include "partials/header.html" %}}
{{% endblock %}}
"""
CONFIG = f"""
site_name: Thử tìm kiếm
use_directory_urls: false
theme:
  name: material
  custom_dir: theme
  language: vi
  font: false
  palette:
    - {{scheme: default, toggle: {{icon: material/weather-night, name: Nền tối}}}}
    - {{scheme: slate, toggle: {{icon: material/weather-sunny, name: Nền sáng}}}}
extra_css: [{STYLE}]
plugins: []
markdown_extensions: [attr_list, md_in_html]
nav: [Trang chủ: index.md, Tìm kiếm: tim-kiem/index.md]
not_in_nav: "*"
"""


def page_url(record: Record) -> str:
    """The address of the sample's page of a record, as published (links name index.html)."""
    path, _, anchor = record.url.partition("#")
    return path + "index.html" + ("#" + anchor if anchor else "")


def build_website(folder: Path) -> Path:
    """Write sources, build, install the search; the built site."""
    docs, theme, site = folder / "docs", folder / "theme", folder / "site"
    theme.mkdir(parents=True)
    (theme / "main.html").write_text(MAIN, encoding="utf-8")
    (folder / "mkdocs.yml").write_text(CONFIG, encoding="utf-8")
    pages: dict[str, list[str]] = {"index.md": ["# Trang chủ\n\nGõ vào ô tìm kiếm."]}
    for record in RECORDS:
        name, _, anchor = record.url.partition("#")
        head = f"## {record.title} {{#{anchor}}}" if anchor else f"# {record.title}"
        pages.setdefault(name + "index.md", []).append(head + "\n\n" + record.body)
    pages["tim-kiem/index.md"] = [page_markdown(OPTIONS)]
    for name, texts in pages.items():
        (docs / name).parent.mkdir(parents=True, exist_ok=True)
        (docs / name).write_text("\n\n".join(texts), encoding="utf-8")
    subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "-q", "-f", str(folder / "mkdocs.yml"), "-d", str(site)], check=True, timeout=600
    )
    install(site)
    shutil.copy(FRAME, site)
    records = [Record(**{name: getattr(record, name) for name in Record.__slots__} | {"url": page_url(record)}) for record in RECORDS]
    build_index(records, site / "assets/search/index", options=OPTIONS)
    return site
