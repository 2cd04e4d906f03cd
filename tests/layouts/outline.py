"""Numbered headings and provisions of invented texts, in the shapes that documents really have, with the sections that they are."""

from __future__ import annotations

import random
from dataclasses import dataclass

_HEADINGS = ("Mục đích, yêu cầu", "Nội dung thực hiện", "Tổ chức thực hiện", "Đánh giá kết quả", "Kinh phí thực hiện")
_SENTENCES = (
    "Các đơn vị rà soát bến bãi đang hoạt động, lập danh sách theo từng địa bàn.",
    "Giao phòng chuyên môn theo dõi, đôn đốc việc thực hiện; kịp thời báo cáo khi có vướng mắc.",
    "Bảo đảm kênh rạch thông thoáng trước mùa mưa, không để tồn đọng.",
    "Tuyên truyền để bà con tự giác giữ gìn nếp sống ở chợ quê.",
)
_PLAIN = ("Đối tượng áp dụng", "Phạm vi điều chỉnh", "Trách nhiệm của các đơn vị", "Điều khoản thi hành")
PART = "\x01"
"""Stands before a line that is a heading (formats make it bold or centred)."""


@dataclass(frozen=True)
class Outline:
    """``lines`` of the body, headings marked with ``PART``; ``sections`` as "level label"."""

    shape: str
    lines: tuple[str, ...]
    sections: tuple[str, ...]


def outline(draw: random.Random, *, articles: bool) -> Outline:
    """A body in one shape: by articles for acts, else by one of the rows of numbers that plans and reports use."""
    if articles:
        return _articles(draw)
    return draw.choice((_roman, _roman, _digits, _decimal, _letters, _parts, _plain))(draw)


def _sentence(draw: random.Random) -> str:
    return draw.choice(_SENTENCES)


def _articles(draw: random.Random) -> Outline:
    lines: list[str] = []
    sections: list[str] = []
    chapters = draw.random() < 0.4
    base = 2 if chapters else 1
    number = 0
    for chapter in range(1, (2 if chapters else 1) + 1):
        if chapters:
            roman = ("I", "II")[chapter - 1]
            lines += [f"{PART}Chương {roman}", f"{PART}{draw.choice(_HEADINGS).upper()}"]
            sections.append(f"1 Chương {roman}")
        for _ in range(draw.randint(2, 3)):
            number += 1
            titled = draw.random() < 0.7
            lines.append(f"{PART}Điều {number}. {draw.choice(_PLAIN)}" if titled else f"Điều {number}. {_sentence(draw)}")
            sections.append(f"{base} Điều {number}")
            if not titled or draw.random() < 0.3:
                lines += [_sentence(draw)] if titled else []
                continue
            for clause in (1, 2):
                points = draw.random() < 0.4
                lines.append(f"{clause}. " + (f"{draw.choice(_PLAIN)} gồm:" if points else _sentence(draw)))
                sections.append(f"{base + 1} {clause}")
                for letter in "ab" if points else "":
                    lines.append(f"{letter}) {_sentence(draw)}")
                    if base + 2 <= 3:
                        sections.append(f"{base + 2} {letter}")
    return Outline("articles", tuple(lines), tuple(sections))


def _roman(draw: random.Random) -> Outline:
    close = draw.choice((". ", "- ", " - "))
    inner = "- " if close == "- " else ". "
    lines: list[str] = [_sentence(draw)]
    sections: list[str] = []
    for roman in ("I", "II", "III")[: draw.randint(2, 3)]:
        lines.append(f"{PART}{roman}{close}{draw.choice(_HEADINGS).upper()}")
        sections.append(f"1 {roman}")
        for number in (1, 2):
            titled = draw.random() < 0.5
            lines.append((f"{PART}{number}{inner}{draw.choice(_PLAIN)}") if titled else f"{number}{inner}{_sentence(draw)}")
            sections.append(f"2 {number}")
            if titled:
                for letter in "ab":
                    lines.append(f"{letter}) {_sentence(draw)}")
                    sections.append(f"3 {letter}")
    return Outline("roman" + close.strip(), tuple(lines), tuple(sections))


def _digits(draw: random.Random) -> Outline:
    lines: list[str] = [_sentence(draw)]
    sections: list[str] = []
    for number in (1, 2, 3):
        lines.append(f"{number}. {_sentence(draw)}")
        sections.append(f"1 {number}")
        for _ in range(draw.choice((0, 0, 2))):
            lines.append(f"- {_sentence(draw)}")
    return Outline("digits", tuple(lines), tuple(sections))


def _decimal(draw: random.Random) -> Outline:
    lines: list[str] = []
    sections: list[str] = []
    for number in (1, 2):
        lines.append(f"{PART}{number}. {draw.choice(_HEADINGS)}")
        sections.append(f"1 {number}")
        for inner in (1, 2):
            close = draw.choice((". ", " "))
            lines.append(f"{number}.{inner}{close}{_sentence(draw)}")
            sections.append(f"2 {number}.{inner}")
    return Outline("decimal", tuple(lines), tuple(sections))


def _letters(draw: random.Random) -> Outline:
    lines: list[str] = []
    sections: list[str] = []
    for letter in "AB":
        lines.append(f"{PART}{letter}. {draw.choice(_HEADINGS).upper()}")
        sections.append(f"1 {letter}")
        for roman in ("I", "II"):
            lines.append(f"{PART}{roman}. {draw.choice(_HEADINGS).upper()}")
            sections.append(f"2 {roman}")
            for number in (1, 2):
                lines.append(f"{number}. {_sentence(draw)}")
                sections.append(f"3 {number}")
    return Outline("letters", tuple(lines), tuple(sections))


def _parts(draw: random.Random) -> Outline:
    lines: list[str] = []
    sections: list[str] = []
    for word in ("thứ nhất", "thứ hai"):
        lines += [f"{PART}Phần {word}", f"{PART}{draw.choice(_HEADINGS).upper()}"]
        sections.append(f"1 Phần {word}")
        for roman in ("I", "II"):
            lines.append(f"{PART}{roman}. {draw.choice(_HEADINGS)}")
            sections.append(f"2 {roman}")
            lines.append(_sentence(draw))
    return Outline("parts", tuple(lines), tuple(sections))


def _plain(draw: random.Random) -> Outline:
    return Outline("plain", tuple(_sentence(draw) for _ in range(3)), ())
