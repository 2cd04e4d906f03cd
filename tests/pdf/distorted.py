"""Pages of our own as scanners, fax machines and telephones deliver them. All texts and places are invented."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO

from PIL import Image, ImageDraw, ImageFilter, ImageFont

DPI = 200
FONTS = "/usr/share/fonts/truetype/dejavu/DejaVuSerif{}.ttf"
"""Has all letters of Vietnamese; comes with fontconfig, which LibreOffice and Chromium need."""
A4 = (8.27, 11.69)
"""Inches."""


@dataclass(frozen=True, slots=True)
class Letter:
    """What one page says: what there is to be read right, or to be asked."""

    number: str
    date: str
    """As the page writes it."""
    iso: str
    kind: str
    subject: str
    body: tuple[str, ...]
    signer: str

    @property
    def text(self) -> str:
        """All of its words."""
        return " ".join((self.number, self.date, self.kind, self.subject, *self.body, self.signer))


LETTERS = (
    Letter(
        "36/KH-UBND", "ngày 20 tháng 3 năm 2031", "2031-03-20", "KẾ HOẠCH", "Tổng rà soát các bến đò trên sông Mơ",
        (
            "Căn cứ Kết luận số 17-KL/HU ngày 12 tháng 3 năm 2031 của Ban Thường vụ Huyện ủy về phòng, chống thiên tai, huyện "
            "lập kế hoạch nạo vét lòng sông và chỉnh trang các bến đò như sau:",
            "1. Các xã lập danh sách 48 bến đò, kiểm tra áo phao, biển báo và báo cáo kết quả trước ngày 30 tháng 4 năm 2031.",
            "2. Phòng Hạ tầng bố trí 1.250 triệu đồng, nghiệm thu từng bến, đạt 95,5% trở lên mới cho hoạt động lại.",
        ),
        "Lê Văn Mơ",
    ),
    Letter(
        "108/BC-UBND", "ngày 07 tháng 11 năm 2032", "2032-11-07", "BÁO CÁO", "Kết quả trồng rừng ven suối năm 2032",
        (
            "Thực hiện Chỉ thị số 09-CT/HU ngày 28 tháng 6 năm 2032 của Ban Thường vụ Huyện ủy, huyện báo cáo kết quả như sau:",
            "Đến nay 13 xã đã trồng 317,6 ha rừng, bằng 106% kế hoạch; 2.480 hộ nhận khoán, trong đó 691 hộ nghèo.",
            "Còn 3 xã chưa giao đất xong do hồ sơ đo đạc từ năm 1998 bị thất lạc.",
        ),
        "Hà Thị Suối",
    ),
)  # fmt: skip


def page(letter: Letter, dpi: int = DPI) -> Image.Image:
    """The page in grey."""
    made = Image.new("L", (round(A4[0] * dpi), round(A4[1] * dpi)), 255)
    draw = ImageDraw.Draw(made)

    def font(points: float, style: str = "") -> ImageFont.FreeTypeFont:
        return ImageFont.truetype(FONTS.format(style), round(points * dpi / 72))

    def centred(inches: float, down: float, text: str, points: float = 11, style: str = "") -> None:
        face = font(points, style)
        draw.text((inches * dpi - draw.textlength(text, face) / 2, down * dpi), text, 0, face)

    centred(2.4, 0.8, "UBND TỈNH SÔNG MƠ")
    centred(2.4, 1.05, "UBND HUYỆN ĐÁ BẠC", style="-Bold")
    centred(2.4, 1.45, f"Số: {letter.number}")
    centred(5.7, 0.8, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 10, "-Bold")
    centred(5.7, 1.05, "Độc lập - Tự do - Hạnh phúc", style="-Bold")
    centred(5.7, 1.45, f"Đá Bạc, {letter.date}")
    centred(4.4, 2.0, letter.kind, 12, "-Bold")
    centred(4.4, 2.3, letter.subject, 12, "-Bold")
    down, face = 2.9, font(12)
    for text in letter.body:
        line, left = "", 1.6
        for word in [*text.split(), ""]:
            if word and draw.textlength(f"{line} {word}".strip(), face) <= (7.6 - left) * dpi:
                line = f"{line} {word}".strip()
                continue
            draw.text((left * dpi, down * dpi), line, 0, face)
            line, left, down = word, 1.2, down + 0.28
    centred(6.0, down + 0.2, "CHỦ TỊCH", style="-Bold")
    centred(6.0, down + 1.1, letter.signer, style="-Bold")
    return made


def turned(degrees: float) -> Change:
    """Lying so much to the left of upright."""
    return lambda image: image.rotate(degrees, expand=True, fillcolor=255, resample=Image.Resampling.BICUBIC)


def blurred(radius: float) -> Change:
    """Out of focus, by so many pixels."""
    return lambda image: image.filter(ImageFilter.GaussianBlur(radius))


def noisy(share: float) -> Change:
    """With so large a share of pixels black or white at random; always the same ones."""

    def change(image: Image.Image) -> Image.Image:
        made, chance = image.copy(), random.Random(7)
        for _ in range(round(share * made.width * made.height)):
            made.putpixel((chance.randrange(made.width), chance.randrange(made.height)), chance.choice((0, 255)))
        return made

    return change


def sampled(across: int, down: int | None = None) -> Change:
    """At so many dots an inch, down the page at another number where that is given."""

    def change(image: Image.Image) -> Image.Image:
        high = round(A4[1] * (down or across))
        return image.resize((round(A4[0] * across), high), Image.Resampling.LANCZOS)

    return change


def faxed(image: Image.Image) -> Image.Image:
    """By a fax machine (ITU-T T.4, standard resolution): black and white, 204 dots an inch across, 98 down, shown at 204 by 196."""
    narrow = image.resize((1728, 1145), Image.Resampling.BILINEAR).point(lambda value: 255 * (value > 150))
    return narrow.resize((1728, 2290), Image.Resampling.NEAREST)


def faint(image: Image.Image) -> Image.Image:
    """With little ink on grey paper."""
    return image.point(lambda value: 150 + value * 70 // 255)


Change = Callable[[Image.Image], Image.Image]

CHANGES: dict[str, Change] = {
    "none": lambda image: image,
    **{f"turned {degrees}": turned(degrees) for degrees in (90, 180, 270)},
    **{f"slant {degrees}": turned(degrees) for degrees in (0.5, -0.5, 1, -1, 1.5, 2, -2, 2.5, -2.5, 3.5, -3.5, 5, -5)},
    **{f"blur {radius}": blurred(radius) for radius in (0.8, 1.6, 2.5)},
    **{f"noise {share}": noisy(share) for share in (0.002, 0.01, 0.03)},
    **{f"{dpi} dpi": sampled(dpi) for dpi in (100, 150, 300)},
    "fax": faxed,
    "fax aslant": lambda image: faxed(turned(1.2)(image)),
    "faint": faint,
    "telephone": lambda image: sampled(130)(noisy(0.002)(blurred(1.0)(turned(-1.8)(faint(image))))),
    "upside down fax": lambda image: turned(180)(faxed(image)),
}
"""By name, what may happen to a page."""


def scan(letter: Letter, change: str) -> bytes:
    """A page after ``change``, as a PNG file."""
    out = BytesIO()
    source = page(letter, 300) if change == "300 dpi" else page(letter)
    CHANGES[change](source).save(out, "PNG")
    return out.getvalue()
