from dataclasses import replace

import pytest

from build_tools.model.citation import Pinpoint
from build_tools.model.reading import Doubt
from build_tools.model.register import DateClaim, Source
from build_tools.model.site import Edge, Site
from build_tools.model.span import Span
from build_tools.render import render_site
from build_tools.views import addresses, search_records
from build_tools.views.body import body
from build_tools.views.evidence import around
from build_tools.views.keys import unique_ids
from build_tools.views.lookup import Lookup
from build_tools.views.outline import outline
from build_tools.views.pieces import Cited, Line
from build_tools.views.quality import QualityPage, quality_pages
from build_tools.views.reading import to_confirm
from build_tools.views.relations import incoming, outgoing
from build_tools.views.standing import replacement_chain, standing
from build_tools.views.statements import SAME_NUMBER, task_rows
from build_tools.views.wanted import StubPage, headed, wanted_pages
from build_tools.views.wording import date_text, dated, shorten, when
from build_tools.views.work import work_page
from tests.site import sample
from tests.site.built import rendered

LOOKUP = Lookup(sample.site())


@pytest.mark.parametrize(
    ("iso", "shown", "with_word"),
    [("2021-05-18", "18/05/2021", "ngày 18/05/2021"), ("2021-05", "5/2021", "tháng 5/2021"), ("2021", "2021", "năm 2021")],
)
def test_dates_keep_their_precision(iso: str, shown: str, with_word: str) -> None:
    assert date_text(iso) == shown
    assert dated(iso) == with_word
    assert when(iso).machine == iso


def test_a_period_is_shown_with_both_ends() -> None:
    assert when("2021", "2025").text == "2021 – 2025"
    assert when(None).text == "không rõ ngày"


@pytest.mark.parametrize(("limit", "cut"), [(40, "một hai ba bốn năm"), (12, "một hai ba …"), (9, "một hai …")])
def test_texts_are_cut_between_words(limit: int, cut: str) -> None:
    assert shorten("một hai ba bốn năm", limit) == cut


def test_evidence_is_cut_around_the_citation() -> None:
    sentence = "đầu " * 200 + "Quy định số 41-QĐ/TW" + " cuối" * 200
    before, quote, after = around(sentence, "Quy định số 41-QĐ/TW")
    assert quote == "Quy định số 41-QĐ/TW"
    assert before.startswith("… đầu")
    assert before.endswith("đầu ")
    assert after.endswith("…")
    assert len(before + quote + after) < 320
    assert around("Ngắn gọn 41-QĐ/TW.", "41-QĐ/TW") == ("Ngắn gọn ", "41-QĐ/TW", ".")
    assert around("Không có", "41-QĐ/TW") == ("Không có", "", "")


def test_relations_stand_on_both_sides_with_their_evidence() -> None:
    there = {group.id: [item.link.page for item in group.works] for group in outgoing(sample.REPORT, LOOKUP)}
    back = {group.id: [item.link.page for item in group.works] for group in incoming(sample.LETTER, LOOKUP)}
    assert there == {"dan-reviews": [f"van-ban/{sample.LETTER}/index.md"]}
    assert back == {"duoc-dan-reviews": [f"van-ban/{sample.REPORT}/index.md"]}
    evidence = incoming(sample.LETTER, LOOKUP)[0].works[0].facts[0].evidence[0]
    assert evidence.quote == "Công văn số 07-CV/TU"
    assert evidence.place is not None
    assert evidence.place.anchor == "p-3"


def test_the_same_words_at_one_place_are_told_once_with_their_number() -> None:
    """A letter that says "99-QĐ/TW" three times before its first section is one line of the page, and still three undecided citations."""
    made = sample.site()
    (one,) = made.ambiguous
    lookup = Lookup(replace(made, ambiguous=tuple(replace(one, node_id=place) for place in ("p-3", "p-5", "p-3", "p-4"))))
    page = next(page for page in quality_pages(lookup) if isinstance(page, QualityPage))
    told = [(item.times, [(place.text, place.anchor) for place in item.places]) for item in page.lists.ambiguous]
    assert told == [(3, [("phần mở đầu", "p-3"), ("chỗ thứ 2", "p-4")]), (1, [("mục 1", "1")])]
    assert dict(page.counts)["chua-phan-biet"] == 4
    texts = [page.text for page in render_site(lookup.site) if page.path in (addresses.QUALITY, addresses.shared_number("99-QĐ/TW"))]
    assert [text.count(f"“{one.quote}” (3 lần) trong ") for text in texts] == [1, 1]
    assert all("#p-3), [chỗ thứ 2](" in text for text in texts)


