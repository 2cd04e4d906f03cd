"""Every code of a finding is named in a test; those that no other test names are made to happen here, from bad input."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest

from build_tools.commands.main import main
from build_tools.graph import build_site
from build_tools.graph.edges import rings
from build_tools.graph.reading import read_source
from build_tools.messages import check_language, explained
from build_tools.messages.catalogue import SETTING
from build_tools.model.diagnostic import Diagnostic, InputError
from build_tools.model.metadata import SourceFile
from build_tools.model.reading import Reading
from build_tools.model.register import Register, RegisterRelation, Work
from build_tools.normalise import normalise
from build_tools.publish.generator import _Watch
from build_tools.publish.pages import write_pages
from build_tools.read import kinds, read_file
from build_tools.read.page.body import Body
from build_tools.read.pdf.pdf import _noticed, _Pages
from build_tools.read.pdf.pdf import read as read_pdf
from build_tools.read.plain.lines import decode
from build_tools.read.scan import ocr, witness
from build_tools.read.word import doc
from build_tools.register.load import load_register
from build_tools.register.metadata import load_metadata
from build_tools.render import Page
from build_tools.tables.yaml_text import read_yaml
from tests.formats.docx_maker import docx, p
from tests.register.conftest import GOOD

TESTS = Path(__file__).resolve().parents[1]
LONG = "Ủy ban nhân dân huyện Đá Bạc báo cáo kết quả thực hiện nhiệm vụ sáu tháng đầu năm và phương hướng sáu tháng cuối năm."
PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"
Patch = pytest.MonkeyPatch
Make = Callable[[Path, Patch], Iterable[Diagnostic] | None]


def written(folder: Path, name: str, data: bytes | str) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


def reads(name: str, data: bytes | str) -> Make:
    return lambda folder, _: read_file(written(folder, name, data)).diagnostics


def register(**changed: str | None) -> Make:
    def make(folder: Path, _: Patch) -> None:
        for name, text in {**GOOD, **changed}.items():
            if text is not None:
                written(folder, f"{name}.yaml", text)
        load_register(folder)

    return make


def metadata(text: str) -> Make:
    def make(folder: Path, _: Patch) -> None:
        load_metadata(written(folder, "metadata.yaml", text), {})

    return make


def yaml_of(data: bytes | str) -> Make:
    def make(folder: Path, _: Patch) -> None:
        read_yaml(written(folder, "a.yaml", data))

    return make


def picture(width: int, tsv: str | None = "") -> Make:
    def make(folder: Path, patch: Patch) -> None:
        patch.setattr(ocr, "missing", lambda: None)
        patch.setattr(ocr, "run", lambda *_: tsv)
        read_file(written(folder, "a.png", PNG + width.to_bytes(4, "big") * 2 + b"\x08\0" * 20))

    return make


def command(*arguments: str) -> Make:
    """The command's own words are looked at: what it prints stands in for the finding."""

    def make(folder: Path, patch: Patch) -> Iterable[Diagnostic]:
        said: list[str] = []
        patch.setattr("builtins.print", lambda text="", **_: said.append(str(text)))
        assert main(list(arguments)) == 1
        found = re.search(r"^(.*) \[([a-z-]+)\] — (.+)$", said[-1])
        assert found, said
        return [Diagnostic(found[2], "error", found[1], found[3])]

    return make


def not_a_document(folder: Path, _: Patch) -> Iterable[Diagnostic]:
    path = written(folder, "a.txt", "Trời hôm nay đẹp, cả nhà cùng đi chợ quê và mua rất nhiều hoa quả ngon.\n" * 3)
    empty = Register((), (), (), (), (), (), ())
    return build_site(empty, [SourceFile("a", str(path))], jobs=1, strict=False).diagnostics


def impossible_day(folder: Path, _: Patch) -> Iterable[Diagnostic]:
    text = "TỈNH ỦY SÔNG MƠ\n*\nSố 12-KH/TU\n\nSông Mơ, ngày 01 tháng 02 năm 2022\n\nKẾ HOẠCH\nLàm đường\n\n1. Xong trước ngày 31/4/2026.\n"
    file = written(folder, "a.txt", text)
    found = read_source(SourceFile("a", str(file)), Register()).diagnostics
    assert [(item.code, item.line) for item in found if "31/4/2026" in item.message] == [("date-impossible", 10)]
    return found


def ring(_: Path, __: Patch) -> Iterable[Diagnostic]:
    def work(own: str, other: str) -> Work:
        return Work(own, "luat", None, None, None, own, relations=(RegisterRelation("replaces", other, None, ()),))

    return rings([work("a", "b"), work("b", "a")])


def page_twice(folder: Path, _: Patch) -> None:
    written(folder, "docs/a/index.md", "# A")
    write_pages([Page("a/index.md", "# B")], folder / "docs")


def generator(_: Path, __: Patch) -> Iterable[Diagnostic]:
    watch = _Watch(1, None)
    watch.emit(logging.LogRecord("mkdocs", logging.WARNING, "", 1, "liên kết hỏng: x.md", None, None))
    return watch.found


