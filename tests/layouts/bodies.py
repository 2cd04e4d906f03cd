"""Bodies that issue invented documents: how their letterheads, numbers and signatures are written, and what each says."""

from __future__ import annotations

import random
from dataclasses import dataclass
from typing import Literal

System = Literal["party", "state", "front"]

PROVINCES = ("Sông Mơ", "An Vĩ", "Bình Khê", "Thạch Lâm", "Vân Trạch")
CITIES = ("Mường Lát Xanh", "Hải Thạch", "Tân Sơn Hạ")
DISTRICTS = ("Đá Bạc", "Cầu Mây", "Phú Lộc Thượng", "Ea Lâm")
COMMUNES = ("Nà Lúa", "Bến Gỗ", "Tân Lập Trung", "Ia Sol")
PEOPLE = ("Lò Văn Mẫu", "Trần Thị Hoa Mai", "Đỗ Văn Ổi", "Nguyễn Hữu Thạch", "Y Khoa Niê", "Phạm Ngọc Ánh Dương", "Hồ Thị Út")
MINISTRIES = ("Bến bãi", "Kênh rạch và Môi trường", "Thủ công, Chợ và Làng nghề")
DEPARTMENTS = ("Nông nghiệp và Môi trường", "Nội vụ", "Văn hóa, Thể thao và Du lịch", "Y tế")


@dataclass(frozen=True)
class Signing:
    """The lines above a signature, and what they say."""

    lines: tuple[str, ...]
    authority: str | None
    title: str | None


@dataclass(frozen=True)
class Body:
    """An issuer: ``above`` and ``lines`` stand in the letterhead, ``parent`` and ``name`` are what they say."""

    system: System
    kind: str
    above: tuple[str, ...]
    parent: str | None
    lines: tuple[str, ...]
    name: str
    code: str
    place: str
    types: tuple[tuple[str, str], ...]
    signings: tuple[Signing, ...]


_PARTY = (
    ("Kế hoạch", "KH"),
    ("Kết luận", "KL"),
    ("Chỉ thị", "CT"),
    ("Báo cáo", "BC"),
    ("Hướng dẫn", "HD"),
    ("Thông báo", "TB"),
    ("Công văn", "CV"),
)
_STATE = (("Quyết định", "QĐ"), ("Kế hoạch", "KH"), ("Chỉ thị", "CT"), ("Thông báo", "TB"), ("Báo cáo", "BC"), ("Công văn", ""))


def _committee(level: str, word: str, place: str, code: str, above: tuple[str, ...], parent: str | None) -> Body:
    name = f"{word} {place}"
    return Body(
        *("party", f"{level}-uy", above, parent, (name.upper(),), name, code, place, _PARTY),
        (
            Signing(("T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ"), "T/M Ban Thường vụ", "Phó Bí thư"),
            Signing(("T/M BAN THƯỜNG VỤ", "BÍ THƯ"), "T/M Ban Thường vụ", "Bí thư"),
            Signing(("T/M BAN CHẤP HÀNH", "PHÓ BÍ THƯ THƯỜNG TRỰC"), "T/M Ban Chấp hành", "Phó Bí thư Thường trực"),
        ),
    )


