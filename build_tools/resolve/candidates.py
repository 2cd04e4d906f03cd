"""Numbered citations: which works fit the number, and what speaks for and against each."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from build_tools.identity import number_key, parse_number
from build_tools.lexicon.keys import phrase_key
from build_tools.lexicon.pieces import pattern
from build_tools.lexicon.types import types_of
from build_tools.messages import say
from build_tools.model.citation import Ambiguous, Citation, Resolution, Resolved, Unknown
from build_tools.model.register import Issuer, Work
from build_tools.naming import family, issuers_by_id, works_by_number
from build_tools.resolve.context import Context
from build_tools.resolve.wanted import wanted_key
from build_tools.vietnamese.dates import date_at, same_date, shown_date

Reason = Literal["itself", "date", "term", "dated-number", "issuer", "issuer-of-text", "subject"]
"""What speaks for a work beyond its number: it is the citing document itself; the date, the committee's term, the issuer or the subject
that the citation names; a number that no other series can bear; an issuer that the citing document leaves to be understood."""
SURE: frozenset[Reason] = frozenset({"date", "term"})
"""Reasons that outweigh the others where several works have one."""


@dataclass(frozen=True, slots=True)
class Fit:
    """A work that may be meant, with the reasons that confirm it, in the order of their weight."""

    work: Work
    reasons: tuple[Reason, ...]


def numbered(citation: Citation, works: tuple[Work, ...], context: Context) -> Resolution:
    """Resolve by what the citation itself says. A work is linked only when one remains and something beyond the number confirms it."""
    wanted = wanted_key(citation, context)
    known = works_by_number(works).get(number_key(citation.number or ""), ())
    known = tuple(work for work in known if _same_type(citation, work, context))
    if not known:
        return Unknown(wanted, say("rules.not-known"))
    fits: list[Fit] = []
    refused: list[str] = []
    for work in known:
        objection = _objection(citation, work, context)
        if objection:
            refused.append(objection)
        else:
            fits.append(Fit(work, _reasons(citation, work, context)))
    confirmed = [fit for fit in fits if fit.reasons]
    strong = [fit for fit in confirmed if SURE & {*fit.reasons}] or confirmed
    if len(strong) == 1:
        (one,) = strong
        return Resolved(one.work.id, say(f"rules.number.{one.reasons[0]}"))
    if strong:
        return Ambiguous(tuple(sorted(fit.work.id for fit in strong)), say("rules.several-fit"))
    if fits:
        return Ambiguous(tuple(sorted(fit.work.id for fit in fits)), say("rules.number-alone"))
    return Unknown(wanted, "; ".join(dict.fromkeys(refused)))


def _same_type(citation: Citation, work: Work, context: Context) -> bool:
    """Whether the word before the number can mean the work's type: the same, or one that shares a code with it."""
    types = types_of(context.register.types)
    kind = types.named(citation.type) if citation.type else None
    if kind is None or work.type == kind.id:
        return True
    other = types.by_id.get(work.type)
    return other is not None and (bool({*kind.every_code} & {*other.every_code}) or types.widest(kind.name) == types.widest(other.name))


def _dates(work: Work) -> tuple[str, ...]:
    return tuple(claim.date for claim in work.dates)


def contradiction(citation: Citation, work: Work, context: Context) -> str | None:
    """What a citation says that ``work`` is not, whatever other citations of its number say; None where nothing does."""
    dates = _dates(work)
    if citation.date and dates and not any(same_date(citation.date, date) for date in dates):
        return say("rules.against.date", cited=shown_date(citation.date), known=", ".join(map(shown_date, dates)))
    if dates and (year := year_told(citation, context)) and not any(int(year) - int(date[:4]) in (0, 1) for date in dates):
        return say("rules.against.date", cited=shown_date(year), known=", ".join(map(shown_date, dates)))
    if citation.term and work.term and citation.term != work.term and not _local(work, context):
        return say("rules.against.term", cited=citation.term, known=work.term)
    named = context.issuer(citation.issuer) if citation.issuer else None
    if named is not None and work.issuer and not _one_body(named, work.issuer, context) and not (_is_own(work, context) and citation.date):
        return say("rules.against.issuer", cited=citation.issuer)
    return None


_BEHIND = pattern(r" \(?")
_YEAR = len("2031")


def year_told(citation: Citation, context: Context) -> str | None:
    """The year right behind a number that has no date and no year of its own: of issue, or the one that a plan is for ("Kế hoạch số
    45/KH-UBND năm 2031", issued in that year or the one before). It may be another thing's, so it speaks against works, never for one."""
    if citation.date or _has_year(citation, context):
        return None
    text = context.document.clean.text
    behind = _BEHIND.match(text, citation.span.end)
    date = date_at(text, behind.end()) if behind else None
    return date.iso if date and len(date.iso) == _YEAR else None


