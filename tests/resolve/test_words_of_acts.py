"""The small questions that reading a relation asks, each alone: whose act, about how much, from when, what is taken out.

"¤" stands for each letter of a citation, as in the view in which relations are read.
"""

from __future__ import annotations

import pytest

from build_tools.model.span import Span
from build_tools.resolve.acts import act_of, is_own, opens
from build_tools.resolve.cues import cue_before, cue_of_list, cues_after, is_coordinate, verbs
from build_tools.resolve.names import title_key
from build_tools.resolve.objects import chapeau_scope, item_scope, limit, object_scope, period
from build_tools.resolve.view import CITED, plain_view

ACTS = [
    # the words before a verb; "|" ends where the document names itself ("nghị định này")
    ("", "own"), ("điều 2. ", "own"), ("a) ", "own"), ("- ", "own"), ("1.2. ", "own"), ("“", "own"), ("khoản 3. ", "own"), ("iv. ", "own"),
    ("về việc ", "own"), ("v/v ", "own"), ("nay ", "own"), ("kế hoạch ", "own"), ("báo cáo ", "own"), ("hướng dẫn ", "own"),
    ("nghị định này| ", "own"), ("nghị định này| có hiệu lực từ ngày 01 tháng 12 năm 2030 và ", "own"),
    ("nghị định này|; bộ bến ", "told"),
    ("nghị định này| như sau: bộ bến ", "told"), ("nghị định này| " + "dài " * 41, "told"), ("nghị định này| " + "dài " * 38, "own"),
    ("nghị định này| không ", "negated"), ("nghị định này| chưa ", "negated"), ("không phải ", "negated"), ("không ai ", "told"),
    ("trình chính phủ ", "planned"), ("ủy ban trình ", "planned"), ("sẽ ", "planned"), ("dự kiến ", "planned"),
    ("kế hoạch ban hành ", "planned"),
    ("trình chính phủ, bộ ", "planned"), ("các sở trình chính phủ, bộ ", "told"), ("- trình chính phủ, bộ ", "planned"),
    ("bộ xây dựng ", "told"), ("rà soát, ", "planned"),
    ("bộ trưởng ban hành thông tư ", "own"), ("chính phủ ban hành nghị định ", "own"), ("bộ trưởng ban hành thông tư; ", "told"),
    ("bộ trưởng ban hành thông tư " + "dài " * 18, "told"), ("bộ trưởng ban hành thông tư " + "dài " * 17, "own"),
    ("bộ trưởng đã ban hành nhiều ", "told"), ("theo đó ", "told"), ("các xã ", "told"), ("thông tư ¤¤¤ ", "told"),
    ("tỉnh ủy ban hành chỉ thị ", "own"), ("trung ương ban hành kết luận ", "own"), ("bộ trưởng ban hành văn bản ", "told"),
]  # fmt: skip


@pytest.mark.parametrize(("lead", "act"), ACTS)
def test_whose_act_a_verb_is(lead: str, act: str) -> None:
    at = lead.find("|")
    own = (Span(0, at),) if at >= 0 else ()
    view = lead.replace("|", "") + "thay thế ¤¤¤"
    assert act_of(view, 0, view.index("thay thế"), own) == act


def test_only_places_of_its_own_clause_make_the_document_the_subject() -> None:
    view = "nghị định này có hiệu lực. các xã thay thế ¤¤¤"
    verb = view.index("thay thế")
    assert act_of(view, 0, verb, (Span(0, 13),)) == "own"
    assert act_of(view, 27, verb, (Span(0, 13),)) == "told"
    assert act_of(view, 0, verb, (Span(verb + 1, verb + 3),)) == "told"


@pytest.mark.parametrize(
    ("lead", "own"),
    [
        ("", True), ("1. ", True), ("nghị định này ", True), ("nghị định này; bộ ", False), ("nghị định này: ", False),
        ("bộ trưởng ", False),
        ("chính phủ ban hành nghị định ", True), ("nghị định này " + "dài " * 18, False), ("nghị định này " + "dài " * 16, True),
        ("nàyx ", False),
    ],
)  # fmt: skip
def test_a_verb_that_changes_nothing_is_the_documents_own(lead: str, own: bool) -> None:
    assert is_own(lead, 0, len(lead)) is own


@pytest.mark.parametrize(
    ("lead", "open_"), [("điều 12a. ", True), ("khoản 2: ", True), ("(", True), ("1.1.2) ", True), ("các ", False), ("điều này ", False)]
)
def test_nothing_but_labels(lead: str, open_: bool) -> None:
    assert opens(lead, 0, len(lead)) is open_