def party(draw: random.Random) -> Body:
    """A committee of the Party, or a body that serves it."""
    province, district, commune = draw.choice(PROVINCES), draw.choice(DISTRICTS), draw.choice(COMMUNES)
    match draw.randrange(4):
        case 0:
            return _committee("tinh", "Tỉnh ủy", province, "TU", (), None)
        case 1:
            above = ((f"ĐẢNG BỘ TỈNH {province.upper()}",), f"Đảng bộ tỉnh {province}") if draw.random() < 0.5 else ((), None)
            return _committee("huyen", "Huyện ủy", district, "HU", *above)
        case 2:
            above = ((f"ĐẢNG BỘ TỈNH {province.upper()}",), f"Đảng bộ tỉnh {province}")
            return _committee("xa", "Đảng ủy xã", commune, "ĐU", *above)
    head, code = draw.choice(
        (("Ban Tổ chức", "BTC"), ("Ban Tuyên giáo và Dân vận", "BTGDV"), ("Ủy ban Kiểm tra", "UBKT"), ("Văn phòng", "VP"))
    )
    boss = {"Ủy ban Kiểm tra": "CHỦ NHIỆM", "Văn phòng": "CHÁNH VĂN PHÒNG"}.get(head, "TRƯỞNG BAN")
    said = {"CHỦ NHIỆM": "Chủ nhiệm", "CHÁNH VĂN PHÒNG": "Chánh Văn phòng", "TRƯỞNG BAN": "Trưởng Ban"}[boss]
    committee = f"Tỉnh ủy {province}"
    return Body(
        *("party", "ban-dang", (committee.upper(),), committee, (head.upper(),), f"{head} {committee}", f"{code}TU", province, _PARTY),
        (Signing((f"K/T {boss}", f"PHÓ {boss}"), f"K/T {said}", f"Phó {said}"), Signing((boss,), None, said)),
    )


def state(draw: random.Random) -> Body:
    """A body of the State, from the Government to a commune."""
    province = draw.choice(PROVINCES)
    chairman = (
        Signing(("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"), "TM. Ủy ban nhân dân, KT. Chủ tịch", "Phó Chủ tịch"),
        Signing(("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"), "KT. Chủ tịch", "Phó Chủ tịch"),
        Signing(("CHỦ TỊCH",), None, "Chủ tịch"),
    )
    match draw.randrange(5):
        case 0:
            name = f"Ủy ban nhân dân tỉnh {province}"
            lines = draw.choice((("ỦY BAN NHÂN DÂN", f"TỈNH {province.upper()}"), (f"ỦY BAN NHÂN DÂN TỈNH {province.upper()}",)))
            return Body("state", "ubnd-tinh", (), None, lines, name, "UBND", province, _STATE, chairman)
        case 1:
            commune = draw.choice(COMMUNES)
            name = f"Ủy ban nhân dân xã {commune}"
            return Body("state", "ubnd-xa", (), None, ("ỦY BAN NHÂN DÂN", f"XÃ {commune.upper()}"), name, "UBND", commune, _STATE, chairman)
        case 2:
            field = draw.choice(DEPARTMENTS)
            letters = "".join(word[0] for word in field.replace(",", "").split() if word != "và").upper()
            director = (
                Signing(("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"), "KT. Giám đốc", "Phó Giám đốc"),
                Signing(("GIÁM ĐỐC",), None, "Giám đốc"),
            )
            return Body(
                *("state", "so", (f"ỦY BAN NHÂN DÂN TỈNH {province.upper()}",), f"Ủy ban nhân dân tỉnh {province}"),
                *((f"SỞ {field.upper()}",), f"Sở {field}", f"S{letters}", province, _STATE, director),
            )
        case 3:
            field = draw.choice(MINISTRIES)
            letters = "".join(word[0] for word in field.replace(",", "").split() if word != "và").upper()
            minister = (
                Signing(("KT. BỘ TRƯỞNG", "THỨ TRƯỞNG"), "KT. Bộ trưởng", "Thứ trưởng"),
                Signing(("BỘ TRƯỞNG",), None, "Bộ trưởng"),
            )
            types = (*_STATE, ("Thông tư", "TT"))
            return Body("state", "bo", (), None, (f"BỘ {field.upper()}",), f"Bộ {field}", f"B{letters}", "Hà Nội", types, minister)
    name = f"Hội đồng nhân dân tỉnh {province}"
    return Body(
        *("state", "hdnd", (), None, ("HỘI ĐỒNG NHÂN DÂN", f"TỈNH {province.upper()}"), name, "HĐND", province, (("Nghị quyết", "NQ"),)),
        (Signing(("CHỦ TỊCH",), None, "Chủ tịch"), Signing(("TM. HỘI ĐỒNG NHÂN DÂN", "CHỦ TỊCH"), "TM. Hội đồng nhân dân", "Chủ tịch")),
    )


def any_body(draw: random.Random) -> Body:
    """A body of either side."""
    return (party if draw.random() < 0.5 else state)(draw)
