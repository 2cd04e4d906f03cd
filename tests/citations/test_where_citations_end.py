"""Where each part of a citation begins and ends: the last word that belongs to it beside the first that does not."""

from __future__ import annotations

import pytest

from build_tools.citations.pinpoints import pinpoint_after, pinpoint_before
from build_tools.model.citation import Pinpoint
from build_tools.model.header import Header
from build_tools.model.register import DateClaim, Register, Work
from tests.citations.citation_helpers import found

PLACES = [
    ("điểm b khoản 2 điều 5 ", {"article": "5", "clause": "2", "point": "b"}), ("điểm đ khoản 2 ", {"clause": "2", "point": "đ"}),
    ("điểm a1 khoản 2a điều 5b ", {"article": "5b", "clause": "2a", "point": "a1"}), ("tiết a điểm 2 ", None),
    ("điều 5 của ", {"article": "5"}),
    ("điều 5 tại ", {"article": "5"}), ("điều 5 thuộc ", {"article": "5"}), ("điều 5 ban hành kèm theo ", {"article": "5"}),
    ("điều 5, ", {"article": "5"}),
    ("điều 5 theo ", None), ("điều 5 và ", None), ("điều 5 các ", {"article": "5"}), ("điều 1234 ", None),
    ("khoản 1, 2 và 3 ", {"clause": "1, 2, 3"}),
    ("khoản 1 hoặc 2 ", {"clause": "1, 2"}), ("các điều 5, 6 ", {"article": "5, 6"}), ("khoản 1, khoản 1 ", {"clause": "1"}),
    ("điều 5 và điều 6 ", {"article": "5, 6"}), ("khoản 1 điều 5 và khoản 2 điều 6 ", {"article": "6", "clause": "2"}),
    ("khoản 1 và khoản 2 điều 6 ", {"article": "6", "clause": "1, 2"}), ("điều 5, khoản 2 điều 6 ", {"article": "6", "clause": "2"}),
    ("mục 2 chương iii ", {"section": "2", "chapter": "III"}), ("mục ii phần b ", {"section": "II", "part": "B"}),
    ("phần 2 ", {"part": "2"}),
    ("phụ lục số 3 ", {"appendix": "3"}), ("phụ lục ii.4 ", {"appendix": "II.4"}), ("phụ lục a ", {"appendix": "A"}),
    ("phụ lục 3-1 ", {"appendix": "3-1"}),
    ("mục 2 phụ lục i ", {"section": "2", "appendix": "I"}), ("điều năm ", None), ("điểm b) khoản 2 ", {"clause": "2", "point": "b"}),
    ("khoản 2 của điều 5 ", {"article": "5", "clause": "2"}), ("khoản 2 tại điều 5 ", {"article": "5", "clause": "2"}),
    ("khoản 2; điều 5 ", {"article": "5", "clause": "2"}),
    ("khoản 2 theo điều 5 ", {"article": "5"}), ("chương 3 ", {"chapter": "3"}),
    ("chương iii, mục 2 ", {"section": "2", "chapter": "III"}), ("", None),
    ("các ", None),
    ("điều 5" + " của" * 60 + " ", None),
]  # fmt: skip


@pytest.mark.parametrize(("words", "place"), PLACES)
def test_the_provision_before_a_citation(words: str, place: dict[str, str] | None) -> None:
    assert pinpoint_before(words, len(words)) == (Pinpoint(**place) if place else None)


AFTER = [
    (" (điều 5)", {"article": "5"}), ("(điều 5, khoản 2)", {"article": "5", "clause": "2"}),
    (" (khoản 2 điều 5)", {"article": "5", "clause": "2"}),
    (" (tại điều 5)", {"article": "5"}), (" (thuộc điều 5)", {"article": "5"}), (", điều 5", None), (" điều 5", None),
    (" (điều 5; và khác)", {"article": "5"}),
    (" (điều 5 và khác)", {"article": "5"}), (" (điều 5.2)", None), (" (xem điều 5)", None),
    (" (mục 2, chương iii)", {"section": "2", "chapter": "III"}),
    (" (chương iii, mục 2)", {"section": "2", "chapter": "III"}), ("", None),
]  # fmt: skip


