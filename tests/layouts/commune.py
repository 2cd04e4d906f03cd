"""Papers of communes as a PDF's text gives them: Party committees and cells, the Front and the unions, with citations that are known.

Lines break inside numbers, days and names; pages have numbers and heads; letterhead columns come in either order; a number may have a blank
before its symbol, or be blank. The truth stands beside the text: header, sections, and each citation with its words, number and issuer.
"""

from __future__ import annotations

import random
import re
import textwrap
from dataclasses import dataclass

from tests.layouts.bodies import Body, Signing
from tests.layouts.front import front
from tests.layouts.names import COMMUNES, PEOPLE, PROVINCES
from tests.layouts.party import committee

_KINDS = {
    "party": (("Kế hoạch", "KH"), ("Báo cáo", "BC"), ("Chương trình", "CTr"), ("Nghị quyết", "NQ"), ("Thông báo", "TB")),
    "front": (("Kế hoạch", "KH"), ("Hướng dẫn", "HD"), ("Báo cáo", "BC"), ("Thông báo", "TB")),
}
_WHAT = (
    "giữ sạch bến đò và đường làng năm 2031", "ngày hội giữ nước của các thôn", "kiểm tra, giám sát 6 tháng cuối năm",
    "học tập nếp sống tiết kiệm ở chợ quê", "tổng kết công tác giữ rừng đầu nguồn",
)  # fmt: skip
_HEADINGS = ("MỤC ĐÍCH, YÊU CẦU", "NỘI DUNG THỰC HIỆN", "TỔ CHỨC THỰC HIỆN", "KẾT QUẢ ĐẠT ĐƯỢC")
_PLAIN = (
    "Các thôn rà soát bến bãi đang hoạt động, lập danh sách gửi về xã trước mùa mưa để tổng hợp, theo dõi chung.",
    "Phân công từng đoàn viên, hội viên phụ trách; kịp thời phản ánh khi có vướng mắc.",
)
_HEADS = ("ĐẢNG ỦY XÃ", "Kế hoạch công tác")
_WIDTH = 78
_PAGE = 24


@dataclass(frozen=True)
class Told:
    """A citation: its words with single blanks, its number or name, and who issued it."""

    words: str
    number: str | None
    issuer: str | None


@dataclass(frozen=True)
class Paper:
    """``text`` as a page's text layer; the truth of its header by field, its sections as "level label", its citations in order."""

    seed: int
    text: str
    header: dict[str, str | None]
    sections: tuple[str, ...]
    citations: tuple[Told, ...]


def _cell(draw: random.Random) -> Body:
    """A Party cell below a commune's committee."""
    commune = draw.choice(COMMUNES)
    name = f"Chi bộ thôn {draw.choice(('Đồng Bến', 'Khe Lim', 'Chợ Quê'))}"
    above = f"Đảng ủy xã {commune}"
    signing = Signing(("T/M CHI BỘ", "BÍ THƯ"), "T/M Chi bộ", "Bí thư")
    return Body("party", "chi-bo", (above.upper(),), above, (name.upper(),), name, "CB", commune, (), (signing,))


def _body(draw: random.Random) -> Body:
    match draw.randrange(5):
        case 0:
            return _cell(draw)
        case 1 | 2:
            level, commune, province = draw.choice(("xã", "phường")), draw.choice(COMMUNES), draw.choice(PROVINCES)
            name = f"Đảng ủy {level} {commune}"
            return committee("dang-uy", name, commune, "ĐU", (f"ĐẢNG BỘ TỈNH {province.upper()}",), f"Đảng bộ tỉnh {province}")
        case 3:
            commune = draw.choice(COMMUNES)
            above, name = f"Ủy ban MTTQ Việt Nam xã {commune}", f"Hội Nông dân xã {commune}"
            signing = Signing(("TM. BAN THƯỜNG VỤ", "CHỦ TỊCH"), "TM. Ban Thường vụ", "Chủ tịch")
            return Body("front", "hoi", (above.upper(),), above, (name.upper(),), name, "HND", commune, (), (signing,))
    return next(body for body in (front(draw) for _ in range(50)) if body.kind in ("mttq", "uy-ban-mttq") and "tỉnh" not in body.name)


