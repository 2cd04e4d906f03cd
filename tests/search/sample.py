"""Invented records that the search's tests share, and an index of them."""

from __future__ import annotations

from pathlib import Path

from build_tools.search import Options, Record, build_index

OPTIONS = Options(
    synonyms=(("BTGTU", "Ban Tuyên giáo Tỉnh ủy", "Ban Tuyên giáo Thành ủy"),),
    indexes=(("Văn bản theo loại", "van-ban/"), ("Từ điển quy định", "quy-dinh/")),
)


def document(number: str, title: str, date: str, kind: str, issuer: str, **more: object) -> Record:
    """A document record with its facets."""
    name = "".join(letter if letter.isalnum() and letter.isascii() else "-" for letter in number.lower())
    facets = (
        ("type", kind),
        ("issuer", issuer),
        ("year", date[:4]),
        ("status", "Đã được thay thế" if more.get("superseded") else "Chưa rõ"),
    )
    return Record(
        f"d-{name}", f"van-ban/{name}/", "document", title, number=number, dates=(date,), facets=facets,
        meta=(("", kind), ("", issuer), ("", date)), **more,  # type: ignore[arg-type]
    )  # fmt: skip


def parts(group: Record, *texts: tuple[str, str]) -> tuple[Record, ...]:
    """Provisions of a document from (title, body) pairs."""
    return tuple(
        Record(f"{group.id}-{at}", f"{group.url}#muc-{at}", "provision", title, body, group=group.id)
        for at, (title, body) in enumerate(texts, 1)
    )


KL1 = document("01-KL/TW", "Kết luận về tiếp tục giữ rừng đầu nguồn", "2021-05-18", "Kết luận", "Ban Thường vụ Tỉnh ủy Sông Mơ")
CT5 = document("05-CT/TU", "Chỉ thị về giữ rừng đầu nguồn huyện Đá Bạc", "2016-05-15", "Chỉ thị", "Tỉnh ủy Sông Mơ", superseded=True)
CT9 = document("09-CT/TU", "Chỉ thị về giữ rừng đầu nguồn huyện Đá Bạc", "2022-03-02", "Chỉ thị", "Tỉnh ủy Sông Mơ")
QD37 = document("37-QĐ/TW", "Quy định về việc trông nom mương nước", "2021-10-25", "Quy định", "Tỉnh ủy Sông Mơ")
ND = document("123/2026/NĐ-CP", "Nghị định về hóa đơn bán thóc giống", "2026-04-05", "Nghị định", "Hội đồng xã Lúa Vàng")

TT3 = document("03/2025/TT-UBX", "Thông tư về sổ ghi công trực bè", "2025-09-01", "Thông tư", "Hội đồng xã Lúa Vàng")
BC8 = document(
    "08-BC/TU", "Báo cáo sơ kết 01 năm thực hiện Kết luận số 01-KL/TW và Chỉ thị 05 về giữ rừng", "2022-02-01", "Báo cáo", "Tỉnh ủy Sông Mơ"
)  # fmt: skip

RECORDS: tuple[Record, ...] = (
    KL1,
    *parts(
        KL1,
        ("I- Việc cấp ủy phải làm", "Chi bộ thôn họp chuyên đề về mương nước mỗi quý một lần, ghi biên bản và gửi về huyện Đá Bạc."),
        (
            "II- Báo cáo",
            "Đảng ủy xã báo cáo trước ngày 5 tháng 7 năm 2022 về kết quả thực hiện Chỉ thị số 05-CT/TU. Không nhận báo cáo quá hạn.",
        ),
    ),
    CT5,
    CT9,
    *parts(CT9, ("Điều 1", "Mỗi hộ trồng mười gốc lim."), ("Điều 2", "Tổ bảo vệ đi tuần ban đêm, cấm đốt nương gần khe cạn.")),
    QD37,
    *parts(QD37, ("Điều 1. Phạm vi", "Lý lịch mương nước do hợp tác xã giữ."), ("Điều 2", "Khoa vi sinh không dự.")),
    ND,
    *parts(ND, ("Điều 1", "Người bán thóc giống lập hóa đơn theo mẫu."), ("Điều 2", "Thủ quỹ kiểm quỹ cuối tháng.")),
    TT3,
    BC8,
    *parts(
        BC8,
        ("1. Kết quả", "Đã lập sổ theo Nghị định số 30/2020/NĐ-CP, có 37 tổ tham gia thực hiện Kết luận 01."),
    ),
    Record("t-13", "thuat-ngu/khoa-xiii/", "term", "khóa XIII", "Nhiệm kỳ thứ mười ba của hội đồng.", aliases=("nhiệm kỳ XIII",)),
    Record("i-btg", "co-quan/ban-tuyen-giao/", "issuer", "Ban Tuyên giáo Tỉnh ủy Sông Mơ", aliases=("BTGTU",)),
    Record("i-tu", "co-quan/tinh-uy/", "issuer", "Tỉnh ủy Sông Mơ"),
)


def build(out: Path) -> Path:
    """Write the index of the sample."""
    build_index(RECORDS, out, options=OPTIONS)
    return out
