from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_tools.identity import Identity, decode_number, encode_number, redirects


@pytest.mark.parametrize(
    ("number", "address"),
    [
        ("01-KL/TW", "01-kl_tw"),
        ("127-QĐ/TW", "127-qdd_tw"),
        ("127-QD/TW", "127-qd_tw"),
        ("11-QĐi/TW", "11-qddi_tw"),
        ("30/2020/NĐ-CP", "30_2020_ndd-cp"),
        ("27/CT-TTg", "27_ct-ttg"),
        ("27/CT-TTG", "27_ct-.ttg"),
        ("9/TT-BGDĐT", "9_tt-bgdddt"),
        ("66.13/2026/NQ-CP", "66.13_2026_nq-cp"),
        ("402-CV/VPĐU", "402-cv_vpddu"),
    ],
)
def test_addresses_of_numbers(number: str, address: str) -> None:
    assert encode_number(number) == address
    assert decode_number(address) == number


NUMBERS = st.text(alphabet="0123456789.-/_QqDdĐđTtGgIiYyRrSs", min_size=1, max_size=20) | st.text(min_size=1, max_size=12)


@given(NUMBERS)
def test_every_text_comes_back_from_its_address(number: str) -> None:
    address = encode_number(number)
    assert decode_number(address) == number
    assert re.fullmatch(r"[a-z0-9._-]+", address)
    assert "--" not in address
    assert address != "_" or number == "/"


IDS = st.lists(st.text("abcxyz0189", min_size=1, max_size=6), min_size=1, max_size=3).map("-".join)


def named(name: str | None, number: str | None, **fields: str) -> Identity:
    return Identity(number=number, name=None if number is not None else name, **fields)


IDENTITIES = st.builds(
    named,
    name=st.none() | IDS,
    type=IDS,
    number=st.none() | NUMBERS,
    issuer=st.none() | IDS,
    term=st.none() | st.sampled_from(["I", "IX", "XIII", "XIV", "13", "15"]),
    date=st.none() | st.sampled_from(["2021", "2021-05", "2021-05-18", "2018-02-02"]),
)


@given(IDENTITIES)
def test_identity_parses_what_it_formats(identity: Identity) -> None:
    # and so no two identities share an address: it would have to be parsed to both
    assert Identity.parse(identity.format()) == identity


def test_the_same_number_twice_is_two_documents() -> None:
    first = Identity("quy-dinh", "124-QĐ/TW", "ban-bi-thu", "XII")
    second = Identity("quy-dinh", "124-QĐ/TW", "bo-chinh-tri", "XIII")
    assert first.format() == "124-qdd_tw--quy-dinh--ban-bi-thu--xii"
    assert second.format() == "124-qdd_tw--quy-dinh--bo-chinh-tri--xiii"


@pytest.mark.parametrize(
    "address",
    ["", "01-kl_tw", "01-KL_TW--ket-luan", "a--b--c--d--e--f", "01-kl_tw--ket luan", "_", "x--_--y", "01-kl_tw--ket-luan--_", ".q--x"],
)
def test_what_is_no_address(address: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        Identity.parse(address)


@pytest.mark.parametrize(
    "fields",
    [
        {"type": "Kết luận"},
        {"type": "x", "term": "abc"},
        {"type": "x", "date": "18/5/2021"},
        {"type": "x", "number": ""},
        {"type": "x", "number": "1", "name": "a"},
    ],
)
def test_fields_that_cannot_be(fields: dict[str, str]) -> None:
    with pytest.raises(ValueError, match=r"."):
        Identity(**fields)


def test_redirects_follow_chains() -> None:
    renamed = {"a": "b", "b": "c", "x": "gone", "c": "d"}
    assert redirects(renamed, frozenset({"c"})) == (("a", "c"), ("b", "c"))


def test_redirects_in_a_ring() -> None:
    with pytest.raises(ValueError, match="a"):
        redirects({"a": "b", "b": "a"}, frozenset())
