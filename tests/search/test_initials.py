"""Abbreviations that a collection teaches, addresses told by the one before, and texts that come when a reader gets there."""

from __future__ import annotations

import random
from array import array
from collections import Counter
from itertools import pairwise
from pathlib import Path

import msgspec
import pytest

from build_tools.search import Options, Record, build_index
from build_tools.search.initials import Name, explained_in, said_keys
from build_tools.search.keys import terms
from build_tools.search.names import LEAST, LONGEST, SHORTEST, _runs, recurring_names
from build_tools.search.stretches import Stretches, cut
from build_tools.search.tally import Counted, as_bytes, tally
from build_tools.search.units import LESS, MORE, NEXT, told_by
from tests.search.node import run_node

EXPLAINED = {
    "Trạm y tế xóm (TYTX) mở cửa hằng ngày.": {"*tytx = trạm y tế xóm": 10},
    "Trạm thú y làng (sau đây gọi tắt là TTYL) giữ sổ.": {"*ttyl = trạm thú y làng": 10},
    "Trạm thú y làng (sau đây viết tắt là “TTYL”) giữ sổ.": {"*ttyl = trạm thú y làng": 10},
    "Việc giữ rừng và nguồn nước (GRNN).": {"*grnn = giữ rừng và nguồn nước": 10},
    "- HTN: Hợp tác nước": {"*htn = hợp tác nước": 10},
    "Bến Đò (BĐ) và bến đá (BĐ).": {"*bd = bến đò": 10, "*bd = bến đá": 11},
    "Tổ uống nước (TUN) họp.": {"*^tun = tổ uống nước": 10},
    # not explained: other letters, letters in the middle, a number, a sign
    "Trạm y tế xóm (TYN) mở cửa.": {},
    "Mở cửa hằng ngày (xem MCHN trang 3).": {},
    "Hộ nghèo (10).": {},
    "Cho biết ý kiến (CÓ hoặc không).": {},
    "UBND: họp xóm": {},
}


@pytest.mark.parametrize(("text", "keys"), EXPLAINED.items(), ids=range(len(EXPLAINED)))
def test_abbreviations_that_a_text_explains(text: str, keys: dict[str, int]) -> None:
    assert said_keys((), explained_in(text), {}) == keys


def test_what_is_told_is_not_learnt_again() -> None:
    assert said_keys((("TYTX", ("trạm y tế xa",)), ("sổ hồng", ("giấy nhà", "giấy đất"))), explained_in("Trạm y tế xóm (TYTX)"), {}) == {
        "*tytx = trạm y tế xa": 0,
        "*sổ hồng = giấy nhà": 0,
        "*sổ hồng = giấy đất": 1,
    }


def test_words_are_shown_as_they_are_written() -> None:
    assert said_keys((), explained_in("Quản lý kỳ họp (QLKH)"), {"lí": "lý", "kì": "kỳ"}) == {"*qlkh = quản lý kỳ họp": 10}


WORDS = {"bảo vệ": 0.9, "nguồn nước": 0.9, "bến bãi": 0.9, "của bến": 0.3}


def learnt(rows: list[list[str]], known: dict[str, int], size: int = 0) -> list[Name]:
    """The names of two batches that hold these rows, of a site of so many terms (none: of these rows)."""
    batches = []
    for half in (0, 1):
        numbers: dict[str, int] = {}
        found = [array("I", (numbers.setdefault(term, len(numbers)) for term in row)) for row in rows[half::2]]
        batches.append(Counted("", msgspec.msgpack.encode(tally(list(numbers), found)), list(range(half, len(rows), 2))))
    return recurring_names(batches, size or sum(map(len, rows)), WORDS, known)


@pytest.mark.parametrize(("size", "found"), [(1_900_000, True), (30_000_000, False)])
def test_all_texts_of_some_hundred_documents_are_looked_at_for_names(size: int, found: bool) -> None:
    """What stands only now and then is a name, too; of a large site some of the units are enough."""
    rows = [terms("bảo vệ nguồn nước" if at % 5 == 1 else f"chợ {at}") for at in range(30)]
    known = sorted({word for row in rows for word in row})
    assert bool(learnt(rows, {word: at for at, word in enumerate(known)}, size)) == found