def test_what_a_text_cites_is_listed_known_or_not_each_once() -> None:
    found = {(group.id, item.state, item.link.text) for group in outgoing(sample.LETTER, LOOKUP) for item in group.works}
    assert found == {
        ("dan-implements", "known", "Quy định 41-QĐ/TW"),
        ("dan-cites", "known", "Quy định 40-QĐ/TW"),
        ("dan-cites", "unknown", "Kế hoạch 15-KH/TU của Tỉnh ủy Sông Mơ"),
        ("dan-cites", "ambiguous", "Quy định số 99-QĐ/TW"),
    }
    unclear = next(item for group in outgoing(sample.LETTER, LOOKUP) for item in group.works if item.state == "ambiguous")
    assert {link.text for link in unclear.candidates} == {"Quy định 99-QĐ/TW (2018)", "Quy định 99-QĐ/TW (2023)"}


def test_a_document_in_two_relations_is_one_entry_with_both() -> None:
    site = sample.site()
    edges = (Edge(sample.LETTER, "cites", sample.RULE_NEW), Edge(sample.LETTER, "implements", sample.RULE_NEW))
    groups = outgoing(sample.LETTER, Lookup(replace(site, documents=(), outgoing=((sample.LETTER, edges),))))
    assert [(group.id, [fact.relation.id for fact in item.facts]) for group in groups for item in group.works] == [
        ("dan-implements", ["implements", "cites"])
    ]


@pytest.mark.parametrize(
    ("key", "page"),
    [
        ("Nghị định số 30/2031/NĐ-CP", "can-tim/2031/index.md"),  # the sample's register has no type of that name
        ("Công văn số 15-CV/TU ngày 15/09/2022", "can-tim/cong-van-2022/index.md"),
        ("Quy định về làng Đá Bạc", "can-tim/quy-dinh/index.md"),
        ("19002/BX", "can-tim/chua-ro/index.md"),
    ],
)
def test_the_page_of_a_wanted_document_follows_from_its_key_alone(key: str, page: str) -> None:
    assert addresses.wanted(*LOOKUP.wanted.kind_and_year(key)) == page


def test_who_cites_a_wanted_document_and_how_stands_under_its_own_address() -> None:
    key = "Kế hoạch 15-KH/TU của Tỉnh ủy Sông Mơ"
    page, anchor = LOOKUP.wanted.link(key)
    stub = next(stub for view in wanted_pages(LOOKUP) if isinstance(view, StubPage) and view.path == page for stub in view.stubs)
    assert (stub.id, stub.key, stub.name) == (anchor, key, key)
    assert [(item.link.text, item.related.sentences[0].quote) for item in stub.citing] == [("Công văn 07-CV/TU", "Kế hoạch số 15-KH/TU")]


@pytest.mark.parametrize(
    ("key", "name"),
    [
        ("chuyên đề làng Đá Bạc", "Chuyên đề làng Đá Bạc"),
        ("đề án 5 của huyện", "Đề án 5 của huyện"),
        ("Kế hoạch 15-KH/TU", "Kế hoạch 15-KH/TU"),
        ("19002/BX", "19002/BX"),
    ],
)
def test_a_wanted_document_stands_at_the_head_of_a_line_with_a_capital(key: str, name: str) -> None:
    assert headed(key) == name


def test_the_chain_of_replacement_is_whole_from_either_end_and_ends_in_circles() -> None:
    assert replacement_chain(sample.RULE_OLD, LOOKUP) == (sample.RULE_OLD, sample.RULE_NEW)
    assert replacement_chain(sample.RULE_NEW, LOOKUP) == (sample.RULE_OLD, sample.RULE_NEW)
    site = sample.site()
    back = Edge(sample.RULE_OLD, "replaces", sample.RULE_NEW)
    ring = replace(
        site, outgoing=(*site.outgoing, (sample.RULE_OLD, (back,))), incoming=tuple((key, (*edges, back)) for key, edges in site.incoming)
    )
    assert set(replacement_chain(sample.RULE_OLD, Lookup(ring))) >= {sample.RULE_OLD, sample.RULE_NEW}


