"""Names of files that people bring, as any file system takes them: also that of Windows, to which a folder may be copied later."""

from __future__ import annotations

import re
import unicodedata
from pathlib import PurePosixPath

NAME_LENGTH = 150
"""Letters. Bytes of a file's name are at most 255, a Vietnamese letter has up to three; see ``NAME_BYTES``."""
NAME_BYTES = 240
SHORTEST = 16
"""Letters that a name keeps wherever it goes."""
ENDING = 10
"""Letters of an ending: a longer one is none."""
_TAKEN_BY_WINDOWS = re.compile(r"(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³]) *(?:\.|$)", re.IGNORECASE)
"""Names of devices, with any ending ("Naming Files, Paths, and Namespaces", Microsoft Learn)."""


def safe_name(name: str, taken: str = "", most: int = NAME_LENGTH) -> str:
    """A file's name without folders and what no file system takes, of ``most`` letters at the most and its ending.

    Never ``taken``, a name that means something else there.
    """
    last = PurePosixPath(name.replace("\\", "/")).name
    last = unicodedata.normalize("NFC", last)  # a Mac parts the marks from the letters: the same name would be another elsewhere
    plain = "".join("_" if letter in '<>:"|?*' or not letter.isprintable() else letter for letter in last).strip(". ")
    stem, dot, ending = plain.rpartition(".")
    if not dot:
        stem, ending = plain, ""
    end = f"{dot}{ending[:ENDING]}"
    stem = stem[: max(most, SHORTEST)].encode()[: NAME_BYTES - len(end.encode())].decode("utf-8", "ignore")
    short = f"{stem.rstrip()}{end}".strip(". ")
    return f"_{short}" if short in (taken, "") or _TAKEN_BY_WINDOWS.match(short) else short
