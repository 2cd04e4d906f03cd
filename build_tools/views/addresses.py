"""Where each page lives. Every page is ``<folder>/index.md``: such links work on a web server, under a base path, and from a USB stick."""

from __future__ import annotations

import re

from build_tools.identity import encode_number

HOME = "index.md"
SEARCH = "tim-kiem/index.md"
DOCUMENTS = "van-ban/index.md"
RECENT = "moi-cap-nhat/index.md"
REGISTER = "tra-cuu/index.md"
TYPES = "loai/index.md"
CODES = "ma-loai/index.md"
ISSUERS = "co-quan/index.md"
YEARS = "nam/index.md"
THEMES = "chu-de/index.md"
THEMES_ISSUERS = "chu-de/theo-co-quan/index.md"
TIMELINE = "dong-thoi-gian/index.md"
TASKS = "viec-phai-lam/index.md"
TASKS_RECURRING = "viec-phai-lam/dinh-ky/index.md"
TASKS_BODIES = "viec-phai-lam/co-quan/index.md"
TASKS_DOCUMENTS = "viec-phai-lam/van-ban/index.md"
TERMS = "thuat-ngu/index.md"
QUALITY = "chat-luong-du-lieu/index.md"
QUALITY_FILE = "chat-luong-du-lieu/du-lieu.{}"
"""The same as a file; the ending is put in."""
WANTED = "chat-luong-du-lieu/can-tim/index.md"
FINDINGS = "chat-luong-du-lieu/ma-loi/index.md"
COMPARISONS = "so-sanh/index.md"
RESOLVER = "dan-van-ban/index.md"
SHARED_NUMBERS = "trung-so/index.md"
GUIDE = "huong-dan/index.md"
ABOUT = "gioi-thieu/index.md"
COVERAGE = "doi-chieu/index.md"
FIGURES = "so-lieu/index.md"
FIGURE_CHECKS = "so-lieu/phep-tinh/index.md"
FORMS = "so-lieu/bieu-mau/index.md"
PRACTICES = "mo-hinh/index.md"
NO_YEAR = "chua-ro"


def html(page: str) -> str:
    """The file that a page of the site becomes, for what is no Markdown and leads there."""
    return page.replace("index.md", "index.html")


def folder(identifier: str) -> str:
    """A folder name for an id: a leading dot would hide it from most tools, so an underscore goes before."""
    return f"_{identifier}" if identifier.startswith(".") else identifier


def work(identifier: str) -> str:
    """The page of a document, whether its text is on the site or not: the address stays when the text arrives."""
    return f"van-ban/{folder(identifier)}/index.md"


def section(identifier: str, name: str) -> str:
    """A section of a long document that has pages of its own."""
    return f"van-ban/{folder(identifier)}/{name}/index.md"


def places(identifier: str) -> str:
    """The file that tells on which part of a long document each of its places stands."""
    return f"van-ban/{folder(identifier)}/neo.js"


def whole(page: str) -> str:
    """The first page of what ``page`` is a part of.

    >>> whole("van-ban/x/phan-12/index.md")
    'van-ban/x/index.md'
    """
    return re.sub(r"phan-\d+/index\.md$", "index.md", page)


def original(identifier: str, ending: str) -> str:
    """The original file of a document, beside its page."""
    return f"van-ban/{folder(identifier)}/ban-goc.{ending}"


def attachment(identifier: str, place: int, ending: str) -> str:
    """A file that goes with a document, beside its page; ``place`` counts from 1."""
    return f"van-ban/{folder(identifier)}/tep-kem-{place}.{ending}"


def wanted(kind: str, year: str) -> str:
    """The page that gathers who cites the documents of a type and a year that nobody has; either may be empty."""
    return f"can-tim/{'-'.join(filter(None, (kind, year))) or NO_YEAR}/index.md"


def quality(name: str) -> str:
    """One list of what is undecided or contradictory."""
    return f"chat-luong-du-lieu/{name}/index.md"


def document_type(identifier: str) -> str:
    """The page of all documents of one type."""
    return f"loai/{identifier}/index.md"


