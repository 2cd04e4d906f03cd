"""Invented documents in many layouts, each with what it says: how a reader of headers proves that it generalises.

A case is drawn from a seed: issuer, type, parts that are blank or missing, layout of the letterhead, format, noise, shape of the body,
closing. The truth is known because the text was made from it; dimensions are kept beside it, so that a fault can be told by its cause.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from tests.layouts.bodies import Body, Signing
from tests.layouts.formats import WRITERS
from tests.layouts.front import front
from tests.layouts.names import PEOPLE
from tests.layouts.outline import Outline, outline
from tests.layouts.party import party
from tests.layouts.sheet import Sheet
from tests.layouts.state import state

_WHAT = (
    "tăng cường quản lý bến bãi và kênh rạch trên địa bàn", "rà soát nhà ở xuống cấp tại các làng nghề ven sông",
    "phát động phong trào trồng tre giữ đất năm 2031", "sơ kết 01 năm thực hiện Kết luận số 14-KL/TU về giữ rừng đầu nguồn",
    "triển khai thực hiện Chỉ thị số 22-CT/TU của Ban Thường vụ Tỉnh ủy về nếp sống ở chợ quê",
    "thực hiện Chỉ thị số 05-CT/TU về đổi mới sinh hoạt ở các bến sông", "ngày hội giữ nước năm 2031",
)  # fmt: skip
_RULES = ("", "", "-------", "_____&_____", "=====o0o=====", "*", "***", "________________")
_GAZETTE = ("CÔNG BÁO/Số 17 + 18/Ngày 04-02-2031", "VĂN BẢN QUY PHẠM PHÁP LUẬT")
_URGENCIES = ("HỎA TỐC", "KHẨN", "THƯỢNG KHẨN", "HỎA TỐC HẸN GIỜ")
_ENACTED = {"Quyết định", "Thông tư", "Nghị định", "Nghị quyết"}
"""Types that are issued by articles, and whose enacting sentence names the issuer."""
FIELDS = (
    "type", "number", "date", "place", "issuer", "parent", "subject", "signer", "signer_title", "authority", "signers", "urgency",
    "sections",
)  # fmt: skip


@dataclass(frozen=True)
class Case:
    """``data`` is the file of a kind ``ending``; ``truth`` by field (None: not stated); ``dimensions`` name what was drawn."""

    seed: int
    ending: str
    data: bytes
    truth: dict[str, str | None]
    dimensions: dict[str, str] = field(default_factory=dict)


def make(seed: int, body_of: Callable[[random.Random, bool], Outline] | None = None) -> Case:
    """The case of a seed; the same seed gives the same case. ``body_of`` makes the body (by articles or not) in the place of ``outline``;
    type, number, date and issuer stay the same."""
    draw = random.Random(seed)
    body = draw.choices((party, state, front), (4, 5, 1))[0](draw)
    kind, code = draw.choice(body.types)
    minutes = body.signers == 1 and body.kind != "chinh-phu" and draw.random() < 0.05
    if minutes:
        kind, code = "Biên bản", "BB"
    enacted = kind in _ENACTED
    name = draw.choices(tuple(WRITERS), (5, 4, 2, 3, 3, 3, *((1, 1) if enacted and body.enacts else (0, 0))))[0]
    ending, layouts, write = WRITERS[name]
    layout = draw.choice(layouts)
    headless = name in ("portal", "bare")
    blank = "nothing" if headless else draw.choices(("nothing", "number", "day", "place"), (7, 1, 1, 1))[0]
    number, written = _number(draw, body, code, blank == "number")
    date, dated = _date(draw, body.place, blank)
    letter = kind == "Công văn"
    subject = draw.choice(_WHAT)
    about, title, lines = _title(draw, kind, subject, letter)
    urgency = draw.choice(_URGENCIES) if not headless and draw.random() < 0.08 else None
    signings, signers = _signings(draw, body, minutes)
    rule = draw.choice(_RULES)
    text = body_of(draw, enacted) if body_of else outline(draw, articles=enacted)
    sheet = Sheet(
        (*body.above, *body.lines, rule, written, *((urgency,) if urgency else ()), *((about,) if letter else ())),
        _right(body, rule, dated),
        (*title, rule) if name in ("txt", "md") else title,
        (*_opening(kind, body, subject), *text.lines),
        ("Nơi nhận:", "- Như trên;", "- Lưu: VT."),
        tuple((*signing.lines, *mark, signer) for (signing, signer), mark in zip(signers, _marks(draw, signers, name), strict=True)),
    )
    sheet, noise = _noise(draw, sheet, name)
    closed = "one" if len(signers) == 1 else "two"
    if headless or name == "html":
        sheet = replace(sheet, properties=_properties(kind, about, number, date, body, signings[0], signers[0][1]))
    data = write(sheet, layout, "\n\n" if draw.random() < 0.6 else "\n")
    truth: dict[str, str | None] = {
        "type": kind, "number": number, "date": date, "place": None if blank == "place" else body.place,
        "issuer": body.name, "parent": body.parent, "subject": subject if letter else about,
        "signer": signers[0][1], "signer_title": signings[0].title, "authority": signings[0].authority,
        "signers": " ; ".join(signer for _, signer in signers), "urgency": urgency, "sections": " / ".join(text.sections),
    }  # fmt: skip
    if headless:
        truth |= {"place": None, **({"number": None, "date": None} if name == "bare" else {})}
    shown = {
        "issuer": body.kind, "format": name, "layout": layout, "blank": blank, "noise": noise, "closing": closed, "rule": rule or "none",
        "title": lines, "urgency": urgency or "none", "body": text.shape,
    }  # fmt: skip
    return Case(seed, ending, data, truth, shown)


def _title(draw: random.Random, kind: str, subject: str, letter: bool) -> tuple[str, tuple[str, ...], str]:
    """The subject as written, the lines of the title, and in how many lines the subject stands."""
    if letter:
        return f"V/v {subject}", ("Kính gửi: Các phòng, ban và các xã",), "letter"
    about = draw.choice((f"Về {subject}", f"Về việc {subject}", subject[0].upper() + subject[1:]))
    shown = about.upper() if draw.random() < 0.2 else about
    words = shown.split()
    if draw.random() < 0.3 and len(words) > 8:
        size = -(-len(words) // 3)
        return about, (kind.upper(), *(" ".join(words[at : at + size]) for at in range(0, len(words), size))), "three lines"
    return about, (kind.upper(), shown), "capitals" if shown.isupper() else "one line"


def _number(draw: random.Random, body: Body, code: str, blank: bool) -> tuple[str | None, str]:
    serial = str(draw.randint(1, 6000)).zfill(2)
    if body.system == "party":
        symbol = f"-{code}/{body.code}"
        return (None, f"Số        {symbol}") if blank else (f"{serial}{symbol}", f"Số {serial}{symbol}")
    year = "/2031" if code in {"TT", "TTLT", "NĐ"} or (code == "NQ" and body.code != "CP") else ""
    symbol = f"{year}/{code}-{body.code}" if code else f"/{body.code}-VP"
    return (None, f"Số:       {symbol}") if blank else (f"{serial}{symbol}", f"Số: {serial}{symbol}")


def _date(draw: random.Random, place: str, blank: str) -> tuple[str, str]:
    day, month = draw.randint(1, 28), draw.randint(1, 12)
    where = "" if blank == "place" else f"{place}, "
    head = "ngày" if where else "Ngày"
    if blank == "day":
        return f"2031-{month:02}", f"{where}{head}      tháng {month} năm 2031"
    return f"2031-{month:02}-{day:02}", f"{where}{head} {day:02} tháng {month} năm 2031"


def _right(body: Body, rule: str, dated: str) -> tuple[str, ...]:
    if body.system == "party":
        return ("ĐẢNG CỘNG SẢN VIỆT NAM", rule, dated)
    return ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", rule, dated)


def _opening(kind: str, body: Body, subject: str) -> tuple[str, ...]:
    """What stands before the first provision: recitals and the enacting sentence of acts, a sentence otherwise."""
    if kind in _ENACTED and body.enacts:
        recitals = ("Căn cứ Luật Bến bãi ngày 12 tháng 6 năm 2029;", "Theo đề nghị của Chánh Văn phòng,")
        return (*recitals, f"{body.enacts} ban hành {kind} về {subject}.")
    return ("Theo chủ trương chung, các đơn vị khẩn trương rà soát, bảo đảm đúng quy định.",)


def _signings(draw: random.Random, body: Body, minutes: bool) -> tuple[tuple[Signing, ...], tuple[tuple[Signing, str], ...]]:
    """How the document is signed, and by whom."""
    if minutes:
        signings: tuple[Signing, ...] = (Signing(("THƯ KÝ",), None, "Thư ký"), Signing(("CHỦ TỌA",), None, "Chủ tọa"))
    elif body.signers > 1:
        names = body.name.split(" - ")
        signings = tuple(Signing((f"KT. BỘ TRƯỞNG {name.upper()}", "THỨ TRƯỞNG"), f"KT. Bộ trưởng {name}", "Thứ trưởng") for name in names)
    else:
        signings = (draw.choice(body.signings),)
    return signings, tuple(zip(signings, draw.sample(PEOPLE, len(signings)), strict=True))


def _marks(draw: random.Random, signers: tuple[tuple[Signing, str], ...], name: str) -> list[tuple[str, ...]]:
    """ "(Đã ký)" above the names or not."""
    mark = ("(Đã ký)",) if draw.random() < 0.3 else ()
    return [mark for _ in signers]


def _noise(draw: random.Random, sheet: Sheet, name: str) -> tuple[Sheet, str]:
    """What does not belong to the document: a gazette's head, a page's mark, the stamp of a copy, its certification below."""
    if name in ("portal", "bare", "html"):
        return sheet, "none"
    match draw.choices(("none", "gazette", "page marks", "copy stamp", "certified"), (6, 1, 1, 1, 1))[0]:
        case "gazette":
            return replace(sheet, before=_GAZETTE), "gazette"
        case "page marks":
            return replace(sheet, before=("3",)), "page marks"
        case "copy stamp":
            return replace(sheet, before=("SAO Y; ỦY BAN NHÂN DÂN XÃ CHỢ MỚI; 12/05/2031 08:12:33",)), "copy stamp"
        case "certified":
            after = (
                "CHỨNG THỰC BẢN SAO ĐÚNG VỚI BẢN CHÍNH", "Số chứng thực: 512/SCT/BS", "Ngày 12 tháng 5 năm 2033",
                "CÔNG CHỨC TƯ PHÁP", "Tạ Văn Khế",
            )  # fmt: skip
            return replace(sheet, after=after), "certified"
    return sheet, "none"


def _properties(
    kind: str, about: str, number: str | None, date: str, body: Body, signing: Signing, signer: str
) -> tuple[tuple[str, str], ...]:
    """What a portal tells of a document."""
    day = "/".join(reversed(date.split("-")))
    return (
        ("Trích yếu", f"{kind} số {number} {about}"), ("Số hiệu", number or "--"), ("Loại văn bản", kind),
        ("Ngày ban hành", day), ("Tình trạng hiệu lực", "Còn hiệu lực"), ("Cơ quan ban hành", body.name),
        ("Chức danh", signing.title or "--"), ("Người ký", signer),
    )  # fmt: skip


__all__ = ["FIELDS", "Case", "Outline", "make"]
