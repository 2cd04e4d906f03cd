"""Document types: every row's examples, and what must not be read as it, through every stage that uses the row."""

from __future__ import annotations

import pytest

from build_tools.citations import find_citations
from build_tools.identity import parse_number
from build_tools.lexicon.types import document_types, type_codes, type_faults, types_of
from build_tools.model.diagnostic import InputError
from build_tools.model.document import Document
from build_tools.model.register import DocumentType, Register
from build_tools.normalise import starts
from build_tools.passages import Passages
from build_tools.tables import load_rows
from tests.content import EMPTY

from ..citations.citation_helpers import document
from ..reading.reading_helpers import paragraphs, read

TYPES = document_types()
ALL = types_of(())


def ids(pairs: list[tuple[DocumentType, str]]) -> list[str]:
    return [f"{kind.id}: {text}" for kind, text in pairs]


NUMBERS = [(kind, text) for kind in TYPES for text in kind.examples.numbers]
CITED = [(kind, text) for kind in TYPES for text in kind.examples.citations]
NOT_CITED = [(kind, text) for kind in TYPES for text in kind.not_.citations]
TITLES = [(kind, text) for kind in TYPES for text in kind.examples.titles]
NOT_TITLES = [(kind, text) for kind in TYPES for text in kind.not_.titles]


def titled(title: str, number: str = "Số 12-AB/CDE") -> Document:
    """A document under this title, as a committee's office lays it out."""
    date = "Sông Mơ, ngày 05 tháng 6 năm 2031"
    return read(
        f"TỈNH ỦY SÔNG MƠ\n\n{number}\n\n{date}\n\n{title}\n\nvề việc giữ nếp nhà bè\n\nCăn cứ tình hình bến bãi;\n\nĐiều 1. Giữ bến.\n"
    )


@pytest.mark.parametrize(("kind", "number"), NUMBERS, ids=ids(NUMBERS))
def test_a_number_is_read_with_the_types_code(kind: DocumentType, number: str) -> None:
    parts = parse_number(number)
    assert parts is not None
    assert parts.format() == number
    assert parts.type_code in kind.codes_in(parts.system)
    assert kind in ALL.of_code(parts.type_code or "", parts.system)


@pytest.mark.parametrize(("kind", "phrase"), CITED, ids=ids(CITED))
def test_a_citation_is_found_with_its_type(kind: DocumentType, phrase: str) -> None:
    found = find_citations(Passages.of(document(f"Sông Mơ tổ chức bến đò {phrase} và báo lại kết quả.")), EMPTY)
    assert kind.name in [citation.type for citation in found]


@pytest.mark.parametrize(("kind", "phrase"), NOT_CITED, ids=ids(NOT_CITED))
def test_other_words_are_no_citation_of_the_type(kind: DocumentType, phrase: str) -> None:
    found = find_citations(Passages.of(document(f"Sông Mơ tổ chức bến đò, {phrase} và báo lại kết quả.")), EMPTY)
    assert kind.name not in [citation.type for citation in found]


@pytest.mark.parametrize(("kind", "title"), TITLES, ids=ids(TITLES))
def test_a_title_is_a_paragraph_and_the_type_of_its_document(kind: DocumentType, title: str) -> None:
    assert starts.TYPES.fullmatch(title)
    wrapped = f"TỈNH ỦY SÔNG MƠ\n{title}\nVỀ VIỆC GIỮ NẾP NHÀ BÈ TRÊN CÁC BẾN SÔNG THUỘC TỈNH SÔNG MƠ\n"
    assert title in paragraphs(wrapped + "Các bến giữ nếp nhà bè, mỗi tháng báo về huyện một lần, mỗi quý báo về tỉnh.\n" * 3)
    if "title" in kind.roles:
        assert titled(title).header.type == ALL.filed(kind).name


@pytest.mark.parametrize(("kind", "title"), NOT_TITLES, ids=ids(NOT_TITLES))
def test_other_lines_are_no_title_of_the_type(kind: DocumentType, title: str) -> None:
    assert not starts.TYPES.fullmatch(title)
    assert titled(title).header.type != kind.name


@pytest.mark.parametrize("kind", TYPES, ids=lambda kind: kind.id)
def test_every_row_is_seen_and_shown(kind: DocumentType) -> None:
    """A role without an example, or a row that no stage can see, is a fault of the row."""
    assert bool(kind.examples.citations) == ("cited" in kind.roles)
    assert bool(kind.examples.titles) == bool({"title", "own-line"} & {*kind.roles})
    assert {code for number in kind.examples.numbers for code in [getattr(parse_number(number), "type_code", None)]} == {*kind.every_code}
    assert kind.roles
    assert kind.sources


