"""How a line tells that it begins or ends a paragraph: patterns of official documents, each with its reason.

Sources of the shapes: Nghị định 30/2020/NĐ-CP (Phụ lục I), Hướng dẫn 36-HD/VPTW on the layout of Party papers.
"""

from __future__ import annotations

import re

from build_tools.lexicon.letterhead import AUTHORITY, BODY, COPIED, HELD, URGENCY
from build_tools.lexicon.letters import CAPITALS
from build_tools.lexicon.pieces import CLOSING, FOOTNOTE_MARK, PLACE, RAISED
from build_tools.lexicon.types import document_types
from build_tools.lexicon.words import any_word, words
from build_tools.vietnamese.syllables import is_initials

TOLD = ("told-number", "told-type", "told-date", "told-issuer", "told-office", "told-signer", "told-other")
"""Lists of the names of a portal's properties."""
BLANK = r"\s"
"""In verbose patterns a blank must be written."""

STRONG = re.compile(
    rf"""(?:
      (?:PHẦN|Phần)\s(?:THỨ|thứ|[IVX\d])            # Phần thứ nhất, Phần I
    | (?:CHƯƠNG|Chương)\s[IVXLC\d]+\b               # Chương II
    | (?:MỤC|Mục)\s(?:\d+|[IVX]+)\b(?!\s*,)         # Mục 1
    | (?:TIỂU\sMỤC|Tiểu\smục)\s\d+\b
    | (?:ĐIỀU|Điều)\s\d+[a-zđ]?(?:\.\d*(?:\s|$)|:|\s*$)   # Điều 5. / Điều 5: / Điều 5 alone
    | {any_word("nation", blank=BLANK, case="capitals", first=4)} | {any_word("motto", blank=BLANK)}\s[-–]
    | {any_word("party", blank=BLANK)}\b
    | {any_word("recipients", blank=BLANK)}\b(?!\s(?![{CAPITALS}])[^\W\d_])    # not "nơi nhận lập biên bản"
    | {any_word("addressees", blank=BLANK)}\b
    | (?:(?:[{CAPITALS}]\w*\s){{1,5}}[Ss]|S)ố\s?:\s?\S     # Số: 12/…, Luật số: …
    | Số\s[\d….]*\s?[-–/]\s?[{CAPITALS}]{{2}}         # Số 743-CV/TU
    | (?:{any_word("authority")}|{any_word("authority-letters")}[./])(?!\w) | {any_word("acting")}\.\s[{CAPITALS}]{{3}}
    | PHỤ\sLỤC\b | Phụ\slục\s(?:số\s)?[IVX\d]+[A-Z]?\s*(?:$|:\s) | Phụ\slục(?:\d{{0,2}}\s*$|\s?:\s)
    | (?:MẪU|Mẫu)\s(?:số|SỐ)\s?:?\s?\d
    | {PLACE},\s(?:ngày|NGÀY)\b[\s….\d]*(?:tháng|/|$)   # Hà Nội, ngày 5 tháng 6 …
    | …{{1,40}}\s?,\s?ngày
    | {any_word(*TOLD, blank=BLANK)}(?:\s?:|[{CAPITALS}\d-])     # a property, its value glued to it or after a colon
    | Ngày\s[\d….]{{1,9}}\stháng\s[\d….]{{1,9}}\snăm\s\d{{4}}\s*$     # the date alone, without a place
    | \((?:Đã\s)?[kK]ý\b | \((?:Ban\shành\s)?[kK]èm\stheo\b
    )""",
    re.VERBOSE,
)
"""Begins a paragraph whatever stands before it."""

NUMBERED = re.compile(
    rf"""(?:
      (?P<roman>[IVXLC]{{1,6}})\s?[-.–/)]\s*\S
    | (?P<digit>\d{{1,3}})(?:(?:\.\d{{1,2}}){{0,3}}\s?[.)]|[a-zđ]\.)\s+\S      # 2. / 2.1. / 2a.
    | \d{{1,3}}\.\d{{1,2}}(?:\.\d{{1,2}}){{0,2}}\s+(?:[{CAPITALS}]|\(được\s)    # 2.1 Về …; also "1." with a footnote mark
    | \d{{1,3}}(?:\.\d{{1,2}}){{0,3}}\s?[-–]\s+[{CAPITALS}]                  # 2- Về … / 2.1- Về …
    | [a-zđ]\d?\s?\)\s*\S
    | [a-zđ]\.\s+[{CAPITALS}“"]
    | [A-HĐ]\s?[-.–)]\s+\S
    )""",
    re.VERBOSE,
)
"""Begins a numbered provision unless the line before asks for a number ("khoản ⏎ 2. …")."""

