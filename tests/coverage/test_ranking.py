"""What speaks for a passage and what against it: words, titles, kinds of work; names of bodies, the theme, a task that it fits better."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from build_tools.coverage.matrix import accepted
from build_tools.coverage.ranking import HIGHEST, LOWEST, Asked, Offered, Ranking, rank
from build_tools.coverage.weights import places_of, runs_of, words_of
from build_tools.coverage.work_kinds import kinds_in
from tests.timing import assert_linear

TASKS = {
    "phao": "Trang bị áo phao cho mọi bến đò ngang, có người kiểm tra.",
    "soat": "Tăng cường kiểm tra, giám sát việc chở khách ở các bến đò.",
    "tre": "Trồng tre chắn sóng dọc bờ sông.",
    "loa": "Đổi mới tuyên truyền về an toàn sông nước trên loa xã.",
}


def ranked(*passages: tuple[str, str], theme: str = "") -> Ranking:
    """The passages (title, text) called "0", "1", … under the tasks above."""
    asked = tuple(Asked(key, places_of(text), kinds_in(text), runs=runs_of(text)) for key, text in TASKS.items())
    offered = tuple(
        Offered(str(number), words_of(text), words_of(title), frozenset(kinds_in(text)), frozenset(kinds_in(title)), runs=runs_of(text))
        for number, (title, text) in enumerate(passages)
    )
    return rank(asked, offered, words_of(theme), runs_of(theme))


def proposed(found: Ranking) -> dict[str, list[str]]:
    return {key: [one.passage for one in accepted(found, key)] for key in found.scored}


FILLER: Sequence[tuple[str, str]] = tuple(("", f"Xã thứ {number} làm đường, dựng nhà văn hóa thôn số {number}.") for number in range(6))


@pytest.mark.parametrize(
    ("title", "text", "under"),
    [
        ("", "Huyện đã trang bị 1.204 áo phao cho 28 bến đò ngang.", ["phao"]),
        ("8. Kiểm tra, giám sát", "Đoàn của huyện đã xem việc chở khách ở bến đò.", ["soat"]),
        ("Trồng tre chắn sóng", "Đã trồng tre chắn sóng dọc bờ sông.", ["tre"]),
        # the same words apart, one word alone, another matter under the same kind of work
        ("", "Bến xe của huyện có áo mưa cho khách.", []),
        ("", "Bờ ruộng được dọn sạch.", []),
        ("", "Đoàn đã kiểm tra sổ sách của hợp tác xã.", []),
    ],
)
def test_a_passage_is_proposed_for_what_it_says(title: str, text: str, under: list[str]) -> None:
    found = proposed(ranked((title, text), *FILLER))
    assert [key for key, passages in found.items() if "0" in passages] == under


def test_a_kind_of_work_at_the_end_of_a_task_speaks_less_than_at_its_beginning() -> None:
    scored = ranked(("Kiểm tra, giám sát", "Đoàn của huyện đã đi xem."), *FILLER).scored
    fits = {key: one.fit for key in ("phao", "soat") for one in scored[key] if one.passage == "0"}
    assert fits["soat"] > fits["phao"] > 0


@pytest.mark.parametrize(
    ("asks", "opens", "answered"),
    [
        ({"№07-CT/TU"}, {"№07-CT/TU", "№12-KH/TU"}, True),
        ({"№07-CT/TU"}, {"№12-KH/TU"}, False),
        (set[str](), {"№07-CT/TU"}, False),
    ],
)
def test_the_opening_answers_the_task_that_asks_to_report_on_what_it_names(asks: set[str], opens: set[str], answered: bool) -> None:
    text, opening = "Định kỳ báo cáo kết quả về Tỉnh ủy.", "Huyện ủy báo cáo như sau."
    task = Asked("bao-cao", places_of(text), kinds_in(text), frozenset(asks))
    second = Asked("so-ket", places_of("Sơ kết hằng năm."), kinds_in("Sơ kết hằng năm."), frozenset(asks))
    found = rank((task, second), (Offered("0", words_of(opening), frozenset(), opens=frozenset(opens)),))
    assert [bool(accepted(found, key)) for key in ("bao-cao", "so-ket")] == [answered] * 2


def test_what_fits_two_tasks_is_worth_less_under_both() -> None:
    one = ranked(("", "Đã trang bị áo phao cho bến đò ngang."), *FILLER).scored["phao"][0]
    both = ranked(("", "Đã trang bị áo phao cho bến đò ngang, trồng tre chắn sóng dọc bờ sông."), *FILLER).scored["phao"][0]
    assert both.rival > one.rival
    assert both.score < one.score


def test_a_passage_that_says_little_else_is_worth_more_than_one_that_says_it_in_passing() -> None:
    short = "Đã trồng tre ở bãi bồi."
    long = "Đã trồng tre ở bãi bồi, làm cầu mới, sửa kè đá, mở lớp bơi, đắp nền chợ, đào giếng khoan, xây nhà kho."
    first, second = ranked(("", short), ("", long), *FILLER).scored["tre"]
    assert (first.passage, second.passage) == ("0", "1")
    assert first.alike > second.alike > 0


@pytest.mark.parametrize(
    ("text", "theme", "repeats"),
    [
        ("Xã nói sẽ trồng tre chắn sóng dọc bờ sông.", "", True),
        ("Xã trồng tre, chắn sóng, dọc bờ sông.", "", True),
        ("Xã trồng bờ tre dọc sông, chắn sóng.", "", False),
        ("Xã nói sẽ trồng tre chắn sóng dọc bờ sông.", "Về trồng tre chắn sóng dọc bờ sông", False),
    ],
)
def test_what_is_repeated_of_a_task_in_a_row_counts_but_not_what_the_subject_says(text: str, theme: str, repeats: bool) -> None:
    (found,) = [one for one in ranked(("", text), *FILLER, theme=theme).scored["tre"] if one.passage == "0"]
    assert (found.repeated > 0) is repeats


def test_no_run_goes_across_a_figure_or_a_name_of_a_body() -> None:
    assert runs_of("Xã trồng tre chắn sóng") == {"xã trồng tre chắn sóng"}
    assert not runs_of("Xã trồng 3 ha tre chắn sóng")
    assert not runs_of("Sở Bến bãi tỉnh Sông Mơ trồng tre chắn sóng")


def test_single_syllables_alone_propose_nothing() -> None:
    found = ranked(("", "Có áo, có phao, có bến, có đò, có ngang, có người, mọi trang."), *FILLER)
    (one,) = [one for one in found.scored["phao"] if one.passage == "0"]
    assert one.score > found.least
    assert not accepted(found, "phao")


@pytest.mark.parametrize(("passages", "least"), [(2, LOWEST), (60, 1.04), (2_000, HIGHEST)])
def test_the_more_is_compared_the_more_is_asked_of_a_proposal(passages: int, least: float) -> None:
    found = ranked(*[("", f"Xã thứ {number}.") for number in range(passages)])
    assert round(found.least, 2) == round(least, 2)


def test_the_parts_add_up() -> None:
    for scored in ranked(("Kiểm tra", "Đã trang bị áo phao, trồng tre."), *FILLER).scored.values():
        for one in scored:
            assert one.fit == one.said + one.titled + one.kind + one.alike + one.repeated + one.opening
            assert one.score <= one.fit


@pytest.mark.parametrize(
    ("text", "has", "has_not"),
    [
        ("Sở Bến bãi tỉnh Sông Mơ trồng tre", {"trồng tre"}, {"bến bãi", "sông mơ"}),
        ("Ủy ban nhân dân các xã trồng tre", {"trồng tre"}, {"nhân dân"}),
        ("bến bãi Sông Mơ trồng tre", {"bến bãi", "trồng tre"}, set()),
        ("việc của bến, bãi", {"bến", "bãi"}, {"bến bãi", "của bến"}),
    ],
)
def test_names_of_bodies_are_no_words(text: str, has: set[str], has_not: set[str]) -> None:
    found = words_of(text)
    assert has <= found
    assert not has_not & found


def test_what_the_subject_says_tells_little() -> None:
    plain = ranked(("", "Đã xem bến đò."), *FILLER)
    themed = ranked(("", "Đã xem bến đò."), *FILLER, theme="Về giữ bến đò an toàn")
    assert themed.known["bến đò"] < plain.known["bến đò"] / 5


def test_what_is_shared_is_told_in_whole_phrases() -> None:
    shared = ranked(("", "Xã đã trang bị áo phao ở bến đò ngang."), *FILLER).shared("phao", "0")
    words = [word for word, _ in shared]
    assert {"áo phao", "bến đò ngang"} <= set(words)
    assert not {"áo", "phao", "bến", "bến đò", "đò ngang"} & set(words)


@pytest.mark.slow
def test_a_name_without_end_takes_time_in_proportion() -> None:
    assert_linear(lambda size: lambda: words_of("Bộ " + "Bến A " * size + "đò1 "), 4_000)
