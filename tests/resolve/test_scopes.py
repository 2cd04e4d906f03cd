"""How much of another document a sentence ends, seen in many shapes beside shapes that end nothing; only "whole" ends a document."""

from __future__ import annotations

from pathlib import Path

import pytest

from build_tools.commands.pipeline import read_alone
from build_tools.model.citation import Reference
from build_tools.model.register import Register
from tests.resolve.registers import references, work

A, B = "Thông tư số 11/2030/TT-BKT", "Thông tư số 12/2030/TT-BKT"
OWN = work("5/2031/TT-BKT", "thong-tu", None, "2031-01-01")
FROM = "kể từ ngày Thông tư này có hiệu lực"


def read(text: str, kind: str = "Thông tư") -> list[str]:
    """ "replaces whole", "cites (negated replaces)" … of each numbered or named citation."""
    return [_told(item) for item in references(text, OWN, "2031-01-01", kind) if item.citation.kind in ("numbered", "named")]


def _told(item: Reference) -> str:
    scope = item.scope
    if scope is None:
        return item.predicate
    return f"{item.predicate} ({scope.kind} {scope.of})" if scope.of else f"{item.predicate} {scope.kind}"


WHOLE = [
    (f"Bãi bỏ các văn bản sau:\na) {A};\n¹ Xem thêm Luật Đo lường.\nb) {B}.", ["repeals whole", "cites", "repeals whole"]),
    (f"Các văn bản sau đây hết hiệu lực {FROM}:\n1. {A};\nCÔNG BÁO/Số 7 + 8/Ngày 10-01-2031\n2. {B}.", ["repeals whole"] * 2),
    (f"Thông tư này quy định chi tiết {B} và thay thế {A}.", ["guides", "replaces whole"]),
    (f"Thông tư này có hiệu lực kể từ ngày ký ban hành; đồng thời thay thế {A}.", ["replaces whole"]),
    (f"Từ năm ngân sách 2032, {A} hết hiệu lực thi hành.", ["repeals whole"]),
    (f"Thông tư này thay thế {A} và được thực hiện cùng với {B}.", ["replaces whole", "cites"]),
    (f"Bãi bỏ {A} và mọi quy định trái với Thông tư này.", ["repeals whole"]),
    (f"Thông tư này thay thế {A}.", ["replaces whole"]),
    (f"Điều 9. Thông tư này có hiệu lực thi hành kể từ ngày 01 tháng 12 năm 2031 và thay thế {A}.", ["replaces whole"]),
    (f"Thông tư này thay thế các {A} và {B}.", ["replaces whole", "replaces whole"]),
    (f"Thông tư này thay thế {A} về máy đo và bãi bỏ {B}.", ["replaces whole", "repeals whole"]),
    (f"Bãi bỏ toàn bộ {A} ngày 01/3/2030 về máy đo giai đoạn 2010 - 2015 và {B} ngày 02/3/2030.", ["repeals whole", "repeals whole"]),
    (f"2. {A} hết hiệu lực {FROM}.", ["repeals whole"]),
    (f"Điều 2. {A} hết hiệu lực {FROM}.", ["repeals whole"]),
    (f"Điều 2. Khoản 3 {A} hết hiệu lực {FROM}.", ["repeals part"]),
    (f"Điều 2 {A} hết hiệu lực {FROM}.", ["repeals part"]),
    (f"2. {A} hết hiệu lực {FROM}. Riêng {B} hết hiệu lực kể từ ngày 01/7/2032.", ["repeals whole", "repeals whole"]),
    (f"2. {A} hết hiệu lực {FROM}. Riêng Điều 5 {B} hết hiệu lực kể từ ngày 01/7/2032.", ["repeals whole", "repeals part"]),
    (f"2. {A}, {B} hết hiệu lực {FROM}.", ["repeals whole", "repeals whole"]),
    (f"2. {A} ngày 01/3/2030; {B} ngày 02/3/2030 hết hiệu lực {FROM}.", ["repeals whole", "repeals whole"]),
    (f"Kể từ ngày Thông tư này có hiệu lực, {A} hết hiệu lực.", ["repeals whole"]),
    (f"2. Kể từ ngày 01 tháng 7 năm 2032, bãi bỏ {A}.", ["repeals whole"]),
    (f"{A} hết hiệu lực {FROM}, trừ trường hợp quy định tại Điều 71.", ["repeals whole"]),
    (f"2. {A} đã được sửa đổi, bổ sung một số điều theo {B} hết hiệu lực {FROM}.", ["repeals whole", "cites"]),
    (f"(Kế hoạch này thay thế {A}).", ["replaces whole"]),
    (f"Các văn bản sau đây hết hiệu lực {FROM}:\na) {A};\nb) Điều 5 {B}.", ["repeals whole", "repeals part"]),
]  # fmt: skip
LESS = [
    # what the next provision says of the document is none of the condition
    (f"{A} hết hiệu lực thi hành khi Bộ trưởng ban hành quy định mới.\n4. Thông tư này có hiệu lực từ ngày 01/3/2031.", ["cites"]),
    (f"{A} hết hiệu lực một phần kể từ ngày 01/3/2031.", ["repeals part"]),
    (f"{A} hết hiệu lực {FROM}.\nRiêng Điều 7 {A} tiếp tục có hiệu lực.", ["repeals except", "cites"]),
    (f"{A} hết hiệu lực {FROM}, trừ phần quy định về phí.", ["repeals except"]),
    (f"Bãi bỏ thủ tục hành chính công bố tại {A}.", ["repeals part"]),
    (f"Bãi bỏ 02 thủ tục hành chính ban hành kèm theo {A}.", ["repeals annex"]),
    (f"Thay thế Phụ lục ban hành kèm theo {A}", ["replaces annex"]),
    (f"Thay thế một số biểu mẫu ban hành kèm theo {A}", ["replaces annex"]),
    (f"Thay thế Mẫu số 02 tại Phụ lục ban hành kèm theo {A}", ["replaces annex"]),
    (f"Bãi bỏ Quy chế máy đo ban hành kèm theo {A}", ["cites", "repeals annex"]),
    (f"Bãi bỏ một số phụ lục của Quy chế ban hành kèm theo {A}", ["repeals annex"]),
    (f"QCVN 12:2031/BKT ban hành kèm theo {A} hết hiệu lực {FROM}.", ["repeals annex"]),
    (f"Bãi bỏ cụm từ “máy tạm” tại {A}", ["repeals phrase"]),
    (f"Bãi bỏ một số cụm từ tại các Thông tư sau:\na) Cụm từ “máy” tại Điều 5 {A};\nb) Cụm từ “đo” tại {B}.", ["repeals phrase"] * 2),
    (f"Thay thế một số điều của {A}", ["replaces part"]),
    (f"Thay thế một số điều của {A} và {B}", ["replaces part", "replaces part"]),
    (f"Bãi bỏ các quy định về phí tại {A}", ["repeals part"]),
    (f"Bãi bỏ nội dung về phí quy định tại {A}", ["repeals part"]),
    (f"Bãi bỏ quy định về mức phụ cấp của người đo tại {A}", ["repeals part"]),
    (f"Bãi bỏ khoản 2, 3 Điều 5 {A} và {B}", ["repeals part", "repeals whole"]),
    (f"Các quy định về phí của {A} hết hiệu lực {FROM}.", ["repeals part"]),
    (f"{A} hết hiệu lực, trừ Điều 5.", ["repeals except"]),
    (f"{A} hết hiệu lực {FROM}, trừ Chương II và Điều 15 tiếp tục có hiệu lực.", ["repeals except"]),
    (f"{A} hết hiệu lực {FROM}, trừ quy định tại Điều 42 của {B}.", ["repeals except", "cites"]),
    (f"Bãi bỏ {A}, trừ các nội dung sau:\na) Điều 5 {B}.", ["repeals except", "cites"]),
    (f"Ngưng hiệu lực toàn bộ {A} đến hết ngày 31/12/2032.", ["suspends suspended"]),
    (f"{A} ngưng hiệu lực từ ngày 01/8/2032 đến ngày 15/9/2032.", ["suspends suspended"]),
    (f"Đính chính {A} như sau:", ["corrects corrected"]),
    (f"Bộ trưởng ban hành Thông tư sửa đổi, bổ sung, bãi bỏ một số điều của {A}.", ["amends"]),
    (f"Bộ trưởng Bộ Xây dựng ban hành Thông tư sửa đổi, bổ sung một số định mức tại {A}.", ["amends"]),
    (f"Bộ trưởng ban hành Thông tư sửa đổi, bổ sung một số nội dung các {A} và {B}.", ["amends", "amends"]),
    (f"3. Bổ sung khoản 4 vào sau khoản 3 Điều 47 {A}.", ["amends"]),
    (f"3. Sửa đổi các Mẫu số 7.8, Mẫu số 7.9 Phụ lục VII {A}.", ["amends"]),
    (f"3. Bổ sung Điều 7a vào sau Điều 7 Quy chế máy đo ban hành theo {A}.", ["amends"]),
]  # fmt: skip
LESS += [
    (f"2. Thay cụm từ “máy tạm” bằng cụm từ “máy” tại khoản 2 Điều 4 {A}.", ["replaces phrase"]),
    (f"Thay các cụm từ “máy cân”, “máy đong” bằng cụm từ “máy đo” tại {A}.", ["replaces phrase"]),
    (f"Thay đổi cụm từ “Chi cục” thành cụm từ “Cục” tại Điều 5 {A}.", ["replaces phrase"]),
    (f"Trừ Điều 5, {A} hết hiệu lực {FROM}.", ["repeals except"]),
    (f"1. Trừ các quy định tại Chương II, Điều 7 và khoản 1 Điều 8, {A}, {B} hết hiệu lực {FROM}.", ["repeals except", "repeals except"]),
    (f"Trừ quy định tại Điều 5, Thông tư này thay thế {A}.", ["replaces except"]),
    (f"Ngoại trừ Điều 5 được áp dụng đến hết năm 2031, bãi bỏ {A}.", ["repeals except"]),
    (f"Bãi bỏ {A}; trừ Điều 5, {B} hết hiệu lực {FROM}.", ["repeals whole", "repeals except"]),
    (f"Trừ trường hợp quy định tại Điều 4, {A} hết hiệu lực {FROM}.", ["repeals whole"]),
]  # fmt: skip
WHOLE += [
    (f"{A} hết hiệu lực khi Thông tư này có hiệu lực thi hành.", ["repeals whole"]),
    (f"Nay bãi bỏ {A} làm rõ việc đo.", ["repeals whole"]),
]  # fmt: skip
NONE = [
    (f"2. {A} hết hiệu lực khi Bộ trưởng ban hành quy định mới.", ["cites"]),
    (f"2. {A} sẽ hết hiệu lực cùng thời điểm văn bản do Bộ trưởng ban hành để thực hiện Điều 5 Thông tư này có hiệu lực.", ["cites"]),
    (f"2. Bến được lập tại Quyết định số 6/QĐ-UBND ngày 07/11/2022; điều chỉnh lần 1 tại {A}.", ["cites", "cites"]),
    (f"2. Điều chỉnh số lần kiểm tra tại {A}.", ["amends"]),
    (f"2. {A} hết hiệu lực khi quy định hướng dẫn Thông tư này có hiệu lực.", ["cites"]),
    (f"2. {A} hết hiệu lực cùng thời điểm Thông tư này có hiệu lực.", ["repeals whole"]),
    (f"2. {A} hết hiệu lực cùng lúc với Thông tư này có hiệu lực.", ["repeals whole"]),
    (f"2. {A} sẽ hết hiệu lực kể từ ngày Thông tư này có hiệu lực.", ["repeals whole"]),
    (f"2. {A} chỉ hết hiệu lực khi có thông báo của Bộ trưởng; {B} hết hiệu lực {FROM}.", ["cites", "repeals whole"]),
    (f"2. {A} hết hiệu lực thi hành toàn bộ nếu máy đo không còn dùng.", ["cites"]),
    (f"Ban hành Thông tư bãi bỏ {A} là cần thiết.", ["cites (told repeals)"]),
    (f"Thay máy đo hỏng theo {A}.", ["cites"]),
    (f"Thay từng bước máy đo nêu tại {A}.", ["cites"]),
    (f"Riêng việc đo theo {A} hết hiệu lực từ ngày 01/7/2032.", ["cites"]),
    (f"Trừ quy định tại {A}, các thông tư khác hết hiệu lực {FROM}.", ["cites"]),
    (f"Thông tư sửa đổi một số điều của {A}; {B} của Bộ Kỹ thuật Hết hiệu lực một phần", ["cites", "cites"]),
    (f"Trừ tiền phí, {A} vẫn được áp dụng.", ["cites"]),
    (f"Các khoản trừ Điều 5, {A} quy định mức trừ.", ["cites"]),
    (f"1. {A} vẫn được áp dụng; việc khác hết hiệu lực {FROM}.", ["cites"]),
    (f"1. {A} tiếp tục có hiệu lực; {B} hết hiệu lực {FROM}.", ["cites", "repeals whole"]),
    (f"Bổ sung vào Danh mục văn bản năm 2031 các văn bản sau:\na) {A};\nb) {B}.", ["cites", "cites"]),
    (f"1 {A} hết hiệu lực kể từ ngày 01/3/2029 theo {B}.", ["cites", "cites"]),
    (f"{A} (hết hiệu lực từ ngày 01/01/2030) được áp dụng cho hồ sơ cũ.", ["cites"]),
    (f"Trường hợp {A} hết hiệu lực thì áp dụng {B}.", ["cites", "cites"]),
    (f"Bộ trưởng có thẩm quyền bãi bỏ {A}.", ["cites (told repeals)"]),
    (f"Việc thay thế {A} được thực hiện theo {B}.", ["cites (told replaces)", "cites"]),
    (f"{B} thay thế {A} kể từ ngày 01/01/2030.", ["cites", "cites (told replaces)"]),
    (f"Sửa đổi Điều 9 như sau: “Điều 9. Thông tư này thay thế {A}.”", ["cites"]),
    (f"{A} chưa hết hiệu lực thì tiếp tục áp dụng.", ["cites"]),
    (f"Thu hồi, hủy bỏ Giấy phép cấp theo {A}.", ["cites"]),
    (f"Thay thế thành viên Hội đồng được thành lập theo {A}.", ["cites"]),
    (f"Thông tư này được thay thế khi {A} có hiệu lực.", ["cites"]),
    (f"Các thông tư trước đây trái với Thông tư này và {A} đều bãi bỏ.", ["cites"]),
    (f"Khi thấy cần, thay thế {A}.", ["cites (told replaces)"]),
    (f"Từ ngày {B} có hiệu lực, các bến thay thế {A}.", ["cites", "cites (told replaces)"]),
    (f"Thông tư này không thay thế {A}.", ["cites (negated replaces)"]),
    (f"Văn bản hợp nhất này không thay thế {A}.", ["cites (negated replaces)"]),
    (f"Trình Bộ trưởng ban hành Thông tư thay thế {A} trong quý IV.", ["cites (planned replaces)"]),
    (f"Xây dựng, trình ban hành Thông tư sửa đổi {A}.", ["cites (planned amends)"]),
    (f"Đề xuất sửa đổi, bổ sung Phụ lục IV của {A}.", ["cites (planned amends)"]),
    # what another does, what the object is held against, other documents as objects, wording that is told by its change
    (f"Sau khi rà soát bổ sung, bên giao gửi các số liệu quy định tại khoản 1 Điều 14 {A}.", ["cites"]),
    (f"Khi đề nghị bổ sung hồ sơ, Bộ Kỹ thuật xét các điều kiện quy định tại khoản 1 Điều 5 của {A}.", ["cites"]),
    (f"Đề xuất sửa đổi các luật, nghị quyết để gỡ vướng trong việc thực hiện các nội dung trong {A}.", ["cites"]),
    (f"Kiến nghị bãi bỏ các quy định trái với các quy định về đo lường, kiểm định máy đo tại {A}.", ["cites"]),
    (f"Đề xuất sửa đổi, bổ sung cho phù hợp với việc quản lý của Bộ, đáp ứng các yêu cầu của {A}.", ["cites"]),
    (f"Xây dựng kế hoạch đo theo điểm a khoản 3 Điều 35 sửa đổi, bổ sung của {A}.", ["cites"]),
    (f"- Văn bản sửa đổi, bổ sung, thay thế, bãi bỏ một phần:\n+ {A} ngày 30/9/2030 của Bộ Kỹ thuật.", ["cites"]),
    ("Bổ sung dự án Luật Bến bãi (sửa đổi) vào Chương trình.", ["cites"]),
    (f"Còn khó khăn trong triển khai {A}.", ["cites"]),
    ("Bãi bỏ một phần hoặc toàn bộ nghị quyết của Hội đồng xã trái với Hiến pháp.", ["cites"]),
    (f"Thay thế máy đo đã hỏng theo quy định tại {A}.", ["cites"]),
    (f"Bãi bỏ việc thu phí theo {A}.", ["cites"]),
    (f"Giấy phép cấp theo {A} hết hiệu lực sau 05 năm {FROM}.", ["cites"]),
    (f"Hồ sơ nộp trước ngày {A} hết hiệu lực thì giải quyết theo Thông tư này.", ["cites"]),
    (f"Thông tư này có hiệu lực từ ngày ký đến ngày các quy định về phí quy định tại {A} hết hiệu lực.", ["cites"]),
    (f"Văn bản hết hiệu lực Lý do Ngày 12 {A} được bãi bỏ bởi {B}", ["cites", "cites"]),
    (f"(Ban hành kèm theo {A}) Mẫu 01 (được bãi bỏ) Mẫu 02", ["cites"]),
    (f"Chương V của Thông tư này hết hiệu lực theo quy định của {A}, {B}.", ["cites", "cites"]),
    (f"Theo {A} (thay thế {B}), các xã báo cáo.", ["cites", "cites (told replaces)"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), [*WHOLE, *LESS, *NONE])
def test_scope(text: str, expected: list[str]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize("kind", ["Kế hoạch", "Báo cáo", "Tờ trình"])
def test_a_bare_verb_in_a_plan_is_work_to_be_done(kind: str) -> None:
    assert read(f"- Bãi bỏ {A} trong quý IV.", kind) == ["cites (planned repeals)"]


@pytest.mark.parametrize(
    ("kind", "text", "expected"),
    [
        ("Công văn", f"Về việc sửa đổi, bổ sung Quy hoạch bến tại {A}", ["cites"]),
        ("Công văn", f"(2) V/v sửa đổi Quy hoạch bến: Bộ Kỹ thuật đã ban hành {A}.", ["cites"]),
        ("Công văn", f"V/v bãi bỏ {A}", ["cites (told repeals)"]),
        ("Công văn", f"Công văn này thay thế {A}.", ["replaces whole"]),
        ("Công văn", f"Bãi bỏ {A}.", ["repeals whole"]),
        ("Quyết định", f"Về việc sửa đổi, bổ sung {A}", ["amends"]),
    ],
)
def test_what_a_letter_is_about_it_does_not_do(kind: str, text: str, expected: list[str]) -> None:
    assert read(text, kind) == expected


def test_what_stays_and_the_time_are_kept() -> None:
    def scope(text: str) -> tuple[str, str | None, str | None]:
        found = next(item.scope for item in references(text, OWN, "2031-01-01", "Thông tư") if item.scope)
        return found.words, found.start, found.end

    assert scope(f"{A} hết hiệu lực {FROM}, trừ Điều 5.") == ("trừ Điều 5", None, None)
    assert scope(f"Ngưng hiệu lực {A} đến hết ngày 31/12/2032.") == ("", None, "2032-12-31")
    assert scope(f"{A} ngưng hiệu lực từ ngày 01/8/2032 đến ngày 15/9/2032.") == ("", "2032-08-01", "2032-09-15")


def test_a_stamp_between_a_list_and_its_first_line_does_not_part_them(tmp_path: Path) -> None:
    stamp = "Người ký: CỔNG BẾN SÔNG\nEmail: cong@ben.example\nCơ quan: BẾN SÔNG\nThời gian ký: 07.03.2031 09:10:52 +07:00\n\n94"
    path = tmp_path / "a.txt"
    path.write_text(
        "BỘ KỸ THUẬT\n\nSố: 15/2031/TT-BKT\nBến Mơ, ngày 02 tháng 3 năm 2031\n\nTHÔNG TƯ\nBãi bỏ một số văn bản\n\n"
        f"Điều 1. Bãi bỏ toàn bộ 02 văn bản sau đây:\n{stamp}\n\n1. {A} về máy đo.\n2. {B} về máy cân.\n\nBỘ TRƯỞNG\n\nLê Văn Mơ\n", "utf-8"
    )  # fmt: skip
    found = read_alone(path, Register())
    assert [_told(item) for item in found.references if item.citation.number] == ["repeals whole"] * 2


@pytest.mark.parametrize(
    ("text", "days"),
    [
        (f"2. {A} hết hiệu lực kể từ ngày 01 tháng 7 năm 2032.", ["2032-07-01"]),
        (f"2. {A} và {B} hết hiệu lực thi hành từ ngày 01/7/2032.", ["2032-07-01", "2032-07-01"]),
        (f"2. {A} hết hiệu lực {FROM}. Riêng {B} hết hiệu lực kể từ ngày 01/7/2032.", [None, "2032-07-01"]),
        (f"2. {A} hết hiệu lực {FROM}, ngày 01/7/2032 nộp báo cáo.", [None]),
        (f"2. Thông tư này thay thế {A}.", [None]),
        (f"2. Bãi bỏ {A} kể từ ngày 01/7/2032.", ["2032-07-01"]),
        (f"2. Bãi bỏ {A} ngày 01/3/2030 của Bộ trưởng Bộ Kỹ thuật từ ngày 01/7/2032.", ["2032-07-01"]),
        (f"2. Kể từ ngày 01/7/2032, bãi bỏ {A}.", ["2032-07-01"]),
        (f"2. Kể từ ngày 01/7/2032, {A} hết hiệu lực.", ["2032-07-01"]),
        (f"2. Bãi bỏ {A} về mức phí từ ngày 01/01/2030 đến ngày 31/12/2031.", [None]),
        (f"2. Kể từ ngày Thông tư này có hiệu lực, bãi bỏ {A} về mức phí năm 2030.", [None]),
    ],
)
def test_the_day_of_an_ending_is_the_one_that_its_sentence_states(text: str, days: list[str | None]) -> None:
    found = [item for item in references(text, OWN, "2031-01-01", "Thông tư") if item.citation.kind == "numbered"]
    assert [item.scope.start if item.scope else None for item in found] == days
