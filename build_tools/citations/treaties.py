"""Names of treaties: where one ends that is cited."""

from __future__ import annotations

import re
from functools import lru_cache

from build_tools.citations.scan import Scan
from build_tools.lexicon.letters import PLAIN_CAPITALS
from build_tools.lexicon.pieces import alternatives, pattern
from build_tools.lexicon.words import any_word, words


@lru_cache(maxsize=1)
def _stop() -> re.Pattern[str]:
    return pattern(rf"[.;:()\"\n\t*]|,|(?<!\w)(?:{alternatives(words('after-treaty'))})(?!\w)")


_CAPITAL = pattern(rf" [{PLAIN_CAPITALS}]")


_NO_PARTIES = pattern(rf" giữa (?:{any_word('of-many')}|chính phủ việt nam với)(?!\w)")
""""Hiệp định giữa các bên": no name of its own."""
_BLANK_FORM = re.compile(r"_{2,}|\.{3,}|…")


def treaty_name_end(scan: Scan, after: int) -> int | None:
    """Where a treaty's name ends ("Hiệp định Thương mại … giữa … và …"); None when no name follows."""
    low, key = scan.low, scan.key
    limit = min(len(low), after + 320)
    found = _stop().search(low, after, limit)
    end = found.start() if found else limit
    end = after + len(low[after:end].rstrip())
    if _NO_PARTIES.match(low, after):
        return None
    if end - after < 4 or _BLANK_FORM.search(low, after, end) or not _CAPITAL.search(key[after : min(end, after + 60)]):
        return None
    return end
