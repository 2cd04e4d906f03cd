"""Lists of documents that have expired: what is told of each, in tables, in text without columns, and where nothing is to be told."""

from __future__ import annotations

import pytest

from tests.resolve.registers import references, work

OWN = work("77/QĐ-BKT", "quyet-dinh", None, "2032-04-07")
A, B, C = "Thông tư số 11/2030/TT-BKT", "Thông tư số 12/2030/TT-BKT", "Nghị định số 9/2031/NĐ-CP"
BY = f"Được thay thế bởi {C} ngày 15/6/2031"
HEAD = "STT Văn bản hết hiệu lực Lý do hết hiệu lực Ngày hết hiệu lực"


def told(text: str) -> list[tuple[str, str, str | None, str]]:
    """Number, how much, since when, reason of each listed document."""
    return [
        (item.citation.number or "", item.scope.kind, item.scope.start, item.scope.words)
        for item in references(text, OWN, "2032-04-07", "Quyết định")
        if item.scope is not None and item.scope.kind in ("expired", "partly")
    ]


ONE = ("11/2030/TT-BKT", "expired", "2031-07-30", BY)
TWO = ("12/2030/TT-BKT", "expired", "2031-08-01", f"Bị bãi bỏ tại {C}")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (f"A. VĂN BẢN HẾT HIỆU LỰC TOÀN BỘ\n{HEAD}\n1 {A} ngày 01/3/2030 về máy đo {BY} 30/7/2031", [ONE]),
        (
            f"A. VĂN BẢN HẾT HIỆU LỰC TOÀN BỘ\n{HEAD} 1 {A} về đo {BY} của Chính phủ 30/7/2031 2 {B} Bị bãi bỏ tại {C} về bến 01/8/2031",
            [ONE, TWO],
        ),
        (f"Danh mục văn bản hết hiệu lực toàn bộ\n1. {A} về máy đo. {BY}.\n2. {B}.", [(*ONE[:2], None, BY), (*TWO[:2], None, "")]),
        (f"Danh mục văn bản hết hiệu lực toàn bộ:\n- {A};\n- {B}.", [(*ONE[:2], None, ""), (*TWO[:2], None, "")]),
        (f"STT\tVăn bản\tLý do hết hiệu lực\tNgày hết hiệu lực\n1\t{A} về máy đo\t{BY}\t30/7/2031", [ONE]),
        (
            f"STT\tVăn bản hết hiệu lực một phần\tNội dung\tLý do hết hiệu lực\tNgày\n1\t{A}\tĐiều 5\t{C} bãi bỏ Điều 5\t30/7/2031",
            [("11/2030/TT-BKT", "partly", "2031-07-30", f"{C} bãi bỏ Điều 5")],
        ),
        # the title of what is listed may end with a verb: it is told all the same
        (
            f"STT\tVăn bản\tLý do hết hiệu lực\tNgày\n1\t{A} hết hiệu lực kể từ ngày Thông tư này có hiệu lực.\t{BY}\t30/7/2031",
            [ONE],
        ),
        (
            f"I. VĂN BẢN HẾT HIỆU LỰC TOÀN BỘ\n1. {A} {BY}\nII. VĂN BẢN HẾT HIỆU LỰC MỘT PHẦN\n1. {B} {BY}",
            [(*ONE[:2], None, BY), ("12/2030/TT-BKT", "partly", None, BY)],
        ),
        # what a listed document is about is no row, and what its reason cites is none
        (f"A. VĂN BẢN HẾT HIỆU LỰC TOÀN BỘ\n1. {A} hướng dẫn {B} về máy đo {BY} 30/7/2031", [ONE]),
        # no list, a list of what stays, of what is only proposed, and what comes after the list
        (f"A. VĂN BẢN CÒN HIỆU LỰC\n1. {A} ngày 01/3/2030 30/7/2031", []),
        (f"Danh mục văn bản đề nghị công bố hết hiệu lực\n1. {A} {BY} 30/7/2031", []),
        (f"Danh mục văn bản cần rà soát để hết hiệu lực\n1. {A}.", []),
        (f"Danh mục văn bản hết hiệu lực toàn bộ\n1. {A}.\nĐiều 2. Thi hành\n1. {B} được áp dụng.", [(*ONE[:2], None, "")]),
        (f"Điều 1. Thi hành\n1. {A} hết hiệu lực từ ngày Quyết định này có hiệu lực.", []),
        (f"Các văn bản dưới đây vẫn dùng:\n1. {A} {BY}.", []),
    ],
)
def test_listed_documents_are_told(text: str, found: list[tuple[str, str, str | None, str]]) -> None:
    assert told(text) == found


def test_what_the_list_tells_is_no_relation() -> None:
    text = f"A. VĂN BẢN HẾT HIỆU LỰC TOÀN BỘ\n{HEAD}\n1 {A} ngày 01/3/2030 {BY} 30/7/2031"
    assert {item.predicate for item in references(text, OWN, "2032-04-07", "Quyết định")} == {"cites"}
