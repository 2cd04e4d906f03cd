"""Codes of texts and phrases, and bits of neighbours: what is packed is what was there."""

from __future__ import annotations

import base64
import random
import zlib
from array import array
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_tools.cache import Store
from build_tools.lexicon.keys import strip_marks
from build_tools.search.files import Folder
from build_tools.search.keys import fingerprint
from build_tools.search.lots import Lot
from build_tools.search.neighbours import (
    COMMON_PAIR,
    FULL,
    LISTED_PAIR,
    OPEN_PAIR,
    RARE_PAIR,
    Listed,
    Table,
    listed_pairs,
    neighbours,
    sorted_pairs,
)
from build_tools.search.phrases import Cutter, learn
from build_tools.search.shares import Share, kept_share
from build_tools.search.tally import Counted, Tallies, Tally, numbers, tally
from build_tools.search.totals import Totals, totals_of
from build_tools.search.words import ONE, SPELT, Words

LINES = ["Chi bộ thôn họp chuyên đề về mương nước", "tổ bảo vệ đi tuần ban đêm", "họp chuyên đề về mương nước mỗi quý (QĐ37)"]


@given(st.lists(st.lists(st.integers(1, 6), max_size=40), max_size=30))
def test_cut_texts_spell_what_they_were_cut_from(rows: list[list[int]]) -> None:
    texts = [array("I", row) for row in rows]
    phrases = learn(texts, lambda piece: piece != 6)
    assert all(len(phrase) > 1 and 6 not in phrase for phrase in phrases)
    cutter = Cutter(phrases, 7)
    for text in texts:
        spelt = [piece for symbol in cutter.cut(text) for piece in (phrases[symbol - 7] if symbol >= 7 else (symbol,))]
        assert spelt == text.tolist()


def test_the_longest_phrase_is_taken() -> None:
    assert Cutter([(1, 2), (1, 2, 3)], 10).cut([1, 2, 3, 1, 2, 4]).tolist() == [11, 10, 4]


def lots(words: Words, texts: list[array[int]]) -> list[Lot]:
    """Texts in two lots, of which one has numbers of its own."""
    pieces = array("I", reversed(range(len(words.counted()[0]))))
    own = [array("I", (len(pieces) - 1 - piece for piece in text)) for text in texts[:1]]
    return [Lot(own, pieces, [0]), Lot(texts[1:], array("I", reversed(pieces)), range(len(texts) - 1))]


@pytest.mark.parametrize("times", [1, 3, 400])
def test_packed_texts_can_be_spelt_again(times: int) -> None:
    words = Words()
    texts = [words.add(line) for line in LINES * times]
    coding = words.coding(lots(words, texts))
    assert bool(coding.phrases) == (times > 1)
    rest, early = len(coding.pieces) - coding.short, ONE - coding.short
    for number, line in enumerate(LINES * times):
        data, at, pieces = coding.pack(number, number + 1), 0, []
        while at < len(data):
            if data[at] == 0:
                end = data.index(0, at + 1)
                pieces.append(data[at + 1 : end].decode())
                at = end + 1
                continue
            code, at = data[at] - 1, at + 1
            if code >= ONE:
                code, at = ONE + (code - ONE) * 255 + data[at] - 1, at + 1
            if code < coding.short or ONE <= code < ONE + rest:
                pieces.append(coding.pieces[code if code < ONE else coding.short + code - ONE])
            else:
                pieces += [
                    coding.pieces[piece] for piece in coding.phrases[code - coding.short if code < ONE else early + code - ONE - rest]
                ]
        assert "".join(pieces).replace("\x02", "").replace(" ", "") == line.replace(" ", "")


LISTED = Listed({}, {"cua cac": COMMON_PAIR, "cac ve": COMMON_PAIR, "cac don": LISTED_PAIR}, 2)


def counted(*rows: Sequence[str]) -> tuple[Tally, Totals]:
    """The counts of units of these terms: of the batch that they make, and of all that there is."""
    terms: dict[str, int] = {}
    found = [array("I", (terms.setdefault(term, len(terms)) for term in row)) for row in rows]
    with closing(Tallies()) as tallies:
        tallies.add(msgspec.msgpack.encode(tally(list(terms), found)))
        (batch,) = tallies
        assert batch.own_lists().plain == batch.tally.plain
        return batch.tally, totals_of(tallies, Store(None), lambda _: None)


def chosen(rows: Sequence[Sequence[str]], frequent: frozenset[str] = frozenset(), *, paired: bool = False) -> Listed:
    return listed_pairs(counted(*rows)[1], len(rows), frequent, paired)


@pytest.mark.parametrize(
    ("terms", "listed", "bits"),
    [
        ("muong nuoc", set(), {"muong nuoc"}),
        ("mương nước muong", set(), {"muong nuoc", "nuoc muong"}),
        ("goc lim cao", set(), set()),
        ("goc 12,5 cao", set(), set()),
        ("goc 12 cao", set(), {"goc 12", "12 cao"}),
        ("cac don vi", {"cac don"}, {"don vi"}),
        ("của cac ve", {"của cac", "cac ve"}, {"cua cac ve"}),
        ("cua cac don", {"cua cac", "cac don"}, set()),
        ("cua", set(), set()),
    ],
)
def test_neighbours(terms: str, listed: set[str], bits: set[str]) -> None:
    found, _ = counted(terms.split())
    ((pairs, prints),) = neighbours(found, sorted_pairs(found.plain, LISTED, frozenset({"lim"})), [0])
    assert {found.pairs[pair] for pair in pairs} == listed
    assert prints == set(map(fingerprint, bits))


