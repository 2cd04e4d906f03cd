"""The pages of the desk."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape

from build_tools.desk.lying import Lying
from build_tools.desk.pairs import copied
from build_tools.desk.spots import Box, Places, Shown, shown_text
from build_tools.guards import personal_data
from build_tools.intake.attaching import is_stray, parents_of, suggested_parents, titles
from build_tools.intake.candidate import field_name, shown_value
from build_tools.intake.pairing import TAKEN
from build_tools.intake.proposal import Office, Proposal, place_of
from build_tools.messages import say
from build_tools.messages.doubts import doubt_words
from build_tools.model.diagnostic import Diagnostic, InputError
from build_tools.model.span import Span
from build_tools.normalise.confirmed import same_value

HERE = Path(__file__).parent
ASSETS = {"desk.css": "text/css; charset=utf-8", "desk.js": "text/javascript; charset=utf-8"}
LONG = frozenset({"subject"})
"""Values that take more than a line."""
OWN_HINTS = ("document-number", "document-date", "guard-secrecy", "document-none", "add-exists")
"""Codes whose remedy at the desk is another than in ``metadata.yaml`` or at the command line."""
AROUND = 160
"""Letters of a paragraph that are shown around a value."""
CROP = (24.0, 16.0, 220.0)
"""Points of the picture shown around a value, sideways and up and down; points across at the least, so that a label alone shows what
stands beside it, and no larger than it is printed."""


@dataclass(frozen=True, slots=True)
class Field:
    """One value as it is asked about. ``read`` is what the text says, ``value`` what holds now, ``why`` its doubt or what is wrong."""

    key: str
    name: str
    read: str
    value: str
    why: str
    asks: bool
    right: bool
    none: bool
    said: tuple[tuple[str, str, str], ...]
    """Before, at and after the value in its paragraphs."""
    crop: Box | None
    suggested: tuple[tuple[str, str], ...]
    """Values that are offered, with the words of the offer."""


def environment() -> Environment:
    """Where the templates are found."""
    made = Environment(
        loader=FileSystemLoader(HERE / "templates"), autoescape=select_autoescape(default=True, default_for_string=True),
        undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True,
    )  # fmt: skip
    made.globals.update(t=say, crop=CROP)
    return made


def fields_of(lying: Lying, copy: Lying | None = None) -> tuple[Field, ...]:
    """Every value, those that are asked first; else in the order of ``metadata.yaml``. ``copy``: the signed copy, which may tell some."""
    base, now = lying.base, lying.proposal
    assert base is not None
    assert now is not None
    before = dict(base.values)
    places, clean = now.places(), now.document.clean
    made = []
    for key, value in now.values:
        answer = lying.given.answers.get(key)
        wrong = lying.wrong.get(key)
        read = before[key].text or ""
        unknown = answer is not None and answer.said == "unknown"
        text = "" if unknown else (answer.words if wrong and answer else value.text) or ""
        said = answer.said if answer else ""
        asks = base.asks(key, before[key]) or key in base.lacking
        made.append(
            Field(
                key=key,
                name=field_name(key),
                read=shown_value(key, read),
                value=text if wrong else shown_value(key, text),
                why=wrong.message if wrong else value.doubt,
                asks=asks,
                right=said == "right",
                none=said == "none",
                said=tuple(span.around(clean.text, AROUND) for span in places.get(key, ())[:2]),
                crop=next(iter(lying.boxes.get(key, ())), None),
                suggested=(*_from_copy(copy, key, read), *_offered(lying, key, read)),
            )
        )
    return tuple(sorted(made, key=lambda field: not field.asks))


def _offered(lying: Lying, key: str, read: str) -> tuple[tuple[str, str], ...]:
    """What the file's name says otherwise than the text, or where the text says nothing: the value, and the words of the offer."""
    offered = lying.suggested.get(key, "")
    shown = shown_value(key, offered)
    return ((shown, say("desk.by-file-name", value=shown)),) if offered and not (read and same_value(offered, read)) else ()


def _from_copy(copy: Lying | None, key: str, read: str) -> tuple[tuple[str, str], ...]:
    """The same of the signed copy, with what was put right in it."""
    value = dict(copy.proposal.values)[key].text if copy and copy.proposal and key in TAKEN else None
    shown = shown_value(key, value)
    return ((shown, say("desk.by-signed-copy", name=copy.name, value=shown)),) if copy and value and value != read else ()


def faults_of(lying: Lying, office: Office) -> tuple[Diagnostic, ...]:
    """Why the file cannot be kept as it stands, with what to do about it here; empty when it can."""
    if lying.proposal is None:
        return tuple(map(_with_own_hint, lying.faults))
    if lying.wrong:
        return tuple(lying.wrong.values())
    try:
        place_of(lying.proposal, office, replaced=lying.given.replaces)
    except InputError as error:
        return tuple(map(_with_own_hint, error.diagnostics))
    return ()


def _with_own_hint(fault: Diagnostic) -> Diagnostic:
    return replace(fault, hint=say(f"desk.hints.{fault.code}")) if fault.code in OWN_HINTS else fault


@dataclass(frozen=True, slots=True)
class Paper:
    """The left side: pictures of pages with boxes on them where there are any, and the text."""

    pages: tuple[tuple[int, float, float, tuple[tuple[str, Box], ...]], ...]
    text: tuple[Shown, ...]


