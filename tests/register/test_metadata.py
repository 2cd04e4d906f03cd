from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_tools.model.diagnostic import InputError
from build_tools.model.metadata import Confirmed, Metadata, Override
from build_tools.model.register import Source
from build_tools.register.edit import dump_metadata
from build_tools.register.metadata import load_metadata
from build_tools.tables.yaml_text import parse_yaml

SOURCES = {"bao": Source("Báo Sông Mơ", "https://bao.example", "B", "2024-05")}


def read(tmp_path: Path, text: str) -> Metadata:
    path = tmp_path / "metadata.yaml"
    path.write_text(text, encoding="utf-8")
    return load_metadata(path, SOURCES)


def test_everything_that_can_be_stated(tmp_path: Path) -> None:
    metadata = read(
        tmp_path,
        "type: Kết luận\nnumber: 01 - KL/TU\nissued_on: '2022-03-04'\nissuer: tinh-uy-song-mo\nkind: digest\nthemes: [neu-guong]\n"
        "sources:\n  - bao\n  - {ref: bao, confidence: C, note: một lần}\n  - {name: Trang khác, url: 'https://x.example'}\n"
        "override: {mark: Dự thảo, reason: đã được đồng ý}\nconfirmed: [{read: O1, value: '01'}]\npublish_original: true\n",
    )
    assert (metadata.number, metadata.kind, metadata.publish_original) == ("01-KL/TU", "digest", True)
    assert metadata.override == Override("Dự thảo", "đã được đồng ý")
    assert [(source.name, source.confidence, source.note) for source in metadata.sources] == [
        ("Báo Sông Mơ", "B", None),
        ("Báo Sông Mơ", "C", "một lần"),
        ("Trang khác", "A", None),
    ]
    assert metadata.confirmed == (Confirmed("O1", "01"),)
    assert metadata.line("issued_on") == 3
    assert not metadata.numberless


def test_an_empty_file_states_nothing(tmp_path: Path) -> None:
    assert read(tmp_path, "# chưa ghi gì\n").type is None


def test_null_number_states_that_there_is_none(tmp_path: Path) -> None:
    assert read(tmp_path, "number: null\n").numberless


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ("typo: x\n", 1, "không có khóa “typo”"),
        ("kind: toàn văn\n", 1, "“kind” không nhận"),
        ("number: 12\n", 1, "“number” phải là chữ"),
        ("issued_on: '2022-13-01'\n", 1, "ngày không có thật"),
        ("type: x\nissued_on: 4/3/2022\n", 2, "“issued_on” không đúng dạng"),
        ("publish_original: có\n", 1, "true hoặc false"),
        ("override: {mark: Dự thảo}\n", 1, "thiếu khóa “reason”"),
        ("sources: [khong-co]\n", 1, "không có nguồn “khong-co”"),
        ("- type\n", 1, "phải là nhóm khóa"),
    ],
)
def test_faults(tmp_path: Path, text: str, line: int, says: str) -> None:
    with pytest.raises(InputError) as caught:
        read(tmp_path, text)
    fault = caught.value.diagnostics[0]
    assert (fault.line, fault.path) == (line, str(tmp_path / "metadata.yaml"))
    assert says in fault.message


def test_dump_is_in_the_order_of_the_schema_and_is_read_back(tmp_path: Path) -> None:
    values = {
        "themes": ["neu-guong"],
        "number": "01-KL/TU",
        "subject": 'Về "nêu gương": việc cần làm',
        "issued_on": "2022-03-04",
        "type": "Kết luận",
        "signer": "",
        "override": {"mark": "Dự thảo", "reason": "đã được: đồng ý"},
        "confirmed": [{"read": "O1", "value": "01"}],
        "publish_original": False,
        "notes": ["đọc bằng máy", "- có gạch"],
    }
    text = dump_metadata(values)
    assert text == (
        "# yaml-language-server: $schema=../../schemas/metadata.schema.json\n"
        "type: Kết luận\n"
        'number: "01-KL/TU"\n'
        'issued_on: "2022-03-04"\n'
        'subject: "Về \\"nêu gương\\": việc cần làm"\n'
        "themes:\n  - neu-guong\n"
        'notes:\n  - đọc bằng máy\n  - "- có gạch"\n'
        'override:\n  mark: Dự thảo\n  reason: "đã được: đồng ý"\n'
        'confirmed:\n  - read: O1\n    value: "01"\n'
    )
    assert dump_metadata(dict(reversed(list(values.items())))) == text
    metadata = read(tmp_path, text)
    assert (metadata.subject, metadata.notes) == ('Về "nêu gương": việc cần làm', ("đọc bằng máy", "- có gạch"))


def test_dump_refuses_unknown_keys() -> None:
    with pytest.raises(ValueError, match="isuer"):
        dump_metadata({"isuer": "x"})


def test_dump_states_that_there_is_no_number() -> None:
    assert "number: null" in dump_metadata({"number": None, "type": "Luật"})


TEXTS = st.text(
    st.characters(blacklist_categories=("Cs", "Cc"), blacklist_characters="\u2028\u2029\ufeff\ufffe\uffff"), min_size=1, max_size=30
)


@given(st.fixed_dictionaries({"subject": TEXTS, "notes": st.lists(TEXTS, max_size=3, unique=True), "signer": TEXTS}))
def test_any_text_survives_writing_and_reading(values: dict[str, Any]) -> None:
    file = parse_yaml(dump_metadata(values), Path("metadata.yaml"))
    assert {key: value for key, value in file.value.items() if value} == {key: value for key, value in values.items() if value}