BULLET = re.compile(r"[-–—+*•●▪]\s*\S")
PAREN = re.compile(r"\((?:\d{1,2}|[a-zđ]|[ivx]{1,4})\)\s")
NOTE = re.compile(rf"(?:{FOOTNOTE_MARK}|\(\d{{1,3}}\))\s?\S")
PLACE_DATE = re.compile(rf"{PLACE},\s(?:ngày|NGÀY)\b")
PLACE_HEAD = re.compile(rf"(?:[{CAPITALS}][^\W\d_]*|phố)(?:\s(?:[{CAPITALS}][^\W\d_]*|phố)){{0,3}}$")
"""The first words of a place cut from the rest of it: "Thành phố Hồ Chí ⏎ Minh, ngày …"."""
ACT = re.compile("(?:" + "|".join(kind.name for kind in document_types() if kind.issued_as or kind.is_law) + ")$")
"""An act of the National Assembly, cut from its number: "Luật ⏎ số: 12/2025/QH15"."""
BARE_LABEL = re.compile(rf"(?:{any_word('division', 'article', 'appendix')}|{any_word('division', 'article')} \d+[a-zđ]?\.)$")
ARTICLE_ALONE = re.compile(rf"{any_word('article')} \d+[a-zđ]?$")
"""An article's number alone on its line, without a point; its words stand on the next."""
_CITED = "|".join(sorted((re.escape(word) for kind in document_types() for word in kind.words), key=len, reverse=True))
BARE_ARTICLE = re.compile(rf"{any_word('article')} \d{{1,3}}[a-zđ]? (?=[{CAPITALS}])(?!(?i:{_CITED})(?!\w))")
"""An article's number without a point before its first word ("Điều 5 Chính sách …"); not "Điều 5 Luật này …", which names the document that
it is of."""
BARE_NUMBER = re.compile(r"(?:[IVXLC]{1,6}|\d{1,3}(?:\.\d{1,2}){0,3}|[A-HĐa-zđ])[.)]$")
"""A provision's number alone on its line, its words on the next ("I. ⏎ MỤC ĐÍCH")."""
ROMAN_ONLY = re.compile(r"(?:[IVXLC]{1,7}|\d{1,3})\b")
_HEADING = re.compile(rf"{any_word('division')} \w{{1,7}} ?[.:–-] ?(?=[{CAPITALS}])")
"""The label of a chapter or section, its name on the same line."""
_ARTICLE = re.compile(rf"{any_word('article')} \d{{1,3}}[a-zđ]?\. ?[{CAPITALS}][^.;:]*$")
_FIRST = re.compile(rf"1[.)](?:$| ?[{CAPITALS}])")
NUMBER_LINE = re.compile(rf"(?:[{CAPITALS}]\w*\s){{0,5}}[Ss]ố\s?:?\s?[\d….]*\s?(?:/\d{{4}})?\s?[-–/]\s?[{CAPITALS}][\w/–-]*$")
"""A line that is a document's number and symbol and nothing else."""

_ASKING = frozenset(words("asks-more"))
"""Words that a paragraph cannot end with."""
_LABELLED = frozenset(words("asks-more", "số hoặc chữ"))
"""Of these words, the ones that ask for a number or letter: before a word with a capital they end a noun ("Khuyết điểm ⏎ Còn ba bến …")."""
_ENDS_TOO = frozenset((*words("asks-more", "dân"), *words("asks-more", "năm")))
"""Of these words, the ones that paragraphs end with as well ("Công an nhân dân", "Quý, năm")."""
_ASKING_FOR_A_WORD = frozenset((*words("asks-more", "danh từ"), *words("asks-more", "dân")))
"""Of these words, the ones that a noun ends with as well and that no number goes on ("Trưởng Ban", "thiết bị ⏎ 1. …")."""
FINISHED = re.compile(rf"(?<!\w){any_word('finished')}$")
"""Compounds that ask for nothing, although their last words would."""
_ASKING_MARKS = frozenset(",-–/(“")
_NO_WORD = re.compile(r"\W")

