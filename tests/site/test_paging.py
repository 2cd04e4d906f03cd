import pytest

from build_tools.views.paging import part_path, parts


@pytest.mark.parametrize(
    ("count", "sizes"), [(0, [0]), (1, [1]), (10, [10]), (11, [11]), (13, [10, 3]), (20, [10, 10]), (21, [10, 11]), (35, [10, 10, 10, 5])]
)
def test_parts_keep_order_and_have_no_small_rest(count: int, sizes: list[int]) -> None:
    found = parts("nam/2021/index.md", range(count), 10, lambda _: 1)
    assert [len(items) for _, items in found] == sizes
    assert [item for _, items in found for item in items] == list(range(count))
    assert all(len(part.pages) == (len(sizes) if len(sizes) > 1 else 0) for part, _ in found)


def test_heavy_items_count_for_more() -> None:
    assert [items for _, items in parts("x/index.md", [4, 4, 4, 9, 1, 5], 10, lambda item: item)] == [(4, 4), (4,), (9, 1), (5,)]


def test_the_first_part_is_the_lists_own_page() -> None:
    assert part_path("nam/2021/index.md", 1) == "nam/2021/index.md"
    assert part_path("nam/2021/index.md", 3) == "nam/2021/phan-3/index.md"
