"""Words of the pages: sources, dates that are not sure, places of notes, long rows of places."""

from __future__ import annotations

import pytest

from build_tools.lexicon.relations import relation
from build_tools.model.document import Footnote, Node
from build_tools.model.register import DateClaim, Source, Work
from build_tools.model.span import Span
from build_tools.views.evidence import Evidence, Fact, Related
from build_tools.views.law_names import with_name
from build_tools.views.pieces import Link
from build_tools.views.places import place_names
from build_tools.views.wording import date_conflict, issued, sentence_case, source_line, unconfirmed

PAPER = Source("Báo cáo số 12-BC/HU của Huyện ủy Đá Bạc")
PRESS = Source("Báo Sông Mơ", "https://example.org/a", as_of="2026-08")
LONE = Source("Trang tin Đá Bạc", confidence="C", as_of="2026-08-02")


@pytest.mark.parametrize(
    ("source", "trust", "as_of"),
    [
        (PAPER, "", None),
        (PRESS, "nguồn chính thức hoặc báo chí", "tháng 8/2026"),
        (LONE, "một nguồn thứ cấp, hoặc các nguồn chưa thống nhất", "ngày 02/08/2026"),
    ],
)
def test_a_document_that_states_a_fact_itself_needs_no_word_of_trust(source: Source, trust: str, as_of: str | None) -> None:
    line = source_line(source)
    assert (line.trust, line.as_of) == (trust, as_of)


def _work(*claims: tuple[str, Source]) -> Work:
    return Work("x", "quy-dinh", None, None, None, "Thử", dates=tuple(DateClaim(date, (source,)) for date, source in claims))


def test_a_date_on_one_secondary_source_is_not_confirmed() -> None:
    assert unconfirmed(_work(("2016-10-30", LONE)))
    assert not unconfirmed(_work(("2016-10-30", PRESS)))
    assert not unconfirmed(_work())


def test_such_a_date_bears_its_doubt_wherever_it_stands() -> None:
    found = [issued(_work(*claims)) for claims in ((("2016-10-30", LONE),), (("2016-10-30", PRESS),), (("2016", LONE), ("2017", LONE)))]
    assert [item and (item.text, item.doubt) for item in found] == [("30/10/2016", "chưa xác nhận"), ("30/10/2016", ""), None]


def test_dates_that_disagree_are_all_named() -> None:
    assert date_conflict(_work(("2011-04-15", LONE), ("2011-05-14", LONE))) == "15/04/2011 hoặc 14/05/2011"
    assert date_conflict(_work(("2011-04-15", LONE))) == ""


def test_a_label_in_capitals_is_called_as_others_cite_it() -> None:
    row = Node("item", Span(0, 9), "pl-muc-1", "1")
    names = place_names(Node("document", Span(0, 9), "top", children=(Node("appendix", Span(0, 9), "pl", "PHỤ LỤC IV", children=(row,)),)))
    assert (names["pl"], names["pl-muc-1"]) == ("Phụ lục IV", "mục 1, Phụ lục IV")


def test_a_footnote_is_called_by_its_number_wherever_it_stands() -> None:
    note = Node("footnote", Span(5, 9), "i-5-ghi-chu-2")
    item = Node("item", Span(0, 9), "i-5", "5", children=(Node("paragraph", Span(0, 5), "i-5-p-1"), note))
    names = place_names(Node("document", Span(0, 9), "top", children=(item,)), (Footnote("6", (Span(1, 2),), Span(6, 9), note.id),))
    assert (names["i-5-p-1"], names[note.id]) == ("mục 5", "chú thích 6")


def test_further_places_of_one_name_stand_together() -> None:
    named = ["mục 1", "mục 1", "mục 2", "mục 3", "mục 4", "mục 3"]
    proofs = tuple(Evidence("", "", "", Link(name, "a.md", f"p-{index}")) for index, name in enumerate(named))
    fact = Fact(relation("cites"), False, "", None, (Evidence(source=source_line(PAPER)), *proofs))
    related = Related(Link("A", "a.md"), "known", (fact,))
    assert [proof.place.text for proof in related.sentences if proof.place] == ["mục 1", "mục 1", "mục 2"]
    assert [(first.text, [(link.text, link.anchor) for link in others]) for first, others in related.more] == [
        ("mục 3", [("chỗ 2", "p-5")]),
        ("mục 4", []),
    ]


def test_words_from_the_middle_of_a_sentence_begin_with_a_capital() -> None:
    assert [sentence_case(text) for text in ("đôn đốc Bộ Y tế", "Rà soát", "")] == ["Đôn đốc Bộ Y tế", "Rà soát", ""]


@pytest.mark.parametrize(
    ("key", "cited", "shown"),
    [
        ("Luật số 12/2031/QH17", ["Luật Bến bãi số 12/2031/QH17", "luật số 12/2031/QH17"], "Luật Bến bãi số 12/2031/QH17"),
        ("Luật số 12/2031/QH17", ["LUẬT BẾN BÃI SỐ 12/2031/QH17", "Luật\nBến  bãi, số: 12/2031/QH17"], "Luật Bến bãi số 12/2031/QH17"),
        ("Luật số 12/2031/QH17", ["LUẬT BẾN BÃI SỐ 12/2031/QH17"], "Luật BẾN BÃI số 12/2031/QH17"),
        ("Luật số 12/2031/QH17", ["Luật Hoà giải số 12/2031/QH17", "Luật hòa giải số 12/2031/QH17"], "Luật Hoà giải số 12/2031/QH17"),
        # of two names one is wrong, and it is not known which
        ("Luật số 12/2031/QH17", ["Luật Bến bãi số 12/2031/QH17", "Luật sửa đổi Luật Bến bãi số 12/2031/QH17"], "Luật số 12/2031/QH17"),
        # the words of another number, of a longer one, of a page's head between
        ("Luật số 12/2031/QH17", ["Luật Bến bãi số 2/2031/QH17"], "Luật số 12/2031/QH17"),
        ("Luật số 12/2031/QH1", ["Luật Bến bãi số 12/2031/QH17"], "Luật số 12/2031/QH1"),
        ("Luật số 12/2031/QH17", ["Luật Bến CÔNG BÁO/Số 9/Ngày 05-3-2031 bãi số 12/2031/QH17"], "Luật số 12/2031/QH17"),
        # no law: what stands before the number is no name
        ("Nghị định số 12/2031/NĐ-CP", ["Nghị định của Chính phủ số 12/2031/NĐ-CP"], "Nghị định số 12/2031/NĐ-CP"),
        ("Luật Bến bãi", ["Luật Bến bãi"], "Luật Bến bãi"),
    ],
)
def test_a_law_wanted_by_its_number_is_shown_with_the_name_that_texts_give_it(key: str, cited: list[str], shown: str) -> None:
    assert with_name(key, ["Bộ luật", "Luật", "Pháp lệnh"], cited) == shown
