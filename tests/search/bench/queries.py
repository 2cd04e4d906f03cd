"""Queries made by script from documents, as people type them, with the documents that answer them."""

from __future__ import annotations

import random
import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from build_tools.lexicon.keys import strip_marks
from build_tools.search.keys import terms
from tests.search.bench.corpus import Source

KINDS = {
    "a": "tên, đúng dấu",
    "b": "tên, không dấu",
    "c": "tên, kiểu dấu khác",
    "d": "số hiệu, mọi cách viết",
    "e": "ngày, mọi cách viết",
    "f": "tên, nửa từ cuối",
    "g": "cụm từ trong thân, không ngoặc",
    "gq": "cụm từ trong thân, trong ngoặc",
    "gb": "cụm từ trong thân, không dấu",
    "gh": "cụm từ trong thân, một lỗi gõ",
    "gr": "lời nhớ được từ giữa thân",
    "grb": "lời nhớ được từ giữa thân, không dấu",
    "h": "tên, một lỗi gõ",
}


@dataclass(frozen=True, slots=True)
class Query:
    """What is typed, its kind, the ids of the groups that answer it, for questions what each is worth, and the words that are ``meant``."""

    kind: str
    text: str
    targets: frozenset[str]
    gains: Mapping[str, int] = field(default_factory=dict)
    meant: str = ""


_NEW_STYLE = {
    "òa": "oà",
    "óa": "oá",
    "ỏa": "oả",
    "õa": "oã",
    "ọa": "oạ",
    "òe": "oè",
    "óe": "oé",
    "ỏe": "oẻ",
    "ọe": "oẹ",
    "ùy": "uỳ",
    "úy": "uý",
    "ủy": "uỷ",
    "ũy": "uỹ",
    "ụy": "uỵ",
}
_OPEN = re.compile(r"(?<![qQ])(" + "|".join(_NEW_STYLE) + r")(?![^\W\d_])")
_OLD = {new: old for old, new in _NEW_STYLE.items()}
_NEW = re.compile(r"(?<![qQ])(" + "|".join(_OLD) + r")(?![^\W\d_])")


def other_style(text: str) -> str:
    """``text`` with its tone marks in the other style."""
    text = unicodedata.normalize("NFC", text)
    if _OPEN.search(text):
        return _OPEN.sub(lambda match: _NEW_STYLE[match.group()], text)
    return _NEW.sub(lambda match: _OLD[match.group()], text)


def mistyped(text: str, chance: random.Random) -> str:
    """One letter left out, doubled, swapped or replaced in a word of four letters or more."""
    words = text.split(" ")
    places = [at for at, word in enumerate(words) if len(word) > 3 and word.isalpha()]
    if not places:
        return text
    at = chance.choice(places)
    word, letter = words[at], chance.randrange(1, len(words[at]) - 1)
    words[at] = chance.choice(
        [
            word[:letter] + word[letter + 1 :],
            word[:letter] + word[letter] + word[letter:],
            word[:letter] + word[letter + 1] + word[letter] + word[letter + 2 :],
            word[:letter] + chance.choice("abeghiklmnoprstuvxy") + word[letter + 1 :],
        ]
    )
    return " ".join(words)


def number_forms(number: str, chance: random.Random) -> str:
    """A document's number as people type it."""
    digits, _, symbol = re.sub(r"\s", "", number).partition("/" if re.match(r"[\d.]+/\d{4}", number) else "-")
    year = re.match(r"(\d{4})/?", symbol)
    letters = re.findall(r"[^\W\d_]+\d*", symbol[year.end() :] if year else symbol)
    if not letters:
        return number
    first = letters[0]
    glued = "".join(letters)
    forms = [number, strip_marks(number).lower(), number.replace("-", " ").replace("/", " ")]
    if year:
        forms += [
            f"{digits}/{year.group(1)}/{'-'.join(letters)}",
            f"{first} {digits}/{year.group(1)}",
            f"{digits} {year.group(1)} {glued.lower()}",
            f"{digits}/{year.group(1)}{glued}",
        ]
    else:
        forms += [
            f"{digits}{strip_marks(glued).lower()}",
            f"{digits}/{'-'.join(letters)}",
            f"{first} {digits} {letters[-1]}",
            f"{strip_marks(first).lower()}{digits}{strip_marks(''.join(letters[1:])).lower()}",
        ]
    return chance.choice(forms)


def date_forms(date: str, chance: random.Random) -> str:
    """A day as people type it."""
    year, month, day = (int(part) for part in date.split("-"))
    return chance.choice(
        [f"{day}/{month}/{year}", f"{day:02}-{month:02}-{year}", f"{day}.{month}.{year}", f"ngày {day} tháng {month} năm {year}",
         f"ngay {day} thang {month} nam {year}",
         f"{day:02}/{month:02}/{year}"]
    )  # fmt: skip