def names_in(*lines: str) -> dict[str, list[list[str]]]:
    """The names learnt from these lines, each standing nine times, by their initials; the likeliest first."""
    rows = [terms(line) for line in lines for _ in range(9)]
    known = sorted({word for row in rows for word in row})
    found: dict[str, list[list[str]]] = {}
    for name in learnt(rows, {word: at for at, word in enumerate(known)}):
        assert name.later == (name.short in found)
        found.setdefault(name.short, []).append([known[at] for at in name.words])
    return found


def test_names_that_recur() -> None:
    assert names_in("bảo vệ nguồn nước") == {"bvnn": [["bảo", "vệ", "nguồn", "nước"]]}


def test_names_have_no_function_words_and_no_signs() -> None:
    assert names_in("bảo vệ của bến bãi", "bảo vệ, 5 nguồn nước") == {}


def test_and_stands_in_a_name_without_an_initial() -> None:
    assert names_in("bảo vệ và bến bãi") == {"bvbb": [["bảo", "vệ", "và", "bến", "bãi"]]}
    assert names_in("nguồn nước và bảo vệ và bến bãi").keys() == {"nnbv", "bvbb"}  # not twice


def test_what_stands_in_a_longer_name_only_is_part_of_that() -> None:
    assert "dnn" not in names_in("đội bảo vệ nguồn nước", "đội bảo vệ nguồn nước sạch")
    assert names_in("bảo vệ nguồn nước sạch").keys() == {"bvnn", "bvnns"}  # two words of two syllables are shortened by themselves, too


def test_what_stands_more_often_is_likelier() -> None:
    assert names_in("bảo vệ nguồn nước", "bảo vệ nguồn nước", "bảo vệ nguồn núi")["bvnn"] == [
        ["bảo", "vệ", "nguồn", "nước"],
        ["bảo", "vệ", "nguồn", "núi"],
    ]


def test_a_piece_of_a_sentence_is_less_likely_a_name() -> None:
    said = ["bảo vệ nếu như"] * 2
    words = WORDS | {"nếu như": 0.9, "nương ngô": 0.9}
    rows = [terms(line) for line in [*said, "bảo vệ nương ngô"] for _ in range(9)]
    batch: dict[str, int] = {}
    found = [array("I", (batch.setdefault(term, len(batch)) for term in row)) for row in rows]
    counted = Counted("", msgspec.msgpack.encode(tally(list(batch), found)), [0] * len(found))
    known = sorted(batch)
    names = recurring_names([counted], sum(map(len, rows)), words, {word: at for at, word in enumerate(known)})
    assert [[known[at] for at in name.words] for name in names] == [["bảo", "vệ", "nương", "ngô"], ["bảo", "vệ", "nếu", "như"]]


@pytest.mark.parametrize("seed", range(5))
def test_runs_are_counted_as_if_each_place_were_looked_at(seed: int) -> None:
    dice, words = random.Random(seed), ["", "và", "xã", "tổ", "bảo vệ", "bến bãi"]
    row = [dice.randrange(len(words)) for _ in range(200)]
    said = [words[at] for at in row]
    beside = Counter(pairwise(said))
    joined = {pair for pair, times in beside.items() if times >= LEAST and "" not in pair and ("và" not in pair or " " in "".join(pair))}
    runs = (tuple(said[start:end]) for start in range(len(said)) for end in range(start + 2, min(start + 9, len(said) + 1)))
    names = (run for run in runs if joined.issuperset(pairwise(run)) and run.count("và") < 2 and "và" not in (run[0], run[-1]))
    often = Counter(run for run in names if SHORTEST <= sum(len(word.split()) for word in run if word != "và") <= LONGEST)
    assert _runs([Stretches(words, as_bytes(row))]) == {run: times for run, times in often.items() if times >= LEAST}


def test_names_of_which_a_word_is_not_known_are_not_learnt() -> None:
    rows = [terms("bảo vệ nguồn nước")] * 9
    assert learnt(rows, {"bảo": 0, "nguồn": 1, "nước": 2}) == []


