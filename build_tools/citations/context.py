"""References to the document itself ("Quyết định này") and back to one already cited ("Quy định nêu trên")."""

from __future__ import annotations

import re
from functools import lru_cache

from build_tools.citations.antecedents import Antecedents, anchor, label, only, own_label, same_kind
from build_tools.citations.mentions import Mention
from build_tools.citations.placed import THIS
from build_tools.citations.scan import Scan
from build_tools.citations.this import PLURAL, Asides, this_one
from build_tools.lexicon.pieces import pattern
from build_tools.lexicon.types import types_of
from build_tools.lexicon.words import any_word
from build_tools.model.citation import Citation
from build_tools.model.span import Span

_ABOVE = pattern(rf" {any_word('named-above')}(?!\w)")
_GENERIC_BEFORE = pattern(rf"(?:{any_word('of-no-one')}|,) $")
_USE_BEFORE = pattern(rf"(?<!\w){any_word('before-bare-type')} $")
_FREE_AFTER = pattern(rf" ?(?:[.;,):/\n]|$|(?<= ){any_word('after-bare-type')})")
_SELF_START = pattern(r" (?:có hiệu lực|(?:đã )?được (?:quốc hội|hội đồng|ủy ban|thông qua))")


def find_self_and_anaphora(scan: Scan, mentions: list[Mention], antecedents: Antecedents) -> list[Citation]:
    """Self references and anaphora, in order; none inside a full citation."""
    own = scan.document.header.type
    called = (mention.kind for mention in mentions if mention.capital and THIS.match(scan.low, mention.end))
    asides = Asides.of(scan.document.root, called)
    found: list[Citation] = []
    for mention in mentions:
        if antecedents.covering(mention.start):
            continue
        this = THIS.match(scan.low, mention.end)
        if this:
            citation = this_one(scan, mention, Span(mention.start, this.end()), antecedents, asides)
        else:
            citation = _anaphora(scan, mention, antecedents) or _bare(scan, mention, own, antecedents)
        if citation:
            found.append(citation)
    return found


_BY = pattern(rf"{any_word('taken-up-by')} $")
_NOT_FAR = 1200


@lru_cache(maxsize=2)
def above_alone(general: bool) -> re.Pattern[str]:
    """A bare "trên" behind a type word: back to what is above, when no place follows ("văn bản trên Hệ thống" is one on a system).

    ``general``: behind "văn bản", which may be any paper, only where a word follows that goes on with the sentence.
    """
    if general:
        return pattern(rf" trên(?= ?(?:[.,;:)\n]|$)| {any_word('after-above')}(?!\w))")
    return pattern(rf" trên(?!\w| {any_word('place-above')}(?!\w))")


def _anaphora(scan: Scan, mention: Mention, antecedents: Antecedents) -> Citation | None:
    bare = above_alone(mention.kind == "Văn bản")
    above = _ABOVE.match(scan.low, mention.end) or bare.match(scan.low, mention.end)
    general = mention.kind == "Văn bản"
    if not above or not (mention.capital or (general and above.group().strip() != "đó")):
        return None
    plural = scan.led(PLURAL, mention.start)
    start = plural.start() if plural else mention.start
    if plural:
        meant = _group(antecedents, mention, None if general else mention.kind)
    else:
        if types_of(()).widest(mention.kind) != mention.kind:  # "Nghị quyết liên tịch nêu trên": of any resolution only a joint one
            one = next((other for other in antecedents.before(mention.start) if other.type == mention.kind), None)
        else:
            one = antecedents.nearest(mention.start, None if general else mention.kind)
        meant = [one] if one else []
    if general:  # "văn bản" may be any paper: only what was cited by number not far above
        meant = [citation for citation in meant if citation.number and mention.start - citation.span.end < _NOT_FAR]
    if not meant:
        return None
    labels = tuple(dict.fromkeys(name for citation in meant if (name := label(citation))))
    alone = only(labels)
    span = Span(start, above.end())
    return Citation(span, "anaphora", type=mention.kind, target=alone, targets=() if alone else labels, defined_at=anchor(meant[0]))


def _group(antecedents: Antecedents, mention: Mention, kind: str | None) -> list[Citation]:
    """The citations that "các … trên" takes up: those of the kind in the nearest run without a long gap."""
    group: list[Citation] = []
    for citation in antecedents.before(mention.start):
        if kind is not None and not same_kind(citation.type, kind):
            continue
        if group and group[-1].span.start - citation.span.end > 600:
            break
        group.append(citation)
    return group[::-1]


_DRAFT = "dự thảo "
"""A draft is another document than what is in force: its bare word takes up only what was a draft when it was named."""


def _bare(scan: Scan, mention: Mention, own: str | None, antecedents: Antecedents) -> Citation | None:
    """A capitalised type word alone: the document itself when it is of that type, else the one of that type cited last."""
    if not mention.capital or mention.kind == "Văn bản":
        return None
    span = Span(mention.start, mention.end)
    if same_kind(mention.kind, own):
        if _SELF_START.match(scan.low, mention.end) and not scan.led(_GENERIC_BEFORE, mention.start):
            return Citation(span, "self", type=mention.kind, target=own_label(scan.document))
        if scan.led(_USE_BEFORE, mention.start) and _FREE_AFTER.match(scan.low, mention.end):
            return Citation(span, "self", type=mention.kind, target=own_label(scan.document))
        return None
    if mention.kind not in scan.words.types.with_role("bare-word"):
        return None
    if scan.low.endswith(_DRAFT, 0, mention.start):
        one = antecedents.nearest(mention.start, mention.kind)
        drafted = one is not None and scan.low.endswith(_DRAFT, 0, one.span.start)
        return Citation(span, "anaphora", type=mention.kind, target=label(one), defined_at=anchor(one)) if one and drafted else None
    if not scan.led(_BY, mention.start) or not _FREE_AFTER.match(scan.low, mention.end):
        return None
    begin = max(scan.low.rfind("\n", 0, mention.start), scan.low.rfind(". ", 0, mention.start))
    beside = {label(one): one for one in antecedents.before(mention.start) if one.span.start > begin and same_kind(one.type, mention.kind)}
    if len(beside) > 1:
        return None  # "Nghị định số …, Nghị định số … và các văn bản hướng dẫn thi hành Nghị định": of which is not said
    one = next(iter(beside.values()), None) or antecedents.foremost(mention.start, mention.kind)
    if not one or (one.kind == "named" and mention.kind in ("Luật", "Bộ luật")):
        return None
    return Citation(span, "anaphora", type=mention.kind, target=label(one), defined_at=anchor(one))
