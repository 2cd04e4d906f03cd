"""Sources to a site: identity, metadata against text, digests and full texts, faults."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from build_tools.graph import build_site, read_all
from build_tools.layout import layout_note
from build_tools.model.diagnostic import InputError
from build_tools.model.metadata import Metadata, Override, SourceFile
from build_tools.model.register import Register
from build_tools.model.site import Site
from tests.content import shipped
from tests.layout.test_layout import STATE

BODY = "Các chi bộ thực hiện nghiêm túc việc này.\n"


@pytest.fixture(scope="module")
def register(root: Path) -> Register:
    return shipped()


def stated(**values: object) -> Metadata:
    known = {"type": "Kế hoạch", "number": "12-KH/TU", "issued_on": "2022-05-06", "issuer": "Tỉnh ủy Sông Mơ", "subject": "Làm việc này"}
    return Metadata(**{**known, **values}, path="metadata.yaml", lines=(("number", 2), ("issuer", 4), ("issued_on", 3)))  # type: ignore[arg-type]


def source(tmp_path: Path, name: str, metadata: Metadata, text: str = BODY) -> SourceFile:
    path = tmp_path / f"{name}.txt"
    path.write_text(text, encoding="utf-8")
    return SourceFile(name, str(path), metadata)


def build(register: Register, *sources: SourceFile, strict: bool = True) -> Site:
    return build_site(register, sources, jobs=1, strict=strict)


def test_a_document_becomes_a_work_with_its_issuer(tmp_path: Path, register: Register) -> None:
    site = build(register, source(tmp_path, "a", stated()))
    (document,) = site.documents
    work = next(work for work in site.works if work.id == document.work)
    issuer = next(issuer for issuer in site.register.issuers if issuer.id == work.issuer)
    assert (work.type, work.number, work.date, issuer.name) == ("ke-hoach", "12-KH/TU", "2022-05-06", "Tỉnh ủy Sông Mơ")
    assert document.document.header.number == "12-KH/TU"
    assert site.register.works == site.works
    assert len(site.works) == len(register.works) + 1


def test_a_known_work_keeps_its_address(tmp_path: Path, register: Register) -> None:
    metadata = stated(type="Kế hoạch", number="45-KH/TU", issued_on="2022-03-01", issuer="Ban Thường vụ Thành ủy Sa Đéc")
    site = build(register, source(tmp_path, "a", metadata))
    assert site.documents[0].work == next(work.id for work in register.works if work.number == "45-KH/TU")
    assert len(site.works) == len(register.works)


@pytest.mark.parametrize("issuer", ["Tỉnh ủy Đồng Tháp", "Thành ủy Cần Thơ", "Tỉnh ủy Sông Mơ"])
def test_the_same_number_of_another_body_is_another_work(tmp_path: Path, register: Register, issuer: str) -> None:
    metadata = stated(type="Kế hoạch", number="45-KH/TU", issued_on="2022-03-01", issuer=issuer)
    assert len(build(register, source(tmp_path, "a", metadata)).works) == len(register.works) + 1


def test_124_of_each_date_is_its_own_work(tmp_path: Path, register: Register) -> None:
    for date, issuer in (("2018-02-02", "Ban Bí thư"), ("2023-10-04", "Bộ Chính trị")):
        metadata = stated(type="Quy định", number="124-QĐ/TW", issued_on=date, issuer=issuer)
        site = build(register, source(tmp_path, "a", metadata))
        work = next(work for work in site.works if work.id == site.documents[0].work)
        assert (len(site.works), work.date) == (len(register.works), date)


def test_a_date_that_differs_from_the_register_is_a_conflict(tmp_path: Path, register: Register) -> None:
    metadata = stated(type="Chỉ thị", number="05-CT/TW", issued_on="2016-05-16", issuer="Bộ Chính trị", term="XII")
    site = build(register, source(tmp_path, "a", metadata))
    work = next(work for work in site.works if work.number == "05-CT/TW")
    assert (len(site.works), work.date, [claim.date for claim in work.dates]) == (len(register.works), None, ["2016-05-15", "2016-05-16"])
    assert work.relations
    assert "document-date-conflict" in {item.code for item in site.diagnostics}


def test_full_text_takes_the_place_of_the_digest(tmp_path: Path, register: Register) -> None:
    digest, full = source(tmp_path, "a", stated(kind="digest")), source(tmp_path, "b", stated())
    for order in ((digest, full), (full, digest)):
        (document,) = build(register, *order).documents
        assert (document.kind, Path(document.source_path).name) == ("full", "b.txt")


@pytest.mark.parametrize("kind", ["full", "digest"])
def test_the_layout_of_a_digest_is_not_that_of_its_document(tmp_path: Path, register: Register, kind: str) -> None:
    (document,) = build(register, source(tmp_path, "a", Metadata(kind=kind), STATE.replace("TM. ỦY", "T/M ỦY"))).documents  # type: ignore[arg-type]
    (note,) = layout_note(document.document)
    assert (note in document.notes) is (kind == "full")


@pytest.mark.parametrize(("text", "says"), [(BODY, "cùng nội dung với"), ("Khác hẳn.\n", "cùng số, cơ quan và ngày với")])
def test_two_full_texts_of_one_identity(tmp_path: Path, register: Register, text: str, says: str) -> None:
    sources = source(tmp_path, "a", stated()), source(tmp_path, "b", stated(), text)
    with pytest.raises(InputError, match=says) as caught:
        build(register, *sources)
    assert caught.value.diagnostics[0].path.endswith("b.txt")
    site = build(register, *sources, strict=False)
    assert [item.code for item in site.diagnostics if item.severity == "error"] == ["document-twice"]
    assert len(site.documents) == 1


@pytest.mark.parametrize(
    ("changes", "code", "line", "hint"),
    [
        ({"number": None}, "document-number", 0, "number: null"),
        ({"issuer": "tinh-uy-dong-thaap"}, "document-issuer", 4, "tinh-uy-dong-thap"),
        ({"issued_on": "2022-02-31"}, "document-date", 3, "issued_on"),
        ({"type": "Kế hoạh"}, "document-type", 0, "Kế hoạch"),
        ({"themes": ("neu-guongg",)}, "document-theme", 0, "neu-guong"),
    ],
)
def test_faults(tmp_path: Path, register: Register, changes: dict[str, object], code: str, line: int, hint: str) -> None:
    with pytest.raises(InputError) as caught:
        build(register, source(tmp_path, "a", stated(**changes)))
    fault = caught.value.diagnostics[0]
    assert (fault.code, fault.line) == (code, line)
    assert hint in fault.hint


def test_faults_of_every_document_are_told_at_once(tmp_path: Path, register: Register) -> None:
    bad = source(tmp_path, "c", stated())
    Path(bad.path).write_bytes(b"")
    with pytest.raises(InputError) as caught:
        build(register, source(tmp_path, "a", stated(number=None)), source(tmp_path, "b", stated(issuer="khong-co")), bad)
    assert len({fault.path for fault in caught.value.diagnostics}) >= 2


def test_a_document_stated_to_bear_no_number(tmp_path: Path, register: Register) -> None:
    site = build(register, source(tmp_path, "a", stated(number=None, numberless=True)))
    assert site.documents[0].work.startswith("_lam-viec-nay--ke-hoach--")


def test_what_the_text_says_otherwise_is_told(tmp_path: Path, register: Register) -> None:
    text = "TỈNH ỦY SÔNG MƠ\n*\nSố 13-KH/TU\n\nKẾ HOẠCH\nLàm việc này\n\n" + BODY
    site = build(register, source(tmp_path, "a", stated(), text))
    found = [item for item in site.diagnostics if item.code == "metadata-contradiction"]
    assert [(item.severity, item.line, "13-KH/TU" in item.message) for item in found] == [("warning", 2, True)]
    assert site.documents[0].document.header.number == "12-KH/TU"


def test_order_and_processes_do_not_matter(tmp_path: Path, register: Register) -> None:
    sources = tuple(source(tmp_path, f"s{index}", stated(number=f"{index}-KH/TU")) for index in range(1, 10))
    seen: list[str] = []
    one = build_site(register, sources, jobs=1)
    two = build_site(register, tuple(reversed(sources)), jobs=2, progress=seen.append)
    assert one.documents == two.documents
    assert one.works == two.works
    assert seen == [item.path for item in reversed(sources)]
    assert [item.source for item in read_all(sources, register, 2)] == list(sources)


def test_themes_come_from_keywords_and_metadata(tmp_path: Path, register: Register) -> None:
    metadata = stated(subject="Thực hiện trách nhiệm nêu gương", themes=("the-thuc-van-ban",))
    assert build(register, source(tmp_path, "a", metadata)).documents[0].themes == ("neu-guong", "the-thuc-van-ban")


def test_as_of_is_the_newest_look_up(register: Register) -> None:
    assert build(register).as_of == "2026-08"


def test_old_addresses_lead_to_present_ones(register: Register) -> None:
    present = register.works[0].id
    site = build(replace(register, redirects=(("cu", "cu-hon"), ("cu-hon", present), ("lac", "khong-co"))))
    assert site.register.redirects == (("cu", present), ("cu-hon", present))
    assert [item.message for item in site.diagnostics if item.code == "redirect-lost"] == ["địa chỉ cũ không dẫn đến văn bản nào: lac"]


def test_what_is_not_stated_is_told(tmp_path: Path, register: Register) -> None:
    site = build(register, source(tmp_path, "a", stated(issuer=None, issued_on=None)))
    assert {item.code for item in site.diagnostics} >= {"document-issuer-unknown", "document-date-unknown"}
    assert site.documents[0].work == "12-kh_tu--ke-hoach"


def test_the_parent_body_places_a_district(tmp_path: Path, register: Register) -> None:
    site = build(register, source(tmp_path, "a", stated(issuer="Huyện ủy Đá Bạc", parent="Tỉnh ủy Đồng Tháp", number="2-KH/HU")))
    work = next(work for work in site.works if work.id == site.documents[0].work)
    issuer = next(issuer for issuer in site.register.issuers if issuer.id == work.issuer)
    place = next(place for place in site.register.places if place.id == issuer.place)
    assert (issuer.parent, place.parent) == ("tinh-uy-dong-thap", "dong-thap")


SECRET = "TỈNH ỦY SÔNG MƠ\n*\nSố 12-KH/TU\n\nMẬT\n\nKẾ HOẠCH\nLàm việc này\n\n" + BODY


def test_a_secret_document_is_refused_unless_overridden(tmp_path: Path, register: Register) -> None:
    with pytest.raises(InputError, match="Mật"):
        build(register, source(tmp_path, "a", stated(), SECRET))
    site = build(register, source(tmp_path, "a", stated(override=Override("Mật", "đã giải mật")), SECRET))
    assert any("đã giải mật" in item.message for item in site.diagnostics)


def test_personal_data_is_told_or_masked(tmp_path: Path, register: Register) -> None:
    text = BODY + "Liên hệ ông Lê Văn Mơ, số căn cước công dân 012345678901, điện thoại 0912345678.\n"
    item = source(tmp_path, "a", stated(), text)
    told = build(register, item)
    assert {note.code for note in told.diagnostics if "redact" in note.hint}
    masked = build_site(register, [item], jobs=1, redact=True)
    assert "012345678901" in told.documents[0].document.clean.text
    assert "012345678901" not in masked.documents[0].document.clean.text


def test_an_issuer_that_had_ended_is_told(tmp_path: Path, register: Register) -> None:
    for date, told in (("2025-06-30", False), ("2025-07-01", True)):
        site = build(register, source(tmp_path, "a", stated(issuer="Huyện ủy Tháp Mười", number="5-KH/HU", issued_on=date)))
        assert ("document-issuer-ended" in {item.code for item in site.diagnostics}) is told


def test_a_date_in_the_text_that_cannot_be_is_told_with_its_line(tmp_path: Path, register: Register) -> None:
    text = "TỈNH ỦY SÔNG MƠ\n*\nSố 12-KH/TU\n\nSông Mơ, ngày 31 tháng 02 năm 2022\n\nKẾ HOẠCH\nLàm việc này\n\n" + BODY
    item = SourceFile("a", source(tmp_path, "a", Metadata(), text).path, Metadata())
    site = build(register, item, strict=False)
    faults = [(fault.code, fault.line) for fault in site.diagnostics if "không có thật" in fault.message]
    assert faults == [("document-date", 5)]
