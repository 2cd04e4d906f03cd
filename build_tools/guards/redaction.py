"""Personal data masked for publication, letter for letter, so that every span stays where it was.

Masked is the clean text, before anything is derived from it, and with it whatever else may reach a page or a log: the source text,
margins, lists of doubtful words, diagnostics, what the metadata states, names of files.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any, TypeVar

from build_tools.guards.personal import Finding, occurrences, personal_data, personal_in
from build_tools.model.document import Clean
from build_tools.model.metadata import SourceFile
from build_tools.model.span import Span

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
        return mask(text, [*spans, *(span for span, _ in occurrences(text, self.values))])

    def exactly(self, text: str) -> str:
        """The same for words copied out of the document: values that mean something else elsewhere ("1980") count here too."""
        for value in self.values:
            text = text.replace(value, mask(value, [Span(0, len(value))]))
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

    def over(self, value: T) -> T:
        """The same value with every text inside it masked: strings, tuples and frozen dataclasses, however deep."""
        changed: Any = value
        if isinstance(value, str):
            changed = self.text(value)
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


def redact(clean: Clean, findings: tuple[Finding, ...] | None = None, over: Veil | None = None) -> Clean:
    """The clean text with the letters and digits of each finding replaced, and so its source text, margins, remarks and path.

    ``findings`` are those of ``personal_data`` unless given. Texts keep their lengths, so spans and offset maps stay right. Doubtful
    words that no longer stand in the text leave the list of what is to be confirmed.
    """
    findings = personal_data(clean) if findings is None else findings
    over = over or Veil(tuple(finding.span.of(clean.text) for finding in findings))
    spans = [finding.span for finding in findings]
    text = mask(clean.text, [*spans, *(span for span, _ in occurrences(clean.text, over.values))])
    source = over.text(mask(clean.source, [clean.origin.to_source(span) for span in spans]))
    return replace(
        clean, path=over.name(clean.path), text=text, source=source, margins=over.over(clean.margins),
        confirm=tuple(map(over.exactly, clean.confirm)), diagnostics=over.over(clean.diagnostics),
    )  # fmt: skip


def mask(text: str, spans: Iterable[Span]) -> str:
    """``text`` with the letters and digits inside the spans replaced."""
    letters = list(text)
    for span in spans:
        for place in range(span.start, min(span.end, len(letters))):
            if letters[place].isalnum():
                letters[place] = MASK
    return "".join(letters)


def _strings(value: Any) -> Iterable[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _strings(item)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _strings(getattr(value, field.name))
