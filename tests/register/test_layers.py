"""The unit's register above the national one: what takes whose place, and what is told."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from build_tools.model.diagnostic import InputError
from build_tools.model.register import Register
from build_tools.register.load import load_register, load_sources
from tests.register.conftest import GOOD

BELOW = {
    "sources": GOOD["sources"],
    "terms": GOOD["terms"] + "- {id: XII, name: Khóa XII, start: '2016-01-29', end: '2021-02-01', sources: [bao-song-mo]}\n",
    "places": GOOD["places"],
    "districts": GOOD["districts"],
    "issuers": GOOD["issuers"]
    + "- {id: bo-a, name: Bộ A, system: party, codes: [TW], sources: [bao-song-mo]}\n"
    + "- {id: ban-b, name: Ban B, system: party, codes: [TW], parent: bo-a, sources: [bao-song-mo]}\n",
    "bodies": GOOD["bodies"],
    "works": (
        "- number: 41-QĐ/TW\n  type: quy-dinh\n  issuer: bo-a\n  term: XIII\n  subject: Việc giữ rừng\n"
        "  dates: [{date: '2022-03-02', sources: [bao-song-mo]}]\n  names: [Quy định giữ rừng]\n  sources: [bao-song-mo]\n"
        "- number: 41-QĐ/TW\n  type: quy-dinh\n  issuer: bo-a\n  term: XII\n  subject: Việc giữ suối\n"
        "  dates: [{date: '2017-03-02', sources: [bao-song-mo]}]\n  sources: [bao-song-mo]\n"
        "- number: 5/QĐ-TTg\n  type: quyet-dinh\n  issuer: bo-a\n  subject: Cầu phao\n"
        "  dates: [{date: '2022-01-06', sources: [bao-song-mo]}]\n  sources: [bao-song-mo]\n"
        "- {type: dieu-le, subject: Điều lệ hội, names: [Điều lệ hội đò], sources: [bao-song-mo]}\n"
    ),
}
OWN = "- number: {number}\n  type: {type}\n  subject: {subject}\n  sources: [bao-song-mo]\n"


@pytest.fixture
def layers(tmp_path: Path) -> Callable[..., Register]:
    """Load a register of the unit's ``files`` above the one below."""
    below = tmp_path / "quoc-gia"
    below.mkdir()
    for name, text in BELOW.items():
        (below / f"{name}.yaml").write_text(text, encoding="utf-8")

    def load(**files: str) -> Register:
        own = tmp_path / "don-vi"
        own.mkdir()
        for name, text in files.items():
            (own / f"{name}.yaml").write_text(text, encoding="utf-8")
        return load_register(own, below)

    return load


def own(number: str = "41-QĐ/TW", kind: str = "quy-dinh", subject: str = "Tên khác", *more: str) -> str:
    return OWN.format(number=number, type=kind, subject=subject) + "".join(f"  {line}\n" for line in more)


def day(date: str) -> str:
    return f"dates: [{{date: '{date}', sources: [bao-song-mo]}}]"


@pytest.mark.parametrize(
    ("row", "count", "told"),
    [
        (own("41-QĐ/TW", "quy-dinh", "Việc giữ rừng", "term: XIII", "note: Đơn vị ghi thêm."), 4, []),
        (own("41-QĐ/TW", "quy-dinh", "Việc giữ rừng", day("2022-03-02")), 4, []),
        (own("41-QĐ/TW", "quy-dinh", "Việc giữ rừng", day("2022-03-03")), 4, ["ngày"]),
        (own("41-QĐ/TW", "quy-dinh", "Việc giữ rừng", "term: XIII", "issuer: ban-b"), 4, ["cơ quan"]),
        (own("41-QĐ/TW", "quy-dinh", "Việc giữ rừng"), 5, ["2 văn bản mang số"]),
        (own("41-QĐ/TW", "quyet-dinh", "Loại khác", "term: XIII"), 5, []),
        (own("5/QĐ-TTg", "quyet-dinh", "Cầu phao", day("2022-01")), 4, ["ngày"]),
        (own("5/QĐ-TTg", "quyet-dinh", "Việc của năm sau", day("2023-01-06")), 5, []),
        (own("5/QĐ-TTg", "quyet-dinh", "Của cơ quan khác", "issuer: tinh-uy-song-mo"), 5, []),
        (own("7-QĐ/TU", "quy-dinh", "Chỉ đơn vị có"), 5, []),
        ("- {type: dieu-le, subject: Điều lệ hội đò, sources: [bao-song-mo]}\n", 4, []),
        ("- {type: dieu-le, subject: Điều lệ hội khác, sources: [bao-song-mo]}\n", 5, []),
    ],
)
def test_which_work_a_row_of_the_unit_means(layers: Callable[..., Register], row: str, count: int, told: list[str]) -> None:
    found = layers(works=row)
    assert len(found.works) == count
    assert [item.code for item in found.told] == ["register-layers"] * len(told)
    for item, words in zip(found.told, told, strict=True):
        assert words in item.message
        assert Path(item.path or "").parent.name == "don-vi"
        assert item.line >= 1


