from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from build_tools.citations import find_citations
from build_tools.identity import Identity
from build_tools.lexicon.words import FILES as WORD_LISTS
from build_tools.model.diagnostic import InputError
from build_tools.model.document import Document
from build_tools.model.register import Register
from build_tools.naming import family
from build_tools.normalise import normalise
from build_tools.passages import Passages
from build_tools.read.plain import text as reader
from build_tools.register.layers import NATIONAL
from build_tools.register.load import load_register, load_sources
from build_tools.register.schema import SCHEMAS, check, made_schemas
from build_tools.structure import structure
from build_tools.tables import read_yaml
from tests.content import REGISTER

Write = Callable[..., Path]


def test_a_whole_register(write_register: Write) -> None:
    register = load_register(write_register(), None)
    old, new = register.works
    assert (old.number, old.date, old.id) == ("3-QĐ/TU", "2022-03-04", "3-qdd_tu--quy-dinh--tinh-uy-song-mo--_--2022-03-04")
    assert [(relation.predicate, relation.target) for relation in new.relations] == [("replaces", old.id)]
    assert register.themes[0].works == (old.id,)
    assert old.sources[0].url == "https://bao.example/1"


ISSUER = "- {id: tinh-uy-song-mo, name: Tỉnh ủy Sông Mơ, system: party, place: song-mo, sources: [bao-song-mo]}\n"
WORK = "- number: 3-QĐ/TU\n  type: quy-dinh\n  subject: Thử\n  sources: [bao-song-mo]\n"


@pytest.mark.parametrize(
    ("name", "text", "line", "says", "hint"),
    [
        ("works", WORK + "  isuer: x\n", 5, "không có khóa “isuer”", "issuer"),
        ("works", WORK + "  issuer: tinh-uy-song-ma\n", 5, "không có mã “tinh-uy-song-ma”", "tinh-uy-song-mo"),
        ("works", "- number: 3-QĐ/TU\n  type: quy-dinh\n  sources: [bao-song-mo]\n", 1, "thiếu khóa “subject”", "subject"),
        ("works", WORK.replace("[bao-song-mo]", "[bao-song-ma]"), 4, "không có mã “bao-song-ma”", "bao-song-mo"),
        ("works", WORK + "  dates: [{date: '2021-02-30', sources: [bao-song-mo]}]\n", 5, "ngày không có thật: 2021-02-30", "2021-05-18"),
        ("works", WORK + "  dates: [{date: 18/5/2021, sources: [bao-song-mo]}]\n", 5, "“date” không đúng dạng", "năm-tháng-ngày"),
        ("works", WORK + "  dates:\n    - date: 2021\n      sources: [bao-song-mo]\n", 6, "“date” phải là chữ", "ngoặc kép"),
        ("works", WORK + WORK, 5, "văn bản này đã có ở dòng 1", "khóa hoặc ngày"),
        (
            "works",
            WORK + "  relations:\n    - {predicate: replaces, target: 4-QĐ/TU, sources: [bao-song-mo]}\n",
            6,
            "không có văn bản “4-QĐ/TU”",
            "3-QĐ/TU",
        ),
        (
            "works",
            WORK + "  relations: [{predicate: replace, target: 3-QĐ/TU, sources: [bao-song-mo]}]\n",
            5,
            "“predicate” không nhận",
            "replaces",
        ),
        ("works", WORK + "  relations: [{predicate: replaces, target: 3-QĐ/TU, sources: [bao-song-mo]}]\n", 5, "với chính nó", "sửa"),
        ("works", WORK + "  number: 4-QĐ/TU\n", 5, "viết hai lần", "một trong hai"),
        ("works", WORK.replace("sources: [bao-song-mo]", "sources: []"), 4, "“sources” còn trống", "nguồn"),
        ("works", "number: 3-QĐ/TU\n", 1, "phải là danh sách", ""),
        ("works", WORK + "\tx: 1\n", 5, "YAML sai cú pháp", "thụt dòng"),
        ("works", "- &a {type: quy-dinh}\n- *a\n", 1, "neo và bí danh", "đầy đủ"),
        ("works", "- !!python/object/apply:os.system [ls]\n", 1, "không dùng", "thẻ"),
        ("works", "- !bi-mat x\n", 1, "không dùng thẻ YAML", "!"),
        ("works", "[" * 200 + "]" * 200, 1, "lồng nhau quá", "thụt dòng"),
        ("works", "? [a]\n: 1\n", 1, "khóa phải là một từ", "chữ"),
        ("issuers", ISSUER + ISSUER, 2, "mã “tinh-uy-song-mo” đã có ở dòng 1", "đổi"),
        ("issuers", ISSUER.replace("place: song-mo", "parent: tinh-uy-song-mo"), 1, "cấp trên của chính nó", "sửa"),
        ("issuers", ISSUER.replace("place:", "since: '2025-01-01', until: '2024-01-01', place:"), 1, "trước ngày đầu", "đổi"),
        ("places", "- {id: song-mo, name: Sông Mơ, level: thanh pho, sources: [bao-song-mo]}\n", 1, "“level” không nhận", "thanh-pho"),
        ("sources", "- {id: bao-song-mo, name: Báo, url: 'javascript:x'}\n", 1, "“url” không đúng dạng", "http"),
        ("types", "- {id: ban-ke, name: Nghị quyết, systems: [state], sources: [x]}\n", 1, "đã là tên của loại nghi-quyet", "nghi-quyet"),
        ("works", WORK.replace("quy-dinh", "quy-dinh-moi"), 2, "không có mã “quy-dinh-moi”", "quy-dinh"),
        ("redirects", "a: b\nb: c\nc: a\n", 1, "“a” dẫn về chính nó", "sửa"),
        ("themes", "- {id: neu-guong, name: Nêu gương, works: [5-QĐ/TU]}\n", 1, "không có văn bản “5-QĐ/TU”", "QĐ/TU"),
    ],
)
def test_faults_say_where_what_and_what_to_try(write_register: Write, name: str, text: str, line: int, says: str, hint: str) -> None:
    folder = write_register(**{name: text})
    with pytest.raises(InputError) as caught:
        load_register(folder, None)
    fault = next(item for item in caught.value.diagnostics if says in item.message)
    assert (fault.path, fault.line, fault.severity) == (str(folder / f"{name}.yaml"), line, "error")
    assert hint in fault.hint


