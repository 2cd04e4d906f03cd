"""Invented content that is too much for one page each: a decree of a thousand articles with a huge table, a plan of a thousand tasks."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from build_tools.graph import build_site
from build_tools.model.site import Site
from build_tools.register.documents import load_documents
from build_tools.register.load import load_register
from tests.content import DATA, REGISTER

NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"
PLACES = ("Sông Mơ", "Đá Bạc", "Bến Cát Vàng", "Mây Trắng", "Suối Ngọc", "Gò Sậy")


def decree(chapters: int, rows: int) -> str:
    """Chapters of twelve articles, each citing others of the decree and documents that nobody has; an appendix of one table."""
    lines = ["CHÍNH PHỦ", "Số: 30/2031/NĐ-CP", NATION, "Hà Nội, ngày 05 tháng 3 năm 2031", "NGHỊ ĐỊNH", "Quy định về bến bãi và đò ngang"]
    for chapter in range(1, chapters + 1):
        lines += [f"Chương {_roman(chapter)}", f"BẾN ĐÒ LOẠI THỨ {chapter}"]
        for article in range((chapter - 1) * 12 + 1, chapter * 12 + 1):
            lines.append(f"Điều {article}. Bến số {article} ở {PLACES[article % 6]}")
            lines += [
                f"{clause}. Chủ bến ở {PLACES[(article + clause) % 6]} ghi sổ đò theo khoản 1 Điều {max(1, article - 7)} của Nghị định này "
                f"và Thông tư số {article % 90 + 1}/2030/TT-BGTVT, giữ sổ trong {clause + 2} năm, cho người đi đò xem khi hỏi."
                for clause in range(1, 5)
            ]
    lines += ["TM. CHÍNH PHỦ", "THỦ TƯỚNG", "Trần Văn Mơ", "", "PHỤ LỤC I", "DANH MỤC BẾN ĐÒ", ""]
    table = ["| TT | Tên bến | Nơi đặt | Số đò | Người giữ sổ |", "|---|---|---|---|---|"]
    table += [
        f"| {row} | Bến Lau số {row} | {PLACES[row % 6]} | {row % 9 + 1} | Lê Thị Sậy, tổ {row % 40 + 1} |" for row in range(1, rows + 1)
    ]
    return "\n\n".join(lines) + "\n\n" + "\n".join(table) + "\n"


def plan(tasks: int) -> str:
    """Tasks for few bodies, each with a deadline and a document that it rests on."""
    lines = [
        "ỦY BAN NHÂN DÂN TỈNH SÔNG MƠ",
        "Số: 88/KH-UBND",
        NATION,
        "Sông Mơ, ngày 02 tháng 01 năm 2032",
        "KẾ HOẠCH",
        "Sửa bến bãi năm 2032",
    ]
    lines += ["I. NHIỆM VỤ"]
    bodies = ("Sở Bến bãi", "Sở Tài chính", "Công an tỉnh", "Ủy ban nhân dân huyện Đá Bạc")
    for number in range(1, tasks + 1):
        lines.append(
            f"{number}. {bodies[number % 4]} chủ trì, phối hợp với {bodies[(number + 1) % 4]} sửa bến đò số {number} "
            f"ở {PLACES[number % 6]} theo Quyết định số {number}/QĐ-UBND ngày 03/02/2031, "
            f"hoàn thành trước ngày {number % 27 + 1:02}/{number % 12 + 1:02}/2032."
        )
    return "\n\n".join((*lines, "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Phạm Văn Lau")) + "\n"


def letters(count: int) -> Iterator[tuple[str, str]]:
    """Short letters that all cite the plan: its list of those that cite it is long."""
    for number in range(1, count + 1):
        yield f"cv-{number}.txt", "\n".join(
            (
                "SỞ BẾN BÃI", f"Số: {number}/SBB-VP", NATION, f"Sông Mơ, ngày {number % 27 + 1:02} tháng 5 năm 2032",
                "Kính gửi: Ủy ban nhân dân tỉnh Sông Mơ", f"Thực hiện Kế hoạch số 88/KH-UBND ngày 02/01/2032 "
                f"của Ủy ban nhân dân tỉnh Sông Mơ, "
                f"Sở Bến bãi báo cáo đã sửa {number} bến đò ở {PLACES[number % 6]} và đề nghị xem xét.", "GIÁM ĐỐC", "Trần Thị Gò",
            )
        )  # fmt: skip


def write(folder: Path, *, chapters: int, rows: int, tasks: int, citing: int) -> None:
    """The content as files in a new folder."""
    folder.mkdir()
    for name, text in (("nd.md", decree(chapters, rows)), ("kh.md", plan(tasks)), *letters(citing)):
        (folder / name).write_text(text, encoding="utf-8")


def site(folder: Path, *, chapters: int, rows: int, tasks: int, citing: int) -> Site:
    """The content read as any other."""
    write(folder, chapters=chapters, rows=rows, tasks=tasks, citing=citing)
    found = load_documents(DATA, [folder], (".txt", ".md"))
    return build_site(load_register(REGISTER), found.files, jobs=1, strict=False)


def _roman(number: int) -> str:
    return "X" * (number // 10) + ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")[number % 10]
