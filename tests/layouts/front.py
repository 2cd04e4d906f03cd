"""The Front and the unions: standing committees that bear the name of the body above them."""

from __future__ import annotations

import random

from tests.layouts.bodies import Body, Signing
from tests.layouts.names import COMMUNES, PROVINCES

TYPES = (("Kế hoạch", "KH"), ("Hướng dẫn", "HD"), ("Báo cáo", "BC"), ("Thông báo", "TB"))


def front(draw: random.Random) -> Body:
    """The Front of a province or a commune, a union's standing committee, a federation."""
    level, place = draw.choice((("tỉnh", draw.choice(PROVINCES)), ("xã", draw.choice(COMMUNES)), ("phường", draw.choice(COMMUNES))))
    where = f"{level} {place}"
    standing = (
        Signing(("TM. BAN THƯỜNG TRỰC", "CHỦ TỊCH"), "TM. Ban Thường trực", "Chủ tịch"),
        Signing(("TM. BAN THƯỜNG TRỰC", "PHÓ CHỦ TỊCH"), "TM. Ban Thường trực", "Phó Chủ tịch"),
        Signing(("T/M BAN THƯỜNG TRỰC", "PHÓ CHỦ TỊCH"), "T/M Ban Thường trực", "Phó Chủ tịch"),
    )
    bureau = (
        Signing(("TM. BAN THƯỜNG VỤ", "CHỦ TỊCH"), "TM. Ban Thường vụ", "Chủ tịch"),
        Signing(("TM. BAN THƯỜNG VỤ", "PHÓ CHỦ TỊCH"), "TM. Ban Thường vụ", "Phó Chủ tịch"),
    )
    match draw.randrange(4):
        case 0:
            above = draw.choice(((f"MTTQ VIỆT NAM {where.upper()}",), ("ỦY BAN MTTQ VIỆT NAM", where.upper())))
            parent = ("Ủy ban " if len(above) == 2 else "") + f"MTTQ Việt Nam {where}"
            name = f"Ban Thường trực Ủy ban MTTQ Việt Nam {where}"
            return Body("front", "mttq", above, parent, ("BAN THƯỜNG TRỰC",), name, "MTTQ-BTT", place, TYPES, standing)
        case 1:
            name = f"Ủy ban Mặt trận Tổ quốc Việt Nam {where}"
            lines = ("ỦY BAN MẶT TRẬN TỔ QUỐC VIỆT NAM", where.upper())
            return Body("front", "uy-ban-mttq", (), None, lines, name, "MTTQ", place, TYPES, standing)
        case 2:
            parent = f"Hội Liên hiệp Phụ nữ {where}"
            name = f"Ban Thường vụ {parent}"
            return Body("front", "hoi", (parent.upper(),), parent, ("BAN THƯỜNG VỤ",), name, "BTV", place, TYPES, bureau)
    province = draw.choice(PROVINCES)
    name = f"Liên đoàn Lao động tỉnh {province}"
    return Body("front", "lien-doan", (), None, (name.upper(),), name, "LĐLĐ", province, TYPES, bureau)