SCOPES = [
    # the words between a verb and a citation
    (" ", "whole"), (" toàn bộ ", "whole"), (" các ", "whole"), (" toàn bộ các ", "whole"), (": ", "whole"), (" 02 ", "whole"),
    (" một số ", "whole"),
    (" hiệu lực thi hành của ", "whole"), (" các thông tư ", "whole"), (" thông tư ", None), (" đối với ", "whole"),
    (" văn bản số ", "whole"),
    (" khoản 2 điều 5 ", "part"), (" khoản 2, 3 và điểm a điều 5 ", "part"), (" một số điều của ", "part"),
    (" một số điều của các ", "part"),
    (" quy định về phí tại ", "part"), (" nội dung về phí trong ", "part"), (" mức phí tại ", "part"), (" mức phí ", None),
    (" điều kiện ", None),
    (" phụ lục ban hành kèm theo ", "annex"), (" quy chế ban hành kèm theo ", "annex"), (" mẫu số 02 ", "annex"),
    (" danh mục tại ", "annex"),
    (" quy chế kèm theo ", "annex"), (" quy chế đính kèm ", "annex"), (" cụm từ ¤¤ tại ", "phrase"), (" từ ¤¤ tại điều 5 ", "phrase"),
    (" việc thu phí theo ", None), (" các quy định trái với ", None), (" quy định theo hướng dẫn tại ", None), (" căn cứ tại ", None),
    (" quy định phù hợp với nội dung của ", None), (" quy định, áp dụng phí của ", None), (" quy định áp dụng phí, thuế của ", "part"),
    (" của ", "whole"), (" tại ", None), (" một số điều các ", "part"), (" quy định về bến; ", None),
    (" quy định về " + "bến " * 99 + "tại ", None),
]  # fmt: skip


@pytest.mark.parametrize(("lead", "kind"), SCOPES)
def test_how_much_a_verb_is_about(lead: str, kind: str | None) -> None:
    assert object_scope(lead, 0, len(lead)) == kind


@pytest.mark.parametrize(
    ("lead", "kind"),
    [
        ("", "whole"), ("các ", "whole"), ("điều 5 ", "part"), ("cụm từ ¤¤ tại ", "phrase"), ("mức phí tại ", None),
        ("phụ lục ban hành kèm theo ", "annex"),
    ],
)  # fmt: skip
def test_how_much_an_item_of_a_list_is_about(lead: str, kind: str | None) -> None:
    assert item_scope(lead, 0, len(lead)) == kind


@pytest.mark.parametrize(
    ("lead", "kind"),
    [
        (" các văn bản sau:", "whole"), (" một số điều của các thông tư sau:", "part"), (" các quy định sau:", "whole"),
        (" các điều sau đây:", "whole"),
        (" các quy định pháp luật sau đây:", "whole"), (" các phụ lục:", "annex"), (" một số cụm từ tại:", "phrase"), ("", "whole"),
    ],
)  # fmt: skip
def test_how_much_the_first_line_of_a_list_is_about(lead: str, kind: str) -> None:
    assert chapeau_scope(lead, 0, len(lead)) == kind


@pytest.mark.parametrize(
    ("words", "kind", "taken"),
    [
        (" hết hiệu lực, trừ điều 5.", "except", "trừ điều 5"), (" (trừ điều 5) hết hiệu lực", "except", "trừ điều 5"),
        ("; riêng chương ii có hiệu lực", "except", "riêng chương ii có hiệu lực"),
        (", ngoại trừ điều 1; và khác", "except", "ngoại trừ điều 1"),
        (" hết hiệu lực, trừ trường hợp quy định tại điều 7", "whole", "trừ trường hợp quy định tại điều 7"),
        (" hết hiệu lực trừ trường hợp khác", "whole", "trừ trường hợp khác"), (" hết hiệu lực trừ điều 5", "except", "trừ điều 5"),
        (" khấu trừ phí", None, ""),
        (", trừng phạt", None, ""), (", trừ điều 5\ndòng sau", "except", "trừ điều 5"),
        (", trừ mục 1.2 và 3", "except", "trừ mục 1.2 và 3"),
    ],
)  # fmt: skip
def test_what_is_taken_out(words: str, kind: str | None, taken: str) -> None:
    found = limit(words, 0, len(words))
    assert (found.kind if found else None) == kind
    assert (words[found.start : found.end] if found else "") == taken


@pytest.mark.parametrize(
    ("text", "since", "until"),
    [
        ("từ ngày 01/8/2032 đến hết ngày 15/9/2032", "2032-08-01", "2032-09-15"), ("kể từ ngày 1 tháng 8 năm 2032", "2032-08-01", None),
        ("đến ngày 15/9/2032", None, "2032-09-15"), ("đến hết 15/9/2032", None, "2032-09-15"), ("từ nay đến mai", None, None),
        ("từ 8/2032 đến ngày 15/9/2032", None, "2032-09-15"), ("ngày 01/8/2032", None, None),
        ("từ ngày ký đến ngày 15/9/2032", None, "2032-09-15"),
    ],
)  # fmt: skip
def test_from_and_until_when(text: str, since: str | None, until: str | None) -> None:
    assert period(text, text, 0, len(text)) == (since, until)


