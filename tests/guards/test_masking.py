"""Masked personal data reaches nothing that is made of a document: pages, addresses, search, JSON, logs. All of it is invented."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_tools.commands.inspect_json import as_json
from build_tools.commands.pipeline import Read
from build_tools.graph import build_site
from build_tools.graph.checked import corrections
from build_tools.graph.reading import understand
from build_tools.guards.personal import personal_in
from build_tools.guards.redaction import MASK, Veil
from build_tools.model.document import Clean, Paragraph
from build_tools.model.metadata import Confirmed, Metadata, Override, SourceFile
from build_tools.model.register import DocumentType, Issuer, Register, Source
from build_tools.model.site import Site
from build_tools.model.span import OffsetMap, Run, Span
from build_tools.render import render_site
from build_tools.search import build_index
from build_tools.views import Lookup, search_options, search_records
from tests.formats.docx_maker import docx, p, tbl

KINDS = {
    "id": ("số căn cước 001085012345", "001085012345"),
    "old-id": ("CMND 241365798", "241365798"),
    "phone": ("điện thoại 0912 345 678", "0912345678"),
    "landline": ("ĐT: 0271.3812345", "02713812345"),
    "email": ("thư thu.tran79@gmail.com", "thu.tran79", "thu-tran79"),
    "account": ("số tài khoản 1234 5678 9012", "123456789012"),
    "address": ("trú tại số 7, ngõ 19, phường Đá Bạc, tỉnh Sông Mơ", "ngõ 19", "ngo-19", "ngõ-19"),
    "birth": ("ông Trần Thử, sinh ngày 05/6/1972", "05/6/1972", "05-6-1972"),
}
"""Kind → (the words that tell what it is, with the value; what must be found nowhere: digits without what groups them, or words)."""

HEAD = "TỈNH ỦY SÔNG MƠ\n*\nSố {number}-BC/TU\n\nĐẢNG CỘNG SẢN VIỆT NAM\n\nSông Mơ, ngày 05 tháng 3 năm 2024\n\nBÁO CÁO\n"
BODY = "Thực hiện chương trình công tác, Ban Thường vụ báo cáo như sau:\n\n"
SIGNED = "Nơi nhận:\n- Như trên;\n- Lưu Văn phòng.\n\nT/M BAN THƯỜNG VỤ\nPHÓ BÍ THƯ\n\nTrần Văn Thử\n"
PLACES: dict[str, str] = {
    "subject": HEAD + "Về việc tiếp công dân, liên hệ {said}\n\n" + BODY + SIGNED,
    "subject-capitals": HEAD + "VỀ VIỆC TIẾP CÔNG DÂN, {SAID}\n\n" + BODY + SIGNED,
    "letter": "ỦY BAN NHÂN DÂN\nTỈNH SÔNG MƠ\nSố: {number}/UBND-NC\nV/v {said}\n\nKính gửi: Các sở\n\n" + BODY,
    "addressees": HEAD + "việc này\n\nKính gửi:\n- Các chi bộ, {said};\n- Các đoàn thể.\n\n" + BODY + SIGNED,
    "article": HEAD + "việc này\n\n" + BODY + "Điều 1. Liên hệ {said}\n\n1. Thực hiện ngay.\n\n2. Báo cáo sau.\n\n" + SIGNED,
    "heading": HEAD + "việc này\n\n" + BODY + "I- {SAID}\n\n1. Thực hiện ngay.\n\nII- VIỆC KHÁC\n\nNhư trên.\n\n" + SIGNED,
    "line-start": HEAD + "việc này\n\n" + BODY + "{bare} là của văn phòng; {said}.\n\n" + SIGNED,
    "task": HEAD + "việc này\n\n" + BODY + "1. Giao Văn phòng chủ trì liên hệ {said} trước ngày 15/6/2024.\n\n" + SIGNED,
    "term": HEAD + "việc này\n\n" + BODY + "Người được mời, {said} (sau đây gọi tắt là Khách).\n\n" + SIGNED,
    "figure": HEAD + "việc này\n\n" + BODY + "Đã mở 28 lớp do {said} phụ trách, đạt 98%.\n\n" + SIGNED,
    "cited": HEAD + "việc này\n\n" + BODY + "Căn cứ Kết luận số 01-KL/TW ngày 18/5/2021 và đơn của {said}.\n\n" + SIGNED,
    "note": HEAD + "việc này\n\n" + BODY + "Đã làm⁽¹⁾.\n\n⁽¹⁾ Theo {said}.\n\n" + SIGNED,
    "recipient": HEAD + "việc này\n\n" + BODY + SIGNED.replace("- Như trên;", "- Như trên, {said};"),
    "signature": HEAD + "việc này\n\n" + BODY + SIGNED.replace("PHÓ BÍ THƯ\n", "PHÓ BÍ THƯ\n{SAID}\n"),
    "appendix": HEAD
    + "việc này\n\n"
    + BODY
    + SIGNED
    + "\nPHỤ LỤC 1\nDANH SÁCH {SAID}\n(Kèm theo Báo cáo số {number}-BC/TU)\n\nNhư trên.\n",
    "again": HEAD + "việc này\n\n" + BODY + "Liên hệ {said}.\n\nXin nhắc lại: {bare}.\n\n" + SIGNED,
    "wrapped": HEAD + "việc này\n\n" + BODY + "Liên hệ {wrapped}\nđể được trả lời.\n\n" + SIGNED,
}
PLAIN = HEAD + "việc này\n\n" + BODY + SIGNED
STATED: dict[str, Callable[[str], Metadata]] = {
    "subject": lambda said: Metadata(subject=f"Tiếp công dân, {said}"),
    "notes": lambda said: Metadata(notes=("Đã đối chiếu.", f"Hỏi thêm: {said}")),
    "signer": lambda said: Metadata(signer=f"Trần Thử, {said}", signer_title=said),
    "place": lambda said: Metadata(place=said, issuer=f"Tỉnh ủy Sông Mơ, {said}"),
    "type": lambda said: Metadata(type=f"Báo cáo {said}"),
    "sources": lambda said: Metadata(sources=(Source(f"Báo Sông Mơ, {said}", "https://example.org", note=said),)),
    "confirmed": lambda said: Metadata(confirmed=(Confirmed(said, said),), original=f"{said}.docx"),
    "theme": lambda said: Metadata(themes=(said,)),
}
NOTHING = Metadata()
REGISTER = Register(
    types=(DocumentType("bao-cao", "Báo cáo", ("party", "state"), codes=("BC",)),),
    issuers=(Issuer("tinh-uy-song-mo", "Tỉnh ủy Sông Mơ", "party", codes=("TU",)),),
)


def said_as(words: str, text: str) -> str:
    """A template filled with personal data in the shapes that positions need."""
    bare = re.sub(r"^.*?(?=[0-9]|thu\.|số 7|sinh)", "", words)
    return (
        text.replace("{said}", words)
        .replace("{SAID}", words.upper())
        .replace("{bare}", bare)
        .replace("{wrapped}", words.replace(" ", "\n", 3))
    )


def written(folder: Path) -> Iterator[tuple[str, SourceFile]]:
    """A document for each kind in each position, with its name."""
    folder.mkdir(exist_ok=True)

    def file(name: str, data: str | bytes, metadata: Metadata = NOTHING, called: str = "") -> tuple[str, SourceFile]:
        path = folder / (called or f"{len(made)}.{'docx' if isinstance(data, bytes) else 'txt'}")
        path.write_bytes(data if isinstance(data, bytes) else data.encode())
        made.append(name)
        return name, SourceFile(path.stem, str(path), replace(metadata, path=str(path.with_suffix(".metadata.yaml"))), "extra")

    made: list[str] = []

    def numbered(text: str) -> str:
        return text.replace("{number}", str(len(made) + 1))

    for (kind, (words, *_)), (place, template) in product(KINDS.items(), PLACES.items()):
        yield file(f"{kind} in {place}", numbered(said_as(words, template)))
    for (kind, (words, *_)), (place, metadata) in product(KINDS.items(), STATED.items()):
        yield file(f"{kind} in metadata {place}", numbered(PLAIN), metadata(words))
    for kind, (words, *_) in KINDS.items():
        nameless = f"Báo cáo {words}\n\nI- VIỆC ĐÃ LÀM\n\nNhư trên.\n"
        yield file(f"{kind} in the name", nameless, Metadata(type="Báo cáo", numberless=True, issuer="Tỉnh ủy Sông Mơ"))
        yield file(f"{kind} in a press title", f"{words}\n\nTin ngày 5 tháng 3, các chi bộ đã họp.\n")
        yield file(f"{kind} in the file", said_as(words, f"Sinh hoạt: {words}\n"), NOTHING, re.sub("[ :/]", "-", words) + ".txt")
        override = Metadata(override=Override("Mật", f"theo {words}"))
        yield file(f"{kind} in the reason", "MẬT\n" + numbered(PLAIN), override)
        yield file(f"{kind} in a secret text", "MẬT\n" + numbered(said_as(words, PLACES["subject"])))
        lines = "".join(map(p, numbered(PLAIN).splitlines()))
        yield file(f"{kind} in a margin", docx(lines, header=p(words), footer=p(f"In bởi {words}")))
        value = KINDS[kind][1] if kind not in ("address", "email") else words
        head = {"id": "CCCD", "old-id": "Số CMND", "account": "Số tài khoản", "birth": "Ngày sinh"}.get(kind)
        cell = value if head else words
        table = tbl(("TT", "Họ và tên", head or "Ghi chú"), ("1", "Trần Văn Thử", cell))
        yield file(f"{kind} in a table", docx(lines.replace("việc này", "việc khác") + table))
        yield file(
            f"{kind} in a broken file",
            b"PK\x03\x04" + words.encode(),
            Metadata(subject=words),
            f"{len(made)}-{value.replace('/', '-')}.docx",
        )


def held(text: str) -> list[str]:
    """The planted values that stand in ``text``, however their digits are grouped."""
    digits = re.sub(r"[ .\-\n]", "", text)
    small = text.lower()
    return [value for _, *values in KINDS.values() for value in values if value in (digits if value.isdigit() else small)]


def artefacts(site: Site, folder: Path) -> Iterator[tuple[str, str]]:
    """Everything that is made of a site, with what it is."""
    for page in render_site(site):
        yield f"page {page.path}", f"{page.path}\n{page.text}"
    records = list(search_records(Lookup(site)))
    for record in records:
        yield f"record {record.id}", repr(record)
    yield "options", repr(search_options(site))
    for item in site.diagnostics:
        yield f"log {item.code}", f"{item} {item!r}"
    for document in site.documents:
        yield f"value {document.work}", repr(document)
        citations = tuple(reference.citation for reference in document.references)
        read = Read(document.document, citations, document.statements, document.references)
        yield f"json {document.work}", json.dumps(as_json(read), ensure_ascii=False)
    build_index(records, folder, options=search_options(site))
    for path in folder.rglob("*"):
        if path.is_file():
            yield f"index {path.name}", path.read_bytes().decode("utf-8", "replace")


@pytest.fixture(scope="module")
def sources(tmp_path_factory: pytest.TempPathFactory) -> dict[str, SourceFile]:
    return dict(written(tmp_path_factory.mktemp("nguồn")))


@pytest.mark.parametrize("every", [7, pytest.param(1, marks=pytest.mark.slow)])
def test_what_is_masked_reaches_no_artefact(sources: dict[str, SourceFile], tmp_path: Path, every: int) -> None:
    said: list[str] = []
    chosen = list(sources.values())[::every]
    site = build_site(REGISTER, chosen, jobs=1, strict=False, redact=True, progress=said.append)
    made = [*artefacts(site, tmp_path), *(("progress", line) for line in said)]
    found = [f"{value} in {where}" for where, text in made for value in held(text)]
    assert len(site.documents) > len(chosen) / 2
    assert sum(MASK in text for _, text in made) > len(chosen)
    assert found == []


def test_the_plants_are_seen_where_nothing_is_masked(sources: dict[str, SourceFile]) -> None:
    some = [source for name, source in sources.items() if name.endswith((" in subject", " in the name", " in a press title"))]
    site = build_site(REGISTER, some, jobs=1, strict=False)
    pages = "\n".join(page.path + page.text for page in render_site(site))
    assert {forms[0] for _, *forms in KINDS.values()} <= set(held(pages))
    assert {"0912345678", "thu-tran79", "05-6-1972"} <= set(held("\n".join(work.id for work in site.works)))


def test_how_a_masked_value_was_misread_is_not_told() -> None:
    text = "Liên hệ số điện thoại 0271 38I2345, sinh ngày 05/6/1972."
    block = Paragraph(Span(0, len(text)))
    scan = Clean("a.png", "image", text, text, OffsetMap.from_runs((Run(0, len(text), 0, len(text)),)), (block,), "ocr")
    confirmed = (Confirmed("0271 38I2345", "0271 3812345"), Confirmed("05/6/1972", "06/5/1972"), Confirmed("Liên", "Lien"))
    source = SourceFile("a", "a.png", Metadata(confirmed=confirmed, redact=True, type="Báo cáo", number="1-BC/TU"))
    document = understand(source, scan, REGISTER).document
    assert document is not None
    assert document.clean.text == "Lien hệ số điện thoại ████ ███████, sinh ngày ██/█/████."
    shown = repr((document, understand(source, scan, REGISTER).source, corrections(document, source.metadata)[:1]))
    assert not re.search(r"38I2345|3812345|05/6|06/5", shown)


@given(st.data())
def test_masking_keeps_every_place_and_leaves_nothing_to_find(data: st.DataObject) -> None:
    digits = data.draw(st.sampled_from(["09", "03", "+849", "001", "079"])) + data.draw(st.text("0123456789", min_size=8, max_size=9))
    grouped = "".join(digit + data.draw(st.sampled_from(["", "", " "])) for digit in digits).strip()
    text = data.draw(st.sampled_from(WORDS)) + grouped + data.draw(st.sampled_from(WORDS))
    hidden = Veil(()).text(text)
    assert len(hidden) == len(text)
    assert all(new == old or (new, old.isalnum()) == (MASK, True) for new, old in zip(hidden, text, strict=True))
    assert personal_in(hidden) == ()
    assert Veil(()).text(hidden) == hidden


WORDS = ("", " ", "\n", "điện thoại ", ": ", "; ", " (", ") ", "Điều 5. ", " cấp ngày 5/6/2020", "CCCD số ", "\t", " — ", "ạ̣")
