"""What a file's name suggests of the document: never taken for said by anybody, only offered to whoever fills in a value."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from pathlib import PurePath

from build_tools.identity import canonical_number, parse_number
from build_tools.lexicon.types import types_of
from build_tools.model.memo import by_identity
from build_tools.model.register import BodyPattern, Issuer, Register
from build_tools.vietnamese.dates import find_dates, iso_date

_GAP = r"[-_ .]{1,3}"
_NUMBER = re.compile(
    rf"(?<![^\W_])(?<!\d\.)(?P<serial>\d{{1,5}})(?:{_GAP}(?P<year>(?:19|20)\d\d))?(?P<gap>{_GAP})(?P<type>[A-ZĐ]{{1,4}}[a-z]?)(?P<next>{_GAP})"
    r"(?P<body>[A-ZĐ][A-ZĐ&]{1,11}(?:-[A-ZĐ]{1,9})?)(?![^\W_])"
)
"""A number in which what no file system takes became something else: "12-BC_TU", "45_KH-UBND", "30.2020.NĐ-CP"."""
_DAY_FIRST = re.compile(r"(?<!\d)(\d{1,2})([-_. ]?)(\d{1,2})\2((?:19|20)\d\d)(?!\d)")
_YEAR_FIRST = re.compile(r"(?<!\d)((?:19|20)\d\d)([-_. ]?)(\d{2})\2(\d{2})(?!\d)")


def suggested(name: str, register: Register) -> dict[str, str]:
    """By key of ``metadata.yaml``, what the name may say: a number in a known shape of a known body, a day that is one."""
    stem = unicodedata.normalize("NFC", PurePath(name).stem)
    found = {}
    numbers = list(dict.fromkeys(_numbers(stem, register)))
    if len(numbers) == 1:
        found["number"] = numbers[0]
    days = list(dict.fromkeys(_days(stem)))
    if len(days) == 1:
        found["issued_on"] = days[0]
    return found


def _numbers(stem: str, register: Register) -> Iterator[str]:
    party, state = _codes(register)
    kinds = types_of(register.types).own_codes | {code for kind in register.types for code in kind.every_code}
    for match in _NUMBER.finditer(stem):
        serial, year, kind, body = match["serial"], match["year"], match["type"], match["body"]
        codes = body.split("-")
        if canonical_number(kind) not in kinds:
            continue
        mine, theirs = _of(party, codes[0]), all(code in state for code in codes)
        if mine == theirs or (mine and year):
            continue  # no body of ours, or of both systems: how the number is written cannot be told
        written = f"{serial}-{kind}/{body}" if mine else f"{serial}/{year}/{kind}-{body}" if year else f"{serial}/{kind}-{body}"
        number = canonical_number(written)
        if parse_number(number):
            yield number


def _of(party: frozenset[str], code: str) -> bool:
    """True for the code of a body, or of one under a committee: "BTG" and "TU" make "BTGTU"."""
    return code in party or any(code[:at] in party and code[at:] in party for at in range(2, len(code) - 1))


@by_identity
def _codes(register: Register) -> tuple[frozenset[str], frozenset[str]]:
    """Codes of bodies of the Party and its front, and of the State."""
    bodies: tuple[Issuer | BodyPattern, ...] = (*register.issuers, *register.bodies)
    party = frozenset(code for body in bodies if body.system != "state" for code in _codes_of(body))
    state = frozenset(code for body in bodies if body.system == "state" for code in _codes_of(body))
    return party, state


def _codes_of(body: Issuer | BodyPattern) -> tuple[str, ...]:
    own = (body.code,) if isinstance(body, BodyPattern) and body.code not in ("", "=") else ()
    return (*own, *body.codes)


def _days(stem: str) -> Iterator[str]:
    for day, _, month, year in _DAY_FIRST.findall(stem):
        if found := iso_date(int(year), int(month), int(day)):
            yield found
    for year, _, month, day in _YEAR_FIRST.findall(stem):
        if found := iso_date(int(year), int(month), int(day)):
            yield found
    yield from (mention.iso for mention in find_dates(stem.replace("_", " ")) if len(mention.iso) == 10)