def paper_of(lying: Lying) -> Paper:
    """What the values are compared with."""
    proposal = lying.proposal
    assert proposal is not None
    clean = proposal.document.clean
    spots = [(key, box) for key, found in lying.boxes.items() for box in found]
    pages = tuple(
        (page.number, page.width, page.height, tuple((key, box) for key, box in spots if box.page == page.number)) for page in lying.pages
    )
    return Paper(pages if clean.format in ("pdf", "image") else (), shown_text(clean, _marked(proposal)))


def _marked(proposal: Proposal) -> Places:
    """The values' places, personal data and marks of secrecy."""
    clean = proposal.document.clean
    marked: dict[str, Sequence[Span]] = dict(proposal.places())
    marked["personal"] = [found.span for found in personal_data(clean)]
    starts = [item.start for item in proposal.diagnostics if item.code in ("guard-secrecy", "guard-override") and item.start is not None]
    marked["secrecy"] = [
        block.span for block in clean.blocks
        if any((place := clean.origin.to_source(block.span)).start <= start < place.end for start in starts)
    ]  # fmt: skip
    return marked


def personal_of(proposal: Proposal) -> tuple[Diagnostic, ...]:
    """What is told of personal data."""
    return tuple(item for item in proposal.diagnostics if item.code.startswith("personal-"))


def marks_of(proposal: Proposal) -> tuple[Diagnostic, ...]:
    """The marks of secrecy."""
    return tuple(item for item in proposal.diagnostics if item.code in ("guard-secrecy", "guard-override"))


def review(lying: Lying, office: Office, made: Environment, *, left: int, copy: Lying | None = None, of: Lying | None = None) -> str:
    """The page of one file; ``copy`` is its signed copy, ``of`` the one whose copy it is, ``left`` how many are to be looked at."""
    proposal = lying.proposal
    assert proposal is not None
    doubts = tuple(map(doubt_words, proposal.document.clean.confirm[:60])) if proposal.recognised else ()
    names = sorted({kind.name for kind in office.register.types}), sorted({issuer.name for issuer in office.register.issuers})
    notes = tuple(
        item for item in proposal.diagnostics
        if item.severity != "error" and not item.code.startswith("personal-") and item.code not in ("guard-override", "document-unsure")
    )  # fmt: skip
    faults = faults_of(lying, office)
    return made.get_template("review.html.j2").render(
        lying=lying, given=lying.given, fields=fields_of(lying, copy), copy=copy, copied=of,
        paper=paper_of(lying), faults=faults, left=left,
        personal=personal_of(proposal), marks=marks_of(proposal), notes=notes, doubts=doubts, types=names[0], issuers=names[1], long=LONG,
        there=place_taken(proposal, office), links=proposal.candidate.links if proposal.candidate else (0, 0, 0),
        title=office.content.settings.name, documents=titles(office), parent=parents_of(proposal, office).likely, stray=is_stray(proposal),
        draft=lying.draft if lying.draft in office.known.drafts else "",
        printed=lying.printed if lying.printed in office.known.printed else "",
    )  # fmt: skip


def place_taken(proposal: Proposal, office: Office) -> str:
    """The folder of the same document, where one is there."""
    return office.known.works.get(proposal.candidate.item.work.id, "") if proposal.candidate else ""


@dataclass(frozen=True, slots=True)
class Line:
    """One file in the list."""

    id: str
    name: str
    state: str
    what: str
    asked: int
    faults: tuple[Diagnostic, ...]
    folder: str
    done: tuple[int, int]
    parent: str
    attaching: tuple[Diagnostic, ...]
    stray: bool = False
    """No document of its own: it goes with one."""
    personal: int = 0
    """Places with personal data that nobody decided about."""
    plain: bool = False
    """Nothing in it needs a person's eye before it is kept."""
    several: int = 0
    """So many documents begin in it."""
    copied: str = ""
    """The file on the desk, without a number, of which this is the signed copy."""


def lines_of(lying: Mapping[str, Lying], office: Office) -> tuple[Line, ...]:
    """The files in the order in which they came."""
    made = []
    copies = copied(lying.values())
    for item in lying.values():
        what, asked = "", 0
        if item.state == "ready" and item.proposal is not None:
            values = dict(item.proposal.values)
            what = " · ".join(text for key in ("type", "number", "issued_on", "subject") if (text := shown_value(key, values[key].text)))
            asked = sum(field.asks and field.key not in item.given.answers for field in fields_of(item))
        faults = faults_of(item, office) if item.state in ("ready", "unreadable") else ()
        parent = next(iter(suggested_parents(item.name, office)), "") if item.state == "unreadable" else ""
        stray, personal, plain = False, 0, False
        if item.state == "ready" and (proposal := item.proposal) is not None:
            stray = is_stray(proposal)
            parent = parents_of(proposal, office).likely if stray else ""
            personal = 0 if item.given.redact else len(personal_of(proposal))
            elsewhere = (
                item.begun or item.together or item.draft or item.printed or item.id in copies
            )  # to be parted, or to go with another
            plain = not (asked or faults or personal or marks_of(proposal) or elsewhere)
        made.append(
            Line(
                id=item.id,
                name=item.name,
                state=item.state,
                what=what,
                asked=asked,
                faults=faults,
                folder=item.folder,
                done=item.done,
                parent=parent,
                attaching=item.attaching,
                stray=stray,
                personal=personal,
                plain=plain,
                several=len(item.begun),
                copied=copies[item.id].name if item.id in copies else "",
            )
        )
    return tuple(made)
