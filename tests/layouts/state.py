"""Bodies of the State, from the National Assembly to a commune's office, and ministries that issue together."""

from __future__ import annotations

import random

from tests.layouts.bodies import Body, Signing
from tests.layouts.names import COMMUNES, DEPARTMENTS, MINISTRIES, PROVINCES, initials

TYPES = (("Quyết định", "QĐ"), ("Kế hoạch", "KH"), ("Chỉ thị", "CT"), ("Thông báo", "TB"), ("Báo cáo", "BC"), ("Công văn", ""))
_CHAIRMAN = (
    Signing(("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"), "TM. Ủy ban nhân dân, KT. Chủ tịch", "Phó Chủ tịch"),
    Signing(("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"), "KT. Chủ tịch", "Phó Chủ tịch"),
    Signing(("CHỦ TỊCH",), None, "Chủ tịch"),
)
_MINISTER = (
    Signing(("KT. BỘ TRƯỞNG", "THỨ TRƯỞNG"), "KT. Bộ trưởng", "Thứ trưởng"),
    Signing(("BỘ TRƯỞNG",), None, "Bộ trưởng"),
)


def _deputies(head: str) -> tuple[Signing, ...]:
    return (
        Signing((f"KT. {head.upper()}", f"PHÓ {head.upper()}"), f"KT. {head}", f"Phó {head}"),
        Signing((head.upper(),), None, head),
    )


def _people(draw: random.Random, level: str, place: str) -> Body:
    name = f"Ủy ban nhân dân {level} {place}"
    lines = draw.choice((("ỦY BAN NHÂN DÂN", f"{level} {place}".upper()), (name.upper(),)))
    kind = "ubnd-tinh" if level == "tỉnh" else "ubnd-xa"
    return Body("state", kind, (), None, lines, name, "UBND", place, TYPES, _CHAIRMAN, enacts=name)


def _below(kind: str, above: str, parent: str, name: str, code: str, place: str, head: str) -> Body:
    """An office below the body that stands above it."""
    return Body("state", kind, (above,), parent, (name.upper(),), name, code, place, TYPES, _deputies(head))


def _council(level: str, place: str) -> Body:
    name = f"Hội đồng nhân dân {level} {place}"
    signings = (
        Signing(("CHỦ TỊCH",), None, "Chủ tịch"),
        Signing(("TM. HỘI ĐỒNG NHÂN DÂN", "CHỦ TỊCH"), "TM. Hội đồng nhân dân", "Chủ tịch"),
    )
    lines = ("HỘI ĐỒNG NHÂN DÂN", f"{level} {place}".upper())
    return Body("state", "hdnd", (), None, lines, name, "HĐND", place, (("Nghị quyết", "NQ"),), signings, enacts=name)


def _government(draw: random.Random) -> Body:
    if draw.random() < 0.5:
        signings = (
            Signing(("TM. CHÍNH PHỦ", "THỦ TƯỚNG"), "TM. Chính phủ", "Thủ tướng"),
            Signing(("TM. CHÍNH PHỦ", "KT. THỦ TƯỚNG", "PHÓ THỦ TƯỚNG"), "TM. Chính phủ, KT. Thủ tướng", "Phó Thủ tướng"),
        )
        types = (("Nghị định", "NĐ"), ("Nghị quyết", "NQ"))
        return Body("state", "chinh-phu", (), None, ("CHÍNH PHỦ",), "Chính phủ", "CP", "Hà Nội", types, signings, enacts="Chính phủ")
    signings = (
        Signing(("KT. THỦ TƯỚNG", "PHÓ THỦ TƯỚNG"), "KT. Thủ tướng", "Phó Thủ tướng"),
        Signing(("THỦ TƯỚNG",), None, "Thủ tướng"),
    )
    name = "Thủ tướng Chính phủ"
    return Body("state", "thu-tuong", (), None, (name.upper(),), name, "TTg", "Hà Nội", TYPES[:3], signings, enacts=name)


def _joint(draw: random.Random) -> Body:
    """Two ministries: a joint circular is signed by both and bears both symbols."""
    one, other = draw.sample(MINISTRIES[:2], 2)
    lines = draw.choice(
        (
            (f"BỘ {one.upper()} - BỘ {other.upper()}",),
            (f"BỘ {one.upper()}", f"BỘ {other.upper()}"),
            (f"BỘ {one.upper()} -", f"BỘ {other.upper()}"),
        )
    )
    code = f"B{initials(one)}-B{initials(other)}"
    types = (("Thông tư liên tịch", "TTLT"),)
    return Body("state", "lien-tich", (), None, lines, f"Bộ {one} - Bộ {other}", code, "Hà Nội", types, _MINISTER, signers=2)


def state(draw: random.Random) -> Body:
    """A body of the State."""
    province, commune = draw.choice(PROVINCES), draw.choice(COMMUNES)
    field, ministry = draw.choice(DEPARTMENTS), draw.choice(MINISTRIES)
    people = f"Ủy ban nhân dân tỉnh {province}"
    match draw.randrange(11):
        case 0:
            return _people(draw, "tỉnh", province)
        case 1:
            return _people(draw, draw.choice(("xã", "phường", "đặc khu")), commune)
        case 2:
            return _below("so", people.upper(), people, f"Sở {field}", f"S{initials(field)}", province, "Giám đốc")
        case 3:
            types = (*TYPES, ("Thông tư", "TT"))
            name = f"Bộ {ministry}"
            head = f"Bộ trưởng {name}"
            return Body("state", "bo", (), None, (name.upper(),), name, f"B{initials(ministry)}", "Hà Nội", types, _MINISTER, enacts=head)
        case 4:
            return _council("tỉnh", province)
        case 5:
            return _council(draw.choice(("xã", "phường")), commune)
        case 6:
            parent = f"Bộ {ministry}"
            name = draw.choice(("Cục Bến nội địa", "Vụ Tổ chức cán bộ", "Tổng cục Kênh rạch"))
            head = f"{name.split(' Bến')[0].split(' Tổ')[0].split(' Kênh')[0]} trưởng"
            return _below("cuc-vu", parent.upper(), parent, name, f"C{initials(ministry)}", "Hà Nội", head)
        case 7:
            parent = f"Ủy ban nhân dân xã {commune}"
            name = draw.choice(("Phòng Kinh tế", "Phòng Văn hóa - Xã hội"))
            return _below("phong", parent.upper(), parent, name, "PKT", commune, "Trưởng phòng")
        case 8:
            return _government(draw)
        case 9:
            parent = f"Hội đồng nhân dân tỉnh {province}"
            name = draw.choice(("Ban Pháp chế", "Ban Kinh tế - Ngân sách"))
            return _below("ban-hdnd", parent.upper(), parent, name, "BPC", province, "Trưởng Ban")
    return _joint(draw)