def test_all_faults_are_told_at_once(write_register: Write) -> None:
    folder = write_register(
        works=WORK + "  term: xiii\n  kind: x\n", places="- {id: Sông, name: Sông, level: tinh, sources: [bao-song-mo]}\n"
    )
    with pytest.raises(InputError) as caught:
        load_register(folder, None)
    assert len(caught.value.diagnostics) == 3


def test_files_that_are_not_there_state_nothing_and_misnamed_ones_are_told(write_register: Write, tmp_path: Path) -> None:
    assert load_register(tmp_path / "none", None).works == ()
    folder = write_register(works=None, work="[]\n", themes="[]\n")
    with pytest.raises(InputError) as caught:
        load_register(folder, None)
    assert [(Path(item.path).name, item.hint) for item in caught.value.diagnostics] == [("work.yaml", "đổi tên thành works.yaml?")]
    (folder / "work.yaml").unlink()
    assert load_register(folder, None).works == ()


def test_not_utf8_and_too_large(write_register: Write) -> None:
    folder = write_register()
    (folder / "works.yaml").write_bytes(b"- number: 3\n- \xff\n")
    with pytest.raises(InputError, match=r"works\.yaml:2: tệp không phải UTF-8"):
        load_register(folder, None)
    (folder / "works.yaml").write_bytes(b"#" * 4_000_001)
    with pytest.raises(InputError, match="lớn hơn 4 MB"):
        load_register(folder, None)


