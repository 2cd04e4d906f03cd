"""Congresses and plenums: one document under all its written names, and no other. Everything is invented."""

from __future__ import annotations

import pytest

from build_tools.citations.meetings import congress_or_plenum


@pytest.mark.parametrize(
    "names",
    [
        (
            "nghị quyết trung ương 4 (khóa xii)",
            "nghị quyết hội nghị trung ương 4 khóa xii",
            "nghị quyết hội nghị lần thứ tư ban chấp hành trung ương khóa xii",
        ),
        ("nghị quyết đại hội xiii của đảng", "nghị quyết đại hội lần thứ xiii của đảng", "nghị quyết đại hội đảng toàn quốc lần thứ 13"),
        ("kết luận hội nghị trung ương 7 khóa xi", "kết luận trung ương 7 khóa xi"),
        ("văn kiện đại hội xiii của đảng", "văn kiện đại hội đảng lần thứ xiii"),
    ],
)
def test_one_document_under_its_names(names: tuple[str, ...]) -> None:
    keys = {congress_or_plenum(name) for name in names}
    assert len(keys) == 1
    assert None not in keys


def test_no_two_documents_share_a_key() -> None:
    names = (
        "nghị quyết trung ương 4 khóa xii",
        "nghị quyết trung ương 4 khóa xiii",
        "nghị quyết trung ương 5 khóa xii",
        "kết luận trung ương 4 khóa xii",
        "nghị quyết đại hội xii của đảng",
        "nghị quyết đại hội xiii của đảng",
        "văn kiện đại hội xiii của đảng",
    )
    assert len({congress_or_plenum(name) for name in names} - {None}) == len(names)


@pytest.mark.parametrize(
    "name",
    [
        "báo cáo đại hội xiii của đảng",
        "kế hoạch trung ương 4 khóa xii",
        "nghị quyết trung ương 4",
        "nghị quyết về bến đò",
        "nghị quyết đại hội huyện đá bạc lần thứ xx",
        "đại hội xiii của đảng",
    ],
)
def test_a_name_of_no_congress_and_no_plenum(name: str) -> None:
    assert congress_or_plenum(name) is None
