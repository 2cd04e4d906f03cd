"""Pages of wanted documents: what may be one law under several names is said, and only there."""

from __future__ import annotations

from pathlib import Path

import pytest

from build_tools.model.register import Register
from build_tools.render import render_pages
from build_tools.views.law_names import same_name
from build_tools.views.lookup import Lookup
from build_tools.views.wanted import Stub, StubPage, wanted_pages
from tests.coverage.pair import site_of

LETTER = """TỈNH ỦY SÔNG MƠ

Số 0{number}-CV/TU

Sông Mơ, ngày 0{number} tháng 4 năm 2031

Kính gửi: Các huyện ủy trực thuộc

{text}

T/M BAN THƯỜNG VỤ

Lê Văn Mơ
"""
KINDS = ["Luật", "Bộ luật"]
TEXTS = (
    "Căn cứ Luật Bến bãi số 12/2031/QH17;\nCăn cứ Luật Đò ngang ngày 01 tháng 3 năm 2031;",
    "Căn cứ Luật bến bãi ngày 05 tháng 2 năm 2031;\nTheo Luật Đò ngang năm 2030 và Luật Bến bãi năm 2031.",
)


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("Luật Bến bãi số 12/2031/QH17", ("luật bến bãi", "2031")),
        ("Luật bến bãi ngày 05/02/2031", ("luật bến bãi", "2031")),
        ("Luật Bến bãi, ngày 5 tháng 2 năm 2031", ("luật bến bãi", "2031")),
        ("Bộ luật Đò ngang năm 2030", ("bộ luật đò ngang", "2030")),
        ("Luật số 12/2031/QH17", None),
        ("Luật Bến bãi", None),
        ("Luật Bến bãi năm 2031 của tỉnh", None),
        ("Nghị định bến bãi năm 2031", None),
    ],
)
def test_a_law_is_told_by_its_name_and_year(name: str, found: tuple[str, str] | None) -> None:
    assert same_name(name, KINDS) == found


def test_what_may_be_one_law_is_named_beside_the_other(shipped: Register, tmp_path: Path) -> None:
    lookup = Lookup(site_of(tmp_path, shipped, *(LETTER.format(number=at, text=text) for at, text in enumerate(TEXTS, 1))))
    stubs: dict[str, Stub] = {stub.name: stub for page in wanted_pages(lookup) if isinstance(page, StubPage) for stub in page.stubs}
    assert {name: [link.text for link in stub.namesakes] for name, stub in stubs.items() if stub.namesakes} == {
        "Luật Bến bãi số 12/2031/QH17": ["Luật Bến bãi năm 2031", "Luật bến bãi ngày 05 tháng 2 năm 2031"],
        "Luật bến bãi ngày 05 tháng 2 năm 2031": ["Luật Bến bãi năm 2031", "Luật Bến bãi số 12/2031/QH17"],
        "Luật Bến bãi năm 2031": ["Luật bến bãi ngày 05 tháng 2 năm 2031", "Luật Bến bãi số 12/2031/QH17"],
    }
    page = next(page.text for page in render_pages(lookup) if page.path == "can-tim/luat-2031/index.md")
    assert "có thể là một văn bản: [" in page
    assert ".\n{: .phu }" in page


def test_what_nobody_wants_any_more_has_its_own_name_and_no_namesake(shipped: Register, tmp_path: Path) -> None:
    wanting = Lookup(site_of(tmp_path, shipped, LETTER.format(number=1, text=TEXTS[0]))).wanted
    assert wanting.named("Luật Bến bãi năm 2031") == "Luật Bến bãi năm 2031"
    assert wanting.namesakes("Luật Bến bãi năm 2031") == ("Luật số 12/2031/QH17",)
    assert wanting.namesakes("Luật Cầu phao năm 2031") == ()
