"""What each list of words does that tells where a name ends or begins: of papers known by their names, of places, of bodies."""

from __future__ import annotations

from build_tools.citations import mentions, plans
from build_tools.lexicon import letterhead
from tests.lexicon.word_stages import Stage


def told_day(text: str) -> object:
    """Whether a line states a day and no place."""
    found = letterhead.DATED.match(text)
    return found is not None and not found["place"]


STAGES_OF_NAMES: dict[str, tuple[Stage, ...]] = {
    "today": (told_day,),
    "country": (lambda text: letterhead.OF_COUNTRY.match(text.upper()),),
    "not-plan-name": (plans.patterns().where.match, plans.patterns().unnamed.match),
    "of-the-country": (plans.patterns().national.match,),
    "made-together": (lambda text: mentions._together().match(text),),
    "tells-which": (lambda text: mentions._together().match(text),),
}