def test_one_number_of_two_works_needs_the_address(write_register: Write) -> None:
    twice = "".join(
        f"- number: 3-QĐ/TU\n  type: quy-dinh\n  subject: Thử\n  term: {term}\n  sources: [bao-song-mo]\n" for term in ("X", "XI")
    )
    relation = "  relations: [{predicate: replaces, target: 3-QĐ/TU, sources: [bao-song-mo]}]\n"
    with pytest.raises(InputError, match="nhiều văn bản mang số 3-QĐ/TU"):
        load_register(write_register(works=twice + WORK.replace("3-QĐ", "9-QĐ") + relation, themes="[]"), None)


def test_the_shipped_register_is_sound(shipped: Register) -> None:
    assert len(shipped.works) >= 320
    assert all(work.sources for work in shipped.works)
    assert all(claim.sources for work in shipped.works for claim in work.dates)
    assert all(relation.sources for work in shipped.works for relation in work.relations)
    assert all(issuer.sources for issuer in shipped.issuers)
    assert all(Identity.parse(work.id).format() == work.id for work in shipped.works)


def test_the_national_register_says_of_every_work_who_says_so_and_as_of_when() -> None:
    national = load_register(Path("none"))
    assert len(national.works) >= 300
    dated = [work for work in national.works if any(source.as_of for source in work.sources)]
    assert len(dated) >= len(national.works) - 12, "only what the two founding documents state bears no day of looking up"
    assert national.told == ()


@pytest.mark.parametrize(
    ("number", "dates"),
    [
        ("03-CT/TW", {"2011-04-15", "2011-05-14"}),
        ("59-NQ/TW", {"2025-01-24", "2024-01-24"}),
        ("89-QĐ/TW", {"2017-08-04", "2017-12-19"}),
        ("296-QĐ/TW", {"2025-05-30", "2025-05-20"}),
    ],
)
def test_conflicting_dates_stay_a_conflict(shipped: Register, number: str, dates: set[str]) -> None:
    work = next(work for work in shipped.works if work.number == number)
    assert work.date is None
    assert {claim.date for claim in work.dates} == dates


@pytest.mark.parametrize(
    ("number", "found"),
    [
        ("124-QĐ/TW", {("ban-bi-thu", "2018-02-02"), ("bo-chinh-tri", "2023-10-04")}),
        ("27-NQ/TW", {("ban-chap-hanh-trung-uong", "2018-05-21"), ("ban-chap-hanh-trung-uong", "2022-11-09")}),
        ("10-NQ/TW", {(None, "1999-02-02"), ("bo-chinh-tri", "2022-02-10")}),
    ],
)
def test_one_number_is_several_documents(shipped: Register, number: str, found: set[tuple[str | None, str]]) -> None:
    assert {(work.issuer, work.date) for work in shipped.works if work.number == number} == found


@pytest.mark.parametrize(
    ("number", "term", "by"),
    [("124-QĐ/TW", "XIII", "366-QĐ/TW"), ("22-QĐ/TW", "XIII", "296-QĐ/TW"), ("270-QĐ/TW", "XI", "383-QĐ/TW"), ("124-QĐ/TW", "XII", None)],
)
def test_what_replaced_what(shipped: Register, number: str, term: str, by: str | None) -> None:
    (work,) = (work for work in shipped.works if work.number == number and work.term == term)
    ends = [other.number for other in shipped.works for item in other.relations if (item.predicate, item.target) == ("replaces", work.id)]
    assert ends == ([by] if by else [])


def test_tu_of_three_bodies_is_three_families(shipped: Register) -> None:
    bodies = ("tinh-uy-dong-thap", "ban-thuong-vu-thanh-uy-sa-dec", "ban-thuong-vu-thanh-uy-can-tho")
    assert [family(body, shipped) for body in bodies] == ["tinh-uy-dong-thap", "thanh-uy-sa-dec", "thanh-uy-can-tho"]
    assert family("bo-chinh-tri", shipped) == family("ban-bi-thu", shipped)


