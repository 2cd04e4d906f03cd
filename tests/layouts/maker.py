"""Invented documents in many layouts, each with what it says: how a reader of headers proves that it generalises.

A case is drawn from a seed: issuer, type, parts that are blank or missing, layout of the letterhead, wrapping, noise and closing. The truth
is known because the text was made from it; dimensions are kept beside it, so that a fault can be told by its cause.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field

from tests.layouts.bodies import PEOPLE, Body, Signing, any_body

_WHAT = (
    "tăng cường quản lý bến bãi và kênh rạch trên địa bàn", "rà soát nhà ở xuống cấp tại các làng nghề ven sông",
    "phát động phong trào trồng tre giữ đất năm 2031", "sơ kết 01 năm thực hiện Kết luận số 14-KL/TU về giữ rừng đầu nguồn",
    "triển khai thực hiện Chỉ thị số 22-CT/TU của Ban Thường vụ Tỉnh ủy về nếp sống ở chợ quê",
)  # fmt: skip
_RULES = ("", "", "-------", "_____&_____", "=====o0o=====", "*", "***", "________________")
_GAZETTE = ("CÔNG BÁO/Số 17 + 18/Ngày 04-02-2031", "VĂN BẢN QUY PHẠM PHÁP LUẬT", "3")
_BODY = (
    "Thực hiện chủ trương chung, các đơn vị khẩn trương rà soát, bảo đảm đúng quy định.",
    "1. Rà soát bến bãi đang hoạt động, lập danh sách theo từng địa bàn.",
    "2. Báo cáo kết quả trước ngày 30 tháng 9 năm 2031.",
)
FIELDS = ("type", "number", "date", "place", "issuer", "parent", "subject", "signer", "signer_title", "authority")


@dataclass(frozen=True)
class Case:
    """``text`` in the format ``ending``; ``truth`` by field (None: not stated); ``dimensions`` name what was drawn."""

    seed: int
    ending: str
    text: str
    truth: dict[str, str | None]
    dimensions: dict[str, str] = field(default_factory=dict)


def make(seed: int) -> Case:
    """The case of a seed; the same seed gives the same case."""
    draw = random.Random(seed)
    body = any_body(draw)
    kind, code = draw.choice(body.types)
    subject = draw.choice(_WHAT)
    letter = kind == "Công văn"
    blank = draw.choices(("nothing", "number", "day", "place"), (7, 1, 1, 1))[0]
    number, written = _number(draw, body, code, blank == "number")
    date, dated = _date(draw, body.place, blank)
    signing = draw.choice(body.signings)
    signer = draw.choice(PEOPLE)
    ending = draw.choice(("txt", "md"))
    layout = draw.choice(("left first", "right first", "row by row", "headings" if ending == "md" else "side by side"))
    noise = draw.choices(("none", "gazette", "page marks"), (6, 1, 1))[0]
    about = f"V/v {subject}" if letter else draw.choice((f"Về {subject}", f"Về việc {subject}", subject[0].upper() + subject[1:]))
    rule = draw.choice(_RULES)
    left = [*body.above, *body.lines, rule, written, *([about] if letter else [])]
    right = _right(body, rule, dated)
    head = _layout(layout, left, right)
    title = ["Kính gửi: Các phòng, ban và các xã"] if letter else [kind.upper(), about]
    closing, closed = _closing(draw, signing, signer, ending)
    lines = [*_noise(noise), *head, *title, rule, *_BODY, *closing]
    separator = "\n\n" if ending == "md" or draw.random() < 0.6 else "\n"
    text = separator.join(line for line in lines if line) + "\n"
    truth = {
        "type": kind, "number": number, "date": date, "place": None if blank == "place" else body.place,
        "issuer": body.name, "parent": body.parent, "subject": subject if letter else about,
        "signer": signer, "signer_title": signing.title, "authority": signing.authority,
    }  # fmt: skip
    shown = {"issuer": body.kind, "layout": layout, "format": ending, "blank": blank, "noise": noise, "closing": closed}
    return Case(seed, ending, text, truth, shown | {"lines": "parted" if separator == "\n\n" else "dense", "rule": rule or "none"})


def _number(draw: random.Random, body: Body, code: str, blank: bool) -> tuple[str | None, str]:
    serial = str(draw.randint(1, 6000)).zfill(2)
    if body.system == "party":
        symbol = f"-{code}/{body.code}"
        return (None, f"Số        {symbol}") if blank else (f"{serial}{symbol}", f"Số {serial}{symbol}")
    year = "/2031" if code in {"TT", "NQ"} else ""
    symbol = f"{year}/{code}-{body.code}" if code else f"/{body.code}-VP"
    return (None, f"Số:       {symbol}") if blank else (f"{serial}{symbol}", f"Số: {serial}{symbol}")


def _date(draw: random.Random, place: str, blank: str) -> tuple[str, str]:
    day, month = draw.randint(1, 28), draw.randint(1, 12)
    where = "" if blank == "place" else f"{place}, "
    head = "ngày" if where else "Ngày"
    if blank == "day":
        return f"2031-{month:02}", f"{where}{head}      tháng {month} năm 2031"
    return f"2031-{month:02}-{day:02}", f"{where}{head} {day:02} tháng {month} năm 2031"


def _right(body: Body, rule: str, dated: str) -> list[str]:
    if body.system == "party":
        return ["ĐẢNG CỘNG SẢN VIỆT NAM", rule, dated]
    return ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", rule, dated]


def _layout(layout: str, left: list[str], right: list[str]) -> list[str]:
    if layout == "right first":
        return [*right[:-1], *left, right[-1]]
    if layout == "row by row":
        size = max(len(left), len(right))
        rows = zip(left + [""] * (size - len(left)), right + [""] * (size - len(right)), strict=True)
        return [line for row in rows for line in row]
    if layout == "side by side":
        size = max(len(left), len(right))
        wide = max(len(line) for line in left) + 8
        rows = zip(left + [""] * (size - len(left)), right + [""] * (size - len(right)), strict=True)
        return [f"{one:<{wide}}{other}".rstrip() for one, other in rows]
    if layout == "headings":
        return [f"# {line}" if index < 2 and line[:1].isalpha() else line for index, line in enumerate([*left, *right])]
    return [*left, *right]


def _noise(noise: str) -> list[str]:
    return {"none": [], "gazette": list(_GAZETTE[:2]), "page marks": [_GAZETTE[2]]}[noise]


def _closing(draw: random.Random, signing: Signing, signer: str, ending: str) -> tuple[list[str], str]:
    recipients = ["Nơi nhận:", "- Như trên;", "- Lưu: VT."]
    way = draw.choice(("plain", "signed", "bold") if ending == "md" else ("plain", "signed", "name first"))
    lines = list(signing.lines)
    if way == "bold":
        return [*recipients, *(f"**{line}**" for line in lines), f"**{signer}**"], way
    if way == "signed":
        return [*recipients, *lines, "(Đã ký)", signer], way
    if way == "name first":
        return [*lines, signer, *recipients], way
    return [*recipients, *lines, signer], way
