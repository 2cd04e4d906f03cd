"""Words that ask a body to act, and what stands before them: manner, links between sentences, words that make an asking none."""

from __future__ import annotations

import re
from functools import lru_cache

from build_tools.lexicon.words import any_word, words
from build_tools.statements.verbs import first_words, is_duty

# The patterns begin with a set of letters, not with a word boundary: so a long text is searched fast.
# What stands before is looked at afterwards.
_TO = r"\s(?:cho\s|nhiệm vụ cho\s|trách nhiệm cho\s)?"


@lru_cache(maxsize=1)
def given() -> re.Pattern[str]:
    """Words that ask the body named after them to act."""
    asks = words("asks")
    firsts = "".join(sorted({letter for word in asks for letter in (word[0], word[0].upper())}))
    return re.compile(rf"[{firsts}](?:{'|'.join(re.escape(word[1:]) for word in asks)}){_TO}")


@lru_cache(maxsize=1)
def given_end() -> re.Pattern[str]:
    """The same words at the end of what stands before a name."""
    return re.compile(rf"\b{any_word('asks')}{_TO}$", re.IGNORECASE)


@lru_cache(maxsize=1)
def manner() -> re.Pattern[str]:
    """Words of manner, purpose or time before the subject: "Để làm tốt việc này, Sở Y tế …"; no verb that begins alike ("Theo dõi …")."""
    longer = [
        re.escape(verb.removeprefix(word).lstrip())
        for verb in words("verb")
        for word in words("manner")
        if verb.startswith(f"{word} ") and verb not in words("manner")
    ]
    return re.compile(rf"{any_word('manner', 'from', 'limit')}\s(?!(?:{'|'.join(longer)})(?!\w))", re.IGNORECASE)


def manner_ask(text: str, start: int, end: int) -> re.Match[str] | None:
    """What the duty is about or for, before a body is asked: "Đối với chi phí vượt dự toán, giao Sở Tài chính …"; no further verb: "Kiến
    nghị, yêu cầu cơ quan có thẩm quyền …"."""
    return None if is_duty(first_words(text, start, end)) else _about().match(text, start, end)


@lru_cache(maxsize=1)
def _about() -> re.Pattern[str]:
    return re.compile(rf"[^\W\d_][^.;:\n]{{3,400}}?,\s{any_word('asks')}\s", re.IGNORECASE)


@lru_cache(maxsize=1)
def link_words() -> re.Pattern[str]:
    """What opens a sentence that hands work to one more: "Đồng thời, giao …"."""
    return re.compile(rf"{any_word('sentence-link')},?\s", re.IGNORECASE)


def no_asking(text: str, at: int) -> bool:
    """True for the end of a longer word, and for what was given or may not be asked: "không được yêu cầu các xã …"."""
    return inside_word(text, at) or _not_asked().search(text, max(0, at - 16), at) is not None


@lru_cache(maxsize=1)
def _not_asked() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){any_word('not-asked')}\s$", re.IGNORECASE)


def inside_word(text: str, at: int) -> bool:
    """True where a letter stands right before."""
    return at > 0 and text[at - 1].isalnum()
