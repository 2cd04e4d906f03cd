from __future__ import annotations

import unicodedata

import pytest

from build_tools.identity import canonical_number, number_key, parse_number


@pytest.mark.parametrize(
    ("written", "canonical"),
    [
        ("01-KL/TW", "01-KL/TW"),
        (" 01 - KL / TW ", "01-KL/TW"),
        ("Số: 01-KL/TW", "01-KL/TW"),
        ("số 37 -QĐ/TW,", "37-QĐ/TW"),
        ("127-QÐ/TW", "127-QĐ/TW"),  # Eth
        ("127-QƉ/TW", "127-QĐ/TW"),  # African D
        ("152/2025/ТТ-ВТС", "152/2025/TT-BTC"),  # Cyrillic
        ("12‑NQ/TU", "12-NQ/TU"),  # non-breaking hyphen
        ("12–NQ/TU", "12-NQ/TU"),
        ("12\u00adNQ/TU", "12NQ/TU"),  # a soft hyphen is no hyphen
        ("163/2016/ND-CP", "163/2016/NĐ-CP"),
        ("15/QD-UBND", "15/QĐ-UBND"),
        ("7/NQ-HDND", "7/NQ-HĐND"),
        ("21-LCT/HDNN8", "21-LCT/HĐNN8"),
        ("06-HD/TW", "06-HD/TW"),  # hướng dẫn: D is right
        ("3/DA-SNV", "3/DA-SNV"),  # dự án: D is right
        (unicodedata.normalize("NFD", "66.13/2026/NQ-CP"), "66.13/2026/NQ-CP"),
        ("30 / 2020\u00a0/NĐ-\nCP", "30/2020/NĐ-CP"),
        ("24/TT-BCT", "24/TT-BCT"),  # a missing year is the document's own mistake
    ],
)
def test_canonical_number(written: str, canonical: str) -> None:
    assert canonical_number(written) == canonical
    assert canonical_number(canonical) == canonical


@pytest.mark.parametrize(
    ("text", "shape", "serial", "year", "type_code", "issuers", "unit"),
    [
        ("01-KL/TW", "party", "01", None, "KL", ("TW",), None),
        ("127-QĐ/TW", "party", "127", None, "QĐ", ("TW",), None),
        ("11-QĐi/TW", "party", "11", None, "QĐi", ("TW",), None),
        ("743-CV/TU", "party", "743", None, "CV", ("TU",), None),
        ("402-CV/VPĐU", "party", "402", None, "CV", ("VPĐU",), None),
        ("30-HD/BTGTU", "party", "30", None, "HD", ("BTGTU",), None),
        ("30/2020/NĐ-CP", "normative", "30", 2020, "NĐ", ("CP",), None),
        ("66.13/2026/NQ-CP", "normative", "66.13", 2026, "NQ", ("CP",), None),
        ("29/2025/TTLT-BTP-BCA-BQP", "normative", "29", 2025, "TTLT", ("BTP", "BCA", "BQP"), None),
        ("136/1998/QĐ-UB", "normative", "136", 1998, "QĐ", ("UB",), None),
        ("44/2025/QĐ-CTUBND", "normative", "44", 2025, "QĐ", ("CTUBND",), None),
        ("15/QĐ-UBND", "administrative", "15", None, "QĐ", ("UBND",), None),
        ("07/TTr-BCĐ/2031", "administrative", "07", 2031, "TTr", ("BCĐ",), None),
        ("0125/KH-UBND", "administrative", "0125", None, "KH", ("UBND",), None),
        ("27/CT-TTg", "administrative", "27", None, "CT", ("TTg",), None),
        ("468/VBHN-BLĐTBXH", "administrative", "468", None, "VBHN", ("BLĐTBXH",), None),
        ("18/2012/QH13", "assembly", "18", 2012, None, ("QH13",), None),
        ("76/2025/NQ-UBTVQH15", "assembly", "76", 2025, "NQ", ("UBTVQH15",), None),
        ("7169/VPCP-NC", "letter", "7169", None, None, ("VPCP",), "NC"),
        ("5141/SNNMT-KS", "letter", "5141", None, None, ("SNNMT",), "KS"),
    ],
)
def test_parts(
    text: str, shape: str, serial: str, year: int | None, type_code: str | None, issuers: tuple[str, ...], unit: str | None
) -> None:
    number = parse_number(text)
    assert number is not None
    assert (number.shape, number.serial, number.year, number.type_code, number.issuer_codes, number.unit) == (
        shape,
        serial,
        year,
        type_code,
        issuers,
        unit,
    )
    assert number.format() == text


def test_legislature() -> None:
    number = parse_number("02/2020/UBTVQH14")
    assert number is not None
    assert (number.legislature, number.issuer_code) == (14, "UBTVQH")


@pytest.mark.parametrize(
    "text", ["", "-HD/BTCTW", "   -QĐ/TW", "01", "KL/TW", "18/5/2021", "01/PLI/2", "12-/TW", "số", "1" * 500, "01-" + "A-" * 5000]
)
def test_not_a_number(text: str) -> None:
    assert parse_number(text) is None


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("1-KL/TW", "01-KL/TW", True),
        ("01/KL-TW", "01-KL/TW", True),
        ("0125/KH-UBND", "125/KH-UBND", True),
        ("11-QĐi/TW", "11-QĐ/TW", True),
        ("46-CT/TƯ", "46-CT/TW", True),
        ("46 - HD/BTCTƯ", "46-HD/BTCTW", True),
        ("46-CT/TƯ", "46-CT/TU", False),
        ("27/CT-TTG", "27/CT-TTg", True),
        ("10-KL/TW", "1-KL/TW", False),
        ("06-HD/TW", "06-QĐ/TW", False),
        ("30/2020/NĐ-CP", "30/2021/NĐ-CP", False),
        ("3/DA-SNV", "3/ĐA-SNV", False),
    ],
)
def test_number_key(one: str, other: str, same: bool) -> None:
    assert (number_key(one) == number_key(other)) is same