GOOD = "- {id: a, name: Bản kê, systems: [state], codes: [BK], sources: [x]}\n"
FAULTS = [
    (GOOD + GOOD, 2, "mã loại “a” đã có ở dòng 1"),
    (GOOD + "- {id: b, name: BẢN KÊ, systems: [state], sources: [x]}\n", 2, "tên loại “bản kê” đã có ở dòng 1"),
    (GOOD + "- {id: b, name: Bản cam kết, systems: [state], codes: [BK], sources: [x]}\n", 2, "mã “BK” đã là mã của Bản kê (dòng 1)"),
    (GOOD + "- {id: b, name: Bản tin, systems: [state], wider: c, sources: [x]}\n", 2, "không có “c” trong types.yaml"),
    ("- {id: b, name: Nghị quyết, systems: [state], sources: [x]}\n", 1, "tên “Nghị quyết” đã là tên của loại nghi-quyet"),
    ("- {id: b, name: Bản tin, systems: [state], codes: [NQ], sources: [x]}\n", 1, "mã “NQ” đã là mã của Nghị quyết"),
    ("- {id: b, name: Bản tin, system: [state]}\n", 1, "không có khóa “system”"),
    ("- {id: b, name: Bản tin, systems: [state], roles: [quoted]}\n", 1, "“roles” không nhận"),
]


@pytest.mark.parametrize(("text", "line", "says"), FAULTS)
def test_faults_of_rows_say_line_and_remedy(text: str, line: int, says: str) -> None:
    try:
        found = type_faults(load_rows(text, DocumentType, "types.yaml"), TYPES)
    except InputError as error:
        found = error.diagnostics
    fault = next(item for item in found if says in item.message)
    assert (fault.path, fault.line) == ("types.yaml", line)
    assert fault.hint


@pytest.mark.parametrize(
    "text",
    [
        GOOD,
        GOOD + "- {id: b, name: Bản kê khai, systems: [state], codes: [BK], wider: a, sources: [x]}\n",  # one family
        GOOD + "- {id: b, name: Bản tin, systems: [party], codes: [BK], sources: [x]}\n",  # in another system
        GOOD + "- {id: b, name: Bản tin, systems: [state], codes: [BK], shares_codes_with: [a], sources: [x]}\n",
        "- {id: nghi-quyet, name: Nghị quyết, systems: [front], aliases: [NQ chung], sources: [x]}\n",  # adds to a type of the lexicon
    ],
)
def test_what_is_meant_is_no_fault(text: str) -> None:
    assert type_faults(load_rows(text, DocumentType, "types.yaml"), TYPES) == ()


def test_a_register_adds_types_and_words() -> None:
    own = load_rows(GOOD + "- {id: nghi-quyet, name: Nghị quyết, systems: [front], aliases: [NQ chung]}\n", DocumentType).rows
    register = Register(types=own)
    types = types_of(register.types)
    assert types.by_id["nghi-quyet"].systems == ("party", "state", "front")
    assert types.by_id["nghi-quyet"].roles == ALL.by_id["nghi-quyet"].roles
    assert [types.named(word) for word in ("bản kê", "nq chung", "bản khai")] == [own[0], types.by_id["nghi-quyet"], None]
    assert types_of(types.rows).rows == types.rows
    found = find_citations(Passages.of(document("thực hiện Bản kê số 12/BK-UBND ngày 05/6/2031")), register)
    assert [(citation.type, citation.number) for citation in found] == [("Bản kê", "12/BK-UBND")]
    assert parse_number("12/BK-UBND", frozenset({"BK"})) == parse_number("12/NQ-UBND").__class__(
        "12/BK-UBND", "12", "administrative", None, "BK", ("UBND",)
    )


def test_a_type_that_is_not_listed_does_not_take_the_title_above() -> None:
    """The line above a number says nothing of its type."""
    assert "BK" not in type_codes()
    for above in ("Nghị quyết", "Báo cáo kết quả bến bãi", "KẾT LUẬN"):
        found = find_citations(Passages.of(document(f"{above}\nBản kê số 12-BK/TU ngày 05/6/2031 của Tỉnh ủy Sông Mơ")), EMPTY)
        assert [citation.type for citation in found if citation.number] == [None]
