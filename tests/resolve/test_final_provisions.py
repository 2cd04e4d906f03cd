"""Final provisions in many wordings: what ends a whole document, what ends less, what ends nothing. Everything is invented."""

from __future__ import annotations

import pytest

from tests.resolve.test_scopes import FROM, A, B, read

C = "Thông tư số 13/2030/TT-BKT"
D = "ngày 01/3/2030 của Bộ trưởng Bộ Kỹ thuật"
TREATY = "Nghị định thư về vận tải bến đò giữa Chính phủ nước Cộng hòa xã hội chủ nghĩa Việt Nam và Chính phủ nước Sông Mơ"
LAW = "Luật Bến bãi số 5/2030/QH20"
R, P = "replaces whole", "repeals whole"
ROWS: list[tuple[str, list[str]]] = [
    (f"Thông tư này thay thế {A} (sau đây gọi là Thông tư số 11) và {B}.", [R, R]),
    (f"Bãi bỏ {A} {D} về máy (sau đây gọi tắt là Thông tư 11), {B} {D} về đo.", [P, P]),
    (f"Thông tư này thay thế {A} {D} về máy (được sửa đổi, bổ sung tại {C}) và {B} về đo.", [R, "cites", R]),
    (f"Thông tư này thay thế {A} {D} (đã được sửa đổi, bổ sung bởi {C}, {C}) và {B}.", [R, "cites", "cites", R]),
    (f"Thông tư này thay thế {A} ({D}) và {B} ({D}).", [R, R]),
    (f"Bãi bỏ {A} (trừ Điều 5) và {B}.", ["repeals except", P]),
    (f"Bãi bỏ {A} (trừ Điều 5 được sửa đổi theo {C}) và {B}.", ["repeals except", "cites", P]),
    (f"Thông tư này thay thế {A} đã được sửa đổi, bổ sung theo {C} và {B} {D} về đo.", [R, "cites", "cites"]),
    (f"Thông tư này thay thế {A} và {B} sửa đổi, bổ sung một số điều của {A}.", [R, R, "cites"]),
    (f"Thông tư này thay thế {A} {D} quy định về máy đo; {B} {D} sửa đổi, bổ sung một số điều của {A}.", [R, R, "cites"]),
    (f"Các Thông tư sau đây hết hiệu lực {FROM}: {A}; {B} sửa đổi, bổ sung {A}.", [P, P, "cites"]),
    # what changed one of the list ends with it behind a semicolon, whatever that one is described by; what changed another does not
    (f"2. Thông tư này thay thế các Thông tư:\na) {A} {D} hướng dẫn thực hiện {TREATY}; {B} {D} sửa đổi, bổ sung một số điều của {A} {D}.",
     [R, "cites", R, "cites"]),
    (f"2. Thông tư này thay thế các Thông tư:\na) {A} {D} hướng dẫn thực hiện {TREATY}; {B} {D} sửa đổi, bổ sung một số điều của {C} {D}.",
     [R, "cites", "cites", "cites"]),
    (f"3. {A} {D} quy định chi tiết {LAW} và {B} {D} sửa đổi, bổ sung một số điều của {A} hết hiệu lực {FROM}.", [P, "cites", P, "cites"]),
    (f"3. {A} {D} quy định chi tiết {LAW} và {B} {D} sửa đổi, bổ sung một số điều của {C} hết hiệu lực {FROM}.",
     [P, "cites", "cites", "cites"]),
    (f"Căn cứ {A} được sửa đổi, bổ sung bởi {LAW} và {B};\nBộ trưởng ban hành Thông tư sửa đổi, bổ sung một số điều của {A}.",
     ["based_on", "cites", "cites", "amends"]),
    (f"{A} hết hiệu lực thi hành {FROM} thi hành.", [P]),
    (f"Khi Thông tư này có hiệu lực thi hành thì {A} hết hiệu lực.", [P]),
    (f"{A} và {B} hết hiệu lực thi hành từ ngày 01 tháng 7 năm 2031.", [P, P]),
    (f"Kể từ ngày 01 tháng 7 năm 2031, {A} hết hiệu lực thi hành.", [P]),
    (f"{A} hết hiệu lực {FROM}, nhưng vẫn áp dụng đối với hồ sơ đã nộp.", [P]),
    (f"{A} vẫn có hiệu lực; {B} hết hiệu lực {FROM}.", ["cites", P]),
    (f"{A} hết hiệu lực {FROM}, trừ các trường hợp quy định tại khoản 2 Điều này.", [P]),
    (f"{A} hết hiệu lực {FROM}; riêng Chương III tiếp tục có hiệu lực đến hết ngày 31/12/2032.", ["repeals except"]),
    (f"{A} hết hiệu lực {FROM}. Riêng quy định tại Điều 7 tiếp tục có hiệu lực đến hết ngày 31/12/2032.", ["repeals except"]),
    (f"Luật Bến bãi năm 2030 hết hiệu lực {FROM}. Khoản 2 Điều 5 Luật Bến bãi năm 2030 tiếp tục có hiệu lực.", ["repeals except", "cites"]),
    (f"Luật Bến bãi năm 2030 hết hiệu lực {FROM}. Khoản 2 Điều 5 Luật Đò ngang năm 2030 tiếp tục có hiệu lực.", [P, "cites"]),
    (f"Bãi bỏ {A} (Điều 5).", ["repeals part"]),
    (f"{A} (khoản 2 Điều 5) hết hiệu lực {FROM}.", ["repeals part"]),
    # a plan named in the subject of what ends is not ended with it
    (f"{A} về mức chi thực hiện Đề án giữ bến đò ngang đến năm 2030 hết hiệu lực {FROM}.", [P, "cites"]),
    (f"Thông tư này thay thế {A} {D} hướng dẫn thực hiện Chương trình mục tiêu quốc gia giữ bến bãi.", [R, "cites"]),
    (f"{A} hết hiệu lực {FROM} để phù hợp với Chương trình mục tiêu quốc gia giữ bến bãi.", [P, "cites"]),
    ("Bãi bỏ nội dung lồng ghép với Chương trình mục tiêu quốc gia giữ bến bãi.", ["cites"]),
    ("Thông tư này thay thế các quy định về Chương trình Giữ bến số quốc gia.", ["cites"]),
    (f"{A} tiếp tục có hiệu lực đến hết ngày 31/12/2032.", ["cites"]),
    (f"{A} tiếp tục có hiệu lực cho đến khi có văn bản thay thế.", ["cites"]),
    (f"{A} vẫn còn hiệu lực cho đến khi bị bãi bỏ.", ["cites"]),
    (f"Các quy định tại {A} không trái với Thông tư này tiếp tục có hiệu lực.", ["cites"]),
    (f"Các quy định trước đây trái với Thông tư này đều bị bãi bỏ; {A} vẫn có hiệu lực.", ["cites"]),
    (f"Mọi quy định trước đây của {A} trái với Thông tư này đều bãi bỏ.", ["cites"]),
    (f"{A} bị bãi bỏ {FROM}.", [P]),
    (f"{A} được thay thế bằng Thông tư này.", [R]),
    (f"{A} được thay thế bởi Thông tư này {FROM}.", [R]),
    (f"{A} được thay thế bằng {B}.", ["cites", "cites"]),
    (f"{A} được sửa đổi, bổ sung bởi {B} hết hiệu lực {FROM}.", [P, "cites"]),
    (f"Điều 5 và Điều 6 {A} hết hiệu lực {FROM}.", ["repeals part"]),
    (f"Phụ lục I ban hành kèm theo {A} hết hiệu lực {FROM}.", ["repeals annex"]),
    (f"Danh mục ban hành kèm theo {A} được thay thế bằng Danh mục ban hành kèm theo Thông tư này.", ["replaces annex"]),
    (f"Thay thế Danh mục máy đo ban hành kèm theo {A} bằng Danh mục ban hành kèm theo Thông tư này.", ["replaces annex"]),
    (f"Thay thế cụm từ “máy” bằng cụm từ “cân” tại {A}, {B}.", ["replaces phrase", "replaces phrase"]),
    (f"Bỏ cụm từ “máy” tại khoản 1 Điều 5 {A}.", ["repeals phrase"]),
    (f"Thay thế từ “xã” bằng “phường” tại các Điều 3, 4 {A}.", ["replaces phrase"]),
    (f"Bãi bỏ một phần {A}.", ["repeals part"]),
    (f"Bãi bỏ một phần các văn bản sau đây:\n1. Điều 5 {A}.\n2. Phụ lục II ban hành kèm theo {B}.", ["repeals part", "repeals annex"]),
    (f"Bãi bỏ toàn bộ các văn bản sau đây:\n1. {A}.\n2. {B}.", [P, P]),
    (f"Bãi bỏ một phần các văn bản sau đây:\n1. {A}.\n2. {B}.", ["repeals part", "repeals part"]),
    (f"Hết hiệu lực một phần:\n1. Điều 5 {A}.", ["repeals part"]),
    (f"Điều 1. Bãi bỏ toàn bộ {A}.\nĐiều 2. Bãi bỏ khoản 1 Điều 5 {B}.", [P, "repeals part"]),
    (f"Thông tư này có hiệu lực thi hành kể từ ngày 01/7/2031, thay thế {A}.", [R]),
    (f"Thông tư này có hiệu lực thi hành kể từ ngày 01/7/2031 và thay thế cho {A}.", [R]),
    (f"Thông tư này thay thế toàn bộ {A}.", [R]),
    (f"Thông tư này thay thế Điều 5 {A} và bãi bỏ {B}.", ["replaces part", P]),
    (f"Thông tư này bãi bỏ các văn bản: {A}; {B}.", [P, P]),
    (f"Bãi bỏ hiệu lực thi hành của {A}.", [P]),
    (f"Chấm dứt hiệu lực của {A}.", [P]),
    (f"Hủy bỏ {A}.", [P]),
    (f"{A} không còn hiệu lực {FROM}.", [P]),
    (f"Dừng áp dụng {A} {FROM}.", ["cites"]),
    (f"Không áp dụng {A} đối với các dự án thuộc Thông tư này.", ["cites"]),
    (f"Không áp dụng quy định tại Điều 5 {A}.", ["cites"]),
    (f"Thông tư này không áp dụng đối với trường hợp đã thực hiện theo {A}.", ["cites"]),
    (f"Các nhiệm vụ đã phê duyệt theo {A} trước ngày Thông tư này có hiệu lực thì tiếp tục thực hiện theo {A} cho đến khi hết hiệu lực.",
     ["cites", "cites"]),
    (f"Giấy phép đã cấp theo {A} có giá trị đến khi hết hiệu lực của Giấy phép.", ["cites"]),
    (f"Trường hợp văn bản dẫn chiếu tại {A} được sửa đổi, bổ sung hoặc thay thế thì áp dụng văn bản mới.", ["cites"]),
    (f"Hợp đồng ký theo {A} hết hiệu lực thì chấm dứt.", ["cites"]),
    (f"Quyết định của Sở ban hành theo {A} hết hiệu lực {FROM}.", ["cites"]),
    (f"Văn bản quy định chi tiết {A} hết hiệu lực {FROM}.", ["cites"]),
    (f"Các văn bản hướng dẫn thi hành {A} hết hiệu lực {FROM}.", ["cites"]),
    (f"Thông tư hướng dẫn {A} hết hiệu lực {FROM}.", ["cites"]),
    (f"{A} hướng dẫn thi hành {B} hết hiệu lực {FROM}.", [P, "cites"]),
    (f"{A} quy định chi tiết Điều 5 {B} hết hiệu lực {FROM}.", [P, "cites"]),
    (f"Bãi bỏ {A} quy định chi tiết {B}.", [P, "cites"]),
    (f"Bãi bỏ văn bản quy định chi tiết {A}.", ["cites"]),
    (f"Bãi bỏ các quy định khác trái với {A}.", ["cites"]),
    (f"Bộ trưởng bãi bỏ theo thẩm quyền {A}.", ["cites"]),
    (f"Thông tư này thay thế quy định về máy đo tại {A}; các quy định khác của {A} vẫn có hiệu lực.", ["replaces part", "cites"]),
    (f"Thông tư này thay thế {A}, trừ các quy định về máy đo.", ["replaces except"]),
    (f"Ngoài các điều khoản bị bãi bỏ, {A} tiếp tục có hiệu lực.", ["cites"]),
    (f"{A} hết hiệu lực {FROM} trừ Điều 5.", ["repeals except"]),
    (f"Điều 9. Hiệu lực\n1. Thông tư này có hiệu lực từ ngày 01/7/2031.\n2. Thông tư này thay thế các Thông tư:\na) {A};\nb) {B}.", [R, R]),
    (f"2. Các văn bản sau hết hiệu lực:\na) {A}, trừ Điều 5;\nb) {B}.", ["repeals except", P]),
    (f"2. Các văn bản sau hết hiệu lực:\na) {A} về máy (đã sửa đổi tại {C});\nb) {B}.", [P, "cites", P]),
    (f"2. Bãi bỏ các quy định sau:\na) Điều 5, Điều 6 {A};\nb) Khoản 1 Điều 2 {B};\nc) {C}.", ["repeals part", "repeals part", P]),
    (f"2. Bãi bỏ các Điều 5, 6 và Điều 7 {A}.", ["repeals part"]),
    (f"Thông tư này sửa đổi, bổ sung {A} và bãi bỏ {B}.", ["amends", P]),
    (f"Sửa đổi, bổ sung, thay thế, bãi bỏ một số điều của {A}.", ["amends"]),
    (f"Bãi bỏ khoản 2 Điều 1 {A} sửa đổi, bổ sung {B}.", ["repeals part", "cites"]),
    (f"{A} được công bố hết hiệu lực theo {B}.", ["cites", "cites"]),
    (f"Kiến nghị bãi bỏ {A}.", ["cites (planned repeals)"]),
    (f"Giao Vụ Pháp chế rà soát, trình bãi bỏ {A}.", ["cites (planned repeals)"]),
    (f"Ngày {A} hết hiệu lực thì dừng thu phí.", ["cites"]),
    (f"Sau khi {A} hết hiệu lực, Sở tiếp tục thu.", ["cites"]),
    (f"Thời điểm {A} được thay thế là ngày 01/01/2031.", ["cites"]),
    (f"Văn bản thay thế {A} do Bộ Kỹ thuật trình.", ["cites (told replaces)"]),
    (f"Thông tư này được ban hành để thay thế {A}.", [R]),
    (f"Thông tư này thay thế các nội dung về máy đo quy định tại {A}.", ["replaces part"]),
    (f"Các nội dung của {A} không được sửa đổi, bổ sung tại Thông tư này tiếp tục có hiệu lực.", ["cites"]),
    (f"{A} chỉ hết hiệu lực đối với máy đo.", ["cites"]),
    (f"Kể từ ngày Thông tư này có hiệu lực, các quy định của {A} về máy đo hết hiệu lực.", ["repeals part"]),
    (f"Đình chỉ việc thi hành {A}.", ["suspends suspended"]),
    (f"Tạm ngưng hiệu lực {A} đến hết ngày 31/12/2032.", ["suspends suspended"]),
    (f"Kéo dài thời hạn áp dụng {A} đến hết ngày 31/12/2032.", ["cites"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_final_provisions(text: str, expected: list[str]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("kind", "expected"),
    [(kind, P) for kind in ("Luật", "Nghị định", "Quy chế", "Quyết định")]
    + [(kind, "cites") for kind in ("Báo cáo", "Công văn", "Nghị quyết")],
)
def test_a_bare_statement_is_an_act_in_what_makes_rules_only(kind: str, expected: str) -> None:
    assert read(f"{A} hết hiệu lực kể từ ngày 01/7/2031.", kind) == [expected]
    assert read(f"{A} hết hiệu lực kể từ ngày {kind} này có hiệu lực.", kind) == [P]
