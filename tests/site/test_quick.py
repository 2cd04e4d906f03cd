"""Asking patterns only of text that has their sign gives the HTML that asking always gives."""

from __future__ import annotations

import markdown
import pytest
from markdown.inlinepatterns import SimpleTagInlineProcessor

from build_tools.publish.quick import SIGNS, Quick
from tests.site.built import rendered

EXTENSIONS = ["attr_list", "def_list", "md_in_html", "toc"]
WRITTEN = (
    "Chữ thường, không có gì.",
    "`mã` và ``hai ` dấu``, \\*thoát\\*, \\\\",
    "[nhãn][x], [x], ![hình](a.png 'tên'), ![x], <https://song-mo.example/>, <thu@song-mo.example>\n\n[x]: a.md 'tên'",
    "dòng  \nxuống, <br> &amp; &#38; & < > *nghiêng **đậm*** _nghiêng_ __đậm__ a_b_c [**đậm** [lồng](b.md)](c.md)",
    "[](a.md) [a]( <b c.md> 'd' ){ .x } ** không ** * * *",
    "{: .lớp }\nđoạn [a](b.md){: #id }",
)


def html(text: str, *more: object) -> str:
    return str(markdown.markdown(text, extensions=[*EXTENSIONS, *more]))


@pytest.mark.parametrize("text", WRITTEN)
def test_what_people_write_becomes_the_same_html(text: str) -> None:
    assert html(text, Quick()) == html(text)


def test_pages_become_the_same_html() -> None:
    for page in rendered():
        assert html(page.text, Quick()) == html(page.text), page.path


def test_every_pattern_of_the_library_has_its_sign() -> None:
    found = markdown.Markdown(extensions=EXTENSIONS).inlinePatterns
    named = [found[name] for name in SIGNS]
    assert [pattern.tokens for pattern in found if pattern not in named] == [["*", "_"]]


class Dashes(markdown.Extension):  # type: ignore[misc]
    """A pattern that is not known."""

    def extendMarkdown(self, md: markdown.Markdown) -> None:  # noqa: N802
        md.inlinePatterns.register(SimpleTagInlineProcessor("()--(.+?)--", "del"), "dashes", 50)


def test_a_pattern_that_is_not_known_is_asked_of_everything() -> None:
    assert html("bỏ --chữ này-- đi", Dashes(), Quick()) == "<p>bỏ <del>chữ này</del> đi</p>"