def _cited(draw: random.Random, body: Body) -> list[tuple[str, tuple[Told, ...]]]:
    """Sentences with what they cite."""
    serial, day = str(draw.randint(1, 460)), f"{draw.randint(1, 28):02}/{draw.randint(1, 12)}/2030"
    at, commune, province = f"ngày {day}", body.place, draw.choice(PROVINCES)
    kind, code = draw.choice((("Kế hoạch", "KH"), ("Chỉ thị", "CT"), ("Quy định", "QĐ"), ("Công văn", "CV"), ("Hướng dẫn", "HD")))
    organ, letters = draw.choice((("Ban Tổ chức Tỉnh ủy", "BTCTU"), ("Ủy ban Kiểm tra Tỉnh ủy", "UBKTTU"), ("Tỉnh ủy", "TU")))
    of_party = f"{kind} số {serial}-{code}/{letters}, {at}"
    level = draw.choice(("xã", "phường"))
    of_commune = f"Nghị quyết số {serial}-NQ/ĐU {at}"
    of_front = f"Kế hoạch số {serial}/KH-MTTQ-BTT {at}"
    congress = f"Nghị quyết Đại hội đại biểu Đảng bộ {level} {commune} lần thứ I, nhiệm kỳ 2025 - 2030"
    rules = f"Quy chế làm việc của Ban Chấp hành Đảng bộ {level} {commune}"
    steering = f"Kế hoạch số {serial}-KH/BCĐ {at}"
    decided = f"Quyết định số {serial}-QĐ/ĐU {at}"
    pool = [
        (f"Thực hiện {of_party} của {organ} về giữ bến, các chi bộ họp bàn.", (Told(of_party, f"{serial}-{code}/{letters}", organ),)),
        (
            f"Đảng ủy {level} {commune} đã ban hành {of_commune} về giữ rừng đầu nguồn.",
            (Told(of_commune, f"{serial}-NQ/ĐU", f"Đảng ủy {level} {commune}"),),
        ),
        (
            f"Căn cứ {of_front} của Ban Thường trực Ủy ban MTTQ Việt Nam tỉnh {province} về ngày hội giữ nước;",
            (Told(of_front, f"{serial}/KH-MTTQ-BTT", f"Ban Thường trực Ủy ban MTTQ Việt Nam tỉnh {province}"),),
        ),
        (f"Tiếp tục quán triệt {congress} đến từng hội viên.", (Told(congress, None, None),)),
        (
            f"Căn cứ {rules} ban hành kèm theo {decided} của Đảng ủy {level} {commune};",
            (Told(rules, None, None), Told(decided, f"{serial}-QĐ/ĐU", f"Đảng ủy {level} {commune}")),
        ),
        (
            f"Thực hiện {steering} của Ban Chỉ đạo phòng, chống hạn hán, cháy rừng tỉnh {province} về trực bến.",
            (Told(steering, f"{serial}-KH/BCĐ", f"Ban Chỉ đạo phòng, chống hạn hán, cháy rừng tỉnh {province}"),),
        ),
    ]
    return draw.sample(pool, draw.randint(2, 4))


def squeezed(words: str) -> str:
    """Words as they are compared: whatever blanks a text layer put in or left out."""
    return "".join(words.split())


def _wrapped(draw: random.Random, paragraph: str, width: int) -> list[str]:
    """A paragraph's lines; some break behind the hyphen or slash of a number, as pages do."""
    shown = _layer(draw, paragraph)
    return textwrap.wrap(shown, width, initial_indent="      ", break_on_hyphens=draw.random() < 0.5)


_SIGNS = re.compile(r"(?<=\d)([-/])(?=[A-ZĐ])|(?<=[A-ZĐr])(/)(?=[A-ZĐ])")
_TONED = re.compile(r"(?<=[ốứủịếộệọạảàáãậấầẩẫởỏ]) (?=[^\W\d_]|\d)")


