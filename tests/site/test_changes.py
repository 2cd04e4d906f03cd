"""What later documents say of a text: of single articles, below the article; that it has expired, as another document announces it."""

from __future__ import annotations

from pathlib import Path

import pytest

from build_tools.graph import build_site
from build_tools.model.metadata import SourceFile
from build_tools.model.site import Site
from build_tools.render.flow import flow_markdown
from build_tools.views.body import body
from build_tools.views.lookup import Lookup
from build_tools.views.pieces import Line
from build_tools.views.standing import standing
from tests.content import shipped

HEAD = """ỦY BAN NHÂN DÂN
TỈNH SÔNG MƠ
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: {number}
Sông Mơ, ngày {date}
QUYẾT ĐỊNH
{about}
"""
OLD = """Điều 1. Bến đò
1. Bến đò có người trông.
2. Người trông bến:
a) Ghi sổ;
b) Giữ phao.
Điều 2. Phí
1. Phí đò do huyện thu.
2. Phí đò nộp hằng tháng.
Điều 3. Thi hành
Quyết định này có hiệu lực từ ngày 10/3/2031.
"""
NAME = "Quyết định số 12/2031/QĐ-UBND ngày 05/3/2031 của Ủy ban nhân dân tỉnh"


def site(tmp_path: Path, about: str, text: str, number: str = "15/2032/QĐ-UBND") -> Site:
    files = []
    for name, head, words in (
        ("cu", ("12/2031/QĐ-UBND", "05 tháng 3 năm 2031", "Quy định về bến đò"), OLD),
        ("moi", (number, "07 tháng 4 năm 2032", about), text),
    ):
        path = tmp_path / f"{name}.txt"
        path.write_text(HEAD.format(number=head[0], date=head[1], about=head[2]) + words, encoding="utf-8")
        files.append(SourceFile(name, str(path)))
    return build_site(shipped(), tuple(files), jobs=1, strict=False)


def changes(found: Site) -> list[tuple[str, str, str, str]]:
    """Of each change of the old text: below which line, of which place, how, in which words."""
    lookup = Lookup(found)
    old = next(item for item in found.documents if item.document.header.number == "12/2031/QĐ-UBND")
    flow = [line for line in body(old, lookup) if isinstance(line, Line)]
    return [(line.id, item.place, item.how, item.words) for line in flow for item in line.changes]


AMENDS = "được sửa đổi, bổ sung bởi"
REPEALS = "bị bãi bỏ bởi"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            f"Điều 1. Sửa đổi, bổ sung một số điều của {NAME}\n1. Sửa đổi khoản 2 Điều 2 như sau:\n“2. Phí đò nộp hằng quý.”\n"
            "2. Bãi bỏ điểm a khoản 2 Điều 1.\nĐiều 2. Quyết định này có hiệu lực từ ngày 15/4/2032.\n",
            [
                ("dieu-1", "điểm a khoản 2 Điều 1", REPEALS, "2. Bãi bỏ điểm a khoản 2 Điều 1."),
                ("dieu-2", "khoản 2 Điều 2", AMENDS, "1. Sửa đổi khoản 2 Điều 2 như sau"),
            ],
        ),
        (
            f"Điều 1. Sửa đổi, bổ sung một số điều của {NAME}\n1. Điều 1 được sửa đổi, bổ sung như sau:\n"
            "a) Sửa đổi khoản 1 như sau: “1. Bến đò có hai người trông.”;\nb) Bãi bỏ khoản 2.\n",
            [
                ("dieu-1", "Điều 1", AMENDS, "1. Điều 1 được sửa đổi, bổ sung như sau"),
                ("dieu-1", "khoản 1 Điều 1", AMENDS, "a) Sửa đổi khoản 1 như sau"),
                ("dieu-1", "khoản 2 Điều 1", REPEALS, "b) Bãi bỏ khoản 2."),
            ],
        ),
        (f"Điều 1. Bãi bỏ Điều 2 {NAME}.\n", [("dieu-2", "Điều 2", REPEALS, f"Điều 1. Bãi bỏ Điều 2 {NAME}.")]),
        # several places of one item; what is said twice is told once; what stands in quotes, of another text or behind the colon, is not
        (
            f"Điều 1. Sửa đổi, bổ sung một số điều của {NAME}\n1. Sửa đổi khoản 1 và 2 Điều 2 như sau:\n“1. Phí đò do xã thu.”\n"
            "2. Sửa đổi khoản 2 Điều 2: theo khoản 1 Điều 1.\n3. Bãi bỏ cụm từ “khoản 1 Điều 1”.\n4. Bãi bỏ khoản 2 Điều 1 như trên.\n",
            [
                ("dieu-1", "khoản 2 Điều 1", REPEALS, "4. Bãi bỏ khoản 2 Điều 1 như trên."),
                ("dieu-2", "khoản 1 Điều 2", AMENDS, "1. Sửa đổi khoản 1 và 2 Điều 2 như sau"),
                ("dieu-2", "khoản 2 Điều 2", AMENDS, "1. Sửa đổi khoản 1 và 2 Điều 2 như sau"),
            ],
        ),
        (
            f"Điều 1. Sửa đổi, bổ sung một số điều của {NAME}\n1. Bãi bỏ Điều 2 Quyết định số 9/2029/QĐ-UBND ngày 02/3/2029.\n"
            "2. Bến đò theo khoản 1 Điều 1:\na) Bãi bỏ khoản 2 Điều 1.\n",
            [],
        ),
        # what is done under an article changes nothing, and what has no such place is told of none
        (f"Điều 1. Thu phí\n1. Thu phí theo Điều 2 {NAME}.\n2. Sửa đổi khoản 1 Điều 2 khi cần.\n", []),
        (f"Điều 1. Sửa đổi, bổ sung một số điều của {NAME}\n1. Bổ sung Điều 9 như sau:\n“Điều 9. Đò đêm.”\n", []),
    ],
)
def test_an_article_tells_what_later_documents_say_of_it(text: str, told: list[tuple[str, str, str, str]], tmp_path: Path) -> None:
    assert changes(site(tmp_path, "Về bến đò", text)) == told


