"""The rows of ``data/register/*.yaml`` and of ``metadata.yaml``: their keys, the kinds of their values, and the words shown to editors.

These classes are the only place where the keys are written down: the loaders read into them, and ``python -m build_tools.register``
makes the JSON Schemas of them. A key that may be left out has the default "" or an empty list. The rows of the files beside the register
(forms, coverage, settings) stand with what reads them.
"""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta

from build_tools.lexicon.relations import relations
from build_tools.lexicon.scopes import scopes
from build_tools.model.citation import Predicate
from build_tools.model.register import Confidence, PlaceLevel
from build_tools.model.row import Row

Id = Annotated[
    str,
    Meta(pattern="^[a-z0-9]+(-[a-z0-9]+)*$", description="mã: chữ thường không dấu, số, nối bằng gạch ngang, ví dụ “bo-chinh-tri”"),
]
Text = Annotated[str, Meta(min_length=1)]
Day = Annotated[
    str,
    Meta(
        pattern="^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$",
        description="ngày viết năm-tháng-ngày (2021-05-18), hoặc chỉ năm-tháng, hoặc chỉ năm",
    ),
]
Address = Annotated[str, Meta(pattern="^https?://[^\\s]+$", description="địa chỉ trang công khai, bắt đầu bằng http:// hoặc https://")]
Term = Annotated[
    str, Meta(pattern="^([IVXLC]+|[0-9]+)$", description="khóa viết bằng chữ số La Mã (“XIII”), khóa Quốc hội viết bằng số (“15”)")
]
System = Annotated[Literal["party", "state", "front"], Meta(description="party: Đảng; state: Nhà nước; front: Mặt trận và đoàn thể")]
Level = Annotated[PlaceLevel, Meta(description="loại đơn vị hành chính")]
Trust = Annotated[
    Confidence,
    Meta(
        description="mức tin cậy: A do trang chính thức, báo chí hoặc chính văn bản nguồn nêu; B do nhiều nguồn thứ cấp độc lập nêu; "
        "C do một nguồn nêu hoặc các nguồn trái nhau"
    ),
]
ONCE = {"uniqueItems": True}


class SourceRef(Row, frozen=True):
    """A source of ``sources.yaml`` with a remark (``ref``), or one described on the spot (``name``)."""

    ref: Id | Literal[""] = ""
    name: Annotated[Text, Meta(description="tên nguồn")] = ""
    url: Address = ""
    confidence: Trust | None = None
    as_of: Day = ""
    note: Annotated[Text, Meta(description="ghi chú")] = ""


Since = Annotated[Day, Meta(description="ngày bắt đầu")]
Until = Annotated[Day, Meta(description="ngày cuối cùng còn tồn tại")]
Sources = Annotated[
    tuple[Id | SourceRef, ...],
    Meta(
        min_length=1,
        description="nguồn của thông tin: mã trong sources.yaml, hoặc nhóm {ref, confidence, note}, "
        "hoặc nhóm {name, url, confidence, as_of, note}",
    ),
]


class SourceRow(Row, frozen=True):
    """A source under the id by which the other files name it."""

    id: Id
    name: Annotated[Text, Meta(description="tên nguồn như người đọc sẽ thấy")]
    url: Address = ""
    confidence: Trust = "A"
    as_of: Annotated[Day, Meta(description="ngày tra cứu nguồn này, dạng 2026-08-31")] = ""
    note: Annotated[Text, Meta(description="ghi chú")] = ""


class TermRow(Row, frozen=True):
    """A term of the Central Committee or of the National Assembly."""

    id: Term
    name: Annotated[Text, Meta(description="tên khóa")]
    sources: Sources
    start: Annotated[Day, Meta(description="ngày đầu khóa; bỏ trống khi chưa có nguồn")] = ""
    end: Annotated[Day, Meta(description="ngày cuối khóa; bỏ trống khi đang tiếp diễn hoặc chưa có nguồn")] = ""


