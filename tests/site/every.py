"""A site with at least one page of every kind, and which page that is: the office's own content, texts too long for one page, a form filled
in by sixty units, two yearly reports, a directive that many reports answer, documents that came lately, an address that moved."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from filelock import FileLock

from build_tools.graph import build_site
from build_tools.model.settings import Settings
from build_tools.model.site import AmbiguousMention, Site
from build_tools.read import READABLE
from build_tools.register.coverage import load_coverage
from build_tools.register.documents import load_documents
from build_tools.views import Lookup, addresses, stream_views, templates
from build_tools.views.coverage import COLUMNS
from build_tools.views.weight import weight
from tests.content import DATA, shipped
from tests.coverage.pair import DIRECTIVE, REPORT
from tests.forms.maker import FORM, make
from tests.site import huge
from tests.site.built import build

ADDRESS = "https://example.org/chi-nam/"
KINDS = tuple(sorted(model.__name__ for model in templates()))
"""Names of the models of pages: a further kind of page stands here by itself, and must have a page on this site."""
WRITTEN = ("huong-dan/index.html", "gioi-thieu/index.html", "404.html")
"""Pages that are written by hand."""
MANY = 900
"""So many ambiguous places that their list has pages of its own."""


def yearly(year: int, classes: int, more: str) -> str:
    """A yearly report that says most of what the one of the year before said."""
    return "\n\n".join(
        (
            "TỈNH ỦY SÔNG MƠ", f"Số {year - 2000}-BC/TU", "ĐẢNG CỘNG SẢN VIỆT NAM", f"Sông Mơ, ngày 05 tháng 12 năm {year}", "BÁO CÁO",
            "Kết quả trồng rừng ven suối", "I- KẾT QUẢ",
            f"1. Các xã đã mở {classes} lớp trồng cây cho 1.204 lượt người theo Quy định số 47-QĐ/TW ngày 01/11/2011.",
            "2. Việc chăm cây ven suối được giao cho từng tổ ở mỗi thôn, có sổ ghi và có người xem lại hằng tháng.",
            more, "II- PHƯƠNG HƯỚNG", "1. Ban Tuyên giáo Tỉnh ủy chủ trì theo dõi, báo cáo trước ngày 15/6 hằng năm.",
            "T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ", "Lê Văn Mơ",
        )
    )  # fmt: skip


def write_years(folder: Path) -> None:
    """Two yearly reports, to be compared."""
    (folder / "bc-2031.md").write_text(yearly(2031, 28, "3. Hai thôn chưa đủ cây giống."), encoding="utf-8")
    (folder / "bc-2032.md").write_text(yearly(2032, 31, "3. Mọi thôn đều đủ cây giống từ tháng ba."), encoding="utf-8")


def answered(folder: Path, reports: int) -> None:
    """A directive and so many reports that answer it."""
    (folder / "ct-0708.md").write_text(DIRECTIVE.replace("07-CT/TU", "0708-CT/TU"), encoding="utf-8")
    for number in range(1, reports + 1):
        report = REPORT.replace("07-CT/TU", "0708-CT/TU").replace("12-BC/HU", f"{700 + number}-BC/HU")
        (folder / f"bc-{700 + number}.md").write_text(report, encoding="utf-8")


def site(folder: Path) -> Site:
    """The content, read as any other; ``folder`` is to hold the texts."""
    huge.write(folder, chapters=14, rows=200, tasks=160, citing=14)
    write_years(folder)
    answered(folder, reports=COLUMNS + 1)
    made = build_site(shipped(), load_documents(DATA, (folder,), READABLE).files, jobs=1, strict=False)
    first = made.documents[0]
    mention = AmbiguousMention(first.work, "top", "Quy định số 124-QĐ/TW", tuple(work.id for work in made.works[:2]), "số trùng")
    return replace(
        made,
        register=replace(made.register, redirects=(*made.register.redirects, ("mot-dia-chi-cu", first.work))),
        documents=tuple(replace(item, added_on=f"2032-0{at % 9 + 1}-05") if at % 3 else item for at, item in enumerate(made.documents)),
        settings=Settings(url=ADDRESS), coverage=load_coverage(DATA), forms=(FORM,), filled=make(60, 20261128, 40).rows,
        ambiguous=(*made.ambiguous, *(replace(mention, quote=f"Quy định số {at}-QĐ/TW") for at in range(1, MANY))),
    )  # fmt: skip


def pages(made: Site) -> dict[str, str]:
    """Name of a model → the HTML of its heaviest page."""
    found: dict[str, tuple[int, str]] = {}
    for view in stream_views(Lookup(made)):
        name = type(view).__name__
        found[name] = max(found.get(name, (0, "")), (weight(view), addresses.html(view.path)))
    return {name: page for name, (_, page) in found.items()}


def once(folder: Path) -> tuple[Path, dict[str, str]]:
    """The site, built by whichever worker of a test run asks first, and its pages by kind; ``folder`` is one of this test run."""
    with FileLock(folder / "every.lock"):
        place = folder / "every"
        listed = place / "pages.txt"
        if not listed.exists():
            place.mkdir()
            made = site(place / "texts")
            build(made, place)  # strict: a dead link or place is an error
            listed.write_text("\n".join(f"{name} {page}" for name, page in sorted(pages(made).items())), encoding="utf-8")
    found = dict(line.split(" ", 1) for line in listed.read_text(encoding="utf-8").splitlines())
    return place / "site", found
