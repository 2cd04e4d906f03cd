"""What is made without the generator is what the generator makes, byte for byte; what is not known is left to it."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import markdown
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from markdown.extensions.toc import nest_toc_tokens
from mkdocs.utils import meta

from build_tools.model.settings import Content
from build_tools.publish import publish
from build_tools.publish.dialect import Heading, converted
from build_tools.publish.direct import TOC, Direct, _Pages
from build_tools.publish.frames import Entry, nested
from build_tools.publish.generator import CONFIG
from build_tools.publish.lean import lean
from build_tools.render import escape, render_site
from tests.site import sample
from tests.site.built import snapshot

EXTENSIONS = ["toc", "tables", "fenced_code", "attr_list", "def_list", "md_in_html"]
HEAD = '---\ntitle: "Tên"\nhide: [navigation]\n---\n\n'


def library(text: str) -> tuple[str, list[tuple[int, str, str]], dict[str, Any]]:
    body, head = meta.get_data(text)
    made = markdown.Markdown(extensions=EXTENSIONS, extension_configs={"toc": TOC})
    html = str(made.convert(body))

    def flat(found: list[dict[str, Any]]) -> list[tuple[int, str, str]]:
        return [entry for token in found for entry in ((token["level"], token["id"], token["name"]), *flat(token["children"]))]

    return html, flat(made.toc_tokens), head


def same(text: str) -> bool:
    """Whether a page is converted here; then it must be as the library converts it."""
    found = converted(text, lambda path: path)
    if found is not None:
        assert (found.html, [tuple(heading) for heading in found.headings], found.meta) == library(text)
    return found is not None


OURS = (
    'đoạn [a](b.md "tên &#39;x&#39;"){ .vb .x } và [¶](#i-1 "mục I"){ .neo }\n{: #i-1 .trich }',
    '## Tên <br>chương { #chuong-1 data-o="Chương I" }\n\n### Mục \\*1\\* { #muc-1 }\n\n##### Sâu { #sau }',
    "- một\n- hai [x](y.md)\n\n- ba\n\n- bốn",
    "- một\n\n- hai\n- ba",
    "1. một\n1. hai\n\nđoạn\n\n1. ba",
    "Tên\n:   nói [x](y.md){ .ten }\n\nKhác\nNữa\n:   một\n:   hai",
    "> lời <mark>trích</mark>\n\n> nữa\n\nthôi",
    """<div class="b" id="a" markdown="1">

đoạn

<details markdown="1" open>
<summary>Tên &amp; họ</summary>

- x

</details>

</div>""",
    '<nav class="thanh">\n<ul>\n<li><a href="#x">x</a></li>\n</ul>\n</nav>\n\nđoạn',
    """<div markdown="1">
<table class="so" data-x="1">
<thead><tr><th scope="col" class="n">A</th><th>B</th></tr></thead>
<tbody>
<tr>
<td>1</td>
<td class="n">2</td>
</tr>
</tbody>
</table>
</div>""",
    """<div markdown="1">