def make_queries(
    sources: Sequence[Source], per_kind: int = 50, seed: int = 11, pool: int = 4000, drawn: Sequence[Source] = ()
) -> list[Query]:
    """``per_kind`` queries of each kind, made of the documents ``drawn`` (none: of all). Targets: all documents that answer as well."""
    chance = random.Random(seed)
    titles = {source.record.id: " " + " ".join(terms(source.record.title)) + " " for source in sources}
    folded = {name: strip_marks(title) for name, title in titles.items()}
    numbers: defaultdict[str, set[str]] = defaultdict(set)
    days: defaultdict[str, set[str]] = defaultdict(set)
    for source in sources:
        if source.record.number:
            numbers[" ".join(terms(source.record.number))].add(source.record.id)
        for date in source.record.dates:
            days[date].add(source.record.id)
    some = list(drawn or sources)
    some = some if len(some) <= pool else chance.sample(some, pool)
    queries: list[Query] = []

    def fragment() -> tuple[str, str]:
        while True:
            record = chance.choice(some).record
            words = record.title.split()
            size = chance.randrange(4, 9)
            if len(words) >= 5:
                at = chance.randrange(max(1, len(words) - size + 1))
                return record.id, " ".join(words[at : at + size]).strip(" ,.;:“”\"'()-")

    def with_title(text: str, key: str, table: dict[str, str]) -> frozenset[str]:
        return frozenset(name for name, title in table.items() if f" {key} " in title)

    changes: dict[str, Callable[[str], str]] = {
        "a": lambda text: text,
        "b": lambda text: strip_marks(text).lower(),
        "c": other_style,
        "f": lambda text: text[: -max(1, len(text.split()[-1]) // 2)],
        "h": lambda text: mistyped(text, chance),
    }
    for kind, change in changes.items():
        tries = 0
        while sum(query.kind == kind for query in queries) < per_kind and tries < per_kind * 60:
            tries += 1
            owner, text = fragment()
            typed = change(text)
            key = " ".join(terms(text))
            if len(key.split()) < 3 or (kind in "ch" and typed == text) or (kind == "f" and len(text.split()[-1]) < 3):
                continue
            targets = with_title(text, key if kind in "ac" else strip_marks(key), titles if kind in "ac" else folded)
            if kind == "f":
                targets = frozenset(name for name, title in folded.items() if f" {strip_marks(' '.join(terms(typed)))}" in title)
            # a number or date that is cut in two has other terms than the whole: the title that it was cut from still answers
            targets |= {owner}
            if len(targets) <= 10 or len(sources) > 1000:
                queries.append(Query(kind, typed, targets))
    numbered = [source for source in some if source.record.number]
    for source in chance.sample(numbered, min(per_kind, len(numbered))):
        number = str(source.record.number)
        queries.append(Query("d", number_forms(number, chance), frozenset(numbers[" ".join(terms(number))])))
    dated = [source for source in some if source.record.dates and len(source.record.dates[0]) == 10]
    for source in chance.sample(dated, min(per_kind, len(dated))):
        queries.append(Query("e", date_forms(source.record.dates[0], chance), frozenset(days[source.record.dates[0]])))
    phrases: list[str] = []
    while len(phrases) < per_kind * 2:
        source = chance.choice(some)
        body = chance.choice(source.parts).body if source.parts else ""
        line = chance.choice(body.split("\n"))
        words = re.split(r"[^\w/-]+", line)
        size = chance.randrange(3, 6)
        if len(words) < size + 2:
            continue
        at = chance.randrange(len(words) - size)
        phrase = " ".join(words[at : at + size])
        if phrase in line and len(terms(phrase)) == size and all(word.isalpha() for word in words[at : at + size]):
            phrases.append(phrase)
    holders, folded_holders = holding(sources, phrases), holding(sources, phrases, folded=True)
    phrases = [phrase for phrase in phrases if holders[phrase]]
    for phrase in phrases[:per_kind]:
        queries.append(Query("g", phrase, holders[phrase]))
        queries.append(Query("gq", f'"{phrase}"', holders[phrase]))
    for phrase in phrases[per_kind:]:
        # who types no diacritics may mean any
        queries.append(Query("gb", strip_marks(phrase).lower(), folded_holders[phrase]))
        queries.append(Query("gh", mistyped(phrase, chance), holders[phrase]))
    return queries


def holding(sources: Sequence[Source], phrases: Sequence[str], folded: bool = False) -> dict[str, frozenset[str]]:
    """For each phrase the documents in which its terms stand one after another; ``folded``: with whatever diacritics."""

    def key(text: str) -> str:
        found = " ".join(terms(text))
        return strip_marks(found) if folded else found

    keys = {phrase: f" {key(phrase)} " for phrase in phrases}
    found: dict[str, set[str]] = {phrase: set() for phrase in phrases}
    for source in sources:
        text = " \n ".join(key(line) for part in (source.record, *source.parts) for line in (part.title, *part.body.split("\n")))
        text = f" {text} "
        for phrase, wanted in keys.items():
            if wanted in text:
                found[phrase].add(source.record.id)
    return {phrase: frozenset(names) for phrase, names in found.items()}
