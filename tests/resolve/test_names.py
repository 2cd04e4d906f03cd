"""What a name of a law means in a document: its own title first, then the law that the text numbers, then the register; else nothing."""

from __future__ import annotations

from dataclasses import replace

import pytest

from build_tools.citations import find_citations
from build_tools.model.citation import Ambiguous, Resolved, Unknown
from build_tools.model.header import Header, Stated
from build_tools.model.span import Excerpt, Span
from build_tools.passages import Passages
from build_tools.resolve import resolve
from tests.citations.citation_helpers import document
from tests.resolve.registers import REGISTER, work

OLD = work("4/2027/QH16", "luat", "quoc-hoi", "2027-06-01")
NEW = work("109/2030/QH17", "luat", "quoc-hoi", "2030-06-01")
OTHER = work("5/2028/QH16", "luat", "quoc-hoi", "2028-06-01")
RULE = work("7/2030/NĐ-CP", "nghi-dinh", "chinh-phu", "2030-09-01")
WORKS = (OLD, NEW, OTHER, RULE)


def links(text: str, own: str = "rule") -> list[tuple[str, str | None]]:
    """What each named citation of a text leads to: the number of a work, or None."""
    mine = NEW if own == "law" else RULE
    header = (
        Header.of(type="Luật", number=NEW.number, date="2030-06-01", subject="Bến bãi")
        if own == "law"
        else Header.of(type="Nghị định", number=RULE.number, date="2030-09-01", subject="Quy định phí bến")
    )
    passages = Passages.of(document(text, header))
    references = resolve(passages, find_citations(passages, REGISTER), mine, WORKS, REGISTER)
    numbers = {item.id: item.number for item in WORKS}
    return [
        (item.citation.name or "", numbers[item.resolution.work] if isinstance(item.resolution, Resolved) else None)
        for item in references
        if item.citation.kind == "named"
    ]