def recognised(folder: Path, _: Patch) -> Iterable[Diagnostic]:
    pages = _Pages(None, "a.pdf", scanned=[1, 2, 3], layered=[5], failed=[7])
    return _noticed("a.pdf", pages, Body())


def through_catdoc(folder: Path, patch: Patch) -> Iterable[Diagnostic]:
    patch.setattr(doc, "_run", lambda *_: LONG.encode())
    return doc._through_catdoc("catdoc", folder / "a.doc", b"", False).diagnostics


def no_tesseract(folder: Path, patch: Patch) -> None:
    patch.setattr(ocr, "missing", lambda: "program")
    patch.setattr(witness, "available", lambda: False)
    ocr.require("a.png", "picture")


def failing(error: Exception) -> Make:
    def make(folder: Path, patch: Patch) -> None:
        def fail(*_: Any) -> None:
            raise error

        patch.setattr(kinds.Kind, "read", lambda _: fail)
        read_file(written(folder, "a.txt", LONG))

    return make


def other_language(_: Path, patch: Patch) -> None:
    patch.setenv(SETTING, "xx")
    check_language()


def heaped(_: Path, __: Patch) -> None:
    normalise(Reading("a.txt", "txt", "a" + "\u0301" * 40, ()))


NEW = ("new", "--type", "Kết luận", "--number", "1-KL/TU", "--issuer", "Tỉnh ủy Sông Mơ", "--date", "2021-02-30")
WORK = GOOD["works"]
TWO = WORK.replace("target: 3-QĐ/TU", "target: 8-QĐ/TU") + "".join(
    f"- {{number: 8-QĐ/TU, type: quy-dinh, issuer: tinh-uy-song-mo, subject: Một, dates: [{{date: '{day}', sources: [bao-song-mo]}}], "
    "sources: [bao-song-mo]}\n"
    for day in ("2010-03-04", "2022-05-06")
)
DOUBTFUL = " ".join(f"{LONG} wrzq bnmk plkj xxzz qwrt" for _ in range(6))
MADE: dict[str, Make] = {
    "check-code": command("check", "--explain", "không-có"),
    "date-impossible": impossible_day,
    "doc-plain": through_catdoc,
    "document-none": not_a_document,
    "docx-chunk": reads("a.docx", docx(p(LONG) + '<w:altChunk r:id="x"/>')),
    "graph-ring": ring,
    "messages-language": other_language,
    "metadata-date": metadata("issued_on: '2022-02-30'\n"),
    "metadata-unknown": metadata("sources: [khong-co]\n"),
    "mht-empty": reads("a.mht", "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x\r\n\r\nz\r\n--x--\r\n"),
    "new-date": command(*NEW),
    "page-twice": page_twice,
    "read-cut": reads("a.txt", (LONG * 4 + "Đ").encode()[:-1]),
    "read-doubtful": reads("a.txt", DOUBTFUL),
    "read-encoding": reads("a.txt", b"\x80\x81\x8d\x8f\x90\x9d" * 40 + b" \n" * 9),
    "read-extra": failing(ModuleNotFoundError("x", name="gói-lạ")),
    "read-image-failed": picture(400, None),
    "read-image-size": picture(100_000),
    "read-image-unreadable": picture(400),
    "read-ocr": recognised,
    "read-ocr-failed": recognised,
    "read-ocr-layer": recognised,
    "read-ocr-missing": no_tesseract,
    "read-pdf-format": lambda folder, _: read_pdf(folder / "a.pdf", b"x").diagnostics,
    "read-unforeseen": failing(KeyError("x")),
    "read-utf8": lambda folder, _: decode(folder / "a.txt", b"\xff") and None,
    "register-ambiguous": register(works=TWO),
    "register-date": register(terms=GOOD["terms"].replace("2021-02-02", "2021-02-30")),
    "register-file": register(work="[]"),
    "register-ring": register(redirects="a: a\n"),
    "register-twice": register(terms=GOOD["terms"] * 2),
    "register-unknown": register(themes="- {id: neu-guong, name: Nêu gương, works: [99-QĐ/TU]}\n"),
    "site-generator": generator,
    "text-marks": heaped,
    "yaml-open": lambda folder, _: read_yaml(folder / "không-có.yaml") and None,
    "yaml-refused": yaml_of("a: &b 1\n"),
    "yaml-utf8": yaml_of(b"a: \xff\n"),
}


@pytest.mark.parametrize("code", MADE)
def test_bad_input_gives_the_code_with_a_remedy(code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    try:
        found = tuple(MADE[code](tmp_path, monkeypatch) or ())
    except InputError as error:
        found = error.diagnostics
    told = [item for item in found if item.code == code]
    assert told, [str(item) for item in found]
    for item in told:
        assert item.message
        assert item.hint
        assert "{" not in item.message
        assert "\n" not in str(item)


def test_every_code_is_named_in_a_test() -> None:
    text = "\n".join(path.read_text(encoding="utf-8") for path in TESTS.rglob("*.py"))
    named = set(re.findall(r"[\"'\[]([a-z]+(?:-[a-z0-9]+)+)[\"'\].]", text))
    assert [item.code for item in explained() if item.code not in named] == []
