"""Words by which the stages know values of the model are words that the model has: one that is misspelt would be met by nothing."""

from __future__ import annotations

from typing import get_args

from build_tools.graph.agreement import OF_READING, WANTED
from build_tools.graph.numbering import _OUTSIDE
from build_tools.graph.readings import KILLED
from build_tools.lexicon.types import document_types
from build_tools.messages import explained
from build_tools.model.citation import CitationKind
from build_tools.model.document import NodeKind
from build_tools.model.header import HeaderField
from build_tools.model.register import Genre
from build_tools.resolve.ground import _ASIDES, _KINDS
from build_tools.resolve.heads import _PLANS, _RULES


def test_codes_of_findings_are_in_the_catalogue() -> None:
    codes = {row.code for row in explained()}
    assert {*OF_READING, KILLED} <= codes


def test_kinds_are_those_of_the_model() -> None:
    assert {*_OUTSIDE, *_ASIDES} <= set(get_args(NodeKind))
    assert set(_KINDS) <= set(get_args(CitationKind))
    assert set(WANTED) <= set(get_args(HeaderField))


def test_genres_are_those_of_types() -> None:
    assert {*_RULES, *_PLANS} <= set(get_args(Genre))
    assert {*_RULES, *_PLANS} <= {kind.genre for kind in document_types()}
