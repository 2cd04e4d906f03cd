"""All words that are shown to people, in catalogues by language: findings with cause and remedy, wording of pages and commands.

``vi/findings/*.yaml`` holds a row for each code of a finding; ``vi/*.yaml`` hold wording by room. Another language is a folder beside
``vi`` with the same keys; what it lacks is shown in Vietnamese. ``python -m build_tools.messages`` tells what a catalogue lacks.
"""

from build_tools.messages.catalogue import BASE, Explained, explained, language, languages, say, under
from build_tools.messages.finding import check_language, finding, nearest, refusal

__all__ = ["BASE", "Explained", "check_language", "explained", "finding", "language", "languages", "nearest", "refusal", "say", "under"]