@pytest.mark.parametrize("seed", range(3))
def test_a_share_that_is_amended_is_the_one_made_anew(tmp_path: Path, seed: int) -> None:
    dice = random.Random(seed)
    words = ["cua", "cac", "ve", "don", "vi", "mương", "nước", "gốc", "lim", "cao"]
    found, _ = counted(*(dice.choices(words, k=30) for _ in range(40)))
    batch, store = Counted("a", msgspec.msgpack.encode(found), []), Store(tmp_path)

    def told(share: Share) -> tuple[object, ...]:
        return share.keys, share.held, [set(numbers(bits)) for bits in share.bits]

    shares = []
    for rare in ((), ("lim",), ("lim", "cao"), ("goc",), (), ("cua", "ve")):
        sorts = sorted_pairs(found.plain, LISTED, frozenset(rare))
        shares.append(told(kept_share(batch, sorts, store)))
        assert shares[-1] == told(kept_share(Counted("", batch.data, []), sorts, store))
    listed = sorted_pairs(found.plain, Listed({}, {"don vi": COMMON_PAIR}, 2), frozenset())
    assert told(kept_share(batch, listed, store)) == told(kept_share(Counted("", batch.data, []), listed, store))
    assert shares[0] == shares[4] != shares[1]


def test_counts_of_batches_are_added_up() -> None:
    found, one = counted(["của", "các", "tổ", "của", "các"], ["cua", "cac", "12", "cua"])
    two = Totals()
    two.add(found)
    two.add(found)
    assert one.terms["của"] == 2
    assert one.folded == {"cua": 2, "cac": 2, "to": 1, "12": 1}
    assert one.plain == {"cua cac": 2, "cac to": 1, "to cua": 1}
    assert (one.pairs["của các"], one.held["của các"], one.all_pairs) == (2, 1, 5)
    assert two.plain == {pair: 2 * count for pair, count in one.plain.items()}
    two.add(found, -1)
    assert vars(two) == vars(one)
    two.add(found, -1)
    assert vars(two) == vars(Totals())  # what stands nowhere is not held


def test_a_pair_that_has_lists_is_not_rare_whatever_its_words() -> None:
    listed = Listed({}, {"don vi": LISTED_PAIR, "cua cac": COMMON_PAIR}, 5)
    pairs = ["don vi", "va cua", "thon mua", "mua va", "cua cac"]
    assert [*sorted_pairs(pairs, listed, frozenset({"vi", "mua"}))] == [LISTED_PAIR, OPEN_PAIR, RARE_PAIR, RARE_PAIR, COMMON_PAIR]
    assert [*sorted_pairs(["vi mua"], listed, frozenset({"vi", "mua"}))] == [RARE_PAIR]
    assert sorted_pairs([], listed, frozenset()) == b""


def test_a_heading_says_its_words_once_more() -> None:
    found = tally(["mương", "nước"], [array("I", [0, 1]), array("I", [1])], [{"mương"}, set()])
    assert found.held.often == [b"\1", b"\0\0"]
    totals = Totals()
    totals.add(found)
    assert totals.terms == {"mương": 1, "nước": 2}


def test_words_of_two_syllables_and_common_pairs_have_lists() -> None:
    # "don vi" stands together whenever one of the two does; "va cua" seldom, for words so frequent; "cua cac" everywhere
    rows = [["cua", "cac", *(["don", "vi"] if at % 9 == 0 else []), "va", f"a{at}b", "va", f"c{at}", "cua"] for at in range(900)]
    rows[:9] = [[*row, "va", "cua"] for row in rows[:9]]
    listed = chosen(rows)
    assert {"don vi", "cua cac"} <= listed.sorts.keys()
    assert "va cua" not in listed.sorts
    assert listed.sorts["cua cac"] == COMMON_PAIR
    assert "va cua" in chosen(rows, frozenset({"va", "cua"}), paired=True).sorts


def test_tones_tell_what_is_a_word() -> None:
    # "cau" and "hoi" stand everywhere, "câu" and "hỏi" only together; "cầu" stands beside everything
    rows = [["cầu", f"a{at}b", "hồi", "cầu", f"c{at}", *(["câu", "hỏi"] if at % 60 == 0 else ["hồi"])] for at in range(600)]
    folded = [[strip_marks(term) for term in row] for row in rows]
    assert "cau hoi" in chosen(rows).sorts
    assert "cau hoi" not in chosen(folded).sorts


def test_what_few_texts_need_is_spelt_out_there() -> None:
    words = Words()
    texts = [words.add(text) for text in ["lim sến táu"] * 300 + ["sưa lim"] * 2]
    coding = words.coding(lots(words, texts), files=3 * SPELT)
    assert "sưa" not in coding.pieces
    assert "sưa" in coding.rest
    assert coding.pack(300, 301).count("sưa".encode()) == 1


def test_no_neighbour_is_missed_and_few_are_let_through(tmp_path: Path) -> None:
    units = [[f"a{unit % 97} b{word}" for word in range(20)] for unit in range(400)]
    table = Table()
    for unit in units:
        table.add([array("I", map(fingerprint, unit))])
    columns, each = table.write(Folder(tmp_path))
    width = 50
    bits: dict[int, bytes] = {}
    for path in (tmp_path / "s").iterdir():
        data = zlib.decompress(base64.b64decode(path.read_text().split('"')[1]), -15)
        for place in range(len(data) // width):
            bits[int(path.stem) * each + place] = data[place * width : place * width + width]
    assert len(bits) == columns

    def has(pair: str, unit: int) -> bool:
        return bool(bits[fingerprint(pair) % columns][unit >> 3] >> (unit & 7) & 1)

    assert all(has(pair, unit) for unit, found in enumerate(units) for pair in found)
    wrong = [has(f"c{other} d", unit) for unit in range(400) for other in range(20)]
    assert FULL / 2 < sum(wrong) / len(wrong) < FULL * 1.5