def issuer(identifier: str) -> str:
    """The page of one issuer."""
    return f"co-quan/{identifier}/index.md"


def desk_list(identifier: str, name: str) -> str:
    """One list of a body's page that is too long for it."""
    return f"co-quan/{identifier}/{name}/index.md"


def desk_file(identifier: str, ending: str) -> str:
    """The tasks of a body as a file, beside its page."""
    return f"co-quan/{identifier}/viec.{ending}"


def tasks_year(name: str) -> str:
    """The tasks whose deadline lies in a year."""
    return f"viec-phai-lam/nam-{name}/index.md"


def year(name: str) -> str:
    """The page of one year; ``NO_YEAR`` for documents whose date is not known."""
    return f"nam/{name}/index.md"


def theme(identifier: str) -> str:
    """The page of one theme."""
    return f"chu-de/{identifier}/index.md"


def theme_issuer(theme_id: str, issuer_id: str) -> str:
    """The documents of one issuer on one theme."""
    return f"chu-de/{theme_id}/co-quan/{issuer_id}/index.md"


def theme_chain(identifier: str) -> str:
    """The chain of direction of one theme."""
    return f"chu-de/{identifier}/chuoi/index.md"


def work_chain(identifier: str) -> str:
    """The chain of direction that begins with one document."""
    return f"van-ban/{folder(identifier)}/chuoi/index.md"


def theme_timeline(identifier: str) -> str:
    """The timeline of one theme."""
    return f"dong-thoi-gian/chu-de/{identifier}/index.md"


def kind_timeline(name: str) -> str:
    """The timeline of one kind of event."""
    return f"dong-thoi-gian/loai/{name}/index.md"


def issuer_timeline(identifier: str) -> str:
    """The timeline of one issuer."""
    return f"dong-thoi-gian/co-quan/{identifier}/index.md"


def term_letter(letter: str) -> str:
    """The page of terms that begin with a letter; Đ is not D."""
    return f"thuat-ngu/{ {'Đ': 'dd', '#': 'so'}.get(letter, letter.lower()) }/index.md"


def shared_number(number: str) -> str:
    """The page that tells documents of one number apart."""
    return f"trung-so/{folder(encode_number(number))}/index.md"


def coverage(directive: str) -> str:
    """What reports answer to the tasks of a directive."""
    return f"doi-chieu/{folder(directive)}/index.md"


def coverage_task(directive: str, place: int) -> str:
    """What many reports say of one task of a directive, the one at this place, from 1."""
    return f"doi-chieu/{folder(directive)}/viec-{place}/index.md"


def coverage_of(directive: str, report: str) -> str:
    """What one report answers to the tasks of a directive."""
    return f"doi-chieu/{folder(directive)}/{folder(report)}/index.md"


def figures_of(kind: str, name: str) -> str:
    """The figures of a body ("co-quan"), a year ("nam") or a theme ("chu-de")."""
    return f"so-lieu/{kind}/{folder(name) or NO_YEAR}/index.md"


def remarks(kind: str) -> str:
    """What reports tell of limits, causes, plans or requests."""
    return f"mo-hinh/{ {'limits': 'han-che', 'causes': 'nguyen-nhan', 'plans': 'phuong-huong', 'asks': 'kien-nghi'}[kind] }/index.md"


def form(identifier: str) -> str:
    """A form that units fill in, with its blanks."""
    return f"so-lieu/bieu-mau/{folder(identifier)}/index.md"


def form_file(identifier: str, ending: str) -> str:
    """The blank form as a file, beside its page."""
    return f"so-lieu/bieu-mau/{folder(identifier)}/{folder(identifier)}.{ending}"


def form_period(identifier: str, period: str) -> str:
    """What units filled into a form for a period, added up."""
    return f"so-lieu/bieu-mau/{folder(identifier)}/{period.lower()}/index.md"


def comparison(before: str, after: str) -> str:
    """Two documents beside each other, the earlier first."""
    return f"so-sanh/{folder(before)}/{folder(after)}/index.md"