def test_names_come_back(tmp_path: Path) -> None:
    names = ["bảo vệ nguồn nước", "bảo vệ nguồn núi", "bảo vệ ngọn núi", "bến bãi và nguồn nước", "nguồn nước bến bãi"]
    bodies = [f"Bản {at}: xã họp về {name}." for name in names for at in range(5 + 4 * (name == names[0]))]
    many = [f"Sổ {chr(97 + at % 26)}{chr(97 + at // 26)} có bảo vệ, có nguồn nước, có bến bãi." for at in range(40)]
    build_index([Record(f"d{at}", f"v/d{at}/", "document", f"Sổ {at}", body) for at, body in enumerate([*bodies, *many])], tmp_path)
    answers = run_node({"index": str(tmp_path), "queries": ["bvnn", "bbnn", "nnbb", "bvbb"]})
    assert [answer["readings"] for answer in answers] == [
        [{"from": "bvnn", "to": ["bảo vệ nguồn nước", "bảo vệ nguồn núi"]}],
        [{"from": "bbnn", "to": ["bến bãi và nguồn nước"]}],
        [{"from": "nnbb", "to": ["nguồn nước bến bãi"]}],
        [],
    ]
    assert answers[3]["unknown"] == ["bvbb"]


def test_words_beside_initials_choose_among_their_meanings(tmp_path: Path) -> None:
    names = {"bảo vệ nguồn nước": "giếng làng", "bảo vệ ngõ nhỏ": "đèn dầu"}
    bodies = [f"Bản {at}: xã họp về {name}, {beside}." for name, beside in names.items() for at in range(6)]
    many = [f"Sổ {chr(97 + at % 26)}{chr(97 + at // 26)} có bảo vệ, có nguồn nước, có ngõ nhỏ." for at in range(40)]
    build_index([Record(f"d{at}", f"v/d{at}/", "document", f"Sổ {at}", body) for at, body in enumerate([*bodies, *many])], tmp_path)
    asked = {f"bvnn {beside}": [name] for name, beside in names.items()}
    answers = run_node({"index": str(tmp_path), "queries": [*asked, "bvnn"]})
    for answer, meant in zip(answers, asked.values(), strict=False):
        assert answer["readings"] == [{"from": "bvnn", "to": meant}]
    assert len(answers[-1]["readings"][0]["to"]) == 2  # nothing chooses: both are told


def test_initials_that_signs_part_are_one(tmp_path: Path) -> None:
    explained = "Trạm y tế xóm (TYTX) mở cửa. Bến đò lớn (BĐL) đóng cửa. Trạm y tế xóm bến đò lớn."
    records = [
        Record("a", "v/a/", "document", "Sổ trực", explained),
        Record("b", "v/b/", "document", "Sổ khác", "Chợ họp, bến, đò và trạm."),
    ]
    build_index(records, tmp_path, options=Options(spoken=(("BĐL", ("bến đò lớn",)),)))
    said = "trạm y tế xóm"
    asked = {
        "TY-TX": [("TY-TX", [said])],
        "tyt & x": [("tyt-x", [said])],
        "tyt,x họp": [("tyt-x", [said])],
        "tytx-bđl": [("bđl", ["bến đò lớn"]), ("tytx", [said])],  # together they are nothing, each is told
        "tytx bđl": [("bđl", ["bến đò lớn"]), ("tytx", [said])],
        "ty tx": [],
        "bến,đò": [],
        "y-tế": [],
    }
    answers = run_node({"index": str(tmp_path), "queries": list(asked)})
    assert {
        query: sorted((reading["from"], reading["to"]) for reading in answer["readings"])
        for query, answer in zip(asked, answers, strict=True)
    } == asked


def test_initials_of_two_names_in_a_row(tmp_path: Path) -> None:
    body = "Trạm y tế xóm (TYTX) mở cửa. Trạm y tế xóm bến đò lớn giữ sổ. Núi đá xa."
    records = [
        Record("a", "v/a/", "document", "Trạm y tế xóm bến đò lớn", body),
        Record("b", "v/b/", "document", "Sổ khác", "Núi non và bến đò."),
    ]
    build_index(records, tmp_path, options=Options(spoken=(("BĐL", ("bến đò lớn",)), ("NĐX", ("núi đá xa",)))))
    whole, apart = run_node({"index": str(tmp_path), "queries": ["tytxbđl", "tytxnđx"]})
    assert whole["readings"] == [{"from": "tytxbđl", "to": ["trạm y tế xóm bến đò lớn"]}]
    assert whole["hits"][0]["url"] == "v/a/"
    assert apart["readings"] == []  # these two never stand side by side


