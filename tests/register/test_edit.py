"""Edits of ``metadata.yaml``: the stated keys change, every other byte stays."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_tools.model.diagnostic import InputError
from build_tools.register.edit import HEAD, edit_metadata
from build_tools.tables.yaml_text import parse_yaml

SHOWN = Path("metadata.yaml")

WHOLE = (
    HEAD
    + """# văn bản này do hai người cùng nhập
type: Báo cáo # loại
number: "12-BC/TU"
issued_on: 2024-03-05
# trích yếu theo bản giấy
subject: >-
  kết quả sáu tháng đầu năm, phương hướng, nhiệm vụ
  sáu tháng cuối năm

place: Sông Mơ
  Thượng
signer: 'Trần Văn Thử'   # ký thay
signer_title: ~
themes: [neu-guong, hoc-tap]   # một dòng

# nguồn
sources:
- bao
-   {ref: trang, note: 'xem: trang 2'}
notes:
    - Đã đối chiếu.   # với bản giấy
    - "có: hai chấm"

    # hết ghi chú
override: {mark: Dự thảo, reason: "đã được: đồng ý"}
# Chưa chắc; kiểm tra rồi bỏ dấu # ở đầu dòng:
# issuer: Tỉnh ủy Sông Mơ  # cơ quan chưa có
"""
)


@pytest.mark.parametrize(
    ("values", "old", "new"),
    [
        ({"type": "Kết luận"}, "type: Báo cáo # loại\n", "type: Kết luận # loại\n"),
        ({"number": "13-BC/TU"}, 'number: "12-BC/TU"', 'number: "13-BC/TU"'),
        ({"number": None}, 'number: "12-BC/TU"', "number: null"),
        (
            {"subject": "tên: mới"},
            "subject: >-\n  kết quả sáu tháng đầu năm, phương hướng, nhiệm vụ\n  sáu tháng cuối năm\n\n",
            'subject: "tên: mới"\n\n',
        ),
        ({"place": "Đá Bạc"}, "place: Sông Mơ\n  Thượng\n", "place: Đá Bạc\n"),
        ({"signer": "Lê 'Thử' Mơ"}, "'Trần Văn Thử'   # ký thay", "'Lê ''Thử'' Mơ'  # ký thay"),
        ({"themes": ("giam-sat",)}, "themes: [neu-guong, hoc-tap]   # một dòng\n", "themes: [giam-sat]             # một dòng\n"),
        ({"notes": ("Bản khác.",)}, WHOLE[WHOLE.index("notes:") : WHOLE.index("override")], "notes:\n  - Bản khác.\n"),
        (
            {"override": {"mark": "Nháp", "reason": "a: b"}},
            'override: {mark: Dự thảo, reason: "đã được: đồng ý"}',
            'override: {mark: Nháp, reason: "a: b"}',
        ),
        ({"original": "a.docx"}, "# Chưa chắc", "original: a.docx\n# Chưa chắc"),
        ({"term": "XIII"}, "signer_title: ~\n", "signer_title: ~\nterm: XIII\n"),
        ({"issuer": "tinh-uy-song-mo"}, "  Thượng\n", "  Thượng\nissuer: tinh-uy-song-mo\n"),
        ({"redact": True}, "# Chưa chắc", "redact: true\n# Chưa chắc"),
        ({}, "", ""),
    ],
)
@pytest.mark.parametrize("ends", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_only_what_is_stated_changes(values: dict[str, Any], old: str, new: str, ends: str, mark: str) -> None:
    assert old in WHOLE
    text = mark + WHOLE.replace("\n", ends)
    wanted = mark + WHOLE.replace(old, new, 1).replace("\n", ends)
    assert edit_metadata(text, values, SHOWN) == wanted


@pytest.mark.parametrize(
    ("text", "values", "wanted"),
    [
        ("", {"type": "Luật"}, "type: Luật\n"),
        ("# chưa ghi gì", {"type": "Luật"}, "# chưa ghi gì\ntype: Luật\n"),
        ("type: Luật", {"kind": "digest"}, "type: Luật\nkind: digest\n"),
        ("{type: Luật, kind: digest}\n", {"kind": "full"}, "{type: Luật, kind: full}\n"),
        ("subject: Báo cáo: hỏng\n", {}, None),
        ("- type\n", {"type": "Luật"}, None),
        ("type: a\ntype: b\n", {"type": "Luật"}, None),
    ],
)
def test_bare_and_broken_files(text: str, values: dict[str, Any], wanted: str | None) -> None:
    if wanted is not None:
        assert edit_metadata(text, values, SHOWN) == wanted
        return
    with pytest.raises(InputError) as caught:
        edit_metadata(text, values, SHOWN)
    assert caught.value.diagnostics[0].path == str(SHOWN)
    assert caught.value.diagnostics[0].line
    assert caught.value.diagnostics[0].hint


TEXTS = st.text(
    st.characters(blacklist_categories=("Cs", "Cc"), blacklist_characters="\u2028\u2029\ufeff\ufffe\uffff"), min_size=1, max_size=30
)
STATED = st.fixed_dictionaries(
    {},
    optional={"type": TEXTS, "subject": TEXTS, "place": TEXTS, "notes": st.lists(TEXTS, min_size=1, max_size=3), "redact": st.booleans()},
)


@given(STATED)
def test_any_text_holds_once_it_is_stated(values: dict[str, Any]) -> None:
    text = edit_metadata(WHOLE, values, SHOWN)
    before, after = parse_yaml(WHOLE, SHOWN).value, parse_yaml(text, SHOWN).value
    assert after == {**before, **values}
    lines = text.splitlines()
    kept = [line for line in WHOLE.splitlines() if line.startswith(("#", "number:", "signer:", "themes:", "override:"))]
    assert [line for line in lines if line in kept] == kept
    assert edit_metadata(text, values, SHOWN) == text
