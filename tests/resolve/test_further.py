"""Names, fuller citations and longer sentences: what decides, beside what decides nothing. The register is invented."""

from __future__ import annotations

import pytest

from build_tools.citations import find_citations
from build_tools.model.citation import Ambiguous, Resolved, Unknown
from build_tools.model.header import Header
from build_tools.model.register import Work
from build_tools.passages import Passages
from build_tools.resolve import resolve
from tests.citations.citation_helpers import document
from tests.resolve.registers import REGISTER, outcome, references, work
from tests.resolve.test_scopes import FROM, A, B, read

C = "Thông tư số 13/2030/TT-BKT"
FULL = "Kết luận số 77-KL/TW"
SENTENCES = [
    # provisions between semicolons: the last are looked at
    (f"Bãi bỏ khoản 2 Điều 5; khoản 3 Điều 6 {A}.", ["repeals part"]), (f"Bãi bỏ Điều 5; Điều 6; một số điều của {A}.", ["repeals part"]),
    (f"Bãi bỏ Điều 5 của Thông tư này; {A}.", ["cites"]), (f"Thông tư này bãi bỏ Điều 5 Thông tư này và {A}.", ["cites"]),
    # rows and their connectors
    (f"Thông tư này thay thế {A}, {B} và {C}.", ["replaces whole"] * 3), (f"Thông tư này thay thế {A}; {B}; {C}.", ["replaces whole"] * 3),
    (f"Thông tư này thay thế {A} cùng với {B}.", ["replaces whole"] * 2),
    (f"Thông tư này thay thế {A} về máy; {B} về đo.", ["replaces whole"] * 2),
    (f"Thông tư này thay thế {A} hướng dẫn {B}.", ["replaces whole", "cites"]),
    (f"Thông tư này thay thế {A} và Điều 5 {B}.", ["replaces whole", "replaces part"]),
    (f"Thông tư này thay thế {A} sửa đổi {B}; {C}.", ["replaces whole", "cites", "cites"]),
    (f"Thông tư này sửa đổi {A} và thay thế {B}.", ["amends", "replaces whole"]),
    (f"Thông tư này thay thế {A}, trừ Điều 5; {B}.", ["replaces except", "replaces whole"]),
    # verbs after their subject
    (f"1. {A} ngày 01/3/2030 về máy; {B} ngày 02/3/2030 về đo; {C} hết hiệu lực {FROM}.", ["repeals whole"] * 3),
    (f"1. Điều 5 {A} hết hiệu lực {FROM}.", ["repeals part"]), (f"1. {A} hết hiệu lực một phần {FROM}.", ["repeals part"]),
    (f"1. {A} hết hiệu lực kể từ ngày 01/3/2031 theo {B}.", ["cites", "cites"]),
    (f"Kể từ ngày Thông tư này có hiệu lực, {A} và {B} hết hiệu lực.", ["repeals whole"] * 2),
    # brackets
    (f"Theo {A} (đã bãi bỏ {B}).", ["cites", "cites (told repeals)"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), SENTENCES)
def test_longer_sentences(text: str, expected: list[str]) -> None:
    assert read(text) == expected


LISTS = [
    # the first line, the items, what is read of them
    ("Điều 9. Bãi bỏ các văn bản sau:", (f"a) {A};", f"b) Khoản 2 Điều 5 {B}."), ["repeals whole", "repeals part"]),
    ("Điều 9. Bãi bỏ các văn bản sau, trừ quy định chuyển tiếp:", (f"a) {A};", f"b) {B}."), ["repeals whole"] * 2),
    ("Điều 9. Bãi bỏ các văn bản sau, trừ Điều 1 của từng văn bản:", (f"a) {A};", f"b) {B}."), ["repeals except"] * 2),
    ("Điều 9. Sửa đổi một số điều của các thông tư sau:", (f"1. {A};", f"2. {B}."), ["amends"] * 2),
    ("Điều 9. Các văn bản đã bị bãi bỏ:", (f"1. {A};",), ["cites"]), ("Điều 9. Các văn bản liên quan:", (f"1. {A};",), ["cites"]),
    ("Tiếp tục thực hiện các văn bản:", (f"- {A};", f"- Rà soát {B}."), ["continues", "cites"]),
    ("Điều 9. Bãi bỏ các văn bản sau:", (f"1. {A};", "Nội dung khác.", f"2. {B}."), ["repeals whole", "cites"]),
    (f"Điều 9. Bãi bỏ các văn bản sau ({FROM}):", (f"1. Mẫu số 02 ban hành kèm theo {A}.",), ["repeals annex"]),
]  # fmt: skip


@pytest.mark.parametrize(("first", "items", "expected"), LISTS)
def test_lists_under_a_first_line(first: str, items: tuple[str, ...], expected: list[str]) -> None:
    assert read("\n".join((first, *items))) == expected


RESOLVED = [
    # a text, what its citations resolve to ("?" before a key: unknown)
    (f"{FULL} ngày 01/2/2022; theo {FULL}", [f"? {FULL} ngày 01/02/2022"] * 2),
    (f"{FULL} ngày 01/2/2022, {FULL} ngày 01/3/2022; theo {FULL}",
     [f"? {FULL} ngày 01/02/2022", f"? {FULL} ngày 01/03/2022", f"? {FULL}"]),
    (f"{FULL} ngày 01/2/2022; theo Quyết định số 77-KL/TW", [f"? {FULL} ngày 01/02/2022", "? Quyết định số 77-KL/TW"]),
    ("Quy định số 124-QĐ/TW ngày 02/02/2018, Quy định số 124-QĐ/TW ngày 03/3/2019; Quy định số 124-QĐ/TW",
     ["124-QĐ/TW@2018-02-02", "? Quy định số 124-QĐ/TW ngày 03/03/2019", ("124-QĐ/TW@2018-02-02",)]),
    # what a citation says of itself is not overruled by a fuller one of the same number
    ("Quy định số 124-QĐ/TW ngày 02/02/2018; Quy định số 124-QĐ/TW của Bộ Chính trị khóa IX",
     ["124-QĐ/TW@2018-02-02", "? Quy định số 124-QĐ/TW khóa IX"]),
    ("Kế hoạch số 3-KH/TU ngày 05/01/2022 của Tỉnh ủy Bến Xưa; Kế hoạch số 3-KH/TU của Tỉnh ủy Sông Mơ",
     ["? Kế hoạch số 3-KH/TU ngày 05/01/2022 của Tỉnh ủy Bến Xưa", "? Kế hoạch số 3-KH/TU của Tỉnh ủy Sông Mơ"]),
    ("Chỉ thị số 31/CT-TTg ngày 05/01/2022 của Thủ tướng Chính phủ; Chỉ thị số 31/CT-TTg của Chính phủ",
     ["? Chỉ thị số 31/CT-TTg ngày 05/01/2022"] * 2),
    ("Quy định số 124-QĐ/TW ngày 02/02/2018; Quy định số 124-QĐ/TW của Ban Bí thư", ["124-QĐ/TW@2018-02-02"] * 2),
    ("Luật Đò ngang số 3/2020/QH14; Luật Đò ngang năm 2020", ["? Luật số 3/2020/QH14"] * 2),
    ("Luật Đò ngang số 3/2020/QH14; Luật Đò ngang năm 2015", ["? Luật số 3/2020/QH14", "? Luật Đò ngang năm 2015"]),
    ("Luật Đò ngang số 3/2020/QH14, Luật Đò ngang số 4/2021/QH15; Luật Đò ngang",
     ["? Luật số 3/2020/QH14", "? Luật số 4/2021/QH15", "? Luật Đò ngang"]),
    ("Quy định số 47-QĐ/TW ngày 01/11/2011; Quy định nêu trên", ["47-QĐ/TW@2011-11-01"] * 2),
    ("Quy định số 47-QĐ/TW ngày 01/11/2011, Quy định số 124-QĐ/TW ngày 02/02/2018; các Quy định trên",
     ["47-QĐ/TW@2011-11-01", "124-QĐ/TW@2018-02-02", ("124-QĐ/TW@2018-02-02", "47-QĐ/TW@2011-11-01")]),
    ("Kế hoạch số 3-KH/TU của Tỉnh ủy", ["? Kế hoạch số 3-KH/TU của Tỉnh ủy Sông Mơ"]), ("Kế hoạch số 3-KH/XX", ["? Kế hoạch số 3-KH/XX"]),
    ("Thông tư số 3/2020/TT-BKT của Bộ Kỹ thuật", ["? Thông tư số 3/2020/TT-BKT"]),
    ("Kế hoạch số 3/KH-UBND của UBND huyện Khe Lim", ["? Kế hoạch số 3/KH-UBND"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), RESOLVED)
def test_what_is_meant(text: str, expected: list[object]) -> None:
    assert [outcome(item.resolution) for item in references(text)] == expected


def test_names_of_the_register_need_a_fitting_year_and_day() -> None:
    law = work("8/2020/QH14", "luat", "quoc-hoi", "2020-06-01", names=("Luật Cầu phao",))
    other = work("9/2021/QH15", "luat", "quoc-hoi", "2021-06-01", names=("Luật Cầu phao",))

    def means(text: str, *works: Work) -> object:
        passages = Passages.of(document(text, Header.of(type="Báo cáo", date="2022-04-15")))
        (reference,) = resolve(passages, find_citations(passages, REGISTER), None, works, REGISTER)
        return reference.resolution

    assert isinstance(means("theo Luật Cầu phao", law), Resolved)
    assert isinstance(means("theo Luật Cầu phao năm 2020", law), Resolved)
    assert isinstance(means("theo Luật Cầu phao năm 2019", law), Unknown)
    assert isinstance(means("theo Luật Cầu phao", law, other), Ambiguous)
    assert means("theo Luật Cầu phao năm 2021", law, other) == means("theo Luật Cầu phao năm 2021", other)
    later = work("8/2032/QH15", "luat", "quoc-hoi", "2032-06-01", names=("Luật Cầu phao",))
    assert isinstance(means("theo Luật Cầu phao", later), Unknown)
