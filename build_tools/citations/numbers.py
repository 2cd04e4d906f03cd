"""Numbers and symbols of documents in running text: what may be one, and its canonical form."""

from __future__ import annotations

import re

from build_tools.lexicon.letters import PLAIN_CAPITALS as _CAPITAL

SYMBOL = (
    rf"[{_CAPITAL}](?:[{_CAPITAL}0-9]|[a-zđ]{{1,2}}(?![^\W\d_])|[a-zđ](?=[{_CAPITAL}])|[&.](?=[{_CAPITAL}]))*(?:(?![^\W_])|(?=ngày|của))"
)
"""One group of capitals: "TW", "TTr", "QĐi", "QyĐ", "TTg", "QH15", "SGD&ĐT". Not the beginning of a word ("Chính")."""

NUMBER = re.compile(
    rf"""
    (?P<serial>\d(?<![\w.,/-].)\d{{0,4}}(?:\.\d{{1,3}})?[A-Za-z]?)
    (?:
        (?P<year>[ ]?/[ ]?(?:19|20)\d\d)(?P<yearsep>[ ]?//?[ ]?|[ ]?-[ ]?)     # 30/2020/NĐ-CP, 143/2025//NĐ-CP
      | (?P<sep>[ ]?[-/][ \n]?)                                                # 01-KL/TW, 15/QĐ-UBND
      | (?P<blank>[ ])(?=[A-ZĐ]{{2,6}}/[A-ZĐ]{{2}})                          # 74 TC/TCT, as numbers were once written
    )
    (?P<symbol>{SYMBOL}(?:(?:[-/]|[ \n][-/]|[-/][ \n]){SYMBOL}){{0,8}})
    """,
    re.VERBOSE,
)
"""A number as printed in the matching key, with stray blanks around its signs."""


def canonical(printed: str) -> str:
    """The canonical form: no blanks, one hyphen, one slash; genuine mistakes of the document stay.

    >>> canonical("188- KL/TW")
    '188-KL/TW'
    """
    return re.sub(r"//+", "/", re.sub(r"\s+", "", printed))