class PlaceRow(Row, frozen=True):
    """A province, city, district or commune."""

    id: Id
    name: Annotated[Text, Meta(description="tên riêng, không kèm chữ “tỉnh”, “thành phố”")]
    level: Level
    sources: Sources
    parent: Annotated[Id, Meta(description="mã của nơi cấp trên; bỏ trống khi trực thuộc Trung ương")] = ""
    aliases: Annotated[tuple[Text, ...], Meta(description="tên gọi khác", extra_json_schema=ONCE)] = ()
    since: Since = ""
    until: Until = ""
    successors: Annotated[tuple[Id, ...], Meta(description="mã của nơi kế tục", extra_json_schema=ONCE)] = ()


class DistrictRow(Row, frozen=True):
    """Districts of one kind in one province."""

    parent: Annotated[Id, Meta(description="mã tỉnh, thành phố trong places.yaml")]
    level: Level
    names: Annotated[tuple[Text, ...], Meta(min_length=1, description="tên riêng, không kèm chữ “huyện”, “quận”", extra_json_schema=ONCE)]
    sources: Sources
    since: Since = ""
    until: Until = ""


class IssuerRow(Row, frozen=True):
    """A body with a name of its own."""

    id: Id
    name: Annotated[Text, Meta(description="tên đầy đủ")]
    system: System
    sources: Sources
    aliases: Annotated[tuple[Text, ...], Meta(description="tên khác luôn chỉ cơ quan này", extra_json_schema=ONCE)] = ()
    relative: Annotated[
        tuple[Text, ...],
        Meta(description="tên tương đối, chỉ có nghĩa trong văn bản của chính cơ quan hoặc cấp dưới", extra_json_schema=ONCE),
    ] = ()
    codes: Annotated[tuple[Text, ...], Meta(description="mã trong số, ký hiệu", extra_json_schema=ONCE)] = ()
    parent: Annotated[Id, Meta(description="mã cơ quan cấp trên")] = ""
    place: Annotated[Id, Meta(description="mã địa danh trong places.yaml")] = ""
    since: Annotated[Day, Meta(description="ngày bắt đầu hoạt động")] = ""
    until: Annotated[Day, Meta(description="ngày cuối cùng hoạt động")] = ""
    successors: Annotated[tuple[Id, ...], Meta(description="mã cơ quan kế tục", extra_json_schema=ONCE)] = ()


class BodyRow(Row, frozen=True):
    """A kind of body that exists in many places, or under many committees."""

    id: Id
    system: System
    forms: Annotated[
        tuple[Text, ...],
        Meta(min_length=1, description="các cách viết phần đầu của tên; cách đầu tiên được dùng để hiển thị", extra_json_schema=ONCE),
    ]
    code: Annotated[
        str,
        Meta(
            description="mã trong số, ký hiệu; với cơ quan trực thuộc cấp ủy: phần đứng trước mã của cấp ủy, “=” là dùng luôn mã của cấp ủy"
        ),
    ]
    levels: Annotated[tuple[Level, ...], Meta(description="các loại nơi có cơ quan này", extra_json_schema=ONCE)] = ()
    under: Annotated[tuple[Id, ...], Meta(description="mã kiểu cơ quan mà nó trực thuộc", extra_json_schema=ONCE)] = ()
    codes: Annotated[tuple[Text, ...], Meta(description="mã khác từng dùng", extra_json_schema=ONCE)] = ()
    elected: Annotated[bool, Meta(description="do cử tri của nơi ấy bầu ra: không có cơ quan cấp trên của riêng nó")] = False
    examples: Annotated[
        tuple[tuple[Text, Text], ...],
        Meta(description="các cặp [tên viết trong văn bản, tên cơ quan]; mỗi cặp được kiểm thử"),
    ] = ()


class ThemeRow(Row, frozen=True):
    """A subject under which documents are gathered."""

    id: Id
    name: Annotated[Text, Meta(description="tên chủ đề")]
    description: Annotated[Text, Meta(description="mô tả một câu")] = ""
    keywords: Annotated[
        tuple[Text, ...], Meta(description="từ ngữ trong trích yếu khiến văn bản thuộc chủ đề này", extra_json_schema=ONCE)
    ] = ()
    works: Annotated[tuple[Text, ...], Meta(description="số, ký hiệu hoặc địa chỉ của văn bản thuộc chủ đề", extra_json_schema=ONCE)] = ()


