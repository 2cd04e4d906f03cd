"""The lines of headers and signature blocks as patterns, made of the words in ``letterhead.yaml`` and ``bodies.yaml``.

Sources: Nghị định 30/2020/NĐ-CP (Phụ lục I) for the State, Hướng dẫn 36-HD/VPTW for the Party.
"""

from __future__ import annotations

import re

from build_tools.lexicon.letters import CAPITALS
from build_tools.lexicon.pieces import DAY_IN_FIGURES, PERSON, SYMBOL_LETTERS
from build_tools.lexicon.words import any_word
from build_tools.vietnamese.dates import written_date
from build_tools.vietnamese.syllables import is_initials

NATION = re.compile(
    rf"(?:C[ỘỌÔ]NG H\w{{1,4}} XÃ H[ỘỌÔ]I|{any_word('nation')}|{any_word('motto')} ?[-–]|{any_word('party')}\b"
    r"|.{0,20}T[ựư] [dđ]o\b.{0,8}Hạnh phúc$)"
)
"""The nation's name and motto, also as recognition misreads them; the Party's name."""
UNION = re.compile(rf"{any_word('union')}\W*$")
"""The youth union's name, which heads its papers as the nation's does others."""
_UNIT = r"(?:(?<=[-–/])|(?<=[-–/] ))[a-zđ]\d{1,3}(?![^\W_])"
"""A military unit in a number: its kind by one small letter, and its figure ("d7" of a battalion)."""
NUMBER = re.compile(
    rf"(?:(?P<type>[{CAPITALS}][^\W\d_]*(?: [^\W\d_]+){{0,3}}) )?{any_word('number')} ?:? ?"
    rf"(?P<number>(?P<serial>\d[\d.]*[a-zA-Z]?)?[ .…_]*(?:/+ ?(?P<year>\d{{4}}) ?)?"
    rf"[-–/]+ ?{SYMBOL_LETTERS}(?:\d+[{CAPITALS}]*)?(?: ?[-–/&.] ?(?:{SYMBOL_LETTERS}(?:\d+[{CAPITALS}]*)?|{_UNIT})){{0,5}}"
    rf"(?: ?/ ?(?:19|20)\d{{2}}(?!\d))?)"
)
""" "Số: 12/2025/QĐ-UBND", "Số 12-KL/TW", "Luật số: 5/2024/QH15", "Số: 7/TTr-BCD/2031", blank "Số: /QĐ-…"."""
BLANK_NUMBER = re.compile(rf"{any_word('number')}(?: ?: ?[….\s/_-]*$| ?:? ?[….]{{2,}})")
UNREADABLE_NUMBER = re.compile(r"[\W_]{0,3}[Ss][ốỐôóòoéẻöõỗồổộ] ?[:.]")
"""The number's line where recognition could not read it (a number written by hand): the header goes on after it."""
UNREADABLE_CODE = re.compile(r"/ ?(?P<code>[^\W\d_]{2,5})-[^\W\d_]{2}")
_HOUR = r"(?:(?:[Hh]ồi|[Ll]úc) ?)?(?:\d{1,2} ?(?:giờ|[h:])(?: ?\d{1,2})?(?: ?(?:phút|['’]))?,? ?)?"
"""The hour that a telegram states before its day ("hồi 14 giờ 30 phút, ngày …")."""
DATED = re.compile(
    rf"(?:(?:[{CAPITALS}][^\d,:;]{{0,38}} )?{any_word('today')}|(?P<place>[{CAPITALS}][^\d,:;]{{0,38}}|[….]{{1,40}}))?"
    rf", ?{_HOUR}(?:[Nn]gày|NGÀY)(?![^\W\d_])"
    r"[\s….]{0,40}(?P<day>\d{1,2})?[\s….]{0,40}(?:tháng|THÁNG)[\s….]{0,40}(?P<month>\d{1,2})?[\s….]{0,40}(?:năm|NĂM)[\s….]{0,40}(?P<year>\d{4})?"
)
UNREADABLE_DAY = re.compile(
    rf"(?P<place>[{CAPITALS}][^\d,:;.]{{0,38}})[,.]? ?[Nn]gày.{{0,8}} ?(?P<day>(?!))?tháng (?P<month>\d{{1,2}}) năm (?P<year>\d{{4}})\.?$"
)
"""The same where recognition could not read the day, written by hand: the date is known to the month."""
DATED_UNMARKED = re.compile(
    rf"(?P<place>[{CAPITALS}][^\d,:;]{{0,38}}), ?ngay (?P<day>\d{{1,2}}) thang (?P<month>\d{{1,2}}) nam (?P<year>\d{{4}})\.?$"
)
"""The whole of it in a line without its marks, which recognition often misreads ("nắm 2031")."""
DATED_ALONE = re.compile(
    r"(?P<place>)[Nn]gày[\s….]{0,40}(?P<day>\d{1,2})?[\s….]{0,40}tháng[\s….]{0,40}(?P<month>\d{1,2})?[\s….]{0,40}năm[\s….]{0,40}(?P<year>\d{4})\.?$"
)
SCANNED_DAY = re.compile(
    rf"(?P<place>[{CAPITALS}][^\d,:;.]{{0,38}})[,.]? ?[Nn]gày(?P<day>(?!))?.{{0,12}} ?"
    r"tháng(?: (?P<month>0[1-9]|1[0-2])|.{0,6}) năm (?P<year>\d{4})\.?$"
)
"""The same in a recognised scan, where the month may be unreadable too: the date is known to the year."""
DATED_SHORT = re.compile(rf"(?:{any_word('today')}|(?P<place>[{CAPITALS}][^\d,:;]{{0,38}})), ?(?:[Nn]gày )?{DAY_IN_FIGURES}$")
DATE = re.compile(r"ngày (?P<day>\d{1,2}) ?(?:tháng|/|-|\.) ?(?P<month>\d{1,2}) ?(?:năm|/|-|\.) ?(?P<year>\d{4})")
ADOPTED = re.compile(r"thông qua (?:tại [^.]{0,120}?)?(?=ngày)")
ABOUT = re.compile(rf"{any_word('about', 'about-word')}\b")
ADDRESSEES = re.compile(rf"{any_word('addressees')} ?:? ?")
RECIPIENTS = re.compile(rf"{any_word('recipients')}(?: ?: ?|(?! ?(?![{CAPITALS}])[^\W\d_]) ?)")
"""Not "nơi nhận lập biên bản": a sentence that goes on with a small letter."""
AUTHORITY = re.compile(
    rf"(?:{any_word('authority', 'authority-word')}|{any_word('authority-letters')}/?|{any_word('acting')}\.)[ .:]+(?=[^\W\d_])"
)
BASIS = re.compile(rf"{any_word('basis', 'basis-phrase')}(?:\s|:)")
"""Opens a recital: "Căn cứ Luật …;". The last two phrases also stand inside sentences."""
BODY = re.compile(rf"{any_word('body', 'body-in-line', case='capitals')}\b")
"""A line in capitals that begins with a body or an office is a line of its own in headers and signatures."""
_DEPUTY = any_word("deputy", case="capitals")
_OFFICES = ("office", "office-word", "office-in-signature", "office-or-body")
OFFICE = re.compile(rf"(?:(?:{_DEPUTY}|QUYỀN|Q\.) )?(?:TỔNG )?{any_word(*_OFFICES, case='capitals')}")
HELD = re.compile(rf"(?:[{CAPITALS}]+ ){{1,4}}{any_word('head-last', case='capitals')}$")
"""An office told by its last syllable ("TRẠM TRƯỞNG"); a person's name in capitals can end so too."""
SIGNED = re.compile(rf"\(? ?{any_word('signed')}[^)]{{0,60}}\)?\.?$|\[[^\]]{{1,24}}\]$")
_RANK = rf"(?:{any_word('rank')}|(?!{any_word('body')}\b)[{CAPITALS}][^\W\d_]* [^\W\d_{CAPITALS}]+ (?=(?:[{CAPITALS}][^\W\d_]* ){{2}}))"
"""A rank, a degree or a profession before a person's name: of the list, or one word with a capital and one without ("Y sĩ", "Kỹ sư")."""
_NO_NAME = (
    rf"(?!(?:PHÓ|P[hH][óÓ] {any_word(*_OFFICES, case='any')}|B[ộỘ]|S[ởỞ]|[ỦủUu][yỷỶY]|C[ụỤ][cC]|Gi[áÁ]m|GI[ÁA]M|Ch[ủỦ]|CH[ỦU])(?!\w)"
    rf"|.{{1,40}} (?:S[ởỞ] |T(?:rưởng|RƯỞNG)$))"
)
"""A name does not begin like a body or an office; one like "Phó Văn Mẫu" is a name, the office says of what somebody is the deputy."""
NAME = re.compile(rf"{_NO_NAME}(?:{_RANK}[ .]*){{0,4}}(?P<name>{PERSON})$")
ATTACHED = re.compile(rf"\({any_word('attached-in-brackets')}\b|{any_word('attached')} ")
URGENCY = re.compile(rf"{any_word('urgency')}\W*$")
"""A mark of urgency alone on its line."""
COLLECTED = re.compile(rf"(?:[IVX]+\. )?{any_word('collected')}\W*$")
"""The heading of the part of a collection in which a text is printed."""
CERTIFIED = re.compile(rf".*{any_word('certifying')}$")
"""The heading of what certifies a text ("XÁC THỰC …") is no body."""
COPIED = re.compile(rf"{any_word('copied', case='capitals')}\W*$")
"""How a copy was made, alone on its line (Nghị định 30/2020/NĐ-CP, Phụ lục I): the copied document stands below."""
SESSION = re.compile(rf"{any_word('session')} [IVXLC]+\b")
"""The legislature and session of an act of the National Assembly stand below its name."""
APPENDIX = re.compile(
    rf"{any_word('appendix')}(?: {any_word('number')})?(?: ?:? ?(?P<label>[IVXLC]{{1,7}}|\d{{1,3}}(?:[.-]\d{{1,2}})?|[A-HĐ]))?(?:[a-zđ])?"
    rf"(?P<close>[.:)]| ?[-–] |$|(?= [\({CAPITALS}“]))"
)
FORM = re.compile(
    rf"{any_word('form')}(?: {any_word('number')})? ?:? ?"
    r"(?P<label>[\dIVX]{1,5}(?:\.\d{1,3}){0,2}[A-ZĐa-zđ]?(?:[/-][A-ZĐ\d]{1,12}){0,3})"
)
OPERATIVE = re.compile(rf"{any_word('operative')}\b[^.;]{{0,160}}như sau ?:$")
SIGNED_PRESS = re.compile(r"đã ký (?:ban hành )?(?P<rest>[A-ZĐ][^.;]{5,400})")
BODY_LINE = re.compile(r"(?!BAN HÀNH|HỘI NGHỊ\b(?! LẦN)|BỘ LUẬT|PHÓ )")

