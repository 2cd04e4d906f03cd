"""What ``add`` took in, as a text for whoever reviews it: every value with what is doubtful of it and the words it was read from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from build_tools.intake.candidate import field_name, shown_value
from build_tools.intake.proposal import Proposal
from build_tools.messages import say
from build_tools.messages.doubts import doubt_words

AROUND = 60
"""Letters shown on either side of a value."""
DOUBTS = 20
"""Places of a recognised text that are listed."""
_SPECIAL = re.compile(r"([\\`*_\[\]<>|#@])")


def review(added: Iterable[tuple[str, Proposal]]) -> str:
    """Markdown, as GitHub shows it: a table and ticks for each document. Nothing in a document can become markup or call anybody."""
    return "\n".join(line for name, proposal in added for line in _one(name, proposal))


def _one(name: str, proposal: Proposal) -> Iterator[str]:
    yield f"### {plain(proposal.shown.rpartition('/')[2])}\n"
    yield f"`data/documents/{name}`\n"
    yield "| | " + " | ".join(say(f"commands.add.{key}") for key in ("detected", "why-unsure", "read-from")) + " |"
    yield "|---|---|---|---|"
    places = proposal.places()
    for key, value in proposal.values:
        spans = places.get(key, ())
        cells = (
            field_name(key),
            plain(shown_value(key, value.text) or "—"),
            plain(value.doubt),
            plain("".join(spans[0].around(proposal.document.clean.text, AROUND))) if spans else "",
        )
        yield f"| {' | '.join(cells)} |"
    yield ""
    for key, value in proposal.values:
        if proposal.asks(key, value):
            shown = plain(shown_value(key, value.text) or "—")
            yield f"- [ ] {say('commands.add.tick', field=field_name(key), value=shown, doubt=plain(value.doubt))}"
    for doubt in proposal.clean.confirm[:DOUBTS]:
        yield f"- [ ] {plain(doubt_words(doubt))}"
    for item in proposal.diagnostics:
        if item.code.startswith("personal-") and not proposal.metadata.redact:
            yield f"- [ ] {plain(item.message)}"
    yield ""


def plain(text: str) -> str:
    """Words that Markdown leaves as they are, on one line."""
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))[:300]