class GlossaryRow(Row, frozen=True):
    """A term or an abbreviation."""

    id: Id
    term: Annotated[Text, Meta(description="thuật ngữ hoặc chữ viết tắt")]
    sources: Sources
    expansion: Annotated[Text, Meta(description="viết đầy đủ")] = ""
    meaning: Annotated[Text, Meta(description="nghĩa, bằng lời của ta")] = ""
    aliases: Annotated[tuple[Text, ...], Meta(description="cách viết khác", extra_json_schema=ONCE)] = ()


class DateRow(Row, frozen=True):
    """A date that sources give; two rows are two sources that disagree."""

    date: Day
    sources: Sources


class RelationRow(Row, frozen=True):
    """What a source states: this document does so to the other."""

    predicate: Annotated[
        Predicate,
        Meta(
            description="quan hệ: " + "; ".join(f"{row.id} {row.chip}" for row in relations()),
            extra_json_schema={"enum": [row.id for row in relations()]},
        ),
    ]
    target: Annotated[Text, Meta(description="văn bản kia: số, ký hiệu nếu chỉ một văn bản mang số đó; nếu không thì địa chỉ đầy đủ")]
    sources: Sources
    date: Annotated[Day, Meta(description="ngày quan hệ có hiệu lực, khi nguồn nêu")] = ""
    scope: Annotated[
        str,
        Meta(
            description="phạm vi: " + "; ".join(row.told for row in scopes() if row.states),
            extra_json_schema={"enum": [row.id for row in scopes() if row.states]},
        ),
    ] = ""


class WorkRow(Row, frozen=True):
    """A document, whether its text is at hand or not."""

    type: Annotated[Id, Meta(description="mã loại, ví dụ “ket-luan” (xem build_tools/lexicon/types.yaml)")]
    subject: Annotated[Text, Meta(description="trích yếu ngắn")]
    sources: Sources
    number: Annotated[Text, Meta(description="số, ký hiệu, ví dụ “01-KL/TW”; bỏ trống khi văn bản không có số")] = ""
    issuer: Annotated[Id, Meta(description="mã cơ quan trong issuers.yaml")] = ""
    term: Term = ""
    dates: Annotated[tuple[DateRow, ...], Meta(description="ngày ban hành theo từng nguồn")] = ()
    names: Annotated[tuple[Text, ...], Meta(description="tên gọi khác mà văn bản khác dùng để dẫn", extra_json_schema=ONCE)] = ()
    relations: Annotated[tuple[RelationRow, ...], Meta(description="quan hệ do nguồn nêu: văn bản này … văn bản kia")] = ()
    themes: Annotated[tuple[Id, ...], Meta(description="mã chủ đề trong themes.yaml", extra_json_schema=ONCE)] = ()
    note: Annotated[Text, Meta(description="ghi chú cho người đọc")] = ""


TABLES: dict[str, tuple[type[Row], str, str]] = {
    "sources": (SourceRow, "Nguồn thông tin", "Mỗi nguồn một mục; các tệp khác gọi nguồn bằng mã."),
    "terms": (TermRow, "Nhiệm kỳ", "Các khóa Ban Chấp hành Trung ương Đảng."),
    "places": (PlaceRow, "Địa danh", "Tỉnh, thành phố và đơn vị hành chính khác có liên quan."),
    "districts": (DistrictRow, "Đơn vị cấp huyện", "Quận, huyện, thị xã, thành phố thuộc tỉnh, xếp theo tỉnh và loại."),
    "issuers": (IssuerRow, "Cơ quan ban hành", "Các cơ quan có tên riêng; cơ quan theo địa phương được nhận biết bằng bodies.yaml."),
    "bodies": (BodyRow, "Kiểu cơ quan", "Kiểu cơ quan có ở nhiều nơi, để nhận biết cơ quan chưa có trong issuers.yaml."),
    "themes": (ThemeRow, "Chủ đề", "Chủ đề để gom văn bản."),
    "works": (WorkRow, "Văn bản đã biết", "Mỗi văn bản một mục, kể cả khi chưa có toàn văn."),
    "glossary": (GlossaryRow, "Thuật ngữ và chữ viết tắt", "Thuật ngữ, chữ viết tắt với nghĩa và nguồn."),
}
"""The lists among the register's files: row type, title and description of their schema."""
