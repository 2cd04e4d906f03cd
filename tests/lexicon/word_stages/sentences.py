"""Where a sentence ends."""

from __future__ import annotations

from build_tools.passages import sentence_spans
from tests.lexicon.word_stages.common import Holds

HOLDS: dict[str, Holds] = {
    "abbreviation": lambda row, text: len(sentence_spans(text)) == 1,
}
