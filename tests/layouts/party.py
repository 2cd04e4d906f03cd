"""Bodies of the Party: committees of every level, the organs that serve them, steering committees."""

from __future__ import annotations

import random

from tests.layouts.bodies import Body, Signing
from tests.layouts.names import COMMUNES, DISTRICTS, PROVINCES

TYPES = (
    ("Kế hoạch", "KH"),
    ("Kết luận", "KL"),
    ("Chỉ thị", "CT"),
    ("Báo cáo", "BC"),
    ("Hướng dẫn", "HD"),
    ("Thông báo", "TB"),
    ("Công văn", "CV"),
)
_ORGANS = (
    ("Ban Tổ chức", "BTC", "Trưởng Ban"),
    ("Ban Tuyên giáo và Dân vận", "BTGDV", "Trưởng Ban"),
    ("Ủy ban Kiểm tra", "UBKT", "Chủ nhiệm"),
    ("Văn phòng", "VP", "Chánh Văn phòng"),
    ("Ban Nội chính", "BNC", "Trưởng Ban"),
)


def committee(kind: str, name: str, place: str, code: str, above: tuple[str, ...] = (), parent: str | None = None) -> Body:
    """A committee, signed for by its standing committee."""
    return Body(
        *("party", kind, above, parent, (name.upper(),), name, code, place, TYPES),
        (
            Signing(("T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ"), "T/M Ban Thường vụ", "Phó Bí thư"),
            Signing(("T/M BAN THƯỜNG VỤ", "BÍ THƯ"), "T/M Ban Thường vụ", "Bí thư"),
            Signing(("T/M BAN CHẤP HÀNH", "PHÓ BÍ THƯ THƯỜNG TRỰC"), "T/M Ban Chấp hành", "Phó Bí thư Thường trực"),
        ),
    )


def _organ(kind: str, above: str, parent: str, organ: tuple[str, str, str], tail: str, code: str, place: str) -> Body:
    """An organ that serves the committee above it and bears its name."""
    head, letters, said = organ
    boss = said.upper()
    return Body(
        *("party", kind, (above,), parent, (head.upper(),), f"{head} {tail}", f"{letters}{code}", place, TYPES),
        (
            Signing((f"K/T {boss}", f"PHÓ {boss}"), f"K/T {said}", f"Phó {said}"),
            Signing((boss,), None, said),
            Signing((f"K/T {boss}", f"PHÓ {boss} THƯỜNG TRỰC"), f"K/T {said}", f"Phó {said} Thường trực"),
        ),
    )


def party(draw: random.Random) -> Body:
    """A committee of the Party, or a body that serves it."""
    province, district, commune = draw.choice(PROVINCES), draw.choice(DISTRICTS), draw.choice(COMMUNES)
    above = f"ĐẢNG BỘ TỈNH {province.upper()}"
    match draw.randrange(8):
        case 0:
            return committee("tinh-uy", f"Tỉnh ủy {province}", province, "TU")
        case 1:
            known = ((above,), f"Đảng bộ tỉnh {province}") if draw.random() < 0.5 else ((), None)
            return committee("huyen-uy", f"Huyện ủy {district}", district, "HU", *known)
        case 2:
            return committee("dang-uy-xa", f"Đảng ủy xã {commune}", commune, "ĐU", (above,), f"Đảng bộ tỉnh {province}")
        case 3:
            name = f"Đảng ủy Ủy ban nhân dân tỉnh {province}"
            return committee("dang-uy-ubnd", name, province, "ĐU", (above,), f"Đảng bộ tỉnh {province}")
        case 4:
            organ = draw.choice((*_ORGANS[:3], ("Ban Xây dựng Đảng", "BXDĐ", "Trưởng Ban")))
            name = f"Đảng ủy xã {commune}"
            return _organ("ban-dang-xa", name.upper(), name, organ, name, "ĐU", commune)
        case 5:
            organ = draw.choice(_ORGANS)
            tail = "Trung ương Đảng" if organ[0] == "Văn phòng" else "Trung ương"
            return _organ("ban-dang-tw", "BAN CHẤP HÀNH TRUNG ƯƠNG", "Ban Chấp hành Trung ương", organ, tail, "TW", "Hà Nội")
        case 6:
            organ = ("Ban Chỉ đạo 35", "BCĐ35", "Trưởng Ban")
            name = f"Tỉnh ủy {province}"
            return _organ("ban-chi-dao", name.upper(), name, organ, name, "TU", province)
    name = f"Tỉnh ủy {province}"
    return _organ("ban-dang", name.upper(), name, draw.choice(_ORGANS), name, "TU", province)
