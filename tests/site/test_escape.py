"""Whatever a source holds is shown as it stands: as a paragraph, a heading, a list item, a link's words and preview, a definition."""

import re

import markdown
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from lxml import html

from build_tools.render import escape

EXTENSIONS = ["attr_list", "def_list", "md_in_html", "toc", "tables", "fenced_code"]
PIECES = st.sampled_from(
    [
        *[
            "\\",
            "`",
            "```",
            "~~~",
            "*",
            "**",
            "_",
            "__",
            "{",
            "}",
            "{{",
            "}}",
            "{%",
            "%}",
            "{:",
            "[",
            "]",
            "(",
            ")",
            "[x]:",
            "y",
            "![a](b)",
            "#",
            "##",
            "+",
            "-",
            "---",
            "===",
            "1.",
            "2)",
            "<",
            ">",
            "<b>",
            "</div>",
            "<script>",
            "<!--",
            "-->",
            "<?x",
        ],
        *[
            "?>",
            "<![CDATA[",
            "]]>",
            "&",
            "&amp;",
            "&#60;",
            "|",
            "|-|",
            "^",
            "$",
            ":",
            "!!!",
            "???",
            '"',
            "'",
            "https://a.b",
            "<a@b.c>",
            "klzzwxh:0001",
            "wzxhzdk:0",
            "a",
            "đ",
            "Đ",
            "ậ",
            ".",
        ],
        *(" ", "\t", "\u00a0", "\x02", "\x03", "- ", "{: #x .y }"),
    ]
)
TEXTS = st.lists(PIECES, min_size=1, max_size=14).map("".join) | st.text(min_size=1, max_size=40)


def letters(text: str) -> str:
    return "".join(re.sub(r"[\x00-\x1f\x7f-\x9f]", " ", text).split())


def shown(text: str) -> list[str]:
    line = escape.markdown(text)
    page = (
        f'<div class="v" markdown="1">\n\n{line} [¶](#p){{ .neo }}\n{{: #p-1 .k }}\n\n## {line} {{ #h }}\n\n- {line} (x)\n\n'
        f'[{line}](a.md "{escape.title(text)}"){{ .c }}\n{{: #p-2 }}\n\nmuc\n:   {line}\n\n</div>\n\n'
        f'<div title="{escape.html(text)}">{escape.html(text)}</div>\n'
    )
    tree = html.fromstring(f"<main>{markdown.markdown(page, extensions=EXTENSIONS)}</main>")
    paragraph, link, raw = tree.xpath("//p[@id='p-1']")[0], tree.xpath("//p[@id='p-2']/a[@class='c']")[0], tree.xpath("//main/div")[-1]
    paragraph.xpath(".//a[@class='neo']")[0].drop_tree()
    found = [paragraph, tree.xpath("//h2[@id='h']")[0], link, tree.xpath("//dd")[0], raw]
    item = letters(tree.xpath("//li")[0].text_content()).removesuffix("(x)")
    return [*(letters(element.text_content()) for element in found), item, letters(link.get("title") or ""), letters(raw.get("title"))]


@example("3. **{{ x }}** <script>alert(1)</script>")
@example("kết thúc bằng ##")
@example("\x03# đầu dòng")
@given(TEXTS.filter(letters))
def test_any_text_is_shown_as_it_stands(text: str) -> None:
    assert set(shown(text)) == {letters(text)}


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("3. Ba", "3\\. Ba"),
        ("12) Mười hai", "12\\) Mười hai"),
        ("- gạch", "\\- gạch"),
        ("1- Một", "1- Một"),
        ("năm 2021. Sau", "năm 2021. Sau"),
        ("4.115/4.197 đạt 98,05%", "4\\.115/4.197 đạt 98,05%"),
        ("“Việc #1” {{ x }}", "“Việc \\#1” \\{\\{ x \\}\\}"),
    ],
)
def test_only_what_would_be_markup_is_escaped(text: str, line: str) -> None:
    assert escape.markdown(text) == line


def test_an_exclamation_right_before_a_link_makes_no_picture() -> None:
    for text in (escape.markdown("Đoàn kết!"), escape.inner("Đoàn kết!"), escape.markdown("!")):
        tree = html.fromstring(f"<main>{markdown.markdown(f'{text}[Điều 2](a.md)', extensions=EXTENSIONS)}</main>")
        assert not tree.xpath("//img")
        assert tree.xpath("//a/text()") == ["Điều 2"]
        assert tree.text_content().removesuffix("Điều 2") in {"Đoàn kết!", "!"}


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("Công văn 743-CV/TU", ["743-CV/TU"]),
        ("26/2026/TT-BCT và 01-KL/TW.", ["26/2026/TT-BCT", "01-KL/TW"]),
        ("Thông tư 26/2026/TT-/BCT", ["26/2026/TT-/BCT"]),
        ("Hướng dẫn liên ngành 24/HDLN-BCA-BQP-BYT", []),
        ("Số 1234/5678-ABCDEFGH/TU", []),
        ("mục 3, năm 2031", []),
    ],
)
def test_a_number_in_a_heading_is_kept_whole_where_a_line_holds_it(text: str, whole: list[str]) -> None:
    shown = html.fromstring(markdown.markdown(f"# {escape.heading(text)}", extensions=EXTENSIONS))
    assert shown.text_content() == text
    assert [part.text_content() for part in shown.find_class("lien")] == whole


@given(TEXTS.filter(letters))
def test_a_heading_shows_its_text(text: str) -> None:
    tree = html.fromstring(f"<main>{markdown.markdown(f'# {escape.heading(text)} {{ #top }}', extensions=EXTENSIONS)}</main>")
    assert letters(tree.text_content()) == letters(text)
    assert [part.tag for part in tree] == ["h1"]
