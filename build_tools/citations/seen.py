"""What a finder of citations is given."""

from __future__ import annotations

from dataclasses import dataclass, field

from build_tools.citations.antecedents import Antecedents
from build_tools.citations.mentions import Mention, find_mentions
from build_tools.citations.named import find_laws
from build_tools.citations.scan import Scan
from build_tools.model.citation import Citation
from build_tools.passages import Quotations


@dataclass(frozen=True, slots=True)
class Seen:
    """The prepared text, its type words, where names of laws end, its quotations, what was found before it."""

    scan: Scan
    mentions: list[Mention]
    laws: dict[int, tuple[int, str]]
    quotations: Quotations
    found: list[Citation] = field(default_factory=list)

    @classmethod
    def of(cls, scan: Scan, quotations: Quotations) -> Seen:
        """The beginning: nothing is found yet."""
        mentions = find_mentions(scan)
        return cls(scan, mentions, find_laws(scan, mentions), quotations)

    @property
    def antecedents(self) -> Antecedents:
        """What was found so far, as references look back to it."""
        return Antecedents.of(self.found, self.quotations)
