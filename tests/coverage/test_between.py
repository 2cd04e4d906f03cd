"""Two reports on one directive: the tasks that only one of them answers, on the page that sets the two beside each other."""

from __future__ import annotations

from pathlib import Path

from build_tools.model.register import Register
from build_tools.render import render
from build_tools.views.beside import beside
from build_tools.views.comparison import comparison_page
from build_tools.views.lookup import Lookup
from tests.coverage.pair import DIRECTIVE, REPORT, site_of

LATER = (
    REPORT.replace("Số 12-BC/HU", "Số 34-BC/HU")
    .replace("ngày 10 tháng 12 năm 2031", "ngày 11 tháng 12 năm 2032")
    .replace(
        "Cán bộ huyện đã vận động bà con các thôn giữ gìn đường làng sạch đẹp trong dịp Tết.",
        "Huyện đã dựng biển báo lũ ở các ngã ba sông.",
    )
    .replace("Sang năm huyện trồng tre chắn sóng dọc bờ sông ở những đoạn hay sạt lở.", "Sang năm huyện mở thêm lớp học bơi cho trẻ em.")
)


def test_what_only_one_report_answers_is_told(tmp_path: Path, register: Register) -> None:
    lookup = Lookup(site_of(tmp_path, register, DIRECTIVE, REPORT, LATER))
    first, second = sorted((work for work in lookup.documents if "bc_hu" in work), key=lambda work: lookup.works[work].number or "")
    page = comparison_page(lookup.documents[first], lookup.documents[second], lookup)
    ((directive, moves),) = page.tasks
    assert "07-CT/TU" in directive.text
    assert [(move.gained, move.before, move.after) for move in moves] == [
        (False, "kế hoạch", "chưa thấy nêu"),
        (True, "chưa thấy nêu", "đã làm, không số liệu"),
    ]
    assert "Báo cáo sau nêu thêm: Dựng biển báo lũ" in render(page).text


def test_a_report_is_set_beside_what_it_carries_out_not_beside_what_it_mentions(tmp_path: Path, register: Register) -> None:
    whys = beside(Lookup(site_of(tmp_path, register, DIRECTIVE, REPORT, LATER)))
    assert sorted(whys.values()) == ["directives", "directives", "reports"]
    mentions = REPORT.replace("sơ kết việc thực hiện Chỉ thị số 07-CT/TU ngày 05/3/2031 của Tỉnh ủy Sông Mơ", "về đời sống của bà con")
    mentions = mentions.replace("Thực hiện Chỉ thị số 07-CT/TU ngày 05/3/2031 của Tỉnh ủy Sông Mơ, ", "")
    mentions = mentions.replace("trong dịp Tết.", "trong dịp Tết, căn cứ Chỉ thị số 07-CT/TU ngày 05/3/2031 của Tỉnh ủy Sông Mơ.")
    assert beside(Lookup(site_of(tmp_path, register, DIRECTIVE, mentions))) == {}