@pytest.mark.parametrize(
    ("second", "told"),
    [
        (own("7-QĐ/TU", "quy-dinh", "Việc  bến đò", day("2023-06-07")), 1),
        (own("7-QĐ/TU", "quy-dinh", "Việc bến đò", day("2023-05")), 0),
        (own("7-QĐ/TU", "quy-dinh", "Việc khác", day("2023-06-07")), 0),
        (own("7-QĐ/TU", "quy-dinh", "Việc bến đò", day("2023-06-07"), "issuer: tinh-uy-song-mo"), 0),
        (own("8-QĐ/TU", "quy-dinh", "Việc bến đò", day("2023-06-07")), 0),
    ],
)
def test_rows_of_the_unit_that_differ_by_their_day_alone_are_told(layers: Callable[..., Register], second: str, told: int) -> None:
    found = layers(works=own("7-QĐ/TU", "quy-dinh", "Việc bến đò", day("2023-05-06")) + second)
    assert [item.code for item in found.told] == ["register-alike"] * told
    assert len(found.works) == 6, "both stay"


def test_the_unit_states_key_by_key(layers: Callable[..., Register]) -> None:
    found = layers(
        works=own("41-QĐ/TW", "quy-dinh", "Giữ rừng đầu nguồn", "term: XIII", "themes: [rung]"), themes="- {id: rung, name: Rừng}\n"
    )
    (work,) = (work for work in found.works if work.number == "41-QĐ/TW" and work.term == "XIII")
    assert (work.subject, work.date, work.names, work.themes) == ("Giữ rừng đầu nguồn", "2022-03-02", ("Quy định giữ rừng",), ("rung",))


def test_what_the_unit_adds_to_a_national_work_leaves_what_is_there(layers: Callable[..., Register]) -> None:
    relation = "relations: [{predicate: replaces, target: 5/QĐ-TTg, sources: [bao-song-mo]}]"
    found = layers(works=own("41-QĐ/TW", "quy-dinh", "Việc giữ rừng", "term: XIII", "names: [Quy định về rừng]", relation))
    (work,) = (work for work in found.works if work.number == "41-QĐ/TW" and work.term == "XIII")
    assert work.names == ("Quy định về rừng", "Quy định giữ rừng")
    assert [item.predicate for item in work.relations] == ["replaces"]


def test_rows_with_ids_and_districts_are_laid_over_those_of_the_same_id(layers: Callable[..., Register]) -> None:
    found = layers(
        issuers="- {id: bo-a, name: Bộ A và B, system: party, sources: [bao-don-vi]}\n",
        sources="- {id: bao-don-vi, name: Báo của đơn vị}\n",
        districts="- {parent: song-mo, level: huyen, names: [Đá Bạc, Mường La], sources: [bao-don-vi]}\n",
    )
    (issuer,) = (issuer for issuer in found.issuers if issuer.id == "bo-a")
    assert (issuer.name, issuer.codes, issuer.sources[0].name) == ("Bộ A và B", ("TW",), "Báo của đơn vị")
    assert {place.name for place in found.places} == {"Sông Mơ", "Đá Bạc", "Mường La"}


def test_faults_of_the_unit_are_told_in_its_own_file_whatever_lies_below(layers: Callable[..., Register], tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"don-vi/works\.yaml:5: không có mã “bo-z”") as caught:
        layers(works=own("9-QĐ/TU", "quy-dinh", "x", "issuer: bo-z") + own("41-QĐ/TW", "quy-dinh", "x", "term: XIII", "issuer: bo-y"))
    assert "works.yaml:11: không có mã “bo-y”" in str(caught.value)


def test_what_is_stated_twice_by_the_unit_is_told(layers: Callable[..., Register]) -> None:
    row = own("41-QĐ/TW", "quy-dinh", "x", "term: XIII")
    with pytest.raises(InputError, match=r"don-vi/works\.yaml:6: văn bản này đã có ở dòng 1"):
        layers(works=row + row)


def test_sources_of_both_may_be_named(layers: Callable[..., Register], tmp_path: Path) -> None:
    layers(sources="- {id: bao-don-vi, name: Báo của đơn vị}\n")
    assert set(load_sources(tmp_path / "don-vi", tmp_path / "quoc-gia")) == {"bao-song-mo", "bao-don-vi"}