def test_two_letters_beside_told_initials_are_a_word_that_names_begin_with(tmp_path: Path) -> None:
    names = ["nguồn nước bến bãi", "nguồn nước chợ quê", "nhà nông chợ quê", "nhà nông bến bãi", "nhà nông mùa gặt"]
    bodies = [f"Bản {at}: xã họp về {name}." for name in names for at in range(9)]
    body = "Trạm y tế xóm (TYTX) mở cửa. Nguồn nước trạm y tế xóm."
    records = [Record("a", "v/a/", "document", "Nguồn nước trạm y tế xóm", body)]
    records += [Record(f"d{at}", f"v/d{at}/", "document", f"Sổ {at}", body) for at, body in enumerate(bodies)]
    records += [
        Record(f"e{at}", f"v/e{at}/", "document", f"Lối {at}", f"Có nhà nông, có nguồn nước, có bến bãi, chợ quê {at}.") for at in range(40)
    ]
    build_index(records, tmp_path)
    beside, nowhere, guessed = run_node({"index": str(tmp_path), "queries": ["nntytx", "kktytx", "nnzzz"]})
    # "nhà nông" begins more names, but never stands before "trạm"
    assert beside["readings"] == [{"from": "nntytx", "to": ["nguồn nước trạm y tế xóm"]}]
    assert beside["hits"][0]["url"] == "v/a/"
    assert nowhere["readings"] == guessed["readings"] == []


def test_each_reading_is_answered_not_far_down(tmp_path: Path) -> None:
    first = [Record(f"a{at}", f"v/a{at}/", "document", f"Bến đò lớn {at}", "Bến đò lớn. Bến đò lớn.") for at in range(12)]
    build_index([*first, Record("b", "v/b/", "document", "Sổ", "Ghi bờ đê làng.")], tmp_path, options=Options(
        spoken=(("BĐL", ("bến đò lớn", "bờ đê làng")),)
    ))  # fmt: skip
    answer = run_node({"index": str(tmp_path), "queries": ["bđl"]})[0]
    assert [hit["url"] for hit in answer["hits"]].index("v/b/") == 3
    assert answer["readings"] == [{"from": "bđl", "to": ["bến đò lớn", "bờ đê làng"]}]


ADDRESSES = ["", "#dieu-1", "#dieu-2", "#dieu-2-khoan-1", "#dieu-2-khoan-1-diem-a", "#dieu-2-khoan-1-diem-b", "#dieu-2-khoan-2", "#dieu-3",
             "#phu-luc", "#phu-luc", "#phu-luc-muc-9", "#phu-luc-muc-10", "/van-ban/khac/#p-1", ""]  # fmt: skip


def test_addresses_are_told_in_few_signs() -> None:
    assert [told_by(one, two) for one, two in pairwise(ADDRESSES[1:8])] == [
        NEXT, MORE + "-khoan-1", MORE + "-diem-a", LESS + MORE + "-b", LESS + LESS + NEXT, LESS + LESS + NEXT,
    ]  # fmt: skip


def test_addresses_come_back(tmp_path: Path) -> None:
    group = Record("d", "v/d/", "document", "Sổ")
    parts = [
        Record(f"d-{at}", ("v/d/" + url) if url[:1] != "/" else url[1:], "provision", "", f"gốc lim số{at}k", group="d")
        for at, url in enumerate(ADDRESSES)
    ]
    build_index([group, *parts], tmp_path)
    answers = run_node({"index": str(tmp_path), "queries": [f"số{at}k" for at in range(len(ADDRESSES))]})
    assert [answer["hits"][0]["parts"][0]["url"] for answer in answers] == [part.url for part in parts]


@pytest.mark.parametrize(
    ("sure", "words"),
    [
        ([0.9], [0]),
        ([0.73, 0.75], [1]),
        ([0.73, 0.75, 0.42], [0, 2]),  # "dân tộc thiểu số"
        ([0.4, 0.9], [1]),  # "của chính phủ"
        ([0.5, 0.5], [0]),
        ([], []),
    ],
)
def test_words_that_overlap(sure: list[float], words: list[int]) -> None:
    assert cut(sure) == words
