"""Where a body's name begins and ends, how it is written in small letters, and what is an office."""

from __future__ import annotations

from build_tools.citations import around, issuers
from build_tools.citations.issuers import issuer_at
from build_tools.lexicon import letterhead
from build_tools.lexicon.keys import exact_key, lower_key, matching_key
from build_tools.naming.bodies import OFFICES, Found
from build_tools.naming.gazetteer import Gazetteer
from build_tools.naming.issuers import find_issuer, is_joint
from build_tools.statements import bodies
from build_tools.structure import finish, recase, usual_case
from build_tools.structure.letterhead import reader
from build_tools.structure.own_name import own_name_at
from tests.content import EMPTY, shipped
from tests.lexicon.word_stages.common import SIGNING, Holds, Stage, capitals, under_heading


def cited(text: str) -> object:
    """Whether running text names a body here."""
    key = matching_key(text)
    return issuer_at(key, lower_key(key), 0)


def joint(text: str) -> object:
    """Whether this goes on a name of joint issuers."""
    key = matching_key(f"Bộ Núi rừng, {text}")
    found = issuer_at(key, lower_key(key), 0)
    return found is not None and found.name == key


def office(text: str) -> object:
    return any(exact_key(text).startswith(office) for office in OFFICES)


def whole_name(text: str) -> bool:
    """Whether the whole text is the name of a body."""
    key = matching_key(text)
    found = issuer_at(key, lower_key(key), 0)
    return found is not None and found.name == key


def named_elsewhere(text: str) -> bool:
    """Whether what follows a citation names no body."""
    key = matching_key(f" {text}")
    return issuers.issuer_after(key, lower_key(key), 0) is None


def cut_name(text: str) -> bool:
    """Whether the name of a body ends before the text does."""
    return not whole_name(text)


def _known(name: str, own: str | None = None) -> Found | None:
    """The body that a name means in a document of ``own``."""
    above = find_issuer(own, shipped()) if own else None
    return find_issuer(name, shipped(), above.issuer if above else None)


def of_the_party(text: str) -> bool:
    """Whether a body of that name is one of the Party's."""
    found = _known(text)
    return found is not None and found.issuer.system == "party"


def usual(words: int, place: str = "") -> Stage:
    """Whether so many words have a capital in the usual case of a name in capitals, and the place does, if any."""

    def found(text: str) -> bool:
        made = usual_case.by_rule(text.split())
        return place in " ".join(made) and made[words - 1][:1].isupper()

    return found


STAGES: dict[str, tuple[Stage, ...]] = {
    "body": (cited, capitals(letterhead.BODY.match)),
    "body-in-text": (cited,),
    "body-in-line": (letterhead.BODY.match,),
    "joint-officer": (joint,),
    "office": (letterhead.OFFICE.match, office, SIGNING),
    "office-word": (letterhead.OFFICE.match, office),
    "office-in-signature": (letterhead.OFFICE.match, SIGNING),
    "head-last": (letterhead.HELD.match,),
    "deputy": (letterhead.OFFICE.match, office, SIGNING),
    "office-or-body": (letterhead.OFFICE.match,),
    "committee": (finish._PARTY.match,),
    "committee-organ": (finish._PARTY_ORGAN.match,),
    "organ": (lambda text: finish._ORGAN.fullmatch(text.capitalize()),),
    "own-office": (finish._OFFICE.fullmatch,),
    "front": (finish._FRONT.match,),
    "cut-name": (reader._CUT_BODY.match,),
    "level": (lambda text: Gazetteer(EMPTY).read(text, None),),
    "comma-name": (whole_name,),
    "task-body": (whole_name,),
    "state-name": (whole_name,),
    "place-word": (usual(1, "Sông Mơ"),),
    "named-ground": (lambda text: own_name_at(text.split(), None) < len(text.split()),),
    "hamlet-word": (usual(1, "Sông Mơ"),),
    "hamlet-body": (usual(1, "Sông Mơ"),),
    "no-commune": (lambda text: not usual(1, "Sông Mơ")(text),),
    "place-committee": (usual(1, "Sông Mơ"),),
    "committee-level": (usual(1, "Sông Mơ"),),
    "party-organ": (usual(3),),
    "field-body": (usual(2),),
    "body-after-dash": (usual(4),),
    "office-end": (usual(3),),
    "not-the-party": (lambda text: not usual(3)(text),),
    "before-the-party": (lambda text: recase._one(words := text.split(), words.index("ĐẢNG")) == "Đảng",),
    "before-roman": (lambda text: recase._kept(text.split(), 1),),
    "no-law-behind": (lambda text: recase._one(text.split(), 1) == "luật",),
    "no-law-name": (lambda text: recase._joined(text.split(), (), ["Luật", *text.lower().split()[1:]]).split()[1].islower(),),
    "no-field-body": (lambda text: not usual(2)(text),),
    "compound-body": (usual(3),),
    "legal-form": (usual(5),),
    "school-kind": (lambda text: usual_case._own_name(text.split(), text.lower().split()) < len(text.split()),),
    "body-again": (named_elsewhere,),
    "closed-name": (cut_name,),
    "inner-word": (whole_name,),
    "after-name": (cut_name,),
    "after-name-capital": (cut_name,),
    "local-head": (lambda text: _known(text, "Ủy ban nhân dân tỉnh Cao Bằng"),),
    "national-head": (_known,),
    "party-group": (of_the_party,),
    "joint-head": (lambda text: is_joint(f"Bộ Núi rừng, {text}", shipped()),),
    "some-place": (lambda text: text.istitle() and _known(f"Ban Chấp hành Đảng bộ tỉnh {text}"),),
    "body-code": (around.patterns().heads.search,),
    "steering-level": (issuers._STEERING.match,),
    "concerned": (bodies._concerned().search,),
    "signing-office": (around.patterns().holder.match,),
}

HOLDS: dict[str, Holds] = {
    "inner-word-of-work": lambda row, text: under_heading(text).lead[0].split()[2:3] != ["Bến"],
    "half-word": lambda row, text: under_heading(text).action == "cấp vốn",
    "ends-name": lambda row, text: under_heading(text).lead[0].endswith("Trung ương"),
    "lowest-body": lambda row, text: under_heading(text).action.startswith("cân nhắc"),
    "rank-of": lambda row, text: "của" in under_heading(text).lead[0],
    "describes": lambda row, text: len(under_heading(text).lead[0].split()) > 2,
}