def test_types_of_the_lexicon_and_of_the_register(write_register: Write) -> None:
    folder = write_register(types="- {id: ban-ke, name: Bản kê, systems: [state], codes: [BK], sources: [sổ tay]}\n")
    register = load_register(folder, None)
    assert {"ban-ke", "quy-dinh"} <= {kind.id for kind in register.types}
    assert [kind.id for kind in register.types] == sorted(kind.id for kind in register.types)


@pytest.mark.parametrize("folder", [NATIONAL, REGISTER])
def test_register_files_name_their_schema(folder: Path) -> None:
    for path in sorted(folder.glob("*.yaml")):
        first = path.read_text(encoding="utf-8").splitlines()[0]
        assert first == f"# yaml-language-server: $schema=../schemas/{path.stem}.schema.json"
        assert (SCHEMAS / f"{path.stem}.schema.json").exists()


def test_the_national_register_keeps_to_its_schemas_and_uses_its_sources() -> None:
    texts = []
    for path in sorted(NATIONAL.glob("*.yaml")):
        assert check(read_yaml(path), path.stem) == ()
        if path.stem != "sources":
            texts.append(path.read_text(encoding="utf-8"))
    assert set(load_sources(NATIONAL, None)) <= set(re.findall(r"[a-z0-9-]+", " ".join(texts)))


def test_schemas_describe_in_vietnamese() -> None:
    for path in sorted(SCHEMAS.glob("*.schema.json")):
        assert re.search(r"[ăâđêôơưáàảãạ]", path.read_text(encoding="utf-8")), path.name


def test_schemas_follow_from_the_row_types() -> None:
    for name, schema in made_schemas().items():
        text = (SCHEMAS / f"{name}.schema.json").read_text(encoding="utf-8")
        assert json.loads(text) == schema, f"{name}: run python -m build_tools.register"
        assert text.endswith("}\n")


@pytest.mark.parametrize("name", [*WORD_LISTS, "types"])
def test_files_of_the_lexicon_name_their_schema(root: Path, name: str) -> None:
    schema = "types" if name == "types" else f"lexicon-{name}"
    first = (root / "build_tools/lexicon" / f"{name}.yaml").read_text(encoding="utf-8").splitlines()[0]
    assert first == f"# yaml-language-server: $schema=../register/schemas/{schema}.schema.json"


def test_schemas_are_schemas() -> None:
    for path in sorted(SCHEMAS.glob("*.schema.json")):
        Draft202012Validator.check_schema(json.loads(path.read_text(encoding="utf-8")))


def test_a_code_of_the_registers_own_is_read_where_the_register_is_at_hand(write_register: Write) -> None:
    register = load_register(
        write_register(types="- {id: ban-ke, name: Bản kê, systems: [state, party], codes: [BK], sources: [sổ tay]}\n")
    )
    document = read_with("TỈNH ỦY SÔNG MƠ\n\nSố 12-BK/TU\n\nSông Mơ, ngày 05 tháng 6 năm 2031\n\nCăn cứ Bản kê số 3/BK-UBND.\n", register)
    assert (document.header.type, document.header.number) == ("Bản kê", "12-BK/TU")
    assert [(citation.type, citation.number) for citation in find_citations(Passages.of(document), register)] == [("Bản kê", "3/BK-UBND")]


def read_with(text: str, register: Register) -> Document:
    return structure(normalise(reader.read(Path("mau.txt"), text.encode())), register)


def test_the_same_files_give_the_very_same_register_and_other_files_another(tmp_path: Path) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    for folder in (one, two):
        folder.mkdir()
        (folder / "themes.yaml").write_text("- id: ben\n  name: Bến đò\n", encoding="utf-8")
    assert load_register(one) is load_register(two)
    assert load_register(one, None) is not load_register(one)
    (two / "themes.yaml").write_text("- id: ben\n  name: Bến mới\n", encoding="utf-8")
    assert [theme.name for theme in load_register(two).themes] == ["Bến mới"]
    assert [theme.name for theme in load_register(one).themes] == ["Bến đò"]
