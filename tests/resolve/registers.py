"""A small invented register: two provinces, a city, central bodies, works with shared numbers."""

from __future__ import annotations

from build_tools.citations import find_citations
from build_tools.model.citation import Ambiguous, Reference, Resolution, Resolved
from build_tools.model.header import Header
from build_tools.model.register import CommitteeTerm, DateClaim, DocumentType, Issuer, Register, RegisterRelation, Source, Work
from build_tools.passages import Passages
from build_tools.resolve import resolve
from tests.citations.citation_helpers import document

SOURCE = Source("sổ tay Sông Mơ")


def _type(key: str, name: str, *codes: str) -> DocumentType:
    return DocumentType(key, name, ("party", "state"), codes)


def work(number: str | None, kind: str, issuer: str | None, date: str | None = None, term: str | None = None, **more: object) -> Work:
    """A work whose id tells number and date."""
    key = f"{number or more.get('subject', kind)}@{date or term or '?'}"
    dates = (DateClaim(date, (SOURCE,)),) if date else ()
    values = {"subject": "việc chung", "dates": dates, **more}
    return Work(key, kind, number, issuer, term, **values)  # type: ignore[arg-type]


ISSUERS = (
    Issuer("bo-chinh-tri", "Bộ Chính trị", "party", codes=("TW",), parent="trung-uong"),
    Issuer("ban-bi-thu", "Ban Bí thư", "party", codes=("TW",), parent="trung-uong"),
    Issuer("trung-uong", "Ban Chấp hành Trung ương", "party", aliases=("Ban Chấp hành Trung ương Đảng",), codes=("TW",)),
    Issuer("chinh-phu", "Chính phủ", "state", codes=("CP",)),
    Issuer("quoc-hoi", "Quốc hội", "state", codes=("QH",)),
    Issuer(
        "tinh-uy-song-mo", "Tỉnh ủy Sông Mơ", "party", relative=("Tỉnh ủy", "Ban Chấp hành Đảng bộ Tỉnh"), codes=("TU",), place="song-mo"
    ),
    Issuer("thanh-uy-da-bac", "Thành ủy Đá Bạc", "party", relative=("Thành ủy",), codes=("TU",), parent="tinh-uy-song-mo", place="da-bac"),
    Issuer("tinh-uy-ben-xua", "Tỉnh ủy Bến Xưa", "party", relative=("Tỉnh ủy",), codes=("TU",), place="ben-xua"),
)
WORKS = (
    work("124-QĐ/TW", "quy-dinh", "ban-bi-thu", "2018-02-02", "XII", subject="Giám sát việc rèn luyện đạo đức của người đứng đầu"),
    work("124-QĐ/TW", "quy-dinh", "bo-chinh-tri", "2023-10-04", "XIII", subject="Kiểm điểm và xếp loại chất lượng tập thể"),
    work("01-KL/TW", "ket-luan", "bo-chinh-tri", "2021-05-18", "XIII", subject="Tiếp tục thực hiện chỉ thị về học tập và làm theo"),
    work("7/2030/NĐ-CP", "nghi-dinh", "chinh-phu", "2030-03-01"),
    work("5/CT-TTg", "chi-thi", None, "2029-01-05"),
    work("6-NQ/TU", "nghi-quyet", "tinh-uy-song-mo", "2021-12-31", "XI"),
    work("6-NQ/TU", "nghi-quyet", "thanh-uy-da-bac", "2022-03-01"),
    work("9-KH/TU", "ke-hoach", "tinh-uy-ben-xua", "2022-05-05"),
    work("12-KH/TU", "ke-hoach", "tinh-uy-song-mo", "2022-06-06"),
    work("8/2032/QH15", "luat", "quoc-hoi", "2032-06-01", names=("Luật Bến bãi",)),
    work(None, "dieu-le", "trung-uong", names=("Điều lệ Đảng",), subject="Điều lệ"),
    work("4-NQ/TW", "nghi-quyet", "trung-uong", "2016-10-30", "XII", names=("Nghị quyết Trung ương 4 khóa XII",)),
    work("47-QĐ/TW", "quy-dinh", "trung-uong", "2011-11-01", "XI", subject="Những điều không được làm"),
    work(
        "37-QĐ/TW",
        "quy-dinh",
        "trung-uong",
        "2021-10-25",
        "XIII",
        relations=(RegisterRelation("replaces", "47-QĐ/TW@2011-11-01", "2021-10-25", (SOURCE,)),),
    ),
)
REGISTER = Register(
    works=WORKS,
    issuers=tuple(sorted(ISSUERS, key=lambda issuer: issuer.id)),
    types=(
        _type("quyet-dinh", "Quyết định", "QĐ"), _type("quy-dinh", "Quy định", "QĐ", "QĐi"), _type("ket-luan", "Kết luận", "KL"),
        _type("nghi-dinh", "Nghị định", "NĐ"), _type("nghi-quyet", "Nghị quyết", "NQ"), _type("ke-hoach", "Kế hoạch", "KH"),
        _type("luat", "Luật"), _type("dieu-le", "Điều lệ"), _type("chi-thi", "Chỉ thị", "CT"), _type("bao-cao", "Báo cáo", "BC"),
    ),
    terms=(CommitteeTerm("XII", "khóa XII", "2016-01-29", "2021-02-01"), CommitteeTerm("XIII", "khóa XIII", "2021-02-02", "2026-01-23")),
)  # fmt: skip
REPORT = work("9-BC/TU", "bao-cao", "thanh-uy-da-bac", "2022-04-15")


def references(
    text: str, own: Work | None = REPORT, date: str | None = "2022-04-15", kind: str = "Báo cáo", register: Register = REGISTER
) -> tuple[Reference, ...]:
    """References of a text, as a document of Thành ủy Đá Bạc of April 2022."""
    header = Header.of(type=kind, number=own.number if own else None, date=date)
    made = document(text, header)
    passages = Passages.of(made)
    return resolve(passages, find_citations(passages, register), own, (*WORKS, own) if own else WORKS, register)


def outcome(resolution: Resolution) -> str | tuple[str, ...]:
    """The work linked, the candidates in brackets, or the wanted key after "?"."""
    if isinstance(resolution, Resolved):
        return resolution.work
    return resolution.works if isinstance(resolution, Ambiguous) else f"? {resolution.wanted}"
