"""What a document says of itself: each value with the place where it was read and with who says so."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from build_tools.model.span import Excerpt, Span
from build_tools.model.values import Value

Origin = Literal["text", "sentence", "inferred", "confirmed", "metadata"]
"""Who says so: a line of its own in the heading or closing; a sentence or caption elsewhere in the text; other values from which it
follows; a person who compared a scan with the picture; the editor in ``metadata.yaml``."""

HeaderField = Literal[
    "type", "number", "symbol", "date", "place", "issuer", "parent", "issuing_body", "subject", "term", "urgency", "signer", "signer_title",
    "authority", "addressee", "recipient",
]  # fmt: skip
FIELDS: tuple[HeaderField, ...] = get_args(HeaderField)

SIGNATURE: tuple[HeaderField, HeaderField, HeaderField] = ("signer", "signer_title", "authority")
"""The fields of a signature."""


class Stated(Value, frozen=True, gc=False):
    """One value of a header: the words with their places in the clean text, and who says so."""

    field: HeaderField
    words: Excerpt
    origin: Origin = "text"

    @property
    def lines(self) -> tuple[Span, ...]:
        """The lines that state it, whoever corrected it since; none where a sentence states it or nothing does."""
        return () if self.origin in ("sentence", "inferred") else self.words.spans


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signed, in what office and on whose behalf ("T/M Ban Thường vụ", "KT. Bộ trưởng"); ``None`` when not stated."""

    signer: str | None = None
    title: str | None = None
    authority: str | None = None


@dataclass(frozen=True, slots=True)
class Header:
    """What the document says of itself: one value a field, several of addressees and recipients; nothing for what it does not state.

    The properties give the words alone. ``date`` is ISO, at the precision stated: ``2025-08-12``, ``2025-08`` or ``2025``. ``issuer`` is
    the body named in the heading, ``parent`` the body above it, ``issuing_body`` the body in whose name it is issued when that differs.
    ``symbol`` stands where the number's line leaves its serial blank ("Số:      /KH-UBND"): the document has not got its number yet.
    """

    values: tuple[Stated, ...] = ()

    @classmethod
    def of(cls, **words: str | tuple[str, ...] | None) -> Header:
        """A header of words that stand in no text, by the names of the fields."""
        lists = {name: (said,) if isinstance(said, str) else said for name, said in words.items() if said}
        return cls(tuple(Stated(name, Excerpt(item)) for name in FIELDS for item in lists.pop(name, ())) + _none(lists))

    def stated(self, field: HeaderField) -> Stated | None:
        """The value of a field with its places."""
        return next((value for value in self.values if value.field == field), None)

    def line(self, field: HeaderField) -> Span | None:
        """Where the line stands that states a field, whoever corrected it since; None where a sentence states it, or nothing."""
        value = self.stated(field)
        spans = value.lines if value else ()
        if not spans:
            return None
        # not always in the order of the text: a body is named before the one above it
        return Span(min(span.start for span in spans), max(span.end for span in spans))

    def put(self, *values: Stated) -> Header:
        """With these values in place of all others of their fields."""
        fields = {value.field for value in values}
        return Header((*(value for value in self.values if value.field not in fields), *values))

    def without(self, *fields: HeaderField) -> Header:
        """Without the values of some fields."""
        return Header(tuple(value for value in self.values if value.field not in fields))

    def filled(self, other: Header) -> Header:
        """With what it lacks taken from ``other``."""
        own = {value.field for value in self.values}
        return Header((*self.values, *(value for value in other.values if value.field not in own)))

    def _words(self, field: HeaderField) -> str | None:
        value = self.stated(field)
        return value.words.value if value else None

    @property
    def type(self) -> str | None:
        """The document type as named."""
        return self._words("type")

    @property
    def number(self) -> str | None:
        """Number and symbol, canonical."""
        return self._words("number")

    @property
    def symbol(self) -> str | None:
        """What the number's line states where its serial is blank: "/KH-UBND", or "…" for nothing at all; None where it is not blank."""
        return self._words("symbol")

    @property
    def date(self) -> str | None:
        """ISO date of issue."""
        return self._words("date")

    @property
    def place(self) -> str | None:
        """Where it was issued."""
        return self._words("place")

    @property
    def issuer(self) -> str | None:
        """The body named in the heading."""
        return self._words("issuer")

    @property
    def parent(self) -> str | None:
        """The body above it."""
        return self._words("parent")

    @property
    def issuing_body(self) -> str | None:
        """The body in whose name it is issued."""
        return self._words("issuing_body")

    @property
    def subject(self) -> str | None:
        """What it is about."""
        return self._words("subject")

    @property
    def term(self) -> str | None:
        """The term of the committee, Roman."""
        return self._words("term")

    @property
    def signature(self) -> Signature:
        """Who signed; of several the first."""
        return self.signatures[0] if self.signatures else Signature()

    @property
    def signatures(self) -> tuple[Signature, ...]:
        """All who signed, in reading order; the office and authority of each stand after the name where several sign."""
        made: list[dict[str, str]] = [{}]
        several = len(self.signers) > 1
        for value in self.values:
            if value.field in SIGNATURE:
                if several and value.field == "signer" and "signer" in made[-1]:
                    made.append({})
                made[-1].setdefault(value.field, value.words.value)
        return tuple(Signature(one.get("signer"), one.get("signer_title"), one.get("authority")) for one in made if one)

    @property
    def signers(self) -> tuple[str, ...]:
        """The names of all who signed, in reading order."""
        return tuple(value.words.value for value in self.values if value.field == "signer")

    @property
    def urgency(self) -> str | None:
        """How urgently it is to be delivered, as marked ("Hỏa tốc", "Khẩn")."""
        return self._words("urgency")

    @property
    def addressees(self) -> tuple[str, ...]:
        """To whom it is written."""
        return tuple(value.words.value for value in self.values if value.field == "addressee")

    @property
    def recipients(self) -> tuple[str, ...]:
        """Who gets a copy."""
        return tuple(value.words.value for value in self.values if value.field == "recipient")


def _none(left: dict[str, tuple[str, ...]]) -> tuple[Stated, ...]:
    if left:
        raise ValueError(f"no field of a header: {', '.join(left)}")
    return ()
