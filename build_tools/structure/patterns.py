"""The lines of headers and signature blocks, and the words of document types: named patterns with the reason of each.

Sources: Nghị định 30/2020/NĐ-CP (Phụ lục I) for the State, Hướng dẫn 36-HD/VPTW for the Party.
"""

from __future__ import annotations

import re

from build_tools.identity.number import parse_number
from build_tools.lexicon.keys import strip_marks
from build_tools.lexicon.letters import CAPITALS
from build_tools.lexicon.types import Types as KnownTypes
from build_tools.lexicon.types import types_of as known_types
from build_tools.model.memo import by_identity
from build_tools.model.register import Register
from build_tools.vietnamese.dates import written_date

_SYMBOL_LETTER = r"[^\W\d_a-z][^\W\d_]*"

NATION = re.compile(
    r"(?:C[ỘỌÔ]NG H\w{1,4} XÃ H[ỘỌÔ]I|Cộng h(?:òa|oà) xã hội chủ nghĩa Việt Nam|Độc lập ?[-–]|"
    r"ĐẢNG CỘNG SẢN VIỆT NAM\b|.{0,20}T[ựư] [dđ]o\b.{0,8}Hạnh phúc$)"
)
"""The nation's name and motto, also as recognition misreads them; the Party's name."""
NUMBER = re.compile(
    rf"(?:(?P<type>[{CAPITALS}][^\W\d_]*(?: [^\W\d_]+){{0,3}}) )?(?:[Ss]ố|SỐ) ?:? ?"
    rf"(?P<number>(?P<serial>\d[\d.]*[a-zA-Z]?)?[ .…_]*(?:/+ ?(?P<year>\d{{4}}) ?)?"
    rf"[-–/]+ ?{_SYMBOL_LETTER}\d*(?: ?[-–/&.] ?{_SYMBOL_LETTER}\d*){{0,5}})"
)
""" "Số: 12/2025/QĐ-UBND", "Số 12-KL/TW", "Luật số: 5/2024/QH15", blank "Số: /QĐ-…"."""
BLANK_NUMBER = re.compile(r"[Ss]ố ?: ?[….\s/_-]*$|[Ss]ố ?:? ?[….]{2,}")
UNREADABLE_NUMBER = re.compile(r"[\W_]{0,3}[Ss][ốỐôóòoéẻöõỗồổộ] ?[:.]")
"""The number's line where recognition could not read it (a number written by hand): the header goes on after it."""
UNREADABLE_CODE = re.compile(r"/ ?(?P<code>[^\W\d_]{2,5})-[^\W\d_]{2}")
DATED = re.compile(
    rf"(?P<place>[{CAPITALS}][^\d,:;]{{0,38}}|[….]{{1,40}})?, ?(?:[Nn]gày|NGÀY)\b"
    r"[\s….]{0,40}(?P<day>\d{1,2})?[\s….]{0,40}(?:tháng|THÁNG)[\s….]{0,40}(?P<month>\d{1,2})?[\s….]{0,40}(?:năm|NĂM)[\s….]{0,40}(?P<year>\d{4})?"
)
UNREADABLE_DAY = re.compile(
    rf"(?P<place>[{CAPITALS}][^\d,:;.]{{0,38}})[,.]? ?[Nn]gày.{{0,8}} ?(?P<day>(?!))?tháng (?P<month>\d{{1,2}}) năm (?P<year>\d{{4}})\.?$"
)
"""The same where recognition could not read the day, written by hand: the date is known to the month."""
DATED_ALONE = re.compile(
    r"(?P<place>)[Nn]gày[\s….]{0,40}(?P<day>\d{1,2})?[\s….]{0,40}tháng[\s….]{0,40}(?P<month>\d{1,2})?[\s….]{0,40}năm[\s….]{0,40}(?P<year>\d{4})\.?$"
)
SCANNED_DAY = re.compile(
    rf"(?P<place>[{CAPITALS}][^\d,:;.]{{0,38}})[,.]? ?[Nn]gày(?P<day>(?!))?.{{0,12}} ?"
    r"tháng(?: (?P<month>0[1-9]|1[0-2])|.{0,6}) năm (?P<year>\d{4})\.?$"
)
"""The same in a recognised scan, where the month may be unreadable too: the date is known to the year."""
DATED_SHORT = re.compile(
    rf"(?P<place>[{CAPITALS}][^\d,:;]{{0,38}}), ?(?:[Nn]gày )?(?P<day>\d{{1,2}}) ?[-/.] ?(?P<month>\d{{1,2}}) ?[-/.] ?(?P<year>\d{{4}})$"
)
DATE = re.compile(r"ngày (?P<day>\d{1,2}) ?(?:tháng|/|-|\.) ?(?P<month>\d{1,2}) ?(?:năm|/|-|\.) ?(?P<year>\d{4})")
ADOPTED = re.compile(r"thông qua (?:tại [^.]{0,120}?)?(?=ngày)")
ABOUT = re.compile(r"(?:V/v|V/V|Về việc|VỀ VIỆC|Về|VỀ|v/v|về)\b")
ADDRESSEES = re.compile(r"K[íÍ][nN][hH] [gG][ửỬ][iI] ?:? ?")
RECIPIENTS = re.compile(r"N[ơƠ][iI] [nN][hH][ậẬ][nN] ?:? ?")
AUTHORITY = re.compile(r"(?:T/M|TM[./]?|K/T|KT[./]?|T/L|TL[./]?|TUQ\.?|T/UQ|Q\.|THAY MẶT|Thay mặt)[ .:]+(?=[^\W\d_])")
OFFICE = re.compile(
    r"(?:(?:PHÓ|QUYỀN|Q\.) )?(?:TỔNG )?(?:CHỦ TỊCH|CHỦ NHIỆM|BÍ THƯ|BỘ TRƯỞNG|THỨ TRƯỞNG|THỦ TƯỚNG|GIÁM ĐỐC|TRƯỞNG|CHÁNH|VIỆN TRƯỞNG|"
    r"THƯỜNG TRỰC|HIỆU TRƯỞNG|CỤC TRƯỞNG|VỤ TRƯỞNG|THANH TRA|TỔNG|ỦY VIÊN|UỶ VIÊN|THỦ TRƯỞNG|KIỂM TOÁN|THỐNG ĐỐC|TƯ LỆNH|CHỈ HUY|"
    r"THƯ KÝ|ĐỘI TRƯỞNG)"
)
SIGNED = re.compile(r"\(? ?(?:Đã ký|đã ký|ĐÃ KÝ|Ký tên|ký tên|Ký|Chữ ký)[^)]{0,60}\)?\.?$|\[[^\]]{1,24}\]$")
_RANK = r"(?:(?:Đại|Thượng|Trung|Thiếu) (?:tướng|tá|úy|uý)|GS\.?|PGS\.?|TS\.?|ThS\.?|BS\.?|KS\.?|CN\.?|Luật sư|Đô đốc|Chuẩn Đô đốc)"
_NO_NAME = r"(?!(?:P[hH][óÓ]|B[ộỘ]|S[ởỞ]|[ỦủUu][yỷỶY]|C[ụỤ][cC]|Gi[áÁ]m|GI[ÁA]M|Ch[ủỦ]|CH[ỦU]) |.{1,40} S[ởỞ] )"
"""A name does not begin like a body or an office."""
NAME = re.compile(rf"{_NO_NAME}(?:{_RANK}[ .]*){{0,4}}(?P<name>[{CAPITALS}][^\W\d_]*(?: [{CAPITALS}][^\W\d_]*){{1,5}})$")
ATTACHED = re.compile(
    r"\((?:[Bb]an hành (?:và )?)?[kK]èm(?: theo)? |\((?:[Đđ]ính )kèm|"
    r"\(?Ban hành kèm theo |\(?Kèm theo |\((?:[Đđ]ược )?(?:ban hành|phê duyệt) kèm theo"
)
APPENDIX = re.compile(
    r"(?:PHỤ LỤC|Phụ lục|PHỤ BIỂU|Phụ biểu)(?: (?:SỐ|số))?(?: ?:? ?(?P<label>[IVXLC]{1,7}|\d{1,3}(?:[.-]\d{1,2})?|[A-HĐ]))?(?:[a-zđ])?"
    rf"(?P<close>[.:)]| ?[-–] |$|(?= [\({CAPITALS}“]))"
)
FORM = re.compile(
    r"(?:MẪU|Mẫu|BIỂU MẪU|Biểu mẫu|BIỂU|Biểu)(?: (?:SỐ|số))? ?:? ?"
    r"(?P<label>[\dIVX]{1,5}(?:\.\d{1,3}){0,2}[A-ZĐa-zđ]?(?:[/-][A-ZĐ\d]{1,12}){0,3})"
)
OPERATIVE = re.compile(
    r"(?:kết luận|quyết định|quy định|yêu cầu|thông báo|chỉ thị|hướng dẫn|ban hành|báo cáo|đề nghị|thống nhất)\b[^.;]{0,160}như sau ?:$"
)
SIGNED_PRESS = re.compile(r"đã ký (?:ban hành )?(?P<rest>[A-ZĐ][^.;]{5,400})")
BODY_LINE = re.compile(r"(?!BAN HÀNH|HỘI NGHỊ\b(?! LẦN)|BỘ LUẬT|PHÓ )")