def test_what_stands_at_the_end_of_a_chain_is_told_with_periods() -> None:
    site = sample.site()
    newest = replace(LOOKUP.works[sample.SHARED_B], dates=(DateClaim("2026-05-01"),))
    last = Edge(sample.SHARED_B, "replaces", sample.RULE_NEW, date="2026-05-01", sources=(sample.PRESS,))
    incoming_ = {**dict(site.incoming), sample.RULE_NEW: (*dict(site.incoming)[sample.RULE_NEW], last)}
    outgoing_ = {**dict(site.outgoing), sample.SHARED_B: (last,)}
    works = tuple(newest if work.id == newest.id else work for work in site.works)
    lookup = Lookup(replace(site, works=works, incoming=tuple(incoming_.items()), outgoing=tuple(outgoing_.items())))
    found = standing(lookup.works[sample.RULE_OLD], lookup)
    assert [link.page for link in found.now] == [f"van-ban/{sample.SHARED_B}/index.md"]
    periods = [(step.since and step.since.text, step.until and step.until.text, step.here) for step in found.chain]
    assert periods == [("01/11/2011", "02/03/2022", True), ("02/03/2022", "01/05/2026", False), ("01/05/2026", None, False)]
    assert standing(lookup.works[sample.RULE_NEW], lookup).now == ()  # what ended it stands last itself
    record = next(record for record in search_records(lookup) if record.id == sample.RULE_OLD)
    assert ("", "cuối chuỗi đã biết: Quy định 99-QĐ/TW (2026)") in record.meta
    ends_ = [(moment.kind, moment.link.page) for moment in work_page(lookup.works[sample.RULE_OLD], lookup).said.moments]
    assert ("Được thay thế bởi", f"van-ban/{sample.RULE_NEW}/index.md") in ends_


def test_a_replaced_work_says_by_what_since_when_and_from_whom() -> None:
    item, fact = standing(LOOKUP.works[sample.RULE_OLD], LOOKUP).ended_by[0]
    assert item.link.page == f"van-ban/{sample.RULE_NEW}/index.md"
    assert fact.since is not None
    assert fact.since.text == "02/03/2022"
    assert fact.evidence[0].source is not None
    assert fact.evidence[0].source.name == "Báo Sông Mơ"


def test_a_replacement_that_one_weak_source_states_is_shown_as_unsure() -> None:
    site = sample.site()
    weak = (Source("Trang tin Đá Bạc", confidence="C"),)

    def weakened(side: tuple[tuple[str, tuple[Edge, ...]], ...]) -> tuple[tuple[str, tuple[Edge, ...]], ...]:
        return tuple((work, tuple(replace(edge, sources=weak) if edge.sources else edge for edge in edges)) for work, edges in side)

    site = replace(site, incoming=weakened(site.incoming), outgoing=weakened(site.outgoing))
    lookup = Lookup(site)
    item, fact = standing(lookup.works[sample.RULE_OLD], lookup).ended_by[0]
    assert fact.unsure
    assert fact.status == "Có thể đã có văn bản thay thế (chưa xác nhận)"
    assert standing(lookup.works[sample.RULE_OLD], lookup).periods == ()
    page = next(page.text for page in render_site(site) if page.path == f"van-ban/{sample.RULE_OLD}/index.md")
    assert "**Đã có văn bản thay thế" not in page
    assert "Có thể đã có văn bản thay thế (chưa xác nhận)" in page
    record = next(record for record in search_records(lookup) if record.id == sample.RULE_OLD)
    assert not record.superseded
    assert ("status", fact.status) in record.facets
    assert any(value.startswith("có thể (chưa xác nhận) được thay thế bởi") for _, value in record.meta)
    newer = [
        row for group in outgoing(sample.RULE_NEW, lookup) for row in group.works if row.link.page == f"van-ban/{sample.RULE_OLD}/index.md"
    ]
    assert newer[0].facts[0].unsure
    assert item.link.page == f"van-ban/{sample.RULE_NEW}/index.md"