<table class="so" markdown="1">
<tbody markdown="1">
<tr markdown="1">
<td markdown="span">[x](y.md)</td>
<td>2</td>
</tr>
</tbody>
</table>
</div>""",
    '<ul class="quan-he" markdown="1">\n<li markdown="block">\n\nmột\n\n> hai\n\n</li>\n</ul>',
    "**Đậm [x](y.md){ .a } nữa** rồi **lại**{: #l } thôi",
    "\\- như trên;\n{: #p .phan-cuoi }\n\n3\\. ba\n\n&#58; hai chấm &lt;b&gt; &#124;",
    "dòng\nhai dòng\n{: .x }",
)
NOT_OURS = (
    "`mã`", "*nghiêng*", "a _b_ c", "[nhãn][x]", "<https://song-mo.example/>", "a & b", "a < b",
    "<!-- lời -->\n\na", "đoạn\n===", "đoạn\n\n---",
    "- một\n    - lồng", "- một\ntiếp", "    mã", "[x]: y", "## Không địa chỉ", "a  \nb", "![hình](a.png)",
    "| a | b |\n|---|---|\n| 1 | 2 |",
    "~~~\nmã\n~~~", "<div>\nchưa đóng", "<div markdown=\"1\">\n</div>", "</div>", "a\tb", "\u00a0đoạn", "> hai\n> dòng", "[x](khong-co.md)",
    "<p>raw</p> đuôi", "2. hai", "<div markdown=\"1\">\n\nđoạn\n", "[x](a.md \"t\"){ x }",
)  # fmt: skip


@pytest.mark.parametrize("text", OURS)
def test_what_the_templates_write_is_converted_here(text: str) -> None:
    assert same(HEAD + text + "\n")


@pytest.mark.parametrize("text", NOT_OURS)
def test_what_is_not_known_is_left_to_the_library(text: str) -> None:
    assert converted(f"{HEAD}{text}\n", lambda path: None if "khong" in path else path) is None


@pytest.mark.parametrize(
    "head", ["", "---\ntitle: x\n---\n", '---\ntitle: "x"\ntemplate: redirect.html\n---\n', "---\nhide:\n  - toc\n---\n"]
)
def test_a_head_of_other_making_is_left_to_the_library(head: str) -> None:
    assert converted(f"{head}\nđoạn\n", str) is None


def test_the_pages_of_the_sample_are_nearly_all_converted_here() -> None:
    pages = [page for page in render_site(sample.site()) if page.path.endswith(".md")]
    left = [page.path for page in pages if not same(page.text)]
    assert len(left) < len(pages) / 5, left


SIGNS = list("[](){}<>*_`#!|~^$=:;.,-+\\&\"'  123\n")
WORDS = st.text(st.one_of(st.characters(blacklist_categories=["Cs"]), st.sampled_from(SIGNS), st.sampled_from("ăâđêôơư")), max_size=30)


@given(st.lists(st.tuples(st.sampled_from(range(9)), WORDS, WORDS), max_size=8))
def test_whatever_texts_say_they_are_converted_as_the_library_does(pieces: list[tuple[int, str, str]]) -> None:
    """Texts are escaped as the templates escape them, and put where the templates put them."""
    lines = []
    for number, (kind, one, two) in enumerate(pieces):
        first, second, title, raw = escape.markdown(one), escape.inner(two), escape.title(two), escape.html(two)
        lines.append(
            (
                f"{first}\n{{: #p-{number} .x }}",
                f'## {second} {{ #h-{number} data-o="{title}" }}',
                f'- {first} <span class="phu">{second}</span>',
                f"{first}\n:   {escape.markdown(two)}",
                f"> {first}<mark>{second}</mark>",
                f'[{first}](a.md "{title}"){{ .vb }}{second}',
                f'<div class="x" data-dan="{raw}" markdown="1">\n\n{first}\n\n<p class="y">{raw}</p>\n\n</div>',
                f"**{first}** {second}",
                f'<p data-z="{raw}">{raw}</p>',
            )[kind]
        )
    same(HEAD + "\n\n".join(lines) + "\n")


@given(st.lists(st.integers(2, 4), max_size=12))
def test_headings_are_nested_as_the_library_nests_them(levels: list[int]) -> None:
    def shape(entries: list[Entry]) -> list[Any]:
        return [(entry.id, shape(entry.children)) for entry in entries]

    def theirs(tokens: list[dict[str, Any]]) -> list[Any]:
        return [(token["id"], theirs(token["children"])) for token in tokens]

    found = [{"level": level, "id": str(number), "name": ""} for number, level in enumerate(levels)]
    assert shape(nested(Heading(level, str(number), "") for number, level in enumerate(levels))) == theirs(nest_toc_tokens(found))


def test_the_contents_are_marked_as_the_generator_is_told() -> None:
    told = next(item["toc"] for item in yaml.safe_load(CONFIG.read_text("utf-8"))["markdown_extensions"] if isinstance(item, dict))
    assert told == TOC


@pytest.mark.slow
@pytest.mark.parametrize("url", [None, "https://song-mo.example/a/"])
def test_a_site_is_the_same_bytes_when_the_generator_makes_all_of_it(tmp_path: Path, url: str | None) -> None:
    site = sample.site()
    for name, plain in (("mot", False), ("hai", True)):
        content = Content(tmp_path / name, tmp_path / name / "data", site.settings)
        publish(render_site(site), tmp_path / name / "site", content=content, site_url=url, plain=plain)
    assert snapshot(tmp_path / "mot" / "site") == snapshot(tmp_path / "hai" / "site")


def test_the_frame_is_lean_and_what_is_a_page_s_own_stays() -> None:
    page = "<html>\n  <body>\n\n    <b>a</b>  b\n    <article>\n  <pre>\n   x\n\n</pre>\n </article>\n   \n  </body>\n</html>\n"
    assert lean(page) == "<html><body>\n<b>a</b>  b\n<article>\n  <pre>\n   x\n\n</pre>\n </article></body></html>\n"
    for left in ("<p>\n  a</p>", "<pre>\n  a</pre>\n  <article>\n</article>"):
        assert lean(left) == left


@pytest.mark.slow
def test_most_pages_have_a_frame_that_others_have_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A frame that cannot be learnt would cost time only, and nobody would see it."""
    rendered: list[str] = []
    really = _Pages._render
    monkeypatch.setattr(_Pages, "_render", lambda self, item, *more: rendered.append(item.file.src_uri) or really(self, item, *more))
    site = sample.site()
    content = Content(tmp_path, tmp_path / "data", site.settings)
    made = publish(render_site(site), tmp_path / "site", content=content)
    assert len(rendered) < made.pages * 2 / 3


SET = SimpleNamespace(
    markdown_extensions=EXTENSIONS, mdx_configs={"toc": TOC}, plugins={}, hooks={},
    repo_url="", edit_uri="",
)  # fmt: skip
OTHERWISE = {
    "a further extension": {"markdown_extensions": [*SET.markdown_extensions, "footnotes"]},
    "other marks of headings": {"mdx_configs": {"toc": {**TOC, "permalink": "#"}}},
    "a plugin": {"plugins": {"x": object()}},
    "hooks": {"hooks": {"a.py": object()}},
    "a repository": {"repo_url": "https://song-mo.example/"},
}


def test_a_site_with_no_settings_of_its_own_needs_the_generator_for_little() -> None:
    assert Direct("mkdocs", print).usable(SET)


@pytest.mark.parametrize("name", OTHERWISE)
def test_a_site_with_other_settings_is_left_to_the_generator(name: str) -> None:
    assert not Direct("mkdocs", print).usable(SimpleNamespace(**{**vars(SET), **OTHERWISE[name]}))
