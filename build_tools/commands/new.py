"""``new``: open a new document to be typed: a folder in ``data/documents`` with the frame of ``source.md`` and ``metadata.yaml``."""

from __future__ import annotations

import argparse
import unicodedata

from build_tools.commands.console import program
from build_tools.commands.folder import configure as configure_folder
from build_tools.commands.folder import content_of
from build_tools.identity import canonical_number, encode_number
from build_tools.intake.day import today
from build_tools.messages import refusal, say
from build_tools.model.register import DocumentType
from build_tools.naming import type_named
from build_tools.register.edit import dump_metadata
from build_tools.register.load import load_register
from build_tools.register.schema import write_schemas
from build_tools.vietnamese.dates import real_date

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
    parser.add_argument("--type", required=True, metavar=say("commands.value.type"), help=say("commands.new.help.type"))
    parser.add_argument("--number", required=True, metavar=say("commands.value.number"), help=say("commands.new.help.number"))
    parser.add_argument("--issuer", metavar=say("commands.value.issuer"), help=say("commands.new.help.issuer"))
    parser.add_argument("--date", metavar=say("commands.value.date"), help=say("commands.new.help.date"))
    parser.add_argument("--place", metavar=say("commands.value.place"), help=say("commands.new.help.place"))
    parser.add_argument("--subject", default="(trích yếu)", metavar=say("commands.value.subject"), help=say("commands.new.help.subject"))
    parser.add_argument("--kind", choices=("full", "digest"), default="full", help=say("commands.help.kind"))
    configure_folder(parser)


def run(args: argparse.Namespace) -> int:
    """Write the folder and say where it is; nothing that exists is touched."""
    content = content_of(args)
    kind = type_named(args.type, load_register(content.register))
    if kind is None:
        raise refusal("new-type", type=args.type)
    if args.date and not real_date(args.date):
        raise refusal("new-date", date=args.date)
    issuer = args.issuer or content.settings.issuer
    if not issuer:
        raise refusal("new-issuer")
    number = canonical_number(args.number)
    folder = content.documents / folder_name(number, kind, args.date)
    try:
        folder.mkdir(parents=True)
    except FileExistsError as error:
        raise refusal("new-exists", str(folder)) from error
    (folder / "source.md").write_text(skeleton(args, kind, number, issuer), encoding="utf-8", newline="\n")
    stated = {"type": kind.name, "number": number, "issuer": issuer, "issued_on": args.date, "place": args.place, "kind": args.kind}
    stated |= {"added_on": today()}
    (folder / "metadata.yaml").write_text(dump_metadata(stated), encoding="utf-8", newline="\n")
    write_schemas(content.data)
    print(say("commands.new.made", folder=folder))
    print(say("commands.new.next", file=folder / "source.md", program=program()))
    return 0


def folder_name(number: str, kind: DocumentType, date: str | None) -> str:
    """A readable ASCII name for the folder; the address of the page comes from the identity, not from here."""
    return "-".join(part for part in (encode_number(number), kind.id, date) if part)


def skeleton(args: argparse.Namespace, kind: DocumentType, number: str, issuer: str) -> str:
    """The text to begin with, in the order in which official documents stand."""
    year, month, day = (*(args.date or "").split("-"), "", "", "")[:3]
    when = f"ngày {day} tháng {month} năm {year}" if args.date else "ngày … tháng … năm …"
    text = SKELETON.format(
        issuer=issuer.upper(),
        number=number,
        place_and_date=f"{args.place or '(nơi ban hành)'}, {when}",
        type=kind.name.upper(),
        subject=args.subject,
    )
    return unicodedata.normalize("NFC", text)
