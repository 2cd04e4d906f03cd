"""What a header says so far, while it is read."""

from __future__ import annotations

from dataclasses import dataclass, field

from build_tools.model.span import Excerpt


@dataclass(slots=True)
class Found:
    """What a header says so far, and where it ends (``stop``, exclusive)."""

    start: int
    stop: int
    first: int = 0
    """The first line that says something."""
    type: Excerpt | None = None
    type_at: int | None = None
    number: Excerpt | None = None
    symbol: Excerpt | None = None
    """What is left of a number whose serial is blank."""
    numbered: bool = False
    code: str | None = None
    """The code of the type in a number whose serial could not be read."""
    date: Excerpt | None = None
    place: Excerpt | None = None
    bodies: list[list[Excerpt]] = field(default_factory=list)
    subject: list[Excerpt] = field(default_factory=list)
    issuing: Excerpt | None = None
    addressees: tuple[Excerpt, ...] = ()
    urgency: Excerpt | None = None
    nation: bool = False
    about: bool = False
    consolidated: bool = False
    provisions: bool = False
    """No letterhead stands there: only the body tells that it is a document."""
    joint: bool = False
    """The title says that several bodies issue it together."""

    @property
    def weight(self) -> int:
        """How much of a header it is: a number line, a type, the nation's name, a body each count."""
        return 2 * self.numbered + 2 * (self.type is not None) + self.nation + bool(self.bodies) + bool(self.date)

    @property
    def framed(self) -> bool:
        """True where more than a title stands with the bodies, so that they can only say whose paper it is: the number's line, the nation's
        name; a day beside the type; to whom it goes, beside the type or a letter's subject: else the words in capitals may be the title
        ("THƯ NGỎ")."""
        typed = self.type is not None
        return self.numbered or self.nation or (typed and self.date is not None) or (bool(self.addressees) and (typed or self.about))
