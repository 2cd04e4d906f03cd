"""What the graph tells in words: which code, with what in it, and which remarks stand on a page."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from build_tools.cache.store import Store
from build_tools.graph import edges, readings
from build_tools.graph.agreement import OF_READING, Known, Share, copies, doubts
from build_tools.graph.checked import checked, corrections
from build_tools.graph.cited import look_up, name_of
from build_tools.graph.endings import doubtful
from build_tools.graph.originals import original_of
from build_tools.graph.reading import ReadSource, read_source
from build_tools.messages.catalogue import explained
from build_tools.model.citation import CITES, CONSOLIDATES, Citation, Predicate, Reference, Resolution, Resolved, Scope, Unknown
from build_tools.model.document import Correction
from build_tools.model.header import Header, HeaderField, Stated
from build_tools.model.metadata import Confirmed, Metadata, SourceFile
from build_tools.model.register import DateClaim, Register, RegisterRelation, Theme, Work
from build_tools.model.site import Edge, SiteDocument, Warned
from build_tools.model.span import Span
from build_tools.model.statement import Statements
from tests.citations.citation_helpers import document
from tests.graph.test_agreement import site as collection
from tests.graph.test_agreement import text as text_of
from tests.graph.test_identify import KNOWN, REGISTER, site
from tests.reading.reading_helpers import read
from tests.resolve.registers import REGISTER as NUMBERED


def test_the_codes_that_ask_for_a_look_are_codes() -> None:
    known = {item.code for item in explained()}
    assert known >= OF_READING


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"type": "Kế hoạh"}, "“Kế hoạch”"), ({"type": "xyz"}, "types.yaml"),
        ({"type": "ke-hoac"}, "“ke-hoach”"),
        ({"issuer": "tinh-uy-song-m"}, "“tinh-uy-song-mo”"), ({"issuer": "xyz"}, "issuers.yaml"),
        ({"themes": ("benn",)}, "“ben”"), ({"themes": ("xyz",)}, "themes.yaml"),
    ],
)  # fmt: skip
def test_a_value_that_is_not_known_is_answered_with_what_is_near(tmp_path: Path, changes: dict[str, Any], said: str) -> None:
    register = replace(REGISTER, themes=(Theme("ben", "Bến", ""),))
    made = site(tmp_path, replace(KNOWN, issued_on="2022-05-06", path="m.yaml", **changes), register=register)
    (fault,) = [item for item in made.diagnostics if item.severity == "error"]
    (value,) = [one for item in changes.values() for one in ([item] if isinstance(item, str) else item)]
    assert f"“{value}”" in fault.message
    assert said in (fault.hint or "")


def test_what_nobody_has_confirmed_is_told_on_the_page_and_to_the_editor(tmp_path: Path) -> None:
    metadata = replace(KNOWN, issued_on="2022-05-06", path="m.yaml", unsure=("number", "issued_on"), lines=(("unsure", 9),))
    made = site(tmp_path, metadata)
    (item,) = made.documents
    (told,) = [found for found in made.diagnostics if found.code == "document-unsure"]
    assert (told.path, told.line) == ("m.yaml", 9)
    (note,) = item.notes
    for words in (note, told.message):
        assert "số, ký hiệu" in words.lower()
        assert "ngày" in words.lower()
        assert "⁂" not in words
    (plain,) = site(tmp_path, replace(metadata, unsure=())).documents
    assert plain.notes == ()


def cited(
    *found: tuple[str, Resolution], own: str = "5_vbhn", kind: str = "Văn bản hợp nhất", effective: str | None = None
) -> SiteDocument:
    made = document("Nghị định số 7.", Header.of(type=kind, number="5/VBHN-VPCP", date="2031-03-02"))
    references = tuple(
        Reference(Citation(Span(0, 14), "numbered"), resolution, Predicate(predicate), Span(0, 15), "p-1", Scope("whole"))
        for predicate, resolution in found
    )
    return SiteDocument(own, own, "full", made, references, Statements(effective_on=effective))


BASE, OTHER = Resolved("goc", "số"), Resolved("khac", "số")
FORM = (CONSOLIDATES, BASE)


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        ((FORM,), [("5_vbhn", "consolidates", "goc")]),
        ((FORM, ("cites", BASE)), [("5_vbhn", "consolidates", "goc"), ("5_vbhn", "cites", "goc")]),
        ((FORM, ("repeals", BASE)), [("5_vbhn", "consolidates", "goc")]),  # what the base says of itself
        ((FORM, ("repeals", OTHER)), [("5_vbhn", "consolidates", "goc"), ("goc", "repeals", "khac")]),
        ((FORM, ("cites", OTHER)), [("5_vbhn", "consolidates", "goc"), ("5_vbhn", "cites", "khac")]),
        (((CONSOLIDATES, Unknown("x", "")), ("repeals", OTHER)), [("5_vbhn", "cites", "khac")]),
        ((("repeals", OTHER),), [("5_vbhn", "cites", "khac")]),
    ],
)
def test_what_a_consolidated_text_changes_its_base_has_changed(
    found: tuple[tuple[str, Resolution], ...], expected: list[tuple[str, str, str]]
) -> None:
    made = edges.text_edges([cited(*found)], {"5_vbhn": "2031-03-02"})
    assert [(edge.source, edge.predicate, edge.target) for edge in made] == expected
    told = [edge.scope.of for edge in made if edge.scope and edge.scope.kind == "told"]
    assert told == ([Predicate("repeals")] if expected[-1] == ("5_vbhn", "cites", "khac") and found[-1][0] == "repeals" else [])


def test_another_document_of_that_name_changes_itself() -> None:
    made = edges.text_edges([cited(("repeals", OTHER), kind="Nghị định", effective="2031-07-01")], {"5_vbhn": "2031-03-02"})
    assert [(edge.source, edge.predicate, edge.date) for edge in made] == [("5_vbhn", "repeals", "2031-07-01")]


def test_only_documents_that_end_and_amend_one_another_are_doubted() -> None:
    def edge(predicate: str, scope: str | None, stated: bool = True) -> Edge:
        return Edge("a", Predicate(predicate), "b", "a" if stated else None, scope=Scope(scope) if scope else None)

    one = SiteDocument("a", "a", "full", document("Bến."), (), Statements(), source_path="kho/a.txt")
    both = [edge("repeals", "whole"), edge("amends", None)]
    (told,) = doubtful(both, [one], ())
    assert (told.code, told.path) == ("graph-both", "kho/a.txt")
    assert "b" in told.message
    assert doubtful([both[0], edge("amends", None, stated=False)], [one], ()) == ()
    assert doubtful([both[0], edge("cites", None)], [one], ()) == ()
    assert doubtful([both[0], edge("replaces", "whole")], [one], ()) == ()
    warned = [Warned("a", f"p-{at}", "cu", "moi", Predicate("replaces"), "2030-01-01", "2031-01-01", "…") for at in range(5)]
    (many,) = doubtful((), [one], warned)
    assert (many.path, "5" in many.message) == ("kho/a.txt", True)


def test_shares_of_documents_that_ask_for_no_look() -> None:
    assert (Share(3, 4).percent, Share(0, 0).percent, Share(0, 2).percent) == (75.0, 100.0, 0.0)


@pytest.mark.parametrize(
    ("number", "unique"),
    [
        ("7/2031/TT-BBB", True), ("7/2031/NĐ-CP", True), ("8/2031/QH16", True), ("7/QĐ-TTg", False), ("7-QĐ/TU", False),
        ("7/2031/QĐ-UBND", False), ("7/2031/NQ-HĐND", False), ("7/SBĐ-VP", False),
    ],
)  # fmt: skip
def test_numbers_that_one_document_of_the_country_bears(number: str, unique: bool) -> None:
    item = replace(cited(), document=document("Bến.", Header.of(number=number)))
    known = Known.of([item])
    reference = Reference(Citation(Span(0, 3), "numbered", number=number), Unknown("x", ""), CITES, Span(0, 3), "p-1")
    assert (known.meant(reference) is item) is unique
    assert known.meant(replace(reference, resolution=Resolved(item.work, "số"))) is item
    assert known.meant(replace(reference, resolution=OTHER)) is None


COPY = "TỈNH ỦY SÔNG MƠ\n\nSố 5-QĐ/TU\n\nSông Mơ, ngày 02 tháng 3 năm 2031\n\nQUYẾT ĐỊNH\n\nvề bến\n\nĐiều 1. Giữ bến.\n\nĐiều 2. Giữ đò.\n"


@pytest.mark.parametrize(
    ("other", "fields"),
    [
        (COPY, ""), (COPY.replace("về bến", "VỀ BẾN ĐÒ"), ""), (COPY.replace("về bến", "về đò"), "trích yếu"),
        (COPY.replace("5-QĐ", "6-QĐ"), "số"), (COPY.replace("ngày 02 tháng 3 năm 2031", "ngày 03 tháng 3 năm 2031"), "ngày"),
        (COPY.replace("\n\nĐiều 2. Giữ đò.", ""), ""), (COPY.replace(".\n\nĐiều 2. Giữ đò.", " theo Điều 2. Giữ đò."), "bố cục"),
        (COPY.replace("Sông Mơ, ngày 02 tháng 3 năm 2031\n\n", ""), "ngày"),
    ],
)  # fmt: skip
def test_what_two_copies_do_not_say_alike(other: str, fields: str) -> None:
    for one, two in ((COPY, other), (other, COPY)):
        told = [item.message.lower() for item in copies(read(one), read(two), "a", "b")]
        assert [fields in words for words in told] == ([True] if fields else [])


def test_works_as_texts_cite_them() -> None:
    assert name_of(Work("a", "ket-luan", "01-KL/TW", None, None, "việc"), NUMBERED) == "Kết luận 01-KL/TW"
    assert name_of(Work("a", "luat", None, None, None, "việc", names=("Luật Bến bãi", "Luật Bến")), NUMBERED) == "Luật Bến bãi"
    assert name_of(Work("a", "luat", None, None, None, "việc"), NUMBERED) == "Luật việc"
    assert name_of(Work("a", "lạ", None, None, None, ""), NUMBERED) == "lạ"


def test_what_became_of_what_is_cited() -> None:
    def reference(resolution: Resolution, predicate: str = "cites", kind: str = "numbered") -> Reference:
        return Reference(Citation(Span(0, 3), kind), resolution, Predicate(predicate), Span(0, 3), "p-1")  # type: ignore[arg-type]

    old, new = "47-QĐ/TW@2011-11-01", "37-QĐ/TW@2021-10-25"
    asked = [
        reference(Resolved(old, "số")),
        reference(Resolved(old, "số"), "repeals"),
        reference(Resolved(new, "số")),
        reference(Unknown("x", "")),
        reference(Resolved("lạ", "số")),
        reference(Resolved(old, "số"), kind="self"),
    ]
    looked = look_up(asked, NUMBERED, [Work("riêng", "bao-cao", "1-BC/TU", None, None, "việc")])
    assert [item.state for item in looked] == ["resolved", "resolved", "resolved", "unknown", "resolved", "resolved"]
    assert [len(item.works) for item in looked] == [1, 1, 1, 0, 0, 1]
    assert [item.acts for item in looked] == [False, True, False, False, False, True]
    assert [item.outdated for item in looked[:4]] == [True, False, False, False]
    assert [(ended.item.date, ended.by, ended.old) for ended in looked[0].works[0].ended] == [
        ("2021-10-25", "Quy định 37-QĐ/TW", "Quy định 47-QĐ/TW")
    ]


def test_a_reading_is_kept_for_the_file_as_it_was_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path, store, told = tmp_path / "a.txt", Store(tmp_path / "kho"), list[str]()
    path.write_text(COPY, encoding="utf-8")
    source, count = SourceFile("a", str(path), Metadata()), [0]

    def counted(one: SourceFile, register: Register) -> ReadSource:
        count[0] += 1
        if count[0] == 1:
            path.write_text(COPY + "\nĐiều 3. Giữ cầu.\n", encoding="utf-8")  # changed while it is read
        return read_source(one, register)

    monkeypatch.setattr(readings, "read_source", counted)
    for reads in (1, 2, 2):
        readings.read_all((source,), Register(), store=store, progress=told.append)
        assert count[0] == reads
    assert told == [str(path)] * 3
    assert readings.read_all((source,), Register(), store=Store(None))[0].document is not None
    assert count[0] == 3


HEADED = "TỈNH ỦY SÔNG MƠ\n*\nSố 9-QĐ/TU\n\nSông Mơ, ngày 05 tháng 3 năm 2022\n\nQUY ĐỊNH\nviệc này\n\nĐiều 1. Giữ bến.\n"


@pytest.mark.parametrize(
    ("changes", "code", "line"),
    [({"type": "xyz"}, "document-type", 7), ({"issuer": "xyz"}, "document-issuer", 1), ({"issued_on": "2022-02-31"}, "document-date", 5)],
)
def test_a_fault_without_a_line_of_metadata_is_told_where_the_text_says_otherwise(
    tmp_path: Path, changes: dict[str, Any], code: str, line: int
) -> None:
    made = site(tmp_path, Metadata(**changes), HEADED)
    found = [(Path(item.path).name, item.line) for item in made.diagnostics if item.code == code]
    assert found == [("a.txt", line)]


def test_what_the_text_says_otherwise_is_told_at_the_line_of_the_metadata(tmp_path: Path) -> None:
    lines = (("type", 3), ("issued_on", 4), ("number", 6), ("signer", 8))
    metadata = Metadata(path="m.yaml", lines=lines, type="Kế hoạch", number="8-KH/TU", issued_on="2022-03-06", issuer="Tỉnh ủy Sông Mơ")
    made = site(tmp_path, metadata, HEADED)
    told = {(item.path, item.line) for item in made.diagnostics if item.code == "metadata-contradiction"}
    assert told == {("m.yaml", 3), ("m.yaml", 4), ("m.yaml", 6)}


def test_an_original_that_is_kept_back_is_told_where_it_was_released(tmp_path: Path) -> None:
    for lines, place in (((("publish_original", 7),), ("m.yaml", 7)), ((), (str(tmp_path / "a.txt"), 0))):
        source = SourceFile("a", str(tmp_path / "a.txt"), Metadata(publish_original=True, redact=True, path="m.yaml", lines=lines))
        original, (refused,) = original_of(source)
        assert original is None
        assert (refused.path, refused.line) == place


def test_what_was_put_right_is_told_with_its_pages_where_there_are_any() -> None:
    made = document("Số 36/KH-UBND\nNgày 05/3/2031")
    fixed = (Correction(Span(3, 13), "56/KH-UBND", "36/KH-UBND"), Correction(Span(19, 28), "05/8/2031", "05/3/2031"))
    first, second = made.clean.blocks
    clean = replace(made.clean, method="ocr", corrections=fixed, blocks=(replace(first, style=replace(first.style, page=4)), second))
    told = corrections(replace(made, clean=clean), Metadata())
    assert len(told) == 2
    assert [("4" in words, "36/KH-UBND" in words, "05/3/2031" in words) for words in told] == [(True, True, False), (False, False, True)]
    assert corrections(replace(made, clean=replace(clean, method="text")), Metadata()) == ()


def test_a_document_without_a_date_of_its_own_speaks_on_that_of_its_work(tmp_path: Path) -> None:
    known = Work("3-kh_hu", "ke-hoach", "3-KH/HU", "huyen-uy-khe-lim", None, "Giữ bến", (DateClaim("2022-05-06"),))
    old = Work("cu", "quy-dinh", "1-QĐ/HU", "huyen-uy-khe-lim", None, "Giữ đò", (DateClaim("2020-01-01"),))
    new = replace(
        old,
        id="moi",
        number="2-QĐ/HU",
        dates=(DateClaim("2021-01-01"),),
        relations=(RegisterRelation(Predicate("replaces"), "cu", None, ()),),
    )
    text = "Theo Quy định số 1-QĐ/HU ngày 01/01/2020 của Huyện ủy Khe Lim.\n"
    made = site(tmp_path, KNOWN, text, replace(REGISTER, works=(known, new, old)))
    assert [(item.cited, item.cited_on) for item in made.warned] == [("cu", "2022-05-06")]


def test_this_document_in_a_consolidated_text_is_its_base(tmp_path: Path) -> None:
    made = collection(tmp_path, text_of(), text_of("5/2031/TT-BBB"))
    first, second = made.documents
    taken = replace(first, references=tuple(replace(item, resolution=Resolved(second.work, "")) for item in first.references))
    kind = first.document.header.stated("type")
    assert kind is not None
    header = first.document.header.put(Stated("type", kind.words.said("Văn bản hợp nhất")))
    consolidated = replace(taken, document=replace(first.document, header=header))
    assert [item.code for item in doubts(replace(made, documents=(taken, second)))] == ["reading-self"]
    assert [item.code for item in doubts(replace(made, documents=(consolidated, second)))] == []


def test_fields_that_differ_are_named_one_after_the_other() -> None:
    (told,) = copies(read(COPY), read(COPY.replace("5-QĐ", "6-QĐ").replace("về bến", "về đò")), "a", "b")
    assert "số, trích yếu" in told.message


@pytest.mark.parametrize(
    ("misread", "right", "field", "value"),
    [
        ("2031-03-20", "21/3/2031", "date", "2031-03-21"), ("20/3/2031", "ngày 21 tháng 3 năm 2031", "date", "2031-03-21"),
        ("36/KH-UBND", "56 /KH-UBND", "number", "56/KH-UBND"), ("Đá Bạc", "Đá Bac", "place", "Đá Bac"),
        ("2031-03-19", "21/3/2031", "date", "2031-03-20"),
    ],
)  # fmt: skip
def test_a_value_of_the_heading_is_put_right_as_headings_state_it(misread: str, right: str, field: HeaderField, value: str) -> None:
    made = document("Bến.", Header.of(type="Kế hoạch", number="36/KH-UBND", date="2031-03-20", place="Đá Bạc"))
    scan = replace(made, clean=replace(made.clean, method="ocr"))
    metadata = Metadata(confirmed=(Confirmed(misread, right),))
    stated = checked(scan, metadata).header.stated(field)
    assert stated is not None
    assert stated.words.value == value
    assert checked(made, metadata) is made