@pytest.mark.parametrize(
    ("text", "own", "expected"),
    [
        (
            "Theo Luật Bến bãi. Luật Bến bãi số 4/2027/QH16 hết hiệu lực kể từ ngày Luật này có hiệu lực. Theo Luật Bến bãi.",
            "law",
            [("Luật Bến bãi", NEW.number)] * 2,
        ),
        (
            "Theo Luật Bến bãi năm 2027 và Luật Bến bãi năm 2030.",
            "law",
            [("Luật Bến bãi năm 2027", None), ("Luật Bến bãi năm 2030", NEW.number)],
        ),
        ("Căn cứ Luật Bến bãi số 109/2030/QH17;\nTheo Luật Bến bãi.", "rule", [("Luật Bến bãi", NEW.number)]),
        (
            "Theo Luật Bến bãi ngày 01 tháng 6 năm 2030 và Luật Bến bãi ngày 01 tháng 6 năm 2027.",
            "law",
            [("Luật Bến bãi ngày 01 tháng 6 năm 2030", NEW.number), ("Luật Bến bãi ngày 01 tháng 6 năm 2027", None)],
        ),
        (
            "Căn cứ Luật Bến bãi số 109/2030/QH17 ngày 01 tháng 6 năm 2030;\nTheo Luật Bến bãi năm 2030 và Luật Bến bãi năm 2028.",
            "rule",
            [("Luật Bến bãi năm 2030", NEW.number), ("Luật Bến bãi năm 2028", None)],
        ),
        # what a law amends is older than that law
        (
            "Căn cứ Luật Bến bãi số 109/2030/QH17;\nCăn cứ Luật sửa đổi, bổ sung một số điều của Luật Bến bãi số 8/2029/QH17;",
            "rule",
            [("Luật Bến bãi", None)],
        ),
        (
            "Căn cứ Luật Bến bãi số 109/2030/QH17;\nCăn cứ Luật sửa đổi, bổ sung một số điều của Luật Bến bãi số 8/2030/QH17;",
            "rule",
            [("Luật Bến bãi", NEW.number)],
        ),
        # so it is with the law's own name
        ("Luật sửa đổi, bổ sung một số điều của Luật Bến bãi số 8/2029/QH17 hết hiệu lực.", "law", [("Luật Bến bãi", None)]),
        (
            "Luật sửa đổi, bổ sung một số điều của Luật Bến bãi ngày 12 tháng 5 năm 2028 hết hiệu lực.",
            "law",
            [("Luật sửa đổi, bổ sung một số điều của Luật Bến bãi ngày 12 tháng 5 năm 2028", None), ("Luật Bến bãi", None)],
        ),
        ("Luật sửa đổi, bổ sung một số điều của Luật Bến bãi số 8/2031/QH17.", "law", [("Luật Bến bãi", NEW.number)]),
        (
            "Luật sửa đổi, bổ sung một số điều của Luật Bến bãi được đăng tải.",
            "law",
            [("Luật sửa đổi, bổ sung một số điều của Luật Bến bãi", None), ("Luật Bến bãi", NEW.number)],
        ),
        ("Theo Luật Bến bãi.\nCăn cứ Luật Bến bãi số 109/2030/QH17;", "rule", [("Luật Bến bãi", None)]),
        ("Căn cứ Luật Bến bãi số 109/2030/QH17;\nTheo Luật Bến bãi năm 2027.", "rule", [("Luật Bến bãi năm 2027", None)]),
        ("Căn cứ Luật Bến bãi số 109/2030/QH17;\nThực hiện Luật Bến bãi về đường biển.", "rule", [("Luật Bến bãi về đường biển", None)]),
        ("Căn cứ Luật Bến bãi số 109/2030/QH17;\nTrình dự án Luật Bến bãi (sửa đổi).", "rule", [("Luật Bến bãi (sửa đổi)", None)]),
        (
            "Căn cứ Luật Bến bãi số 109/2030/QH17;\nGóp ý vào dự thảo Luật Bến bãi; dự kiến Luật Bến bãi.",
            "rule",
            [("Luật Bến bãi", None), ("Luật Bến bãi", NEW.number)],
        ),
        (
            "Căn cứ Luật Bến bãi số 109/2030/QH17;\nCăn cứ Luật Bến bãi số 4/2027/QH16;\nTheo Luật Bến bãi.",
            "rule",
            [("Luật Bến bãi", None)],
        ),
        ("Nghị định này bãi bỏ Luật Bến bãi số 4/2027/QH16.\nTheo Luật Bến bãi.", "rule", [("Luật Bến bãi", None)]),
        # a law is no younger than what is said to guide it, to carry it out or to change something made under it
        (
            "Căn cứ Luật Bến bãi số 109/2030/QH17;\nThay thế Nghị định số 8/2028/NĐ-CP ngày 12/5/2028 quy định chi tiết một số điều của "
            "Luật Bến bãi và Luật sửa đổi, bổ sung một số điều của Luật Bến bãi.",
            "rule",
            [("Luật Bến bãi", None), ("Luật sửa đổi, bổ sung một số điều của Luật Bến bãi", None), ("Luật Bến bãi", None)],
        ),
        (
            "Căn cứ Luật Bến bãi số 109/2030/QH17;\nCăn cứ Nghị định số 8/2030/NĐ-CP hướng dẫn thi hành Luật Bến bãi về phí;",
            "rule",
            [("Luật Bến bãi", NEW.number)],
        ),
        (
            "Căn cứ Luật Bến bãi số 109/2030/QH17;\nCăn cứ Nghị định số 8/2028/NĐ-CP ngày 12/5/2028 về phí bến;\nHướng dẫn Luật Bến bãi.",
            "rule",
            [("Luật Bến bãi", NEW.number)],
        ),
        ("Nghị định số 8/2028/NĐ-CP ngày 12/5/2028 hướng dẫn Luật Bến bãi hết hiệu lực.", "law", [("Luật Bến bãi", None)]),
    ],
)  # fmt: skip
def test_names(text: str, own: str, expected: list[tuple[str, str | None]]) -> None:
    assert links(text, own) == expected


@pytest.mark.parametrize(
    ("text", "linked"),
    [
        ("Theo Điều lệ Đảng.", True),
        ("Theo Điều lệ Đảng (sau đây gọi là Điều lệ).", True),
        ("Theo Điều lệ Đảng khóa XII.", True),
        ("Theo Điều lệ Đảng khoá II, đảng viên giữ bến.", False),
        ("Theo Điều lệ Đảng (khóa XI).", False),
        ("Góp ý vào dự thảo Điều lệ Đảng.", False),
    ],
)
def test_a_name_of_a_term_is_of_that_term(text: str, linked: bool) -> None:
    charter = replace(work("1-ĐL/TW", "dieu-le", "dai-hoi-dang", "2011-01-19", term="XII"), names=("Điều lệ Đảng",))
    passages = Passages.of(document(text, Header.of(type="Nghị định", number=RULE.number, date="2030-09-01")))
    (first, *_) = resolve(passages, find_citations(passages, REGISTER), RULE, (*WORKS, charter), REGISTER)
    assert isinstance(first.resolution, Resolved) == linked


