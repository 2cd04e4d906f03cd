"""A directive and reports of invented places, as a site."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from build_tools.coverage import Cell, coverage_of
from build_tools.graph import build_site
from build_tools.model.coverage import JudgedPair
from build_tools.model.metadata import SourceFile
from build_tools.model.register import Register
from build_tools.model.site import Site

DIRECTIVE = """TỈNH ỦY SÔNG MƠ

Số 07-CT/TU

Sông Mơ, ngày 05 tháng 3 năm 2031

CHỈ THỊ

về giữ bến đò an toàn

Ban Thường vụ Tỉnh ủy yêu cầu các cấp ủy thực hiện tốt các nhiệm vụ sau:

1. Trang bị áo phao và phao cứu sinh cho mọi bến đò ngang.

2. Tập huấn người lái đò về cứu đuối nước.

3. Trồng tre chắn sóng dọc bờ sông.

4. Dựng biển báo lũ ở ngã ba sông.

T/M BAN THƯỜNG VỤ

Lê Văn Mơ
"""
REPORT = """HUYỆN ỦY ĐÁ BẠC

Số 12-BC/HU

Đá Bạc, ngày 10 tháng 12 năm 2031

BÁO CÁO

sơ kết việc thực hiện Chỉ thị số 07-CT/TU ngày 05/3/2031 của Tỉnh ủy Sông Mơ

Thực hiện Chỉ thị số 07-CT/TU ngày 05/3/2031 của Tỉnh ủy Sông Mơ, Huyện ủy Đá Bạc báo cáo kết quả như sau:

I. KẾT QUẢ

Huyện đã trang bị 1.204 áo phao và phao cứu sinh cho 28 bến đò ngang trên sông.

Cán bộ huyện đã vận động bà con các thôn giữ gìn đường làng sạch đẹp trong dịp Tết.

II. HẠN CHẾ

Việc tập huấn người lái đò về cứu đuối nước ở vài xã còn hình thức, lớp mở muộn.

III. PHƯƠNG HƯỚNG

Sang năm huyện trồng tre chắn sóng dọc bờ sông ở những đoạn hay sạt lở.

T/M BAN THƯỜNG VỤ

Trần Thị Đò
"""


def site_of(folder: Path, register: Register, *texts: str, coverage: tuple[JudgedPair, ...] = ()) -> Site:
    """The texts as documents of a site."""
    sources = []
    for number, text in enumerate(texts):
        path = folder / f"van-ban-{number}.md"
        path.write_text(text, encoding="utf-8")
        sources.append(SourceFile(path.stem, str(path)))
    return replace(build_site(register, sources, jobs=1), coverage=coverage)


def only_cells(site: Site) -> tuple[Cell, ...]:
    """The cells of the one pair of a site."""
    (coverage,) = coverage_of(site)
    (pairing,) = coverage.pairings
    return pairing.cells


def stances(cells: Iterable[Cell]) -> list[str]:
    """The stance of each task."""
    return [cell.stance for cell in cells]
