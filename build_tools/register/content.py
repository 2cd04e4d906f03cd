"""Which content folder is meant, and its settings.

A content folder is one that holds ``chi-nam.yaml``. It is named by an option, or it is the nearest one from the folder at hand upwards.
"""

from __future__ import annotations

import os
from importlib import import_module
from pathlib import Path
from typing import Annotated, Any

import msgspec
from msgspec import Meta

from build_tools.messages import refusal
from build_tools.model.diagnostic import InputError
from build_tools.model.row import Row
from build_tools.model.settings import EXPORTS, UNSTATED, Content, Export, Settings
from build_tools.register.tables import ONCE, Address, Text
from build_tools.tables.yaml_text import read_yaml

SETTINGS = "chi-nam.yaml"
PICTURES = frozenset({".svg", ".png", ".jpg", ".jpeg", ".webp"})
LEAST_CONTRAST = 4.5
"""Of white letters on the colour: WCAG 2.2, success criterion 1.4.3, level AA."""


class SettingsRow(Row, frozen=True):
    """``chi-nam.yaml``: what a unit says of its site."""

    name: Annotated[Text, Meta(max_length=60, description="tên trang, đứng ở đầu mọi trang")] = ""
    description: Annotated[Text, Meta(description="một câu nói trang này là gì")] = ""
    issuer: Annotated[Text, Meta(description="cơ quan chủ quản trang, tên đầy đủ")] = ""
    address: Annotated[Text, Meta(description="địa chỉ, điện thoại, thư điện tử để liên hệ; hiện ở chân trang")] = ""
    url: Annotated[Address, Meta(description="địa chỉ công khai của trang, ví dụ “https://vi-du.github.io/tra-cuu/”")] = ""
    colour: Annotated[str, Meta(pattern="^#[0-9A-Fa-f]{6}$", description="màu nền đầu trang, dạng “#7d1a12”, đủ đậm cho chữ trắng")] = ""
    logo: Annotated[Text, Meta(description="đường dẫn tệp ảnh trong thư mục này, ví dụ “docs/assets/logo.svg”")] = ""
    exports: Annotated[
        tuple[Export, ...],
        Meta(
            extra_json_schema=ONCE,
            description="loại tệp cho người đọc tải: csv (bảng), json (dữ liệu), ics (lịch), atom (tin mới); không ghi là đủ cả",
        ),
    ] = EXPORTS


def find_content(named: Path | None = None, data: Path | None = None, *, needed: bool = True) -> Content:
    """The content folder ``named``, else the nearest from here upwards; ``data`` takes the place of its data folder.

    Where there is none: ``data`` alone with a site of no particular name; else an empty content, unless one is ``needed``.
    Raises ``InputError``: no such folder, no data in it, settings that cannot be used.
    """
    if named is not None and not (named / SETTINGS).is_file():
        raise refusal("content-folder.named" if named.is_dir() else "content-folder.absent", str(named), settings=SETTINGS)
    folder = named if named is not None else _upwards(Path.cwd())
    if folder is None and data is None and needed:
        raise refusal("content-folder.none", str(Path.cwd()), settings=SETTINGS)
    settings = load_settings(folder / SETTINGS) if folder is not None else UNSTATED
    found = Content(folder or Path(), data or (folder or Path()) / "data", settings)
    if needed and not found.data.is_dir():
        raise refusal("documents-folder.data", str(found.data))
    return found


def _upwards(start: Path) -> Path | None:
    for folder in (start, *start.parents):
        if (folder / SETTINGS).is_file():
            return Path(os.path.relpath(folder, start))
    return None


def load_settings(path: Path) -> Settings:
    """Read ``chi-nam.yaml``. Raises ``InputError`` naming every fault with its line.

    One that states nothing is what a copy cut off half-way, or a full disk, leaves behind: no site is built under another name for it.
    """
    file = read_yaml(path)
    if file.value in (None, {}):
        raise InputError(file.finding("content-settings.empty", ()))
    if not _fits(file.value) and (faults := import_module("build_tools.register.schema").check(file, "chi-nam")):
        raise InputError(*faults)
    row: dict[str, Any] = file.value
    if (colour := row.get("colour")) and _contrast_with_white(colour) < LEAST_CONTRAST:
        raise InputError(file.finding("content-settings.colour", ("colour",), colour=colour))
    if logo := row.get("logo"):
        inside = (path.parent / logo).resolve()
        if not inside.is_relative_to(path.parent.resolve()) or not inside.is_file() or inside.suffix.lower() not in PICTURES:
            raise InputError(file.finding("content-settings.logo", ("logo",), logo=logo, endings=" ".join(sorted(PICTURES))))
    return Settings(**row | ({"exports": tuple(row["exports"])} if "exports" in row else {}))


def _fits(value: object) -> bool:
    """Whether these are settings; if not, the schema tells all that is wrong: it is not even loaded before."""
    try:
        row = msgspec.convert(value, SettingsRow)
    except msgspec.ValidationError:
        return False
    return len(set(row.exports)) == len(row.exports)


def _contrast_with_white(colour: str) -> float:
    """The contrast ratio of WCAG between white and ``colour`` ("#rrggbb")."""
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in channels]
    return 1.05 / (0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2] + 0.05)
