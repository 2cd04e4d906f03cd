"""Mở một văn bản mới để gõ trực tiếp: tạo thư mục trong data/documents với khung source.md và metadata.yaml.

Đã có tệp .docx, .pdf hay bản quét? Dùng lệnh add.

Ví dụ:
  python -m build_tools new --type "Kết luận" --number 12-KL/TU --issuer "Tỉnh ủy Đồng Tháp" --date 2022-03-05
  python -m build_tools new --type "Báo cáo" --number 7-BC/HU --issuer "Huyện ủy Đá Bạc" --kind digest
"""

from __future__ import annotations

import argparse
import unicodedata
from pathlib import Path

from build_tools.identity import canonical_number, encode_number
from build_tools.messages import refusal
from build_tools.model.register import DocumentType
from build_tools.naming import type_named
from build_tools.register import load_register, real_date
from build_tools.register.edit import dump_metadata

SKELETON = """{issuer}

Số {number}

{place_and_date}

{type}

{subject}

1. (nội dung điểm 1)

2. (nội dung điểm 2)

Nơi nhận:

- (nơi nhận),
- Lưu.

(chức vụ người ký)

(họ tên người ký)
"""


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("--type", required=True, metavar="LOẠI", help="loại văn bản, ví dụ “Kết luận”")
    parser.add_argument("--number", required=True, metavar="SỐ", help="số, ký hiệu, ví dụ 12-KL/TU")
    parser.add_argument("--issuer", required=True, metavar="CƠ_QUAN", help="cơ quan ban hành, tên đầy đủ")
    parser.add_argument("--date", metavar="NGÀY", help="ngày ban hành, năm-tháng-ngày")
    parser.add_argument("--place", metavar="NƠI", help="nơi ban hành")
    parser.add_argument("--subject", default="(trích yếu)", metavar="TRÍCH_YẾU", help="trích yếu nội dung")
    parser.add_argument("--kind", choices=("full", "digest"), default="full", help="full: toàn văn (mặc định); digest: bản tóm lược")
    parser.add_argument("--data", type=Path, default=Path("data"), metavar="THƯ_MỤC", help="thư mục dữ liệu (mặc định: data)")


def run(args: argparse.Namespace) -> int:
    """Write the folder and say where it is; nothing that exists is touched."""
    kind = type_named(args.type, load_register(args.data / "register"))
    if kind is None:
        raise refusal("new-type", type=args.type)
    if args.date and not real_date(args.date):
        raise refusal("new-date", date=args.date)
    number = canonical_number(args.number)
    folder = args.data / "documents" / folder_name(number, kind, args.date)
    try:
        folder.mkdir(parents=True)
    except FileExistsError as error:
        raise refusal("new-exists", str(folder)) from error
    (folder / "source.md").write_text(skeleton(args, kind, number), encoding="utf-8", newline="\n")
    stated = {"type": kind.name, "number": number, "issuer": args.issuer, "issued_on": args.date, "place": args.place, "kind": args.kind}
    (folder / "metadata.yaml").write_text(dump_metadata(stated), encoding="utf-8", newline="\n")
    print(f"Đã tạo {folder}")
    print(f"Gõ nội dung vào {folder / 'source.md'}, rồi chạy: python -m build_tools check")
    return 0


def folder_name(number: str, kind: DocumentType, date: str | None) -> str:
    """A readable ASCII name for the folder; the address of the page comes from the identity, not from here."""
    return "-".join(part for part in (encode_number(number), kind.id, date) if part)


def skeleton(args: argparse.Namespace, kind: DocumentType, number: str) -> str:
    """The text to begin with, in the order in which official documents stand."""
    year, month, day = (*(args.date or "").split("-"), "", "", "")[:3]
    when = f"ngày {day} tháng {month} năm {year}" if args.date else "ngày … tháng … năm …"
    text = SKELETON.format(
        issuer=args.issuer.upper(),
        number=number,
        place_and_date=f"{args.place or '(nơi ban hành)'}, {when}",
        type=kind.name.upper(),
        subject=args.subject,
    )
    return unicodedata.normalize("NFC", text)
