"""A second document behind the description of a first one: what goes on with the row, and what the description may be about.

Everything is invented.
"""

from __future__ import annotations

import pytest

from tests.resolve.test_scopes import FROM, A, B, read

D = "ngày 01/3/2030 của Bộ trưởng Bộ Kỹ thuật"
LAW = "Luật Đo lường số 5/2029/QH16"
DECREE = "Nghị định số 55/2028/NĐ-CP ngày 02/4/2028 của Chính phủ"
JOINT = "Thông tư liên tịch số 7/2027/TTLT-BKT-BTN ngày 05/6/2027"
OTHER = "Thông tư số 14/2030/TT-BTN"
R, P, C = "replaces whole", "repeals whole", "cites"
ROWS: list[tuple[str, list[str]]] = [
    # one guides what is above it: what is of its own type and level stands beside it
    (f"Thông tư này thay thế {A} {D} hướng dẫn {LAW} về máy đo và {B} {D} về cân.", [R, C, R]),
    (f"{A} {D} quy định chi tiết một số điều của Luật Đo lường đối với máy đo và {B} {D} về cân hết hiệu lực {FROM}.", [P, C, P]),
    (f"{A} {D} quy định chi tiết, hướng dẫn một số điều của {DECREE} về máy đo và {B} {D} về cân hết hiệu lực {FROM}.", [P, C, P]),
    (f"{A} {D} hướng dẫn {LAW} trong ngành đo, {OTHER} {D} hướng dẫn {LAW} trong ngành cân hết hiệu lực {FROM}.", [P, C, P, C]),
    # the description is at its document still
    (f"Thông tư này thay thế {A} {D} hướng dẫn {DECREE} và {B} {D}.", [R, C, C]),
    (f"Thông tư này thay thế {A} {D} hướng dẫn {LAW} theo {DECREE} về máy đo và {B} {D}.", [R, C, C, C]),
    (f"Thông tư này thay thế {A} {D} hướng dẫn {LAW} được sửa đổi, bổ sung theo {DECREE} về máy đo và {B} {D}.", [R, C, C, C]),
    (f"Thông tư này thay thế {A} {D} sửa đổi, bổ sung một số điều của {DECREE} về máy đo và {B} {D} về cân.", [R, C, C]),
    (f"Thông tư này thay thế {A} {D} hướng dẫn {B} {D} về máy đo và {OTHER} {D} về cân.", [R, C, C]),
    (f"Thông tư này thay thế {A} {D} về phí đo thu theo {LAW} và {B} {D} về cân.", [R, C, C]),
    # decisions are made on every level: those of another body may be above
    ("Bãi bỏ Quyết định số 8/2030/QĐ-UBND ngày 01/3/2030 hướng dẫn Luật Đo lường về máy đo và Quyết định số 9/2030/QĐ-UBND ngày 02/3/2030.",
     [P, C, P]),
    ("Bãi bỏ Quyết định số 8/2030/QĐ-UBND ngày 01/3/2030 hướng dẫn Luật Đo lường về máy đo và Quyết định số 9/2030/QĐ-TTg ngày 02/3/2030.",
     [P, C, C]),
    # another type, or a provision, where nothing in the description could be about it
    (f"Thông tư này thay thế {A} {D} về chính sách đối với thợ đo và {JOINT} về phí cân.", [R, R]),
    (f"{A} {D} ban hành Chế độ báo cáo và Điều 11 {B} về cân hết hiệu lực {FROM}.", [P, "repeals part"]),
    (f"Bãi bỏ {A} {D} về máy đo và khoản 2 Điều 5 {OTHER} {D} về cân.", [P, "repeals part"]),
    (f"Bãi bỏ toàn bộ {A} {D} về máy đo giai đoạn 2010 - 2015 và {B}.", [P, P]),
    (f"Bãi bỏ toàn bộ {A} {D} về máy đo và {OTHER}.", [P, C]),
    (f"Bãi bỏ toàn bộ {A} {D} về phí đo theo quy định của Luật Đo lường và {B}.", [P, C, C]),
    (f"Thông tư này thay thế {A} {D} hướng dẫn chính sách đối với thợ đo và {JOINT} về phí cân.", [R, C]),
    (f"Thông tư này thay thế {A} {D} về phí đo quy định tại Chương II và {JOINT}.", [R, C]),
    (f"Thông tư này thay thế {A} {D} sửa đổi, bổ sung quy định về máy đo và Điều 11 {B} về cân.", [R, C]),
    (f"Thông tư này thay thế {A} {D} về việc thực hiện chính sách đối với thợ đo và {JOINT} về phí cân.", [R, C]),
    (f"{A} {D} về việc bầu, điều động, cách chức thợ đo, {B} {D} sửa đổi {A} hết hiệu lực {FROM}.", [P, P, C]),
    (f"{A} {D} ban hành Quy định về nghề đo và Điều 6 của {B} {D} hết hiệu lực {FROM}.", [P, "repeals part"]),
    # words of any kind that lead to a provision of the document
    (f"Bãi bỏ số thứ tự 44 khoản 1 Điều 1 và Điều 2 {A} {D}.", ["repeals part"]),
    (f"Bãi bỏ dòng thứ ba điểm b khoản 2 Điều 5 {A}.", ["repeals part"]),
    (f"Bãi bỏ việc thu phí theo khoản 2 Điều 5 {A}.", [C]),
    (f"Người đề nghị điều chỉnh thẻ đo nộp hồ sơ cho từng trường hợp tại khoản 1 đến khoản 7 Điều 5 {A}.", [C]),
    (f"Bãi bỏ phí đo, Bộ Kỹ thuật thu theo khoản 2 Điều 5 {A}.", [C]),
    (f"Bãi bỏ các văn bản trái với khoản 2 Điều 5 {A}.", [C]),
    # items of one long subject
    (f"2. {A} {D} về máy đo và {B} {D} về sửa đổi {A}; các quy định về phí đo quy định tại {OTHER} {D}; Điều 4 {JOINT} về cân "
     f"hết hiệu lực {FROM}.", [P, P, C, "repeals part", "repeals part"]),
    (f"2. {A} {D} về máy đo; việc thu phí đo quy định tại {OTHER} {D} hết hiệu lực {FROM}.", [C, "repeals part"]),
    # what is told to stay in the items below is not at an end
    (f"2. {A} đã được sửa đổi, bổ sung theo {B} hết hiệu lực {FROM}, trừ các trường hợp sau đây:\n"
     f"a) Điều 7, khoản 1 Điều 9 của {A} đã được sửa đổi, bổ sung theo {B} tiếp tục có hiệu lực đến hết ngày 30/6/2032;\n"
     "b) Quy định tại Điều 15 của Thông tư này.", ["repeals except", C, C, C]),
    (f"2. {A} hết hiệu lực {FROM}, trừ các trường hợp sau đây:\na) Điều 7 của {B} tiếp tục có hiệu lực đến hết ngày 30/6/2032.", [P, C]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_what_stands_beside_a_described_document(text: str, expected: list[str]) -> None:
    assert read(text) == expected
