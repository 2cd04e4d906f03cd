"""Lists of words: every example is seen, and nothing else, by each stage that uses the list; a list that nobody uses is told."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from build_tools.citations.issuers import issuer_at
from build_tools.lexicon import letterhead
from build_tools.lexicon import words as module
from build_tools.lexicon.keys import exact_key, lower_key, matching_key
from build_tools.lexicon.words import FILES, WordList, any_word, either_tone, word_lists, words
from build_tools.model.diagnostic import InputError
from build_tools.model.register import Register
from build_tools.naming.bodies import OFFICES
from build_tools.naming.gazetteer import Gazetteer
from build_tools.normalise import starts
from build_tools.structure import finish
from build_tools.structure.labels import read_label
from build_tools.structure.letterhead import reader
from build_tools.tables import load_rows

Stage = Callable[[str], object]


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


def capitals(stage: Stage) -> Stage:
    return lambda text: stage(text.upper())


STAGES: dict[str, tuple[Stage, ...]] = {
    "nation": (letterhead.NATION.match,),
    "party": (letterhead.NATION.match, starts.STRONG.match),
    "motto": (letterhead.NATION.match, starts.STRONG.match),
    "number": (letterhead.NUMBER.match,),
    "addressees": (letterhead.ADDRESSEES.match, starts.STRONG.match),
    "recipients": (letterhead.RECIPIENTS.match, starts.STRONG.match),
    "authority": (letterhead.AUTHORITY.match, starts.STRONG.match),
    "authority-word": (letterhead.AUTHORITY.match,),
    "signed": (letterhead.SIGNED.match,),
    "attached": (letterhead.ATTACHED.match,),
    "attached-in-brackets": (letterhead.ATTACHED.match,),
    "about": (letterhead.ABOUT.match,),
    "basis": (letterhead.BASIS.match,),
    "appendix": (letterhead.APPENDIX.match,),
    "form": (letterhead.FORM.match,),
    "provision": (read_label,),
    "rank": (letterhead.NAME.match,),
    "operative": (letterhead.OPERATIVE.search,),
    "body": (cited, capitals(letterhead.BODY.match)),
    "body-in-text": (cited,),
    "body-in-line": (letterhead.BODY.match,),
    "joint-officer": (joint,),
    "office": (letterhead.OFFICE.match, office),
    "office-or-body": (letterhead.OFFICE.match,),
    "committee": (finish._PARTY.match,),
    "committee-organ": (finish._PARTY_ORGAN.match,),
    "cut-name": (reader._CUT_BODY.match,),
    "level": (lambda text: Gazetteer(Register()).read(text, None),),
}
"""What looks for the words of each list that has examples of its own."""

GOOD = [(name, text) for name, row in word_lists().items() for text in row.examples]
BAD = [(name, text) for name, row in word_lists().items() for text in row.not_]


@pytest.mark.parametrize(("name", "text"), GOOD)
def test_every_stage_sees_the_example(name: str, text: str) -> None:
    assert all(stage(text) for stage in STAGES[name])


@pytest.mark.parametrize(("name", "text"), BAD)
def test_no_stage_sees_the_other_line(name: str, text: str) -> None:
    assert not any(stage(text) for stage in STAGES[name])


def test_every_list_is_used_and_has_examples_where_it_begins_a_line(root: Path) -> None:
    code = "\n".join(path.read_text(encoding="utf-8") for path in sorted((root / "build_tools").rglob("*.py")))
    assert [name for name in word_lists() if not re.search(rf"[\"']{re.escape(name)}[\"']", code)] == []
    assert [name for name in STAGES if not word_lists()[name].examples or not word_lists()[name].not_] == []


@pytest.mark.parametrize(
    ("plain", "matches", "other"),
    [
        ("Tòa án", ("Tòa án", "Toà án"), "Toá án"),
        ("ủy ban", ("ủy ban", "uỷ ban"), "úy ban"),
        ("quý", ("quý",), "qúy"),
        ("hoàn", ("hoàn",), "hòan"),
    ],
)
def test_the_tone_mark_may_stand_at_either_place(plain: str, matches: tuple[str, ...], other: str) -> None:
    assert all(re.fullmatch(either_tone(plain), text) for text in matches)
    assert not re.fullmatch(either_tone(plain), other)


def test_the_longest_word_is_preferred_and_blanks_may_be_any() -> None:
    found = re.match(any_word("basis", blank=r"\s+"), "Xét đề\n nghị của Sở")
    assert found is not None
    assert found.group() == "Xét đề\n nghị"
    assert re.match(any_word("body", case="capitals"), "ỦY BAN") is not None
    assert re.match(any_word("body", case="exact"), "Ủy ban") is None


def test_each_word_stands_in_one_list_of_heads() -> None:
    heads = [word for name in ("body", "body-in-text", "body-in-line") for word in words(name)]
    assert len(heads) == len(set(heads))
    assert len(FILES) == 3


def test_a_list_or_word_twice_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = load_rows(
        "- {id: about, what: x, words: [Về, Về]}\n- {id: about, what: x, words: [V/v]}\n", WordList, "build_tools/lexicon/letterhead.yaml"
    )
    monkeypatch.setattr(module, "lexicon_rows", lambda name, kind: rows)
    with pytest.raises(InputError) as caught:
        module.word_lists.__wrapped__()
    told = [(fault.line, fault.message) for fault in caught.value.diagnostics if fault.path.endswith("letterhead.yaml")]
    assert (2, "danh sách “about” đã có ở dòng 1") in told
    assert (1, "chữ được ghi hai lần trong một danh sách: Về") in told
