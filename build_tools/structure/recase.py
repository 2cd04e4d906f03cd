"""Words in capitals back to their usual case: by the register, by running text, by the rules of Nghị định 30/2020/NĐ-CP."""

from __future__ import annotations

import re
from collections.abc import Sequence

from build_tools.lexicon.words import any_word, spellings
from build_tools.lexicon.words import words as words_of
from build_tools.structure.known_names import KnownNames, capital, word_key
from build_tools.structure.own_name import own_name_at
from build_tools.structure.usual_case import BEFORE_PARTY, NO_PARTY, PLACES, by_rule
from build_tools.vietnamese.syllables import is_initials

_KEEP = re.compile(r"[\W_]*(?:[IVXLC]{2,}|[\w.]*\d[\w./-]*|[\wÐ]+[-/][\w/-]+|COVID|ASEAN)[\W_]*$")
_MARKS = "“”\"'()[],.;:"
_SYLLABLES = {"vi", "xi", "li", "ci"}
"""Roman numbers that are Vietnamese syllables too ("vi phạm"): numbers only after one of ``_COUNTED``."""
_DIGITS = frozenset("IVX")
"""Roman numbers of one letter: numbers only there too ("KHU VỰC V")."""
_COUNTED = spellings("before-roman")
_NOT_LAW = frozenset(words_of("no-law-behind"))
_NO_NAME = frozenset(words_of("no-law-name"))
_NO_NAME_BUT_AMENDING = frozenset(words_of("no-law-name", "khác"))
_MIXED = re.compile(rf"(?<!\w)(?P<level>{any_word('committee-level')}) (?P<organ>[ỦU][ỶỲYyỷ])(?!\w)")
_REACH = 30_000
"""So much of the text is searched for a name in running text."""
_TRIES = 40
"""So many places where a name stands in capitals are passed over before it is given up."""
_AHEAD = 12
"""So many words after a piece of a subject are looked for together with it."""
_NAME_SIZES = (2, 3, 4)
"""So many words a proper name has."""
_VOTES = 9
"""So many places of a name in running text decide how it is written."""


class Recaser:
    """Gives words in capitals their usual case. ``text`` is the document's own clean text."""

    def __init__(self, text: str, names: KnownNames) -> None:
        self._text = text[:_REACH]
        lower = self._text.lower()
        self._lower = lower if len(lower) == len(self._text) else ""
        self._names = names

    def name(self, text: str, number: str | None = None) -> str:
        """A name of a body or an office; text that is not in capitals comes back as it is, with single blanks.

        ``number``: the number of the body's own document, whose letters tell where the body's own name begins.
        """
        text = " ".join(text.split())
        if not text.isupper():
            return _committees(text)
        words = text.split(" ")
        found = self._in_text(text)
        if found and not found.islower():
            return _joined(words, self._names.find(words), _committees(found).split(" "))
        usual = self._as_begun(words, by_rule(words))
        own = own_name_at(words, number)
        if f" {' '.join(words[own:]).lower()}" not in self._text:
            usual[own:] = map(capital, words[own:])
        return _joined(words, self._names.find(words), self._with_names(words, usual))

    def _as_begun(self, words: Sequence[str], usual: list[str]) -> list[str]:
        """``usual``, where no rule knows more than its first word, with those words as the text writes them that it leaves the rest away
        from ("gửi Tổ Chèo đò" of "TỔ CHÈO ĐÒ ĐÁ BẠC")."""
        if any(not word.islower() for word in usual[1:]):
            return usual
        for size in range(len(words) - 1, 2, -1):
            found = (self._in_text(" ".join(words[:size])) or "").split(" ")
            if any(word[:1].isupper() for word in found[1:]):
                return [*found, *usual[size:]]
        return usual

    def _with_names(self, words: Sequence[str], usual: list[str]) -> list[str]:
        """``usual`` with the words that the text writes as a proper name, each with a capital ("CẤP NƯỚC SÔNG MƠ", "Sông Mơ, ngày …")."""
        made = list(usual)
        for size in _NAME_SIZES:
            for at in range(len(words) - size + 1):
                found = (self._in_text(" ".join(words[at : at + size])) or "").split(" ")
                if found[0].lower() not in PLACES and all(word[:1].isupper() for word in found):
                    made[at : at + size] = found
        return made

    def title(self, text: str, issuer: str | None = None) -> str:
        """A subject: like ``name``, but piece by piece, so that names inside a long title get their capitals.

        ``issuer``: the body that issues the document, in its usual case; its place is written alike in the subject.
        """
        text = " ".join(text.split())
        if not text.isupper():
            head, bracket, rest = text.partition("(")
            return f"{self.title(head, issuer)} {bracket}{rest}" if bracket and head.isupper() else text
        words = text.split(" ")
        usual: list[str] = []
        said: set[int] = set()
        while len(usual) < len(words):
            at = len(usual)
            for size in (6, 4, 3, 2):
                if at + size <= len(words) and (
                    found := self._in_text(" ".join(words[at : at + size]), " ".join(words[at + size : at + size + _AHEAD]))
                ):
                    usual += found.split(" ")
                    said.update(range(at, len(usual)))
                    break
            else:
                usual.append(_one(words, at))
        known = [
            (at, form)
            for at, form in self._names.find(words, _place(issuer or ""))
            if not (said.issuperset(range(at, at + len(form))) and " ".join(usual[at : at + len(form)]).islower())
        ]
        return _joined(words, known, usual)

    def _in_text(self, text: str, more: str = "") -> str | None:
        """How running text writes these words most often, with those of ``more`` that follow there too; None when it does not."""
        wanted = text.lower()
        if not self._lower or len(wanted) != len(text):
            return None
        votes: dict[str, int] = {}
        follows = f" {more.lower()} " if more else ""
        at = self._lower.find(wanted)
        for _ in range(_TRIES):
            if at < 0 or sum(votes.values()) >= _VOTES:
                break
            end = at + len(wanted)
            found = self._text[at:end]
            if not (self._text[end : end + 1].isalpha() or self._text[at - 1 : at].isalpha() or found.isupper()):
                found += self._further(end, follows)
                if found[1:] != found[1:].lower() or not self._begins(at):
                    votes[found] = votes.get(found, 0) + 1
            at = self._lower.find(wanted, at + 1)
        return max(votes, key=lambda form: votes[form]) if votes else None

    def _begins(self, at: int) -> bool:
        """True at the beginning of a line or sentence, where a capital says nothing."""
        return self._text[max(0, at - 3) : at].rstrip(' “"-')[-1:] in {"", "\n", "."}

    def _further(self, end: int, follows: str) -> str:
        """The words of ``follows`` that the text has at ``end`` too, as the text writes them."""
        reach = 0
        for at, letter in enumerate(follows):
            if letter == " " and at and not self._text[end + at : end + at + 1].isalpha():
                reach = at
            if self._lower[end + at : end + at + 1] != letter:
                break
        further = self._text[end : end + reach]
        return "" if any(word.isupper() and len(word) > 1 for word in further.split(" ")) else further