_END = re.compile(rf"(?:[.;:!?…]|\./\.|[.;:!?][{CLOSING}]|[”\"]){FOOTNOTE_MARK}?$")
_SENTENCE_END = re.compile(rf"(?:[.;!?]|\./\.|:|[.;!?][{CLOSING}]){FOOTNOTE_MARK}?$")

HEAD = re.compile(
    rf"(?:(?:ĐIỀU|Điều)\s\d+[a-zđ]?[.:]\s|[IVXLC]{{1,6}}\s?[-.–]\s|\d{{1,3}}(?:\.\d{{1,2}}){{0,3}}(?:[.)]?|\s?[-–])\s|[A-HĐ][-.]\s)"
    rf"[{CAPITALS}“\"]"
)
"""A paragraph that may be a heading: numbered, then a capital."""

_ALONE = sorted(
    {word.upper() for kind in document_types() if {"title", "own-line"} & {*kind.roles} for word in kind.words}, key=len, reverse=True
)
TYPES = re.compile("(?:" + "|".join(map(re.escape, _ALONE)) + r")(?: ?:|\d{1,2})?$")
"""A document type alone on its line, in capitals."""

SYMBOL_CUT = re.compile(rf"[\d{CAPITALS}][-–/]$")
"""To be matched against the last two characters of a line."""
SYMBOL_NEXT = re.compile(rf"(?:[{CAPITALS}]{{2}}|[{CAPITALS}][a-z]?[{CAPITALS}]|\d{{4}}/)")
SYMBOL_ALONE = re.compile(rf"[{CAPITALS}]{{2,}}(?:[-–][{CAPITALS}]{{2,}})*")
"""A line with no more than further groups of a number's letters: "TT-BBB- ⏎ BCP-BĐN"."""
SERIAL_CUT = re.compile(r"(?<!\w)[Ss]ố:? ?\d{1,5}$")
"""A document's serial at the end of a line, cut from its symbol: "Nghị quyết số 12 ⏎ -NQ/TU"."""
SYMBOL_HEAD = re.compile(rf"[-–/]\s?[{CAPITALS}][{CAPITALS}a-z]{{1,3}}\s?[-/]\s?[{CAPITALS}]{{2}}")

_TAIL = 24
"""Neither pattern of a sentence's end looks at more characters than these last ones: a closing mark and a footnote's."""


NAMED = re.compile(rf"(?:{any_word('nation', 'party', case='capitals')}|{any_word('motto')} ?[-–].*)$")
"""The nation's or the Party's whole name, the motto: nothing goes on with them."""
_TITLE_AND_NUMBER = re.compile(r"(?P<kind>[^\W\d_]+(?: [^\W\d_]+){0,3}?) (?:số:? ?)?\d+[/-]")
_OFFICES = tuple(tuple(word.upper().split(" ")) for word in words("office") if word.count(" ") == 1)


# Nearly every line is asked whether it is any of these and is none: one letter of it tells that at a tenth of the cost. That no letter
# says no where the pattern says yes is held by a test over every line that tests read.
_URGENT = frozenset(letter for word in words("urgency") for letter in (word[0].upper(), word[0].lower()))
_NAMES = frozenset(word[0] for name in ("nation", "party", "motto") for word in words(name))
_STRONG_SMALL = frozenset(word[0].lower() for name in ("recipients", "addressees") for word in words(name))
_MARKS = frozenset(f"[(⁽{RAISED}")
_ROMAN = frozenset("IVXLC")
_ENDING = frozenset(f".;:!?…{CLOSING}{RAISED}⁾".replace("\\", ""))


def is_type(text: str) -> bool:
    """True for a document type alone on its line, in capitals."""
    return text[:2].isupper() and TYPES.match(text) is not None


def is_strong(text: str) -> bool:
    """True where ``text`` begins a paragraph whatever stands before it."""
    return (text[0] in _STRONG_SMALL or not text[0].islower()) and STRONG.match(text) is not None


def is_numbered(text: str) -> bool:
    """True where ``text`` begins as a numbered provision does."""
    return (text[1:2] in _ROMAN or not text[1:2].isalpha() or text[0].isdigit()) and NUMBERED.match(text) is not None


def is_marked(text: str) -> bool:
    """True where ``text`` begins with a footnote's mark or a number in brackets."""
    return text[0] in _MARKS and (NOTE.match(text) is not None or PAREN.match(text) is not None)


def is_urgency(text: str) -> bool:
    """True for a mark of urgency alone on its line."""
    return text[0] in _URGENT and URGENCY.match(text) is not None