def _layer(draw: random.Random, paragraph: str) -> str:
    """A paragraph as a text layer may give it: blanks at the signs of numbers, blanks lost behind vowels with a tone."""
    chance = draw.random()
    if chance < 0.25:
        put = draw.choice(("{} ", " {}", " {} "))
        return _SIGNS.sub(lambda sign: put.format(sign.group()) if draw.random() < 0.5 else sign.group(), paragraph)
    if chance < 0.4:
        return _TONED.sub(lambda _: "" if draw.random() < 0.4 else " ", paragraph)
    return paragraph


def _head(draw: random.Random, body: Body, written: str, dated: str) -> list[str]:
    rule = draw.choice(("", "*", "-----"))
    left = [*body.above, *body.lines, rule, written]
    nation = ["ĐẢNG CỘNG SẢN VIỆT NAM"]
    if body.system != "party":
        nation = ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"]
    match draw.randrange(4):
        case 0:
            return [*left, *nation, dated]
        case 1:
            return [*nation, *left, dated]
        case 2:
            return [*nation, dated, *left]
    width = max(map(len, left)) + 6
    right = [*nation, *[""] * (len(left) - len(nation) - 1), dated]
    return [f"{one:<{width}}{other}".rstrip() for one, other in zip(left, right, strict=True)]


def paper(seed: int) -> Paper:
    """The paper of a seed; the same seed gives the same paper."""
    draw = random.Random(seed)
    body = _body(draw)
    kind, code = draw.choice(_KINDS["party" if body.system == "party" else "front"])
    serial, blank = str(draw.randint(1, 300)), draw.random()
    stated = blank >= 0.15
    symbol = f"-{code}/{body.code}" if body.system == "party" else f"/{code}-{body.code}"
    shown = serial if stated else "    "
    written = f"Số{draw.choice((':', ''))} {shown}{draw.choice(('', ' '))}{symbol}"
    day, month = draw.randint(1, 28), draw.randint(1, 12)
    dated = f"{body.place}, ngày {day:02} tháng {month:02} năm 2031" if blank < 0.85 else f"{body.place}, ngày    tháng    năm 2031"
    subject = draw.choice(_WHAT)
    width = draw.choice((58, 66, 72, _WIDTH))
    signing, signer = draw.choice(body.signings), draw.choice(PEOPLE)
    lines = ["", *(line.center(_WIDTH).rstrip() for line in (kind.upper(), subject)), ""]
    sections: list[str] = []
    citations: list[Told] = []
    for sentence, told in _cited(draw, body):
        lines += _wrapped(draw, sentence, width)
        citations += told
    style = draw.choice(("{}. ", "{}- "))
    clauses = draw.random() < 0.6
    for roman, heading in zip(("I", "II", "III"), draw.sample(_HEADINGS, 3), strict=True):
        lines.append("      " + style.format(roman) + heading)
        sections.append(f"1 {roman}")
        for clause in (1, 2) if clauses else ():
            lines += _wrapped(draw, f"{clause}. {draw.choice(_PLAIN)}", width)
            sections.append(f"2 {clause}")
        for sentence, told in _cited(draw, body)[:1]:
            lines += _wrapped(draw, sentence, width)
            citations += told
    lines += ["", "Nơi nhận:", "- Tỉnh ủy (báo cáo);", "- Lưu Văn phòng.", *signing.lines, "", "", signer]
    made = [*_head(draw, body, written, dated), *lines]
    pages = [made[at : at + _PAGE] for at in range(0, len(made), _PAGE)]
    head = draw.choice(_HEADS) if len(pages) > 2 and draw.random() < 0.5 else ""  # one that stands once cannot be told from a line
    text = "\n\f".join(
        "\n".join(page if number == 1 else [f"{number:>40}", *([head] if head else []), "", *page]) for number, page in enumerate(pages, 1)
    )
    header = {
        "type": kind, "number": f"{serial}{symbol}" if stated else None, "issuer": body.name, "parent": body.parent, "subject": subject,
        "date": f"2031-{month:02}-{day:02}" if blank < 0.85 else "2031", "place": body.place,
        "signer": signer, "signer_title": signing.title, "authority": signing.authority,
    }  # fmt: skip
    return Paper(seed, text + "\n", header, tuple(sections), tuple(citations))


__all__ = ["Paper", "Told", "paper"]
