"""Personal data masked for publication, letter for letter, so that every span stays where it was.

Masked is the clean text, before anything is derived from it, and with it whatever else may reach a page or a log: the source text,
margins, lists of doubtful words, diagnostics, what the metadata states, names of files.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any, TypeVar

from build_tools.guards.known_values import known
from build_tools.guards.personal import Finding, personal_data, personal_in
from build_tools.model.document import Clean, Correction
from build_tools.model.metadata import Confirmed, SourceFile
from build_tools.model.span import Span
from build_tools.normalise.overlay import Patch, overlay

MASK = "█"
"""No letter, digit or punctuation, and no bullet: it begins no list and ends no sentence."""

_LONG = re.compile(r"[0-9]{9,}")
"""In the name of a file, a number too long for a date or a document's number."""
_TELLING = 6
"""Letters and digits of a value so long that it is not in a name by chance."""
_BETWEEN = re.compile(r"[_\-.+/\\]")
_BESIDE_LETTERS = re.compile(r"(?<![0-9])[_\-.+/\\]|[_\-.+/\\](?![0-9])")
"""What stands for blanks in names of files: everywhere, or only where no digits are on both sides ("sinh-ngay-05-6-1972")."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Veil:
    """What is hidden of one document, for texts that stand beside its own. ``values`` are the words found there or in what was stated."""

    values: tuple[str, ...]

    def text(self, text: str) -> str:
        """A text with the values and all other personal data masked."""
        spans = [finding.span for finding in personal_in(text)]
        return mask(text, [*spans, *(span for span, _ in known(self.values).occurrences(text))])

    def exactly(self, text: str) -> str:
        """The same for words copied out of the document: values that mean something else elsewhere ("1980") count here too."""
        for value in self.values:
            text = text.replace(value, mask_all(value))
        return self.text(text)

    def name(self, name: str) -> str:
        """A path or a file's name, where blanks and points are written otherwise and few words tell what a number is."""
        spans = [Span(*match.span()) for match in _LONG.finditer(name)]
        for value in self.values:
            parts = re.findall(r"\w+", value)
            if sum(map(len, parts)) >= _TELLING:
                spans += [Span(*match.span()) for match in re.finditer(r"[\W_]*".join(map(re.escape, parts)), name, re.IGNORECASE)]
        for text in (name, _BETWEEN.sub(" ", name), _BESIDE_LETTERS.sub(" ", name)):
            spans += [finding.span for finding in personal_in(text)]
        return mask(name, spans)

    def confirmed(self, entry: Confirmed) -> Confirmed:
        """A value of a scan; where it is masked, what was read in its place is not told either."""
        value = self.exactly(entry.value)
        return replace(entry, read=self.exactly(entry.read) if value == entry.value else mask_all(entry.read), value=value)

    def over(self, value: T) -> T:
        """The same value with every text inside it masked: strings, tuples and frozen dataclasses, however deep."""
        changed: Any = value
        if isinstance(value, str):
            changed = self.text(value)
        elif isinstance(value, Confirmed):
            changed = self.confirmed(value)
        elif isinstance(value, tuple):
            changed = tuple(self.over(item) for item in value)
        elif is_dataclass(value) and not isinstance(value, type):
            changed = replace(value, **{field.name: self._field(field.name, getattr(value, field.name)) for field in fields(value)})
        return changed  # type: ignore[no-any-return]

    def _field(self, name: str, value: Any) -> Any:
        return self.name(value) if name in _NAMES and isinstance(value, str) else self.over(value)


_NAMES = ("path", "id", "original")
"""Fields that hold names of files."""


def veil(clean: Clean | None, findings: Iterable[Finding], source: SourceFile) -> Veil:
    """What is to be hidden of a document: what was found in its text, in its margins and in what is stated of it."""
    values = {finding.span.of(clean.text): None for finding in findings} if clean else {}
    for text in (*(clean.margins if clean else ()), *_strings(source.metadata)):
        values |= {finding.span.of(text): None for finding in personal_in(text)}
    return Veil(tuple(values))


def _hidden_corrections(clean: Clean, spans: list[Span], over: Veil) -> tuple[Correction, ...]:
    """What was put right, without telling how a value was misread that is masked now."""
    made = []
    for item in clean.corrections:
        hidden = any(span.overlaps(item.span) for span in spans)
        made.append(replace(item, read=mask_all(item.read), value=mask_all(item.value)) if hidden else over.over(item))
    return tuple(made)


def redact(clean: Clean, findings: tuple[Finding, ...] | None = None, over: Veil | None = None) -> Clean:
    """The clean text with the letters and digits of each finding replaced, and so its source text, margins, remarks and path.

    ``findings`` are those of ``personal_data`` unless given. Texts keep their lengths, so spans and offset maps stay right. Doubtful
    words that no longer stand in the text leave the list of what is to be confirmed.
    """
    findings = personal_data(clean) if findings is None else findings
    over = over or Veil(tuple(finding.span.of(clean.text) for finding in findings))
    spans = [*(finding.span for finding in findings), *(span for span, _ in known(over.values).occurrences(clean.text))]
    laid = overlay(clean, [Patch(span, MASK * len(span)) for span in _letters(clean.text, spans)])
    return replace(
        laid, path=over.name(clean.path), source=over.text(mask(clean.source, map(clean.origin.to_source, spans))),
        margins=over.over(clean.margins), confirm=tuple(replace(doubt, text=over.exactly(doubt.text)) for doubt in clean.confirm),
        diagnostics=over.over(clean.diagnostics),
        corrections=_hidden_corrections(clean, spans, over),
        attached=tuple(replace(item, title=over.name(item.title)) for item in clean.attached),
    )  # fmt: skip


def mask(text: str, spans: Iterable[Span]) -> str:
    """``text`` with the letters and digits inside the spans replaced."""
    parts, at = [], 0
    for span in _letters(text, spans):
        parts += [text[at : span.start], MASK * len(span)]
        at = span.end
    return "".join(parts) + text[at:]


def _letters(text: str, spans: Iterable[Span]) -> list[Span]:
    """The stretches of letters and digits inside the spans, in order; none reaches over the edge of a paragraph or cell."""
    places = sorted({place for span in spans for place in range(span.start, min(span.end, len(text))) if text[place].isalnum()})
    found: list[Span] = []
    for place in places:
        if found and found[-1].end == place:
            found[-1] = Span(found[-1].start, place + 1)
        else:
            found.append(Span(place, place + 1))
    return found


def mask_all(text: str) -> str:
    """``text`` with all its letters and digits replaced."""
    return mask(text, [Span(0, len(text))])


def _strings(value: Any) -> Iterable[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _strings(item)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _strings(getattr(value, field.name))
