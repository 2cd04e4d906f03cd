from __future__ import annotations

import json
from typing import Annotated, Literal

import msgspec
import pytest
from jsonschema import Draft202012Validator

from build_tools.model.diagnostic import InputError
from build_tools.tables import Row, load_rows, schema_of


class Boat(Row):
    """A boat."""

    id: str
    name: Annotated[str, msgspec.Meta(min_length=1, description="tên thuyền")]
    kind: Literal["chèo", "máy"] = "chèo"
    codes: tuple[str, ...] = ()
    not_: tuple[str, ...] = msgspec.field(default=(), name="not")


GOOD = "- {id: a, name: Thuyền A, codes: [TA]}\n- {id: b, name: Thuyền B, kind: máy, not: [bè]}\n"


def test_rows_are_frozen_and_keep_their_lines() -> None:
    found = load_rows(GOOD, Boat)
    assert [row.name for row in found.rows] == ["Thuyền A", "Thuyền B"]
    assert found.rows[1].not_ == ("bè",)
    assert found.line(1) == 2
    assert hash(found.rows[0])
    with pytest.raises(AttributeError):
        found.rows[0].name = "khác"  # type: ignore[misc]


def test_an_empty_file_has_no_rows() -> None:
    assert load_rows("", Boat).rows == ()


@pytest.mark.parametrize(
    ("text", "line", "code", "said", "hint"),
    [
        ("- {id: a, name: A}\n- {id: b, nam: B}\n", 2, "schema-key", "nam", "name"),
        ("- {id: a}\n", 1, "schema-missing", "name", "name"),
        ("- id: a\n  name: 5\n", 2, "schema-type", "name", "ngoặc kép"),
        ("- id: a\n  name: A\n  kind: may\n", 3, "schema-value", "may", "máy"),
        ("- id: a\n  name: ''\n", 2, "schema-value", "name", "tên thuyền"),
        ("id: a\n", 1, "schema-type", "danh sách", ""),
        ("- {id: a, name: A, codes: TA}\n", 1, "schema-type", "codes", ""),
    ],
)
def test_a_fault_says_where_what_and_what_to_try(text: str, line: int, code: str, said: str, hint: str) -> None:
    with pytest.raises(InputError) as caught:
        load_rows(text, Boat, "thuyen.yaml")
    first = next(item for item in caught.value.diagnostics if item.code == code)
    assert (first.path, first.line, first.code) == ("thuyen.yaml", line, code)
    assert said in first.message
    assert hint in first.hint


def test_all_faults_of_a_file_are_told_at_once() -> None:
    with pytest.raises(InputError) as caught:
        load_rows("- {id: a}\n- {id: b, name: B, mau: đỏ}\n", Boat)
    assert [item.line for item in caught.value.diagnostics] == [1, 2]


def test_two_rows_cannot_claim_one_word() -> None:
    found = load_rows("- {id: a, name: A, codes: [X]}\n- {id: b, name: B, codes: [Y, X]}\n", Boat)
    fault = found.claimed_twice(lambda row: row.codes, "mã")[0]
    assert (fault.line, fault.code) == (2, "row-twice")
    assert "“X” đã có ở dòng 1" in fault.message
    assert found.claimed_twice(lambda row: [row.id], "mã") == ()


def test_an_unknown_name_comes_with_the_nearest_one() -> None:
    fault = load_rows(GOOD, Boat).unknown(1, "name", "luat", ["luật", "lệnh"], "types.yaml")
    assert (fault.line, fault.hint) == (2, "có phải “luật”?")


def test_the_schema_is_one_and_says_what_the_struct_says() -> None:
    schema = schema_of(Boat, "Thuyền")
    Draft202012Validator.check_schema(schema)
    boat = schema["$defs"]["Boat"]
    assert boat["additionalProperties"] is False
    assert boat["required"] == ["id", "name"]
    assert "not" in boat["properties"]
    assert json.dumps(schema, ensure_ascii=False).count("tên thuyền") == 1