@pytest.mark.parametrize(
    ("view", "found"),
    [
        ("sửa đổi, bổ sung ¤¤", [("amends", "sửa đổi, bổ sung")]), ("thay thế và bãi bỏ ¤¤", [("replaces", "thay thế và bãi bỏ")]),
        ("thay thế ¤¤ và bãi bỏ ¤¤", [("replaces", "thay thế"), ("repeals", "bãi bỏ")]),
        ("bãi bỏ hoặc sửa đổi ¤¤", [("amends", "bãi bỏ hoặc sửa đổi")]),
        ("được thay thế bởi ¤¤", []), ("thực hiện ¤¤", []),
        ("thay thế, đồng thời bãi bỏ ¤¤", [("replaces", "thay thế, đồng thời bãi bỏ")]),
    ],
)  # fmt: skip
def test_verbs_in_a_row(view: str, found: list[tuple[str, str]]) -> None:
    assert [(item.relation.id, view[item.start : item.end]) for item in verbs(view, 0, len(view))] == found


@pytest.mark.parametrize(
    ("before", "joined"),
    [
        ("¤¤ và ", True), ("¤¤, ", True), ("¤¤; ", True), ("¤¤ đồng thời ", True), ("¤¤ cùng với ", True), ("¤¤ về bến ", False),
        ("", False), ("xvà ", False),
    ],
)  # fmt: skip
def test_a_verb_joined_to_the_one_before(before: str, joined: bool) -> None:
    assert is_coordinate(before + "bãi bỏ", len(before)) is joined


@pytest.mark.parametrize(
    ("low", "relation"),
    [
        ("căn cứ ", "based_on"), ("các xã căn cứ ", None), ("thực hiện ", "implements"),
        ("triển khai thực hiện nghiêm túc ", "implements"),
        ("tiếp tục thực hiện ", "continues"), ("sơ kết 01 năm thực hiện ", "reviews"), ("tổng kết việc thực hiện ", "reviews"),
        ("được thực hiện theo quy định tại ", None), ("quy định chi tiết một số điều của ", "guides"), ("theo ", None), ("", None),
        ("thực hiện các việc khác theo ", None), ("thực hiện " + "dài " * 70, None), ("bãi bỏ ", None), ("hướng dẫn thực hiện ", "guides"),
    ],
)  # fmt: skip
def test_words_before_a_citation_that_change_nothing(low: str, relation: str | None) -> None:
    assert cue_before(low, 0, len(low)) == relation


def test_words_of_a_lists_first_line_that_change_nothing() -> None:
    assert cue_of_list("tiếp tục thực hiện các văn bản sau:", 0, 35) == "continues"
    assert cue_of_list("căn cứ và tiếp tục thực hiện các văn bản sau:", 0, 45) == "continues"
    assert cue_of_list("triển khai thực hiện các văn bản sau:", 0, 37) is None
    assert cue_of_list("bãi bỏ các văn bản sau:", 0, 23) is None
    assert cue_of_list("các văn bản sau:", 0, 16) is None


@pytest.mark.parametrize(
    ("view", "relations"),
    [
        ("¤¤ hết hiệu lực kể từ ngày", ["repeals"]), ("¤¤ hết hiệu lực thi hành.", ["repeals"]), ("¤¤ hết hiệu lực", ["repeals"]),
        ("¤¤ đã hết hiệu lực từ ngày", []), ("văn bản hết hiệu lực thuộc bộ", []), ("¤¤ hết hiệu lực toàn bộ, trừ", ["repeals"]),
        ("¤¤ ngưng hiệu lực đến ngày", ["suspends"]), ("¤¤ hết hiệu lực khi", ["repeals"]), ("¤¤ hết hiệu lực xong", []),
    ],
)  # fmt: skip
def test_verbs_after_their_subject(view: str, relations: list[str]) -> None:
    assert [item.relation.id for item in cues_after(view, 0, len(view))] == relations


def test_what_is_cited_quoted_or_put_in_brackets_has_no_verbs() -> None:
    class Quoted:
        spans = (Span(20, 26), Span(40, 46))

    low = "bãi bỏ luật a và “bỏ” (đã thay thế) rồi “bỏ\nđi” xong (bỏ ¤)"
    spans = tuple(Span(low.index(words), low.index(words) + len(words)) for words in ("“bỏ”", "“bỏ\nđi”"))
    Quoted.spans = spans
    view = plain_view(low, [Span(7, 13)], Quoted())  # type: ignore[arg-type]
    assert len(view) == len(low)
    assert view == "bãi bỏ " + CITED * 6 + " và " + CITED * 4 + " " * 15 + "rồi “bỏ\nđi” xong (bỏ ¤)"


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Luật Bến bãi năm 2030", "luật bến bãi"), ("Luật Bến bãi 2030", "luật bến bãi"), ("Luật Bến bãi, năm 2030", "luật bến bãi"),
        ("Luật Bến bãi ngày 5/6/2030", "luật bến bãi"), ("Luật  BẾN bãi", "luật bến bãi"), ("Luật Bến bãi số 2030", "luật bến bãi số"),
    ],
)  # fmt: skip
def test_a_name_without_its_year(name: str, key: str) -> None:
    assert title_key(name) == key