def _has_year(citation: Citation, context: Context) -> bool:
    """Whether the number itself has the year, or the legislature, in which it was given."""
    parts = parse_number(citation.number or "", types_of(context.register.types).own_codes)
    return parts is not None and (parts.year is not None or parts.legislature is not None)


def is_understood(answer: Resolution) -> bool:
    """Whether a work was linked only because the citing document has numbers of that series: what its text says elsewhere counts more."""
    return isinstance(answer, Resolved) and answer.rule == say("rules.number.issuer-of-text")


def is_distant(other: Citation, context: Context) -> bool:
    """Whether a citation names a body that is neither the citing document's nor above it."""
    named = context.issuer(other.issuer) if other.issuer else None
    return named is not None and not any(_one_body(body, named.id, context) for body in context.chain)


def _objection(citation: Citation, work: Work, context: Context) -> str | None:
    """Why ``work`` cannot be meant by a citation that stands alone, or None."""
    if said := contradiction(citation, work, context):
        return said
    dates = _dates(work)
    itself = _is_own(work, context)
    if not itself and dates and context.date and all(date > context.date for date in dates) and len(context.date) == 10:
        return say("rules.against.later", dates=", ".join(map(shown_date, dates)))
    if itself or not work.issuer or not _local(work, context):
        return None
    if not citation.issuer:
        return None if _in_chain(work, context) else say("rules.against.no-issuer")
    if context.issuer(citation.issuer) is None and not _names_fit(citation.issuer, work, context):
        return say("rules.against.issuer-unknown", cited=citation.issuer)
    return None


def _is_own(work: Work, context: Context) -> bool:
    return context.own is not None and work.id == context.own.id


def _reasons(citation: Citation, work: Work, context: Context) -> tuple[Reason, ...]:
    """What confirms ``work`` beyond its number."""
    reasons: list[Reason] = []
    if _is_own(work, context) and (citation.date is None or citation.date == context.date or not _dates(work)):
        return ("itself",)
    dates = _dates(work)
    if citation.date and any(same_date(citation.date, date) for date in dates) and len(citation.date) >= 7:
        reasons.append("date")
    if citation.term and citation.term == work.term:
        reasons.append("term")
    parts = parse_number(citation.number or "", types_of(context.register.types).own_codes)
    local = _local(work, context)
    stated = citation.issuer is not None and work.issuer is not None
    if parts and (parts.year is not None or parts.legislature is not None) and (not local or stated):
        reasons.append("dated-number" if not local else "issuer")
    if local and work.issuer and not reasons and _same_series(work, context, parts is not None and parts.shape == "party"):
        reasons.append("issuer" if stated else "issuer-of-text")
    if not reasons and (stated or local) and _subject_fits(citation, work, context):
        reasons.append("subject")
    return tuple(reasons)


_TERM_YEARS = 5
"""A committee's term; its numbers start anew with the next."""


def _same_series(work: Work, context: Context, party: bool) -> bool:
    """Whether the number can only be of the series the citing document knows: of its own term (Party) or year (State)."""
    dates = _dates(work)
    if not dates or not context.date:
        return False
    years = int(context.date[:4]) - int(min(dates)[:4])
    return 0 <= years <= (_TERM_YEARS if party else 0)


def _local(work: Work, context: Context) -> bool:
    """Whether the issuer's code in the number is one that bodies of many places use ("TU", "UBND")."""
    issuer = issuers_by_id(context.register).get(work.issuer or "")
    return bool(issuer and issuer.place)


def _one_body(one: Issuer, other: str, context: Context) -> bool:
    """True for one body, and for a committee and its standing committee, which number together."""
    return one.id == other or family(one, context.register) == family(other, context.register)


def of_two_bodies(one: Citation, two: Citation, context: Context) -> bool:
    """True where two citations name issuers that are known to be two."""
    first, second = (context.issuer(citation.issuer) if citation.issuer else None for citation in (one, two))
    return first is not None and second is not None and not _one_body(first, second.id, context)


def _in_chain(work: Work, context: Context) -> bool:
    return any(_one_body(issuer, work.issuer or "", context) for issuer in context.chain)


def _names_fit(name: str, work: Work, context: Context) -> bool:
    issuer = issuers_by_id(context.register).get(work.issuer or "")
    return bool(issuer and phrase_key(name) in {phrase_key(other) for other in (issuer.name, *issuer.aliases)})


_SUBJECT_WORDS = re.compile(r"\w+")


def _subject_fits(citation: Citation, work: Work, context: Context) -> bool:
    """Whether most words of the work's subject follow the citation."""
    text = context.document.clean.text[citation.span.end : citation.span.end + 2 * len(work.subject) + 80]
    follows = set(_SUBJECT_WORDS.findall(phrase_key(text.split("\n")[0])))
    subject = set(_SUBJECT_WORDS.findall(phrase_key(work.subject)))
    return len(subject) >= 4 and len(subject & follows) >= 0.75 * len(subject)