@pytest.mark.parametrize(("number", "known"), [("3/2029/QH17", False), ("3/2030/QH17", True)])
def test_a_law_of_the_register_is_not_amended_before_it_was_made(number: str, known: bool) -> None:
    law = replace(NEW, names=("Luật Bến bãi",))
    passages = Passages.of(
        document(f"Căn cứ Luật sửa đổi, bổ sung một số điều của Luật Bến bãi số {number};", Header.of(date="2031-01-01"))
    )
    found = resolve(passages, find_citations(passages, REGISTER), None, (law,), REGISTER)
    (inner,) = [item for item in found if item.citation.kind == "named"]
    assert isinstance(inner.resolution, Resolved) is known


@pytest.mark.parametrize(
    ("rest", "wanted"),
    [
        ("Sửa Luật Đò ngang như sau: theo luật đò ngang.", "Luật Đò ngang"),
        ("Sửa Luật Đò\nngang như sau.", "Luật Đò ngang"),
        ("Sửa luật đò ngang như sau.", "Luật đò ngang"),
        ("Sửa Luật Đò ngangs như sau.", "LUẬT ĐÒ NGANG"),
        ("Sửa như sau.", "LUẬT ĐÒ NGANG"),
    ],
)
def test_a_name_in_capitals_is_wanted_as_the_text_writes_it_elsewhere(rest: str, wanted: str) -> None:
    text = f"SỬA ĐỔI, BỔ SUNG MỘT SỐ ĐIỀU CỦA\nLUẬT ĐÒ NGANG\n\n{rest}"
    passages = Passages.of(document(text, Header.of(type="Nghị định", number=RULE.number, date="2030-09-01")))
    first = resolve(passages, find_citations(passages, REGISTER), RULE, WORKS, REGISTER)[0]
    assert isinstance(first.resolution, Unknown)
    assert first.resolution.wanted == wanted


@pytest.mark.parametrize(
    ("text", "date", "expected"),
    [
        (
            "Thẻ đã cấp theo Luật Bến bãi số 4/2027/QH16 thì dùng tiếp.\nTheo Điều 5 Luật Bến bãi.",
            "2030-06-01",
            ("4/2027/QH16", "109/2030/QH17"),
        ),
        ("Thẻ đã cấp theo Luật Bến bãi số 4/2027/QH16 thì dùng tiếp.\nTheo Điều 5 Luật Bến bãi.", "2030-12-01", ("4/2027/QH16",)),
        ("Căn cứ Luật Bến bãi số 4/2027/QH16;\nTheo Điều 5 Luật Bến bãi.", "2030-06-01", ("4/2027/QH16",)),
    ],
)
def test_a_law_numbered_in_passing_gives_its_name_no_meaning_where_a_younger_one_bears_it(
    text: str, date: str, expected: tuple[str, ...]
) -> None:
    laws = (replace(OLD, subject="Bến bãi"), replace(NEW, subject="Bến bãi", dates=(replace(NEW.dates[0], date=date),)))
    far = f"Quy định phí bến\n{text}" if "Căn cứ" in text else f"Quy định phí bến\n{'Bến mở. ' * 700}\n{text}"
    header = Header.of(type="Nghị định", number=RULE.number, date="2030-09-01").put(Stated("subject", Excerpt("Phí bến", (Span(0, 16),))))
    passages = Passages.of(document(far, header))
    name = next(
        item for item in resolve(passages, find_citations(passages, REGISTER), RULE, laws, REGISTER) if item.citation.kind == "named"
    )
    numbers = {item.id: item.number for item in laws}
    assert isinstance(name.resolution, Ambiguous | Resolved)
    found = name.resolution.works if isinstance(name.resolution, Ambiguous) else (name.resolution.work,)
    assert sorted(numbers[work] or "" for work in found) == sorted(expected)


@pytest.mark.parametrize("before", ["Các xã theo luật đò ngang. ", "CÁC XÃ THEO LUẬT ĐÒ NGANG. "])
def test_a_name_in_usual_letters_is_wanted_as_it_stands(before: str) -> None:
    passages = Passages.of(document(f"{before}Thực hiện Luật Đò ngang.", Header.of(type="Nghị định", number=RULE.number)))
    last = resolve(passages, find_citations(passages, REGISTER), RULE, WORKS, REGISTER)[-1]
    assert isinstance(last.resolution, Unknown)
    assert last.resolution.wanted == "Luật Đò ngang"


def test_a_law_whose_number_several_works_bear_is_looked_for_by_its_name() -> None:
    one, other = (replace(NEW, id=f"{NEW.id}-{which}", dates=()) for which in "ab")
    named = replace(OTHER, names=("Luật Bến bãi",))
    passages = Passages.of(document("Căn cứ Luật Bến bãi số 109/2030/QH17;\nTheo Luật Bến bãi.", Header.of(date="2031-01-01")))
    *_, last = resolve(passages, find_citations(passages, REGISTER), None, (one, other, named), REGISTER)
    assert isinstance(last.resolution, Resolved)
    assert last.resolution.work == named.id
