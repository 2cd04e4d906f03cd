"""Invented consolidated texts ("văn bản hợp nhất"): the base work's text with the notes of what amended it, certified at its end.

Source of the form: Pháp lệnh Hợp nhất văn bản quy phạm pháp luật, 2012.
"""

from __future__ import annotations

import random
import textwrap
from dataclasses import dataclass

from tests.layouts.names import MINISTRIES, PEOPLE, initials
from tests.layouts.outline import PART, outline

_SUBJECTS = ("quy định về bến tạm và kênh rạch", "hướng dẫn chế độ đối với người giữ rừng đầu nguồn", "quy định mức phụ cấp ở chợ quê")
_WIDTH = 84
FIELDS = ("type", "number", "date", "issuer", "subject", "signer", "sections", "self", "notes")


@dataclass(frozen=True)
class Consolidated:
    """``text`` of a consolidated text; ``truth`` of its header, sections, of what "Thông tư này" means and of how many notes it has."""

    seed: int
    text: str
    truth: dict[str, str]
    dimensions: dict[str, str]


def make_consolidated(seed: int) -> Consolidated:
    """The case of a seed; the same seed gives the same case."""
    draw = random.Random(seed)
    field = draw.choice(MINISTRIES[:2])
    ministry = f"Bộ {field}"
    letters = f"B{initials(field)}"
    assembly = draw.random() < 0.2
    kind = "Luật" if assembly else draw.choice(("Thông tư", "Nghị định", "Quyết định"))
    by = {"Luật": "Quốc hội", "Nghị định": "Chính phủ", "Quyết định": "Thủ tướng Chính phủ"}.get(kind, f"Bộ trưởng {ministry}")
    tail = {"Luật": "QH17", "Nghị định": "NĐ-CP", "Quyết định": "QĐ-TTg"}.get(kind, f"TT-{letters}")
    issuer, symbol = ("Văn phòng Quốc hội", "VPQH") if assembly else (ministry, letters)
    subject = "Bến bãi và Kênh rạch" if assembly else draw.choice(_SUBJECTS)
    number = f"{draw.randint(1, 6000)}/VBHN-{symbol}"
    base = f"{draw.randint(1, 90):02}/2028/{tail}"
    amending = [f"{draw.randint(1, 90):02}/20{29 + place}/{tail}" for place in range(draw.randint(1, 2))]
    top = draw.choice(("letterhead", "heading", "nation only", "gazette"))
    notes = draw.choice(("foot", "end"))
    unclosed = draw.random() < 0.25
    name = f"{kind} {subject}" if assembly else kind
    told = name if assembly else f"{subject}"
    opening = [
        f"{name} số {base} ngày 12 tháng 3 năm 2028 của {by}{'' if assembly else f' {told}'}, có hiệu lực kể từ ngày 01 tháng 5 năm 2028, "
        "được sửa đổi, bổ sung bởi:"
    ]
    for place, other in enumerate(amending):
        opening.append(
            f"{kind} số {other} ngày 05 tháng 6 năm 20{29 + place} của {by} sửa đổi, bổ sung một số điều của {name}, "
            f"có hiệu lực kể từ ngày 01 tháng 8 năm 20{29 + place}."
        )
    body = outline(draw, articles=True)
    lines = [line.removeprefix(PART) for line in body.lines]
    recitals = ["Căn cứ Luật Bến bãi ngày 12 tháng 6 năm 2027;", f"{by} ban hành {name}{'' if assembly else f' {told}'}."]
    noted = [
        f"{kind} số {other} {'' if assembly else f'{subject} '}có căn cứ ban hành như sau:\n“Căn cứ Luật Bến bãi năm 2027;\n"
        f"Theo đề nghị của Chánh Văn phòng.{'' if unclosed and place == 0 else '”'}"
        for place, other in enumerate(amending)
    ]
    marked = [line.replace("{}", kind) for line in _marked(lines, len(noted), notes)]
    title = [kind.upper(), subject.upper() if assembly else subject[0].upper() + subject[1:]]
    closing = _certified(draw, issuer, number, signer := draw.choice(PEOPLE), top == "letterhead")
    nation = ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"]
    head = {
        "letterhead": [issuer.upper(), f"Số: {number}", *nation, "Hà Nội, ngày 07 tháng 9 năm 2031"],
        "heading": [f"VĂN BẢN HỢP NHẤT - {issuer.upper()}", *nation],
        "nation only": nation,
        "gazette": ["CÔNG BÁO/Số 288 + 289/Ngày 29-09-2031", "22", *nation],
    }[top]
    pages = [[*head, *title, *opening, *recitals], marked, closing]
    text = (_feet if notes == "foot" else _ends)(pages, noted)
    truth = {
        "type": "Văn bản hợp nhất", "number": number, "date": "2031-09-07", "issuer": issuer,
        "subject": f"{kind} {subject}", "signer": signer, "sections": " / ".join(body.sections), "self": base, "notes": str(len(noted)),
    }  # fmt: skip
    return Consolidated(seed, text, truth, {"top": top, "notes": notes, "base": kind, "unclosed": str(unclosed)})


def _marked(lines: list[str], count: int, notes: str) -> list[str]:
    """The body with the marks of notes behind the first sentences that can bear them."""
    made = []
    number = 0
    for line in lines:
        if number < count and line.endswith("."):
            number += 1
            line += f"[{number}]" if notes == "end" else f"{number}"
        made.append(line)
    return [*made, f"Bãi bỏ quy định trái với {{}} này.{''.join(f'[{left}]' for left in range(number + 1, count + 1))}"]


def _certified(draw: random.Random, issuer: str, number: str, signer: str, headed: bool) -> list[str]:
    office = ["CHỦ NHIỆM"] if issuer.startswith("Văn phòng") else ["KT. BỘ TRƯỞNG", "THỨ TRƯỞNG"]
    if headed:
        return ["XÁC THỰC VĂN BẢN HỢP NHẤT", *office, signer]
    facts = [issuer.upper(), f"Số: {number}"]
    dated = "Hà Nội, ngày 07 tháng 9 năm 2031"
    return draw.choice(
        (
            [*facts, "XÁC THỰC VĂN BẢN HỢP NHẤT", dated, *office, signer],
            [facts[0], "XÁC THỰC VĂN BẢN HỢP NHẤT", facts[1], dated, *office, signer],
            ["XÁC THỰC VĂN BẢN HỢP NHẤT", *facts, dated, *office, signer],
        )
    )


def _ends(pages: list[list[str]], noted: list[str]) -> str:
    notes = [f"[{number}] {line}" for number, note in enumerate(noted, 1) for line in [note.replace("\n", "\n\n")]]
    return "\n\n".join([*(line for page in pages for line in page), *notes]) + "\n"


def _feet(pages: list[list[str]], noted: list[str]) -> str:
    """Pages of the gazette, wrapped; the notes stand at the foot of the page that bears their marks."""
    made: list[str] = []
    for number, page in enumerate(pages):
        lines = [row for line in page for row in textwrap.wrap(line, _WIDTH)]
        if number == 1:
            for place, note in enumerate(noted, 1):
                first, *rest = note.split("\n")
                lines += ["", *textwrap.wrap(f"{place} {first}", _WIDTH), *(row for line in rest for row in textwrap.wrap(line, _WIDTH))]
        made.append("\n".join(lines))
    return f"\n \n \n{23:>20}\nCÔNG BÁO/Số 288 + 289/Ngày 29-09-2031\n \n".join(made) + "\n"
