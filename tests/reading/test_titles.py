"""Names of types in headings, and what the codes in numbers say of them."""

from __future__ import annotations

import pytest

from build_tools.model.register import Register
from build_tools.structure.paragraphs import read_paragraphs
from build_tools.structure.stretch import Stretch
from build_tools.structure.title_line import read_rest
from build_tools.structure.titles import types_of

from .reading_helpers import clean

TYPES = types_of(Register())


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("QUYẾT ĐỊNH", "Quyết định"), ("QUYẾT ĐỊNH:", "Quyết định"), ("QUYẾT ĐỊNH .", "Quyết định"), ("KẾ HOẠCH⁽¹⁾", "Kế hoạch"),
        ("KẾ HOẠCH *", "Kế hoạch"), ("THÔNG TƯ LIÊN TỊCH", "Thông tư liên tịch"), ("Quyết định", None), ("quyết định", None),
        ("QUYẾT ĐỊNH VỀ BẾN", None), ("CÁC QUYẾT ĐỊNH", None), ("", None), ("BẾN ĐÒ", None), ("KÉ HOẠCH", None),
    ],
)  # fmt: skip
def test_a_type_that_stands_alone(text: str, kind: str | None) -> None:
    assert TYPES.alone(text) == kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("KÉ HOẠCH", "Kế hoạch"), ("KE HOACH:", "Kế hoạch"), ("'BÁO CAO'", "Báo cáo"), ("Ké hoạch", None), ("LUAT", None), ("BEN DO", None),
        ("KÉ HOẠCH VỀ BẾN", None), ("", None),
    ],
)  # fmt: skip
def test_a_type_whose_marks_were_misread(text: str, kind: str | None) -> None:
    assert TYPES.misread(text) == kind


@pytest.mark.parametrize(
    ("text", "begun"),
    [
        ("Quyết định về bến", ("Quyết định", 10)), ("QUYẾT ĐỊNH VỀ BẾN", ("Quyết định", 10)),
        ("Thông tư liên tịch số 5", ("Thông tư liên tịch", 18)),
        ("Quyết địnhh", None), ("Các quyết định", None), ("", None),
    ],
)  # fmt: skip
def test_a_type_at_the_beginning(text: str, begun: tuple[str, int] | None) -> None:
    assert TYPES.begins(text) == begun


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        ("5/QĐ-UBND", "Quyết định"), ("5-QĐ/TU", "Quy định"), ("5/2031/NĐ-CP", "Nghị định"), ("5-KL/TW", "Kết luận"), ("5/UBND-NC", None),
        ("5/XX-UBND", None), (None, None), ("", None),
    ],
)  # fmt: skip
def test_what_a_number_says_of_the_type(number: str | None, kind: str | None) -> None:
    assert TYPES.of_number(number) == kind


@pytest.mark.parametrize(
    ("kind", "number", "may"),
    [
        ("Quyết định", "5/QĐ-UBND", True), ("Quy định", "5/QĐ-UBND", False), ("Quy định", "5-QĐ/TU", True), ("Quyết định", "5-QĐ/TU", True),
        ("Kế hoạch", "5/QĐ-UBND", False), ("Công văn", "5/UBND-NC", False), ("Quyết định", None, False),
    ],
)  # fmt: skip
def test_whether_documents_of_a_type_may_have_a_number(kind: str, number: str | None, may: bool) -> None:
    assert TYPES.may_bear(kind, number) is may


@pytest.mark.parametrize(
    ("code", "system", "kind"), [("KH", None, "Kế hoạch"), ("KH", "state", "Kế hoạch"), (None, None, None), ("XX", None, None)]
)
def test_the_usual_type_of_a_code(code: str | None, system: str | None, kind: str | None) -> None:
    assert TYPES.of_code(code, system) == kind


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("số 5/2031/NĐ-CP ngày 10/10/2031 của Chính phủ về trồng rừng", ("5/2031/NĐ-CP", "2031-10-10", "Chính phủ", "về trồng rừng")),
        ("số 5/2031/NĐ-CP của Chính phủ", ("5/2031/NĐ-CP", None, "Chính phủ", None)),
        ("số 5/2031/NĐ-CP ngày 10/10/2031 của Chính phủ.", ("5/2031/NĐ-CP", "2031-10-10", "Chính phủ", None)),
        ("của Chính phủ số 5/2031/NĐ-CP ngày 10/10/2031 về trồng rừng", ("5/2031/NĐ-CP", "2031-10-10", "Chính phủ", "về trồng rừng")),
        ("của Chính phủ số 5/2031/NĐ-CP sửa đổi Nghị định 4", ("5/2031/NĐ-CP", None, "Chính phủ", "sửa đổi Nghị định 4")),
        ("số 5/2031/NĐ-CP sửa đổi Nghị định 4", None), ("số 5/2031/NĐ-CP trồng rừng", None),
        ("của Chính phủ số 5/2031/NĐ-CP trồng rừng", None), ("của Chính phủ về trồng rừng", None), ("về trồng rừng", None),
        # the number behind "về" is that of another document
        ("của Tỉnh ủy về thực hiện Nghị quyết số 5-NQ/TW ngày 10/10/2031 về trồng rừng", None),
    ],
)  # fmt: skip
def test_what_stands_after_a_type_in_one_sentence(line: str, said: tuple[str | None, ...] | None) -> None:
    found = read_rest(Stretch.whole(read_paragraphs(clean(f"{line}\n"))))
    told = found and (found.number, found.date, found.issuer, found.subject)
    assert (told and tuple(item.value if item else None for item in told)) == said
