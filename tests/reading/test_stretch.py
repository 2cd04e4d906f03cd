"""Words taken out of paragraphs know where they stand. The texts are invented."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from build_tools.model.span import Span
from build_tools.structure.paragraphs import Para
from build_tools.structure.stretch import Stretch, cut
from build_tools.structure.tree import tidy_title


def paras(*texts: str) -> list[Para]:
    made, at = [], 7
    for index, text in enumerate(texts):
        made.append(Para(index, Span(at, at + len(text)), text))
        at += len(text) + 1
    return made


@settings(deadline=None)
@given(st.lists(st.text("aĐ .:1⁽¹⁾", max_size=8), max_size=4), st.data())
def test_an_excerpt_says_what_stands_at_its_spans(texts: list[str], data: st.DataObject) -> None:
    lines = paras(*texts)
    clean = "\n" * 7 + "\n".join(texts)
    whole = Stretch.whole(lines)
    assert whole.text == " ".join(texts)
    start = data.draw(st.integers(0, len(whole.text)))
    end = data.draw(st.integers(start, len(whole.text)))
    for found in (whole.excerpt(start, end), whole.excerpt(start, end, strip=" .:"), tidy_title(whole)):
        if found is not None:
            assert found.value in whole.text
            said = "".join(span.of(clean) for span in found.spans)
            assert said.replace(" ", "") == found.value.replace(" ", "")
            assert all(span.of(clean) for span in found.spans)


def test_an_excerpt_of_one_paragraph_may_be_said_otherwise() -> None:
    (line,) = paras("Số: 12/KH-UBND; ")
    found = cut(line, 4, strip=" ;", value="12-KH")
    assert (found.value, found.spans) == ("12-KH", (Span(11, 21),))