def test_the_line_stands_below_the_article_with_its_sentence(tmp_path: Path) -> None:
    found = site(tmp_path, "Về bến đò", f"Điều 1. Bãi bỏ Điều 2 {NAME}.\n")
    old = next(item for item in found.documents if item.document.header.number == "12/2031/QĐ-UBND")
    shown = str(flow_markdown(body(old, Lookup(found)), "van-ban/cu.md"))
    line = shown[shown.index('<div class="doi-thay"') :].split("</div>")[0]
    assert [words for words in ("Điều 2 bị bãi bỏ bởi", "15/2032/QĐ", "“Điều 1. Bãi bỏ Điều 2") if words not in line] == []
    assert shown.index("Phí { #dieu-2") < shown.index("doi-thay") < shown.index("Phí đò do huyện thu")


LIST = """Điều 1. Công bố Danh mục văn bản hết hiệu lực ban hành kèm theo Quyết định này.
Điều 2. Quyết định này có hiệu lực kể từ ngày ký.
DANH MỤC VĂN BẢN HẾT HIỆU LỰC
{heading}
STT Văn bản hết hiệu lực Lý do hết hiệu lực Ngày hết hiệu lực
1 Quyết định số 12/2031/QĐ-UBND ngày 05/3/2031 quy định về bến đò {reason} 15/4/2032
"""
REASON = "Được thay thế bởi Quyết định số 14/2032/QĐ-UBND ngày 02/4/2032"


@pytest.mark.parametrize(
    ("heading", "reason", "told"),
    [
        ("I. VĂN BẢN HẾT HIỆU LỰC TOÀN BỘ", REASON, [(False, "2032-04-15", REASON)]),
        ("I. VĂN BẢN HẾT HIỆU LỰC MỘT PHẦN", REASON, [(True, "2032-04-15", REASON)]),
        ("I. VĂN BẢN HẾT HIỆU LỰC TOÀN BỘ", "", [(False, "2032-04-15", "")]),
    ],
)
def test_an_announcement_is_told_with_its_source(heading: str, reason: str, told: list[tuple[bool, str, str]], tmp_path: Path) -> None:
    found = site(tmp_path, "Về việc công bố văn bản hết hiệu lực", LIST.format(heading=heading, reason=reason), "77/QĐ-UBND")
    work = next(item for item in found.works if item.number == "12/2031/QĐ-UBND")
    shown = standing(work, Lookup(found))
    assert [(item.partly, item.since.machine if item.since else "", item.reason) for item in shown.announced] == told
    assert "77/QĐ-UBND" in shown.announced[0].by.text
    assert shown.announced[0].issuer
    assert (shown.ended_by, shown.changed_by) == ((), ()), "the list tells what others ended, it ends nothing"