def is_named(text: str) -> bool:
    """True for the nation's or the Party's whole name, or the motto."""
    return text[0] in _NAMES and NAMED.match(text) is not None


def is_number_line(text: str) -> bool:
    """True for a line that is a document's number and symbol and nothing else."""
    return ("số" in text or "Số" in text) and NUMBER_LINE.match(text) is not None


def repeats_title(above: str, line: str) -> bool:
    """True where ``line`` names the type that stands alone ``above`` with a number: below a title begins the sentence that tells of it."""
    if not is_type(above):
        return False
    named = _TITLE_AND_NUMBER.match(line)
    return named is not None and named["kind"].upper() == above.rstrip(" :0123456789")


def cuts_office(last: str, line: str) -> bool:
    """True where an office is cut between two lines ("KT. BỘ ⏎ TRƯỞNG")."""
    return last.isupper() and any(last.endswith(head) and line.startswith(tail) for head, tail in _OFFICES)


def signs_for(paragraph: str, line: str) -> bool:
    """True where ``line`` is the office of who signs for the body in capitals that ``paragraph`` names ("TM. TỔ CÔNG TÁC ⏎ TỔ TRƯỞNG")."""
    return HELD.match(line) is not None and AUTHORITY.match(paragraph) is not None


def is_copied(line: str) -> bool:
    """True for the line that says how a copy was made, alone."""
    return line[:1] == "S" and COPIED.match(line) is not None


def asks(line: str) -> bool:
    """True when a paragraph cannot end as ``line`` does."""
    if line[-1:].isalnum():
        return _NO_WORD.split(line.rpartition(" ")[2])[-1] in _ASKING and not FINISHED.search(line, max(0, len(line) - _TAIL))
    return line[-1:] in _ASKING_MARKS


def asks_for(line: str, text: str) -> bool:
    """True when a paragraph that ends as ``line`` does goes on with ``text``."""
    if not asks(line):
        return False
    return not (text[0].isupper() and text[1:2].islower() and line.rpartition(" ")[2] in _LABELLED)


def asks_label(line: str, text: str) -> bool:
    """True when ``line`` asks for ``text``, which begins as a provision does: "theo khoản" asks for it, a noun's last word does not."""
    if not asks_for(line, text):
        return False
    head = HEAD.match(text)
    return head is None or line.rpartition(" ")[2] not in _ASKING_FOR_A_WORD


def may_end(line: str) -> bool:
    """True where a line that is a paragraph may end so, although it would go on on a page: a comma, "nhân dân", "năm"."""
    return line[-1:] == "," or not asks(line) or line.rpartition(" ")[2] in _ENDS_TOO


def ends(line: str) -> bool:
    """True when ``line`` ends with a stop, colon or closing quote, a footnote's mark after it or not."""
    return line[-1:] in _ENDING and _END.search(line, len(line) - _TAIL) is not None


def ends_sentence(line: str) -> bool:
    """True when ``line`` ends as sentences do."""
    return line[-1:] in _ENDING and _SENTENCE_END.search(line, len(line) - _TAIL) is not None


def is_heading(text: str) -> bool:
    """True for a chapter's or section's label with the first words of a name in capitals ("Mục 1: QUY ĐỊNH")."""
    label = _HEADING.match(text)
    return label is not None and is_capitals(text[label.end() :])


def is_bare_article(last: str, line: str) -> bool:
    """True where ``line`` begins as an article without a point does, below the end of a sentence."""
    return line[0] == "Đ" and ends_sentence(last) and BARE_ARTICLE.match(line) is not None


def begins_article(paragraph: str, line: str) -> bool:
    """True where ``line`` is the first clause of the article whose name is all of ``paragraph``, whatever that name ends with
    ("Điều 15. Quản lý thông tin số ⏎ 1. Tổ chức …"), or its number alone."""
    return line[0] == "1" and _FIRST.match(line) is not None and _ARTICLE.match(paragraph) is not None


def opens_body(text: str) -> bool:
    """True for a line that begins with a body's name in capitals, in words and not in letters ("THỦ TƯỚNG CHÍNH PHỦ yêu cầu:")."""
    return text[1:2].isupper() and BODY.match(text) is not None and not is_initials(text.partition(" ")[0])


def is_capitals(text: str) -> bool:
    """True when the letters of ``text`` are capitals, and there are at least two."""
    return text.isupper() and sum(letter.isalpha() for letter in text[:12]) >= 2
