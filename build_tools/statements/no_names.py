"""Words that stand where the names of bodies do, and name nobody: a document, people told of by their class, by what was given to them,
by what they do."""

from __future__ import annotations

import re
from functools import lru_cache

from build_tools.lexicon.keys import word_key
from build_tools.lexicon.types import types_of
from build_tools.lexicon.words import any_word, word_set
from build_tools.statements.body_beginnings import WORD, begins_body, plural_words
from build_tools.statements.many_bodies import JOINT
from build_tools.vietnamese.word_pairs import belong_together

NUMBERED = re.compile(r"(?<=\s)\d")
"""A number inside what was taken for names."""
TYPE_WORDS = 3
"""Words of the type of a document that are tried."""
MUST = "phải "


def tells_of(text: str, listed: str, verb: int | None) -> bool:
    """True for words that name a document, or tell of people by their class ("Cán bộ thuộc diện Ban Bến bãi quản lý …"), by what they do
    ("người | tham gia …") or by work given to them, whose end cannot be told ("Các xã được giao nhiệm vụ soạn | báo cáo")."""
    if _names_document(listed) or _managed().search(listed) or _needs_more(listed) or _given_by(listed) or _hangs(listed):
        return True
    must = verb is not None and text.startswith(MUST, verb)
    return verb is not None and not must and was_given().search(listed) is not None and not _ends_leading().search(listed)


@lru_cache(maxsize=1)
def was_given() -> re.Pattern[str]:
    """Words for work that was given to those who are named."""
    return re.compile(rf"(?<!\w)được {any_word('asks')}(?!\w)", re.IGNORECASE)


@lru_cache(maxsize=1)
def _ends_leading() -> re.Pattern[str]:
    return re.compile(rf"\s{any_word('leads')}$", re.IGNORECASE)


@lru_cache(maxsize=1)
def _managed() -> re.Pattern[str]:
    return re.compile(rf"\s{any_word('managed')}\s(?=[^\W\d_])", re.IGNORECASE)


def _needs_more(listed: str) -> bool:
    """True where the last of a list is a general word alone that only goes on to what is meant: one of one syllable ("người | tham gia …"),
    or one that the list has already ("cơ quan soạn thảo, cơ quan | tham gia …")."""
    *before, last = (word_key(piece) for piece in JOINT.split(listed))
    if last not in word_set("general"):
        return False
    return " " not in last or any(f" {last} " in f" {piece}" for piece in before)


def _hangs(listed: str) -> bool:
    """True where the last word has to go on: "tổ chức quốc tế ở | trong nước"; not one that ends a word ("cấp trên", "trực thuộc")."""
    *before, last = listed.split() or [""]
    return last in word_set("joins-body") and not (before and belong_together(word_key(before[-1]), last))


def _given_by(listed: str) -> bool:
    """True where a body is named that gave something to those before it: "Tổ chức được Ủy ban nhân dân tỉnh | giao bến"."""
    return any(word.group() == GIVEN and begins_body(listed, word.end() + 1, len(listed)) for word in WORD.finditer(listed) if word.start())


GIVEN = "được"


def _names_document(listed: str) -> bool:
    """True where a numbered document stands among the words: what is done begins before it ("Các chi bộ học lại Nghị quyết 09")."""
    for number in NUMBERED.finditer(listed):
        words = listed[: number.start()].split()
        words = words[:-1] if words[-1] == "số" else words
        for count in range(1, min(len(words), TYPE_WORDS) + 1):
            of_name = len(words) > count and word_key(words[-count - 1]) in ("của", "thuộc")
            if types_of(()).named(" ".join(words[-count:])) and not of_name:
                return True
    return False


def told_by_class(text: str, name: str, at: int, stop: int) -> bool:
    """True for general words without the word for many, of whom the sentence says later what they must do: a rule for all who do what
    stands between ("Tổ chức, đơn vị | sử dụng bến … phải ghi sổ")."""
    *_, last = JOINT.split(name)
    must = _must_later().search(text, at, stop)
    return must is not None and must.start() > at and word_key(last) in word_set("general") and not plural_words(word_key(name).split()[:2])


@lru_cache(maxsize=1)
def _must_later() -> re.Pattern[str]:
    return re.compile(rf"\s(?:{MUST.strip()}|{any_word('charges')})\s", re.IGNORECASE)