def _committees(text: str) -> str:
    """``text`` with committees of a level as they are written: "Huyện ủy" for "huyện Ủy"."""
    return _MIXED.sub(lambda match: f"{match['level'].capitalize()} {match['organ'].lower()}", text)


def _joined(words: Sequence[str], known: Sequence[tuple[int, list[str]]], usual: Sequence[str]) -> str:
    """Numbers and abbreviations stay, known names come next, then the usual form; the name of a law begins with a capital."""
    made = [word if _kept(words, at) else usual[at] for at, word in enumerate(words)]
    for at, form in known:
        made[at : at + len(form)] = form
    for at in range(1, len(made)):
        if made[at - 1] == "Luật" and word_key(made[at]) not in _NO_NAME and not _kept(words, at):
            made[at] = made[at][:1].upper() + made[at][1:]
    name = " ".join(made)
    return name[:1].upper() + name[1:]


def _kept(words: Sequence[str], at: int) -> bool:
    counted = at > 0 and words[at - 1].lower() in _COUNTED
    if counted and words[at].strip(_MARKS) in _DIGITS:
        return True
    if not _KEEP.match(words[at]):
        return all(map(is_initials, words[at].strip(_MARKS).split("&")))
    return word_key(words[at]) not in _SYLLABLES or counted


def _one(words: Sequence[str], at: int) -> str:
    """One word of a title that neither the register nor the text knows."""
    word, before = words[at].lower(), words[at - 1].lower() if at else ""
    after = words[at + 1].lower() if at + 1 < len(words) else ""
    if word == "luật" and after and before not in _NOT_LAW and after.strip(",;.") not in _NO_NAME_BUT_AMENDING:
        return "Luật"
    if word.strip(",;.") == "đảng" and before in BEFORE_PARTY and after.strip(",;.") not in NO_PARTY:
        return capital(word)
    return word


def _place(issuer: str) -> str:
    """The place at the end of a body's name: "Ủy ban nhân dân tỉnh Sông Mơ" → "Sông Mơ"."""
    words = issuer.split()
    start = next((at for at in range(len(words) - 2, 0, -1) if words[at] in PLACES), len(words))
    named = words[start + 1 :]
    return " ".join(named) if 1 < len(named) < 5 and all(word[0].isupper() for word in named) else ""