class Types:
    """Document types by the words a title uses and by the codes of numbers."""

    def __init__(self, types: KnownTypes) -> None:
        names = {word.lower(): types.filed(kind).name for kind in types.rows if "title" in kind.roles for word in kind.words}
        self._types = types
        self._codes = frozenset(code for kind in types.rows for code in kind.every_code)
        self._names = names
        words = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
        bare: dict[str, set[str]] = {}
        for written, name in names.items():
            bare.setdefault(strip_marks(written), set()).add(name)
        self._bare = {letters: min(found) for letters, found in bare.items() if len(found) == 1}
        self._alone = re.compile(rf"(?:{words})[ :.]*$", re.IGNORECASE)
        self._begins = re.compile(rf"(?:{words})\b", re.IGNORECASE)

    def alone(self, text: str) -> str | None:
        """The type whose name, in capitals, is all of ``text`` (a footnote's mark after it does not count)."""
        text = text.rstrip("⁽⁾⁰¹²³⁴⁵⁶⁷⁸⁹* ")
        if len(text) > 40 or not text.isupper():
            return None
        match = self._alone.match(text)
        return self._names[match.group().rstrip(" :.").lower()] if match else None

    def misread(self, text: str) -> str | None:
        """Like ``alone`` for recognised text, whose marks may be wrong: the one type whose letters these are ("KÉ HOẠCH")."""
        bare = strip_marks(text.strip(" :.*'")).lower()
        return self._bare.get(bare) if len(text) < 40 and text.isupper() and " " in bare else None

    def begins(self, text: str) -> tuple[str, int] | None:
        """The type that ``text`` begins with and where the words after it begin."""
        match = self._begins.match(text)
        return (self._names[match.group().lower()], match.end()) if match else None

    def of_code(self, code: str | None, system: str | None = None) -> str | None:
        """The usual type of the documents with this code in their number; ``system`` as the number is written."""
        if not code:
            return None
        fits = self._types.of_code(code, system) or self._types.of_code(code)
        return self._types.filed(fits[0]).name if fits else None

    def of_number(self, number: str | None) -> str | None:
        """The usual type of the documents with such numbers."""
        parts = parse_number(number, self._codes) if number else None
        return self.of_code(parts.type_code, parts.system) if parts else None

    def may_bear(self, kind: str, number: str | None) -> bool:
        """Whether documents of this type may have such a number."""
        parts = parse_number(number, self._codes) if number else None
        if parts is None or not parts.type_code:
            return False
        return kind in {self._types.filed(fit).name for fit in self._types.of_code(parts.type_code, parts.system)}


@by_identity
def types_of(register: Register) -> Types:
    """The types of a register and of the lexicon, compiled once."""
    return Types(known_types(register.types))


def iso(match: re.Match[str]) -> str | None:
    """The date of a match with groups day, month, year as it is written."""
    return written_date(match["year"], match["month"], match["day"])
