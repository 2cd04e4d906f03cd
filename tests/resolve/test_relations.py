"""Relations that a document's own words state; what it only tells of others is cited."""

from __future__ import annotations

import pytest

from tests.resolve.registers import references, work

A, B, C = "Nghị định số 1/2030/NĐ-CP", "Nghị định số 2/2030/NĐ-CP", "Thông tư số 3/2030/TT-BXX"
OWN = work("5/2031/NĐ-CP", "nghi-dinh", "chinh-phu", "2031-01-01")
CASES = [
    (f"Căn cứ {A};\nCăn cứ {B} của Chính phủ", ["based_on", "based_on"]),
    (f"Căn cứ {A}; {B}", ["based_on", "based_on"]),
    (f"Căn cứ {A} được sửa đổi, bổ sung bởi {B};", ["based_on", "cites"]),
    (f"Căn cứ {A} của Chính phủ quy định chi tiết thi hành {B};", ["based_on", "cites"]),
    (f"Thực hiện {A} của Chính phủ và {C}, Ủy ban yêu cầu", ["implements", "implements"]),
    (f"triển khai thực hiện nghiêm túc {A}", ["implements"]),
    (f"được thực hiện theo quy định tại Điều 5 {A}", ["cites"]),
    (f"tiếp tục thực hiện {A}", ["continues"]),
    (f"Quy định chi tiết một số điều của {A}", ["guides"]),
    (f"Nghị định này quy định chi tiết và hướng dẫn thi hành {A}", ["guides"]),
    (f"Chính phủ ban hành Nghị định sửa đổi, bổ sung một số điều của {A}.", ["amends"]),
    (f"Điều 1. Sửa đổi, bổ sung một số điều của {A}", ["amends"]),
    (f"Nghị định này thay thế {A} và {B}.", ["replaces", "replaces"]),
    (f"Nghị định này có hiệu lực từ ngày 15/3/2031; bãi bỏ {A}.", ["repeals"]),
    (f"Nghị định này quy định việc lập bến; bãi bỏ {A} thì lập lại.", ["cites"]),
    (f"Căn cứ Quy chế làm việc của Ủy ban nhân dân xã Nà Lúa ban hành kèm theo {A};", ["based_on"]),
    (f"Căn cứ Quy chế làm việc của Ủy ban nhân dân xã Nà Lúa; xem {A}.", ["cites"]),
    (f"theo {A} thay thế {B}", ["cites", "cites"]),
    (f"Bãi bỏ khoản 2 Điều 9 {A} ngày 1/2/2030 của Chính phủ quy định về bến;", ["repeals"]),
    (f"2. {A} của Chính phủ hết hiệu lực kể từ ngày Nghị định này có hiệu lực.", ["repeals"]),
    (f"3. Bãi bỏ các quy định sau:\na) Điều 3 {A} của Chính phủ sửa đổi {B};\nb) {C}.", ["repeals", "cites", "repeals"]),
    (f"Điều 1. Bãi bỏ toàn bộ một số văn bản\n1. {A}.\n2. {B}.\nĐiều 2. Hiệu lực\n1. Theo {C}.", ["repeals", "repeals", "cites"]),
    (f"sơ kết 01 năm thực hiện {A}", ["reviews"]),
    (f"Thực hiện {A} về sơ kết 01 năm {B}", ["implements", "cites"]),
    (f"cơ quan trình Quốc hội Nghị quyết sửa đổi {A}", ["cites"]),
    (f"tại {A} (sau đây gọi là {A}); {B}", ["cites", "cites", "cites"]),
    ("(Ban hành kèm theo Nghị định số 5/2031/NĐ-CP)", ["cites"]),
    (f"“Căn cứ {A}”. Bãi bỏ “{B}”", ["based_on", "cites"]),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_predicates(text: str, expected: list[str]) -> None:
    found = [r.predicate for r in references(text, OWN, "2031-01-01", "Nghị định") if r.citation.kind == "numbered"]
    assert found == expected


def test_the_evidence_is_the_sentence() -> None:
    text = f"Bến đò được mở. Nghị định này thay thế {A} ngày 1/2/2030 của Chính phủ. Các xã thi hành."
    (reference,) = [r for r in references(text, OWN, "2031-01-01", "Nghị định") if r.predicate == "replaces"]
    assert reference.evidence.of(text) == f"Nghị định này thay thế {A} ngày 1/2/2030 của Chính phủ."