_LEVEL = any_word("level", case="capitals")
PLACED = re.compile(rf".*(?<!\w){_LEVEL}(?: [^\W\d_]+){{2,3}}(?: [–-](?: [^\W\d_]+){{1,2}})?$")
"""A body's name that ends with the name of a place."""
OF_COUNTRY = re.compile(rf".*(?<!\w){any_word('country', case='capitals')}$")
"""A body's name that ends with the country's: of what has branches below."""
AT_LEVEL = re.compile(rf"[^\W\d_]+ {_LEVEL} ")
"""One syllable right before a level."""
_LINKING = any_word("linking", case="capitals")
NAME_GOES_ON = re.compile(rf"{_LINKING}(?!\w)|{_LEVEL} (?!ĐOÀN\b|[ỦU][YỶ]\b)")
"""A line that names no body, but goes on with the name above it, or tells where that body is ("XÃ …" ⏎ "HUYỆN …")."""
_OF_LEVEL = re.compile(rf"(?P<letters>[A-ZĐ]{{2,}}) {_LEVEL} ")
_HALF = re.compile(rf"(?:(?<!\w){_LINKING}|,| [-–]) (?P<half>[^\W\d_]+)$")
_OF_UNION = re.compile(rf"{_LEVEL} ĐOÀN\b|(?:(?:.*{any_word('organ', case='capitals')}|[A-ZĐ]{{2,}}) )?ĐOÀN {_LEVEL} ")


