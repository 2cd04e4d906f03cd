"""Who issued a text without a letterhead: where its title, the sentence by which a body acts and the signature say the same.

"KẾT LUẬN … Ban Thường vụ Tỉnh ủy Sông Mơ kết luận như sau: … T/M BAN THƯỜNG VỤ". What they do not agree on stays unknown: a paper also
tells what the body above it decided.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache

from build_tools.lexicon.keys import exact_key, text_keys
from build_tools.lexicon.letterhead import PLACED
from build_tools.lexicon.letters import CAPITALS
from build_tools.lexicon.words import any_word, words
from build_tools.model.header import Header, HeaderField, Stated
from build_tools.model.span import Excerpt
from build_tools.naming.extent import bearer_end
from build_tools.structure.paragraphs import Para
from build_tools.structure.stretch import cut

_OFFICE = re.compile(rf"(?=[{CAPITALS}])(?i:{any_word('office', 'office-word')}) (?=[{CAPITALS}])")
"""The office that acts for a body, before its name ("Chủ tịch Ủy ban nhân dân …")."""
_BODY = re.compile(rf"(?=[{CAPITALS}])(?i:{any_word('body', 'body-in-text')})\b")
_ORGAN = re.compile(rf"Ban {any_word('organ')}")
_BETWEEN = re.compile(rf" (?:(?!{any_word('led-by')} )(?![{CAPITALS}])[^\W\d_]+ ){{0,6}}")
"""What may stand between a body and what it does ("đã thảo luận và", "thống nhất", "xây dựng")."""
ON_BEHALF = re.compile(rf"(?:{any_word('authority', 'authority-word')}|{any_word('authority-letters')}/?|{any_word('acting')}\.)[ .:]+")
_TOLD = re.compile(rf"(?i:{any_word('at-document')}) [^.;]{{0,80}}(?<!\w){any_word('number')} \d")
"""A document in which a body acted ("Tại Kết luận số …, Ban Thường vụ … kết luận:")."""
_OPERATIVE = re.compile(rf"(?<!\w){any_word('operative')}(?!\w)")
_CLAUSE = re.compile(r"[.;:,] ")
_SENTENCE = re.compile(r"[.;] ")


@lru_cache(maxsize=64)
def acts_by(kind: str) -> re.Pattern[str]:
    """What a body does by a document of type ``kind``: the type's own word, or one that the lexicon has for it."""
    return re.compile(rf"(?:{'|'.join((kind.lower(), *words('acts-by', kind)))})(?!\w)", re.IGNORECASE)


def from_act(paras: Sequence[Para], start: int, header: Header, bears: Callable[[str], bool]) -> Header:
    """The issuer as the acting sentence below ``start`` names it. ``bears``: whether a body can have the document's number."""
    actors = list(_actors(paras, start, header.type or ""))
    if not actors or any(exact_key(one.value) != exact_key(actors[0].value) for one in actors):
        return Header()
    actor = actors[0]
    office = _OFFICE.match(actor.value)
    body = actor.value[office.end() :] if office else actor.value
    if not _signs(header, body, office.group().strip() if office else None) or _is_told(header, body) or not bears(body):
        return Header()
    said: list[tuple[HeaderField, Excerpt]] = [("issuer", actor.said(body))]
    if office:
        said.append(("issuing_body", actor))
    return Header(tuple(Stated(field, words, "sentence") for field, words in said))


def from_signature(header: Header, bears: Callable[[str], bool]) -> Header:
    """The issuer as the one signature names it for whom it is signed, its place included ("TM. ỦY BAN NHÂN DÂN XÃ NÀ LÚA")."""
    stated = header.stated("authority")
    behalf = ON_BEHALF.match(stated.words.value) if stated and len(header.signatures) < 2 else None
    if stated is None or behalf is None:
        return Header()
    body = stated.words.value[behalf.end() :].partition(", ")[0]
    if not (_BODY.match(body) and PLACED.match(body.upper())) or _is_told(header, body) or not bears(body):
        return Header()
    return Header((Stated("issuer", stated.words.said(body), "sentence"),))


def _actors(paras: Sequence[Para], start: int, kind: str) -> Iterator[Excerpt]:
    """The bodies that act by a document of type ``kind`` in the sentences before its first provision that end with a colon."""
    if not kind:
        return
    does = acts_by(kind)
    for para in paras[start:]:
        if para.label and para.label.rank < 9:
            return
        if para.silent or para.table or not para.text.endswith(":"):
            continue
        begin = max((match.end() for match in _CLAUSE.finditer(para.text)), default=0)
        actor = _actor(para, begin, does)
        if actor is not None:
            yield actor


def _actor(para: Para, begin: int, does: re.Pattern[str]) -> Excerpt | None:
    """The body that is the subject of the clause at ``begin``, by the longest name that the paragraph has for it."""
    text = para.text
    office = _OFFICE.match(text, begin)
    sentence = max((mark.end() for mark in _SENTENCE.finditer(text, 0, begin)), default=0)
    if _BODY.match(text, office.end() if office else begin) is None or _TOLD.match(text, sentence, begin):
        return None
    for verb in does.finditer(text, begin):
        first = _OPERATIVE.search(text, begin, verb.start())
        end = bearer_end(*text_keys(text), begin, (first or verb).start() - 1)
        if _BETWEEN.fullmatch(text, end, verb.start()) is None:
            continue
        name = _in_full(text, begin, end)
        return cut(para, begin, end).said(name) if name.count(" ") > (2 if _ORGAN.match(name) else 1) else None
    return None


def _in_full(text: str, begin: int, end: int) -> str:
    """The name at ``begin`` … ``end``, in full where the clauses before it have one longer name that begins with it ("Tại Hội nghị Ban
    Thường vụ Tỉnh ủy Sông Mơ, Ban Thường vụ kết luận:")."""
    short = text[begin:end]
    keys = text_keys(text)
    told = set()
    for mention in re.finditer(re.escape(short), text[:begin]):
        clause_end = next(mark.start() for mark in _CLAUSE.finditer(text, mention.end()))  # ``begin`` stands behind such a mark
        told.add(text[mention.start() : max(mention.end(), bearer_end(*keys, mention.start(), clause_end))])
    told.discard(short)
    return told.pop() if len(told) == 1 else short


def _signs(header: Header, body: str, office: str | None) -> bool:
    """True where the document is signed for ``body``, by its head or for him, or by the ``office`` that acts."""
    for signed in (header.signature.authority or "", header.signature.title or ""):
        said = ON_BEHALF.sub("", signed, count=1)
        head = said.partition(" ")[2]
        if office is not None and exact_key(said) == exact_key(office):
            return True
        if signed != said and names(body, said):
            return True
        if office is None and head and _begun(body, head) and not _ORGAN.match(body):
            return True  # "TRƯỞNG BAN" of "Ban Tổ chức …"
    return False


def names(body: str, words: str) -> bool:
    """True where ``words`` are the name of ``body`` or begin it: two words or more."""
    return " " in words and _begun(body, words)


def _begun(body: str, words: str) -> bool:
    own, said = exact_key(body).split(), exact_key(words).split()
    return bool(said) and own[: len(said)] == said


def _is_told(header: Header, body: str) -> bool:
    """True where the document goes to the body: it tells what another decided."""
    told = [stated.words.value.partition(" (")[0] for stated in header.values if stated.field in ("addressee", "recipient")]
    return any(names(body, words) or names(words, body) for words in told)
