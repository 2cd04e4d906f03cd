"""Which report answers which task: pairs from the graph, proposals, stances, and what editors say of them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from build_tools.coverage import coverage_of, judged_faults
from build_tools.coverage.pairs import pairs_of
from build_tools.coverage.ranking import Asked, Offered, rank
from build_tools.model.coverage import Judged, JudgedPair
from build_tools.model.diagnostic import InputError
from build_tools.model.register import Register
from build_tools.register.coverage import load_coverage
from tests.coverage.pair import DIRECTIVE, REPORT, only_cells, site_of, stances
from tests.timing import assert_linear


def test_each_task_has_its_passage_and_the_gap_is_seen(tmp_path: Path, register: Register) -> None:
    cells = only_cells(site_of(tmp_path, register, DIRECTIVE, REPORT))
    assert stances(cells) == ["figures", "limits", "plan", "none"]
    assert [len(cell.answers) for cell in cells] == [1, 1, 1, 0]
    (answer,) = cells[0].answers
    assert answer.state == "proposed"
    assert answer.passage.text.startswith("Huyện đã trang bị 1.204")
    assert "áo phao" in " ".join(word for word, _ in answer.shared)


@pytest.mark.parametrize(
    ("task", "stance"),
    [
        ("Sáu tháng một lần báo cáo kết quả về Tỉnh ủy.", "done"),
        ("Báo cáo Tỉnh ủy xem xét việc mở thêm bến.", "none"),
    ],
)
def test_a_report_answers_the_task_that_asks_for_it_by_its_opening(tmp_path: Path, register: Register, task: str, stance: str) -> None:
    directive = DIRECTIVE.replace("4. Dựng biển báo lũ ở ngã ba sông.", f"4. {task}")
    cell = only_cells(site_of(tmp_path, register, directive, REPORT))[3]
    assert (cell.stance, [answer.passage.id for answer in cell.answers]) == (stance, ["mo-dau-p-1"] if stance == "done" else [])


@pytest.mark.parametrize(
    ("said", "answers"),
    [
        ("Đã dựng biển báo lũ.", True),
        ("Huyện đã dựng biển báo lũ ở mọi ngã ba sông trong quý II. Từng nơi như sau:", True),
        ("Các biển báo lũ ở những ngã ba sông như sau:", False),
        ("- Biển báo lũ", False),
    ],
)
def test_a_short_sentence_answers_and_a_line_that_only_announces_does_not(
    tmp_path: Path, register: Register, said: str, answers: bool
) -> None:
    report = REPORT.replace("Cán bộ huyện đã vận động bà con các thôn giữ gìn đường làng sạch đẹp trong dịp Tết.", said)
    assert bool(only_cells(site_of(tmp_path, register, DIRECTIVE, report))[3].answers) is answers


def test_a_report_that_only_mentions_a_directive_does_not_answer_it(tmp_path: Path, register: Register) -> None:
    mentions = REPORT.replace("sơ kết việc thực hiện Chỉ thị số 07-CT/TU ngày 05/3/2031 của Tỉnh ủy Sông Mơ", "về đời sống của bà con")
    mentions = mentions.replace("Thực hiện Chỉ thị số 07-CT/TU ngày 05/3/2031 của Tỉnh ủy Sông Mơ, ", "")
    mentions = mentions.replace("trong dịp Tết.", "trong dịp Tết, như Chỉ thị số 07-CT/TU ngày 05/3/2031 của Tỉnh ủy Sông Mơ đã nêu.")
    assert pairs_of(site_of(tmp_path, register, DIRECTIVE, mentions)) == ()


def test_a_directive_without_reports_has_no_matrix(tmp_path: Path, register: Register) -> None:
    assert tuple(coverage_of(site_of(tmp_path, register, DIRECTIVE))) == ()


def test_an_editor_confirms_changes_and_rejects(tmp_path: Path, register: Register) -> None:
    cells = only_cells(site_of(tmp_path, register, DIRECTIVE, REPORT))
    keys = [cell.key for cell in cells]
    passage = [cell.answers[0].passage.id for cell in cells[:3]]
    judged = (
        Judged(keys[0], "rejected", passage[0]),
        Judged(keys[1], "changed", passage[1], "done", note="đã đọc"),
        Judged(keys[2], "confirmed", passage[2]),
        Judged(keys[3], "confirmed"),
    )
    site = site_of(tmp_path, register, DIRECTIVE, REPORT, coverage=(JudgedPair("07-CT/TU", "12-BC/HU", judged),))
    assert judged_faults(site) == ()
    changed = only_cells(site)
    assert stances(changed) == ["none", "done", "plan", "none"]
    assert [[answer.state for answer in cell.answers] for cell in changed] == [[], ["changed"], ["confirmed"], []]
    assert [cell.confirmed for cell in changed] == [True] * 4


def test_the_same_sources_give_the_same_matrix(tmp_path: Path, register: Register) -> None:
    made = [tuple(coverage_of(site_of(tmp_path, register, *texts))) for texts in ((DIRECTIVE, REPORT), (REPORT, DIRECTIVE))]
    assert made[0] == made[1]


@pytest.mark.parametrize(
    ("judged", "codes"),
    [
        (Judged("muc-9", "confirmed", "i-p-1", line=4), ["coverage-task"]),
        (Judged("muc-1", "confirmed", "ix-p-1", line=4), ["coverage-passage"]),
        (Judged("muc-1", "confirmed", "i-p-2", begins="Xã Bến Lau", line=4), ["coverage-moved"]),
        (Judged("muc-1", "confirmed", "i-p-2", begins="HUYỆN đã  trang bị", line=4), []),
        (Judged("muc-1", "confirmed", line=4), []),
    ],
)
def test_a_row_that_means_nothing_is_one_finding(tmp_path: Path, register: Register, judged: Judged, codes: list[str]) -> None:
    pair = JudgedPair("07-CT/TU", "12-BC/HU", (judged,), path="data/coverage/a.yaml", line=2)
    found = judged_faults(site_of(tmp_path, register, DIRECTIVE, REPORT, coverage=(pair,)))
    assert [(item.code, item.path, item.line) for item in found] == [(code, "data/coverage/a.yaml", 4) for code in codes]


def test_an_unknown_document_and_a_pair_twice_are_told(tmp_path: Path, register: Register) -> None:
    pairs = tuple(JudgedPair(one, "12-BC/HU", line=line) for line, one in enumerate(("07-CT/TU", "70-CT/TU", "07-CT/TU"), 1))
    found = judged_faults(site_of(tmp_path, register, DIRECTIVE, REPORT, coverage=pairs))
    assert [(item.code, item.line) for item in found] == [("coverage-document", 2), ("coverage-twice", 3)]
    assert "07-CT/TU" in found[0].message


def test_a_file_is_read_with_its_lines_and_its_faults(tmp_path: Path) -> None:
    folder = tmp_path / "coverage"
    folder.mkdir()
    (folder / "a.yaml").write_text(
        "- directive: 07-CT/TU\n  report: 12-BC/HU\n  cells:\n    - {task: muc-1, verdict: rejected, passage: i-p-2}\n", encoding="utf-8"
    )
    (pair,) = load_coverage(tmp_path)
    assert (pair.line, pair.judged) == (1, (Judged("muc-1", "rejected", "i-p-2", line=4),))
    (folder / "b.yaml").write_text("- {directive: 07-CT/TU, report: 12-BC/HU, cells: [{task: muc-1, verdict: maybe}]}\n", encoding="utf-8")
    with pytest.raises(InputError) as error:
        load_coverage(tmp_path)
    assert [item.line for item in error.value.diagnostics] == [1]
    assert load_coverage(tmp_path / "absent") == ()


@pytest.mark.slow
def test_ranking_takes_time_in_proportion_to_the_report() -> None:
    asked = tuple(Asked(f"muc-{at}", {f"từ {at}": 0, f"bến {at % 13}": 1}, {f"loại {at % 5}": 0}) for at in range(60))

    def work(size: int) -> Callable[[], object]:
        offered = tuple(
            Offered(f"p-{at}", frozenset({f"từ {at % 97}", f"bến {at % 13}", f"riêng {at}"}), frozenset(), frozenset({f"loại {at % 7}"}))
            for at in range(size)
        )
        return lambda: rank(asked, offered)

    assert_linear(work, 4_000)


def test_what_is_said_of_a_passage_that_moved_is_not_said_of_another(tmp_path: Path, register: Register) -> None:
    (answer,) = only_cells(site_of(tmp_path, register, DIRECTIVE, REPORT))[0].answers
    for begins, state in (("Huyện đã trang bị", "confirmed"), ("Xã Bến Lau", "proposed")):
        judged = (Judged("muc-1", "confirmed", answer.passage.id, begins=begins),)
        cells = only_cells(site_of(tmp_path, register, DIRECTIVE, REPORT, coverage=(JudgedPair("07-CT/TU", "12-BC/HU", judged),)))
        assert [one.state for one in cells[0].answers] == [state]