@pytest.mark.parametrize(("words", "place"), AFTER)
def test_the_provision_in_brackets_after_a_citation(words: str, place: dict[str, str] | None) -> None:
    assert pinpoint_after(words, 0) == (Pinpoint(**place) if place else None)


LAWS = [
    # text, the names that are cited
    ("theo Luật Bến bãi.", ["Luật Bến bãi"]), ("theo Luật Bến bãi và Luật Đò ngang", ["Luật Bến bãi", "Luật Đò ngang"]),
    ("theo Luật Bến bãi và Đò ngang quy định", ["Luật Bến bãi và Đò ngang"]), ("theo Luật Bến bãi và các luật", ["Luật Bến bãi"]),
    ("theo Luật Bến bãi, Đò ngang", ["Luật Bến bãi"]), ("theo Luật Bến bãi năm 2030", ["Luật Bến bãi năm 2030"]),
    ("theo Luật Bến bãi 2030", ["Luật Bến bãi 2030"]), ("theo Luật Bến bãi 2030-2035", ["Luật Bến bãi"]),
    ("theo Luật Bến bãi 20301 và", ["Luật Bến bãi 2030"]),

    ("theo Luật Bến bãi, ngày 5 tháng 6 năm 2030", ["Luật Bến bãi, ngày 5 tháng 6 năm 2030"]),
    ("theo Luật Bến bãi ngày 5/6/2030 về", ["Luật Bến bãi ngày 5/6/2030"]), ("theo luật Bến bãi", []),
    ("theo Luật 5", []),
    ("theo Luật này", []), ("theo Luật.", []), ("theo LUẬT BẾN BÃI VÀ ĐÒ NGANG", ["LUẬT BẾN BÃI"]),
    ("theo Luật Bến bãi được sửa", ["Luật Bến bãi"]),
    ("theo Luật " + "Bến bãi đò " * 6 + "xa", ["Luật " + ("Bến bãi đò " * 4).strip()]), ("theo Bộ luật Bến bãi", ["Bộ luật Bến bãi"]),
    ("theo Pháp lệnh Bến bãi;", ["Pháp lệnh Bến bãi"]),
    ("Luật sửa đổi Luật Bến bãi", ["Luật sửa đổi Luật Bến bãi", "Luật Bến bãi"]),
    ("Luật sửa đổi, bổ sung một số điều của Luật Bến bãi, Luật Đò và Luật Cá",
     ["Luật sửa đổi, bổ sung một số điều của Luật Bến bãi, Luật Đò và Luật Cá", "Luật Bến bãi", "Luật Đò", "Luật Cá"]),
    ("Luật sửa đổi, bổ sung Điều 5 của Luật Bến bãi", ["Luật sửa đổi, bổ sung Điều 5 của Luật Bến bãi", "Luật Bến bãi"]),
    ("Luật sửa đổi, bổ sung một số điều của các luật về bến bãi.", ["Luật sửa đổi, bổ sung một số điều của các luật về bến bãi"]),
    ("Luật sửa đổi, bổ sung một số điều của 11 luật;", ["Luật sửa đổi, bổ sung một số điều của 11 luật"]),
    ("Luật sửa đổi việc khác", []), ("Luật sửa đổi Luật này", []),
    ("Hiến pháp năm 2013 và", ["Hiến pháp năm 2013"]), ("Hiến pháp và pháp luật", []), ("Hiến pháp, pháp luật", []),
    ("Hiến pháp và luật", []),
    ("Hiến pháp và các luật", []), ("theo hiến pháp", []), ("Hiến pháp, luật tố tụng", ["Hiến pháp"]), ("theo Hiến pháp.", ["Hiến pháp"]),
    ("Hiệp định Bến bãi giữa Sông Mơ và Đá Bạc.", ["Hiệp định Bến bãi giữa Sông Mơ và Đá Bạc"]), ("Hiệp định giữa hai bên", []),
    ("Hiệp định giữa những nước", []), ("Hiệp định bến.", []), ("Hiệp định về bến bãi", []), ("Hiệp định Bến ….", []),
    ("Hiệp định ___ Bến", []),
    ("Hiệp định Bến, sau đó", ["Hiệp định Bến"]),
    ("Góp ý dự thảo Thông tư sửa đổi, bổ sung một số điều của Luật Bến đò",
     ["Thông tư sửa đổi, bổ sung một số điều của Luật Bến đò", "Luật Bến đò"]),
    ("Góp ý dự thảo\nThông tư sửa đổi, bổ sung một số điều của Luật Bến đò",
     ["Thông tư sửa đổi, bổ sung một số điều của Luật Bến đò", "Luật Bến đò"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "names"), LAWS)
def test_names_of_laws_and_treaties(text: str, names: list[str]) -> None:
    citations, quotes = found(text)
    assert [quote for citation, quote in zip(citations, quotes, strict=True) if citation.kind == "named"] == names


QUOTED = [
    ("Nghị quyết số 57-NQ/TU. Theo Nghị quyết 57, các xã", [("Nghị quyết 57", "57-NQ/TU")]),
    ("Nghị quyết số 57-NQ/TU. Theo Nghị quyết số 57", [("Nghị quyết số 57", "57-NQ/TU")]),
    ("Nghị quyết số 57-NQ/TU. Theo Nghị quyết 057", [("Nghị quyết 057", "57-NQ/TU")]),
    ("Nghị quyết số 57-NQ/TU. Theo Chỉ thị 57", [("Chỉ thị 57", None)]),
    ("Nghị quyết số 57-NQ/TU. Theo Nghị quyết 58", [("Nghị quyết 58", None)]), ("Theo Nghị quyết 1999", []), ("Theo Nghị quyết 2031", []),
    ("Theo Nghị quyết 1899", [("Nghị quyết 1899", None)]), ("Theo Nghị quyết 57%", []), ("Theo Nghị quyết 57.5", []),
    ("Theo Nghị quyết 5 điểm", []),
    ("Theo nghị quyết 57", []), ("Theo Nghị quyết 57 / TU", []),
    ("Theo Nghị quyết 5, các xã", [("Nghị quyết 5", "5-NQ/TU")]),
    ("Quyết định số 9-QĐ/TU. Theo Đề án 9", [("Đề án 9", "9-QĐ/TU")]),
    ("Quyết định số 9-QĐ/TU. Theo Chương trình 9", [("Chương trình 9", "9-QĐ/TU")]),
    ("Quyết định số 9-QĐ/TU. Theo Kế hoạch 9", [("Kế hoạch 9", None)]),
    ("Nghị quyết số 57-NQ/TU ngày 1/2/2030, Nghị quyết số 57-NQ/HU ngày 1/3/2030. Theo Nghị quyết 57", [("Nghị quyết 57", "57-NQ/TU")]),
    ("Theo Nghị quyết số 005", [("Nghị quyết số 005", "5-NQ/TU")]), ("Theo Kết luận 5", [("Kết luận 5", None)]), ("Theo Báo cáo 5", []),
    # names that the text gives
    ("Nghị quyết số 3-NQ/TU (sau đây gọi là Nghị quyết đò). Nghị quyết đò", [("Nghị quyết đò", "3-NQ/TU")] * 2),
    ("Nghị quyết số 3-NQ/TU (sau đây gọi tắt là: “Nghị quyết đò”). Nghị quyết đò", [("Nghị quyết đò", "3-NQ/TU")] * 2),
    ("Nghị quyết số 3-NQ/TU (viết tắt là Nghị quyết đò); theo Nghị quyết đò", [("Nghị quyết đò", "3-NQ/TU")] * 2),
    ("Nghị quyết số 3-NQ/TU (gọi chung là Nghị quyết đò và bến). Nghị quyết đò", [("Nghị quyết đò", "3-NQ/TU")] * 2),
    ("Nghị quyết số 3-NQ/TU (gọi là nghị quyết đò). nghị quyết đò", []), ("Nghị quyết số 3-NQ/TU (gọi là bến đò). Bến đò", []),
    ("Nghị quyết số 3-NQ/TU (gọi là Nghị quyết đò). Nghị quyết đòn", [("Nghị quyết đò", "3-NQ/TU")]),
    ("Nghị quyết số 3-NQ/TU.\n(sau đây gọi là Nghị quyết đò). Nghị quyết đò", []),
    ("Nghị quyết số 3-NQ/TU (gọi là Văn bản đò). Văn bản đò", [("Văn bản đò", "3-NQ/TU")] * 2),
    ("Nghị quyết đò. Nghị quyết số 3-NQ/TU (gọi là Nghị quyết đò)", [("Nghị quyết đò", "3-NQ/TU")]),
    ("Nghị quyết số 3-NQ/TU, Chỉ thị số 4-CT/TU (gọi là Nghị quyết đò)", [("Nghị quyết đò", "3-NQ/TU")]),
    # topics
    ("Chuyên đề toàn khóa “Bến”. Chuyên đề toàn khóa", [("Chuyên đề toàn khóa", "Chuyên đề toàn khóa “Bến”")]),
    ("Chuyên đề toàn khóa về “Bến”. Chuyên đề toàn khóa", [("Chuyên đề toàn khóa", "Chuyên đề toàn khóa về “Bến”")]),
    ("Chuyên đề toàn khóa về bến", [("Chuyên đề toàn khóa", "Chuyên đề toàn khóa")]), ("Chuyên đề bến", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "short"), QUOTED)
def test_short_names_and_what_they_stand_for(text: str, short: list[tuple[str, str | None]]) -> None:
    citations, quotes = found(text, Header.of(type="Nghị quyết", number="5-NQ/TU"))
    assert [(quote, citation.target) for citation, quote in zip(citations, quotes, strict=True) if citation.kind == "short"] == short


def test_a_short_name_that_the_register_gives_to_one_numbered_work() -> None:
    works = (
        Work("a", "nghi-quyet", "57-NQ/TW", None, None, "A", names=("Nghị quyết 57",)),
        Work("b", "nghi-quyet", "8-NQ/TW", None, None, "B", names=("Nghị quyết 8",)),
        Work("c", "nghi-quyet", "8-NQ/TU", None, None, "C", names=("Nghị quyết 8",)),
        Work("d", "nghi-quyet", None, None, None, "D", names=("Nghị quyết 9",)),
        Work("e", "nghi-quyet", "6-NQ/TW", None, None, "E", dates=(DateClaim("2030-06-05"),), names=("Nghị quyết 6",)),
    )
    for text, target in (
        ("Nghị quyết 57", "57-NQ/TW"),
        ("Nghị quyết 8", None),
        ("Nghị quyết 9", None),
        ("Nghị quyết 57 ngày 5/6/2030", "57-NQ/TW"),
        ("Nghị quyết 6", "6-NQ/TW"),
        ("Nghị quyết 6 ngày 5/6/2030", "6-NQ/TW"),
        ("Nghị quyết 6 ngày 6/6/2030", None),
    ):
        citations, _ = found(f"Theo {text}, các xã", register=Register(works=works))
        assert [(item.kind, item.target) for item in citations] == [("short", target)]


NUMBERED = [
    # text, (quote, type, number, date) of each numbered citation
    ("Quyết định số 9-QĐ/TU ngày 5/6/2030", [("Quyết định số 9-QĐ/TU ngày 5/6/2030", "Quyết định", "9-QĐ/TU", "2030-06-05")]),
    ("Quyết định số 9-QĐ/TU, ngày 5 tháng 6 năm 2030", [("Quyết định số 9-QĐ/TU, ngày 5 tháng 6 năm 2030", "Quyết định", "9-QĐ/TU",
    "2030-06-05")]),
    ("Quyết định 9-QĐ/TU", [("Quyết định 9-QĐ/TU", "Quyết định", "9-QĐ/TU", None)]),
    ("Quyết định số: 9-QĐ/TU", [("Quyết định số: 9-QĐ/TU", "Quyết định", "9-QĐ/TU", None)]),
    ("các Quyết định số 9-QĐ/TU và số 8-QĐ/TU", [("Quyết định số 9-QĐ/TU", "Quyết định", "9-QĐ/TU", None),
    ("8-QĐ/TU", "Quyết định", "8-QĐ/TU", None)]),
    ("mẫu số 9-QĐ/TU", []), ("TCVN 9-QĐ/TU", []), ("phụ lục số 9-QĐ/TU", []), ("thửa 9-QĐ/TU", []), ("tờ bản đồ số 9-QĐ/TU", []),
    ("công báo số 9-QĐ/TU", []),
    ("Báo cáo thẩm tra số 9-BC/TU", [("Báo cáo thẩm tra số 9-BC/TU", "Báo cáo", "9-BC/TU", None)]),
    ("Báo cáo về việc giữ bến đò của các xã số 9-BC/TU", [("Báo cáo về việc giữ bến đò của các xã số 9-BC/TU", "Báo cáo",
    "9-BC/TU", None)]),
    ("Quyết định: số 9-QĐ/TU", [("9-QĐ/TU", "Quyết định", "9-QĐ/TU", None)]),
    ("Luật Bến bãi số 9/2030/QH16", [("Luật Bến bãi số 9/2030/QH16", "Luật", "9/2030/QH16", None)]),
    ("NĐ số 9/2030/NĐ-CP", [("NĐ số 9/2030/NĐ-CP", "Nghị định", "9/2030/NĐ-CP", None)]),
    ("QĐ 9/QĐ-UBND", [("QĐ 9/QĐ-UBND", "Quyết định", "9/QĐ-UBND", None)]),
    ("tại 9/2030/NĐ-CP", [("9/2030/NĐ-CP", "Nghị định", "9/2030/NĐ-CP", None)]), ("tại 9-QĐ/TU", [("9-QĐ/TU", None, "9-QĐ/TU", None)]),
    ("Số: 9-QĐ/TU", []), ("Số: 9-QĐ/TU của", [("9-QĐ/TU", None, "9-QĐ/TU", None)]), ("| Số: 9-QĐ/TU", []),
    ("Số: 9-QĐ/TU   Sông Mơ, ngày 5 tháng 6 năm 2030", []),
    ("Quyết định số 9-QĐ/TU của Tỉnh ủy Sông Mơ ban hành ngày 5/6/2030", [("Quyết định số 9-QĐ/TU", "Quyết định", "9-QĐ/TU",
    "2030-06-05")]),
    ("Quyết định số 9-QĐ/TU (ngày 5/6/2030)", [("Quyết định số 9-QĐ/TU", "Quyết định", "9-QĐ/TU", "2030-06-05")]),
    ("Quyết định số 9-QĐ/TU được ký ngày 5/6/2030", [("Quyết định số 9-QĐ/TU", "Quyết định", "9-QĐ/TU", "2030-06-05")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "numbered"), NUMBERED)
def test_numbered_citations(text: str, numbered: list[tuple[str, str | None, str, str | None]]) -> None:
    citations, quotes = found(text)
    assert [(quote, c.type, c.number, c.date) for c, quote in zip(citations, quotes, strict=True) if c.kind == "numbered"] == numbered