_BRANCH = 3
"""Blanks in the name of a branch, at least; an organ of the whole has fewer ("BCH LÂM THỜI")."""


def stands_below(body: str, line: str) -> bool:
    """True where a body's name has come to its place ("ỦY BAN … XÃ SÔNG MƠ") or to the country's ("TỔNG LIÊN ĐOÀN … VIỆT NAM"), so that a
    line of several words below it names another; also where the line names it by its letters and level ("BCH XÃ SÔNG MƠ")."""
    if line.count(" ") < 2 or NAME_GOES_ON.match(line) or BODY.match(body) is None or BODY_LINE.match(body) is None:
        return False
    letters = _OF_LEVEL.match(line)
    whole = PLACED.match(body) or (line.count(" ") >= _BRANCH and OF_COUNTRY.match(body))
    return bool(whole) or (letters is not None and is_initials(letters["letters"]))


def breaks_off(line: str) -> bool:
    """True where a name cannot end: one syllable alone follows "và", a comma or a dash ("SỞ NÔNG NGHIỆP VÀ MÔI"), where names have words
    of two. Letters ("VÀ UBND") are whole."""
    half = _HALF.search(line)
    return half is not None and not is_initials(half["half"])


def of_union(line: str) -> bool:
    """True for a branch of the youth union, named by its level ("TỈNH ĐOÀN …", "BCH ĐOÀN XÃ …")."""
    return _OF_UNION.match(line) is not None


def iso(match: re.Match[str]) -> str | None:
    """The date of a match with groups day, month, year as it is written."""
    return written_date(match["year"], match["month"], match["day"])
