"""Whose documents a text means that names no body: those of its own issuer and of the bodies above it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from build_tools.model.header import Header
from build_tools.model.register import Issuer, Work
from build_tools.resolve.context import Context
from tests.citations.citation_helpers import document
from tests.resolve.registers import REGISTER, REPORT, references, work

CITY = ["thanh-uy-da-bac", "tinh-uy-song-mo"]


@pytest.mark.parametrize(
    ("own", "issuer", "chain"),
    [
        (REPORT, None, CITY),
        (work("1-CV/TW", "bao-cao", "ban-bi-thu"), None, ["ban-bi-thu", "trung-uong"]),
        (work("1-CV/TW", "bao-cao", "bo-chinh-tri"), "Thành ủy Đá Bạc", ["bo-chinh-tri", "trung-uong"]),
        (work("9-BC/TU", "bao-cao", None), "Thành ủy Đá Bạc", CITY),
        (None, "Thành ủy Đá Bạc", CITY),
        (None, "Tỉnh ủy Bến Xưa", ["tinh-uy-ben-xua"]),
        (None, None, []),
    ],
)
def test_the_issuer_and_the_bodies_above_it(own: Work | None, issuer: str | None, chain: list[str]) -> None:
    header = Header.of(type="Báo cáo", number="9-BC/TU", date="2022-04-15", issuer=issuer)
    assert [item.id for item in Context.of(document("Bến.", header), own, REGISTER).chain] == chain


def test_a_document_speaks_on_the_day_that_it_states_itself() -> None:
    stated = Header.of(type="Báo cáo", date="2022-04-16")
    assert Context.of(document("Bến.", stated), REPORT, REGISTER).date == "2022-04-16"
    assert Context.of(document("Bến."), REPORT, REGISTER).date == "2022-04-15"
    assert Context.of(document("Bến."), None, REGISTER).date is None


def test_a_name_is_looked_up_from_where_the_document_stands() -> None:
    context = Context.of(document("Bến."), REPORT, REGISTER)
    assert [found.id if (found := context.issuer(name)) else None for name in ("Tỉnh ủy", "Thành ủy", "Xã đội")] == [CITY[1], CITY[0], None]


PLAN = "Điều 1. Phê duyệt phương án. 1. Sửa đổi Điều 8 Nghị định số 7/2030/NĐ-CP. 2. Bãi bỏ Nghị định số 6/2030/NĐ-CP."
OFFICE = work("15/QĐ-TTg", "quyet-dinh", "thu-tuong", "2031-03-02")
NATION = replace(
    REGISTER, issuers=(*REGISTER.issuers, Issuer("thu-tuong", "Thủ tướng Chính phủ", "state", codes=("TTg",), parent="chinh-phu"))
)


@pytest.mark.parametrize(
    ("own", "kind", "text", "stated"),
    [
        (work("15/QĐ-UBND", "quyet-dinh", "tinh-uy-song-mo", "2031-03-02"), "Quyết định", PLAN, ["cites", "cites"]),
        (OFFICE, "Quyết định", PLAN, ["cites", "cites"]),
        (work("8/2031/NĐ-CP", "nghi-dinh", "chinh-phu", "2031-03-02"), "Nghị định", PLAN, ["amends", "repeals"]),
        # an own consolidated text says what its base says; of a code that many places use nothing is known
        (OFFICE, "Văn bản hợp nhất", PLAN, ["amends", "repeals"]),
        (REPORT, "Quyết định", "Điều 1. Sửa đổi Điều 8 Quyết định số 7/QĐ-UBND.", ["amends"]),
        (None, "Quyết định", PLAN, ["amends", "repeals"]),
        # carrying out is no change
        (REPORT, "Kế hoạch", "Thực hiện Nghị định số 7/2030/NĐ-CP.", ["implements"]),
    ],
)
def test_no_body_changes_what_one_above_it_issued(own: Work | None, kind: str, text: str, stated: list[str]) -> None:
    assert [one.predicate for one in references(text, own, "2031-03-02", kind, NATION)] == stated