def test_no_page_says_that_a_work_is_in_force() -> None:
    for page in rendered():
        text = page.text.replace("Điều đó không khẳng định văn bản còn hiệu lực", "").replace(
            "không khẳng định văn bản nào còn hiệu lực", ""
        )
        assert "còn hiệu lực" not in text, page.path


def test_two_dates_are_a_conflict_and_no_date() -> None:
    page = work_page(LOOKUP.works[sample.CONFLICT], LOOKUP)
    assert [fact.when.text for fact in page.card.dates] == ["14/05/2011", "15/04/2011"]
    assert LOOKUP.date(LOOKUP.works[sample.CONFLICT]) is None


@pytest.mark.parametrize(
    ("pinpoint", "node"),
    [
        (Pinpoint(article="5"), "dieu-5"),
        (Pinpoint(article="5", clause="1", point="đ"), "dieu-5-khoan-1-diem-dd"),
        (Pinpoint(article="5", clause="1", point="d"), "dieu-5-khoan-1-diem-d"),
        (Pinpoint(article="5", clause="9"), "dieu-5"),
        (Pinpoint(article="6"), ""),
        (Pinpoint(section="II"), "ii"),
        (None, ""),
    ],
)
def test_a_pinpoint_leads_to_the_innermost_place_that_exists(pinpoint: Pinpoint | None, node: str) -> None:
    assert LOOKUP.pinpoint(sample.REPORT, pinpoint) == node


def test_nothing_leads_to_a_line_that_no_page_shows() -> None:
    document = sample.letter().document
    blocks = tuple(replace(block, furniture=True) if index == 2 else block for index, block in enumerate(document.clean.blocks))
    stamped = replace(document, clean=replace(document.clean, blocks=blocks))
    assert "p-3" in outline(document).anchors
    assert "p-3" not in outline(stamped).anchors
    lookup = Lookup(replace(sample.site(), documents=(replace(sample.letter(), document=stamped), sample.report())))
    assert lookup.link(sample.LETTER, "p-3").anchor == ""


def test_places_are_named_as_people_name_them() -> None:
    assert LOOKUP.place(sample.REPORT, "dieu-5-khoan-1-diem-dd") == "điểm đ khoản 1 Điều 5"
    assert LOOKUP.place(sample.REPORT, "p-3") == "mục I"
    assert LOOKUP.place(sample.LETTER, "p-4") == "phần mở đầu"
    assert LOOKUP.place(sample.LETTER, "không có") == "Công văn 07-CV/TU"


def test_ids_of_names_never_collide() -> None:
    assert unique_ids("tn", ["DU", "ĐU", "đu", "!!!", "???"]) == {
        "DU": "tn-du",
        "ĐU": "tn-du-2",
        "đu": "tn-du-3",
        "!!!": "tn",
        "???": "tn-2",
    }


def test_a_citation_that_goes_on_in_the_next_line_is_marked_in_both() -> None:
    letter = sample.letter()
    first = letter.references[0]
    start = letter.document.clean.text.index("Tỉnh ủy yêu cầu:")
    broken = replace(first, citation=replace(first.citation, span=Span(start, start + len("Tỉnh ủy yêu cầu:\n1- Quán triệt"))))
    shown = body(replace(letter, references=(broken,)), LOOKUP)
    marked = [item.link for line in shown if isinstance(line, Line) for item in line.inlines if isinstance(item, Cited)]
    assert [link.text for link in marked] == ["Tỉnh ủy yêu cầu:", "1- Quán triệt"]
    assert len({link.page for link in marked}) == 1


def test_a_document_is_found_under_every_body_above_its_issuer_but_the_head_of_the_system() -> None:
    """The provincial committee has its own letter and its district's report; nothing is told of the head, for all is below it."""
    under = {record.id: [value for facet, value in record.facets if facet == "under"] for record in search_records(LOOKUP)}
    assert under[sample.LETTER] == []  # nothing above it is known
    parented = replace(sample.register(), issuers=tuple(
        replace(item, parent="ban-trung-uong") if item.id == "tinh-uy-song-mo" else item for item in sample.register().issuers
    ))  # fmt: skip
    told = {record.id: record.facets for record in search_records(Lookup(replace(sample.site(), register=parented)))}
    assert [[value for facet, value in told[work] if facet == "under"] for work in (sample.LETTER, sample.REPORT, sample.RULE_NEW)] == [
        ["Tỉnh ủy Sông Mơ"], ["Tỉnh ủy Sông Mơ"], [],
    ]  # fmt: skip


