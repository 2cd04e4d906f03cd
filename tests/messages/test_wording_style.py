"""What readers read, held against the style sheet of CONTRIBUTING ("Lời trên trang"): one word for one thing, none of the workshop."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import pytest
import yaml

from tests.conftest import ROOT

PAGES = ("pages", "theme", "search", "reports", "data", "rules")
"""Parts of the catalogue that stand on pages; what is said to operators of the tool (commands, findings) may name files and keys."""
NOT = "hông khẳng định"
IN_FORCE = rf"(?<!{NOT} )(?<!{NOT} một văn bản )(?<!{NOT} văn bản nào )(?<!{NOT} văn bản )(?<!một văn bản “)\bcòn hiệu lực\b"
"""Unless it is said that nothing of the kind is said."""
EVERYWHERE = {
    r"sổ đăng ký|từ điển|sổ dữ liệu": "sổ tra cứu: một tên cho một thứ",
    r"(?<![qQ])(?:[oO][áàảãạéèẻẽẹ]|[uU][ýỳỷỹỵ])(?!\w)": "dấu thanh đặt như trong công báo: hóa, khỏe, thúy, ủy",
    r"\.\.\.": "dấu ba chấm là một chữ: …",
    r"\b[Cc]lick\b|\b[Nn]hấp (?:chuột|vào)\b|\bấn vào\b": "bấm",
    r"\b[Vv]ui lòng\b": "hãy",
    r"\bwebsite\b": "trang, trang này",
}
ON_PAGES = {
    r"\b(?:metadata|cache|render|parse\w*|anchor|slug|index|token|node|pipeline)\b": "không có chữ của xưởng",
    r"\bchỉ mục\b": "dữ liệu tìm kiếm",
    r"\bregex\b|\bbiểu thức chính quy\b": "không có chữ của xưởng",
    IN_FORCE: "không khẳng định hiệu lực; chỉ nói đã ghi nhận gì, tính đến ngày nào",
}
"""Pattern → what to write instead."""


def texts(value: object, key: str = "") -> Iterator[tuple[str, str]]:
    """Key and text of every message."""
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from texts(inner, f"{key}.{name}" if key else str(name))
    elif isinstance(value, list):
        for inner in value:
            yield from texts(inner, key)
    elif isinstance(value, str):
        yield key, value


def catalogue() -> Iterator[tuple[str, str, str]]:
    """Name of the file, key and text of the whole catalogue."""
    for path in sorted((ROOT / "build_tools/messages/vi").rglob("*.yaml")):
        for key, text in texts(yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader)):
            yield path.stem, key, re.sub(r"\{[^}]*\}|`[^`]*`|<[^>]+>", " ", text)


def written() -> Iterator[tuple[str, str, str]]:
    """Pages written by hand, and the letters of templates that are no code."""
    for path in sorted((ROOT / "build_tools/publish/written").rglob("*.md")):
        yield "pages", path.parent.name, re.sub(r"\]\([^)]*\)|`[^`]*`", " ", path.read_text(encoding="utf-8"))
    for path in sorted((ROOT / "build_tools").glob("*/templates/*.j2")):
        said = re.sub(r"\{[{%#].*?[%#}]\}|<[^>]+>|\]\([^)]*\)|\{[:#][^}]*\}", " ", path.read_text(encoding="utf-8"), flags=re.S)
        yield "pages", path.name, said


@cache
def every() -> tuple[tuple[str, str, str], ...]:
    return (*catalogue(), *written())


def faults(rows: Iterator[tuple[str, str, str]] | tuple[tuple[str, str, str], ...]) -> list[str]:
    return [
        f"{file}: {key}: “{match[0]}” → {instead}"
        for file, key, text in rows
        for pattern, instead in (EVERYWHERE | (ON_PAGES if file in PAGES else {})).items()
        for match in re.finditer(pattern, text)
    ]


def test_readers_are_told_in_the_words_of_the_style_sheet() -> None:
    assert len(every()) > 500
    assert faults(every()) == []


def test_readers_are_told_of_no_commands_and_no_files_of_the_workshop() -> None:
    """Only the page of findings, for those who run the tool, names its commands."""
    workshop = re.compile(r"`|build_tools|\bdata/|\.ya?ml\b")
    told = (
        (path.stem, key, text)
        for path in (ROOT / f"build_tools/messages/vi/{name}.yaml" for name in PAGES)
        for key, text in texts(yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader))
        if not key.startswith("pages.findings.")
    )
    assert [f"{file}: {key}: {text}" for file, key, text in told if workshop.search(text)] == []


def test_templates_hold_no_words_of_their_own() -> None:
    """Wording is in the catalogue; templates have none but signs."""
    letters = re.compile(r"[À-ỹ]{1}\w|\w[À-ỹ]")
    assert [(name, match[0]) for _, name, text in written() if name.endswith(".j2") for match in letters.finditer(text)] == []


def test_the_style_sheet_names_every_word_that_is_looked_for() -> None:
    sheet = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    section = sheet[sheet.index("## Lời trên trang") :]
    for word in ("sổ tra cứu", "bấm", "dữ liệu tìm kiếm", "tính đến ngày", "…", "ủy"):
        assert word in section, word


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Ghi vào sổ đăng ký", 1),
        ("Uỷ ban, xoá, khoẻ", 3),
        ("Ủy ban, xóa, khỏe, quý, quả, thuyết", 0),
        ("Tải chỉ mục", 1),
        ("Vui lòng chờ...", 2),
    ],
)
def test_what_the_style_sheet_forbids_is_seen(text: str, count: int) -> None:
    assert len(faults((("pages", "x", text),))) == count
