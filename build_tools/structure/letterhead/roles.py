"""The roles that a line can play in a header, and the grammar of their order."""

from __future__ import annotations

from functools import cache
from typing import Literal, NamedTuple

Role = Literal[
    "noise", "nation", "number", "number_head", "number_tail", "date", "body", "body_next", "body_more", "consolidated",
    "type", "type_on", "type_on_open", "title", "title_open", "rest", "rest_open", "issuing",
    "about", "subject", "subject_more", "letter_subject", "attached", "addressees", "urgency", "taken",
]  # fmt: skip
"""``…_open``: the line does not tell the subject, which follows.

``body_next``: another body than the one in the line above, where only that line tells it.
``taken``: the line belongs to the role that began before it (a title or a list of addressees over several lines).
"""


class State(NamedTuple):
    """What a labelling has seen so far, as far as the grammar asks for it."""

    last: Role = "noise"
    numbered: bool = False
    dated: bool = False
    bodies: int = 0
    typed: bool = False
    about: bool = False
    subject: bool = False
    addressed: bool = False
    consolidated: bool = False


NOTHING = State()
BEFORE = 0.7
"""Lines above a letterhead (a portal's menu, a gazette's heading) cost less than lines inside it."""
FIRST_BODY = 2.0
"""A header has an issuer: the first body is worth more than a line more of noise."""
BELOW_TYPE = 1.0
"""What a line right below the type says of issuer and number stands before what it may say elsewhere."""
PARTED = -0.5
"""A name that goes on after a line of the other column."""
FAR_MORE = -4.0
"""What stands in capitals below the number or the day is hardly the rest of a name: a mark of urgency, an ornament, a title."""
FAR_BODY = -1.0
"""A body below the number: only where columns were flattened row by row."""


@cache
def step(state: State, role: Role) -> tuple[State, float] | None:
    """The state after a line of ``role`` and what the place is worth; None where the grammar does not allow it.

    Above the title stand nation, bodies, number, date and a letter's "V/v" in any order (columns are flattened in many ways); then
    type, who issues it, subject; then what it is attached to and the addressees. Each stands once, but for bodies and subject lines.
    """
    match role:
        case "noise":
            return state, (BEFORE if state == NOTHING else 0.0)
        case "nation":
            return state._replace(last=role), 0.0
        case "number" | "number_head":
            return None if state.numbered else (state._replace(last=role, numbered=True), 0.0)
        case "number_tail":
            return (state._replace(last="number"), 0.0) if state.last == "number_head" else None
        case "date":
            return None if state.dated else (state._replace(last=role, dated=True), 0.0)
        case "consolidated":
            return None if state.numbered or state.typed else (state._replace(last=role, consolidated=True), 0.0)
        case "urgency":
            return None if state.subject and state.typed else (state, 0.0)
        case "taken":
            return (state, 0.0) if state.last in ("title", "title_open", "addressees") else None
        case "addressees":
            return None if state.addressed else (state._replace(last=role, addressed=True), 0.0)
        case "body" | "body_next" | "body_more":
            return _body(state, role)
        case "type" | "type_on" | "type_on_open" | "title" | "title_open":
            return _type(state, role)
        case _:
            return _below(state, role)


def _body(state: State, role: Role) -> tuple[State, float] | None:
    if state.typed or state.subject or (role != "body" and not state.bodies) or state.bodies > 3:
        return None
    if role == "body_more":
        beside = state.last in ("body", "body_more")
        if state.numbered and state.dated and not beside:
            return None  # both columns have come to their ends
        place = 0.0 if beside else FAR_MORE if state.numbered or state.dated else PARTED
        return state._replace(last="body"), place
    worth = (FIRST_BODY if not state.bodies else 0.0) + (FAR_BODY if state.numbered and state.last != "body" else 0.0)
    return state._replace(last="body", bodies=state.bodies + 1), worth


def _type(state: State, role: Role) -> tuple[State, float] | None:
    titled = role in ("title", "title_open")
    if state.typed or state.about or (titled and (state.numbered or state.consolidated)):
        return None  # below "văn bản hợp nhất" the texts that it consolidates are named; they are not its own title
    return state._replace(last=role, typed=True, numbered=state.numbered or titled, subject=role in ("type_on", "title")), 0.0


def _below(state: State, role: Role) -> tuple[State, float] | None:
    after_type = state.last in ("type", "type_on_open", "issuing", "title_open", "rest_open")
    match role:
        case "rest" | "rest_open" | "issuing":
            numbered = state.numbered or role != "issuing"
            told = role == "rest"
            above = ("type", "type_on_open") if role != "issuing" else ("type",)
            return (state._replace(last=role, numbered=numbered, subject=told), BELOW_TYPE) if state.last in above else None
        case "about":
            allowed = not (state.typed or state.subject) and (state.numbered or state.bodies)
            return (state._replace(last=role, about=True, subject=True), 0.0) if allowed else None
        case "subject":
            parted = state.typed and not state.subject and state.last in ("nation", "number", "date")
            return (state._replace(last=role, subject=True), 0.0) if after_type or parted else None
        case "subject_more":
            return (state, 0.0) if state.last in ("subject", "about", "type_on") else None
        case "letter_subject":
            allowed = state.last in ("number", "date", "nation") and state.numbered and not (state.typed or state.subject)
            return (state._replace(last="about", subject=True), 0.0) if allowed else None
        case "attached":
            return (state._replace(last=role), 0.0) if state.typed or state.subject else None
    return None