def test_search_records_have_unique_ids_and_lead_to_pages_of_the_site() -> None:
    from build_tools.views import build_views

    records = list(search_records(LOOKUP))
    assert len({record.id for record in records}) == len(records)
    pages = {view.path.replace(".md", ".html") for view in build_views(LOOKUP)}
    assert {record.url.split("#")[0] for record in records} <= pages
    groups = {record.id for record in records if record.group is None}
    assert {record.group for record in records if record.group} <= groups
    assert next(record for record in records if record.id == sample.RULE_OLD).superseded


def test_an_empty_site_has_all_its_index_pages() -> None:
    from build_tools.render import render_site
    from build_tools.views import addresses

    paths = {page.path for page in render_site(Site(sample.register(), (), (), (), ()))}
    assert {addresses.HOME, addresses.DOCUMENTS, addresses.REGISTER, addresses.TASKS, addresses.TERMS, addresses.QUALITY} <= paths


def test_a_weak_source_is_told_as_such() -> None:
    from build_tools.views.quality import _weak

    good, weak = Source("A", confidence="A"), Source("C", confidence="C")
    work = LOOKUP.works[sample.SHARED_A]
    assert [item.name for item in _weak(replace(work, sources=(good, weak), dates=(DateClaim("2018-02-02", (weak,)),)))] == ["C"]
    assert _weak(replace(work, sources=(good, weak), dates=())) == ()


def test_what_was_masked_is_not_told_among_things_to_confirm() -> None:
    unsure = (Doubt(1, "07-CV/TU"), Doubt(1, "0912345678"), Doubt(2, "chủ", 9))
    clean = replace(sample.letter().document.clean, method="ocr", confirm=unsure)
    assert to_confirm(clean) == ("trang 1: 07-CV/TU", "trang 2: chữ “chủ” (độ tin cậy 9 %)")


def test_tasks_under_one_number_bear_it_once() -> None:
    lookup = LOOKUP
    work, document = next((work, document) for work, document in lookup.documents.items() if document.statements.tasks)
    task = replace(document.statements.tasks[0], number="2")
    rows = task_rows(work, (task, task, replace(task, number="3"), task), lookup)
    assert [row.number for row in rows] == ["2", SAME_NUMBER, "3", "2"]


@pytest.mark.parametrize(
    ("deadline", "due", "shown"),
    [
        ("Quý III Năm 2026", "2026-09-30", "Quý III/2026"),
        ("quý IV năm 2026", "2026-12", "Quý IV/2026"),
        ("xong trong quý III năm 2026", "2026-09-30", "xong trong quý III năm 2026"),
        ("năm 2026", "2026", "năm 2026"),
        ("2026-09-05", "2026-09-05", "05/09/2026"),
    ],
)
def test_a_deadline_is_worded_one_way(deadline: str, due: str, shown: str) -> None:
    work, document = next((work, document) for work, document in LOOKUP.documents.items() if document.statements.tasks)
    task = replace(document.statements.tasks[0], deadline=deadline, due=due)
    assert task_rows(work, (task,), LOOKUP)[0].deadline == shown


def test_a_value_that_nobody_knows_is_told_as_such_on_the_card() -> None:
    made = sample.site()
    documents = tuple(replace(item, unknown=("type", "issued_on")) if item.work == sample.LETTER else item for item in made.documents)
    works = tuple(replace(work, dates=()) if work.id == sample.LETTER else work for work in made.works)
    unknown = replace(made, documents=documents, works=works)
    page, before = (next(page.text for page in render_site(site) if page.path == addresses.work(sample.LETTER)) for site in (unknown, made))
    assert "(người biên tập ghi là chưa rõ; trang tạm xếp vào loại này)" in page
    assert "Ngày ban hành\n:   chưa rõ ngày" in page
    assert "người biên tập" not in before
