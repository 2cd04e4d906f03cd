"""Issuers of texts without a letterhead: concluded where title, acting sentence and signature agree, unknown where they do not."""

from __future__ import annotations

import pytest

from build_tools.model.register import Register
from tests.content import EMPTY, shipped

from .reading_helpers import read

BODY = "1. Giữ bến.\n\n2. Giữ đò.\n\n"
BUREAU = "T/M BAN THƯỜNG VỤ\n\nPHÓ BÍ THƯ"
AGREEING = [
    ("KẾT LUẬN", "Ban Thường vụ Tỉnh ủy Sông Mơ kết luận như sau:", BUREAU, "Ban Thường vụ Tỉnh ủy Sông Mơ"),
    ("KẾT LUẬN", "Sau khi bàn, Ban Thường vụ Tỉnh ủy Khê Lâm thống nhất kết luận:", BUREAU, "Ban Thường vụ Tỉnh ủy Khê Lâm"),
    ("KẾT LUẬN", "Ngày 5/3/2031, Ban Thường vụ Đảng ủy xã Nà Lúa họp. Sau khi bàn, Ban Thường vụ kết luận:", BUREAU,
     "Ban Thường vụ Đảng ủy xã Nà Lúa"),
    ("KẾT LUẬN", "Bộ Chính trị đã cho ý kiến và kết luận như sau:", "T/M BỘ CHÍNH TRỊ", "Bộ Chính trị"),
    ("NGHỊ QUYẾT", "Ban Chấp hành Đảng bộ xã Nà Lúa quyết nghị:", "T/M BAN CHẤP HÀNH\n\nBÍ THƯ", "Ban Chấp hành Đảng bộ xã Nà Lúa"),
    ("HƯỚNG DẪN", "Ban Tổ chức Tỉnh ủy Sông Mơ hướng dẫn như sau:", "K/T TRƯỞNG BAN\n\nPHÓ TRƯỞNG BAN", "Ban Tổ chức Tỉnh ủy Sông Mơ"),
    ("CHỈ THỊ", "Để giữ bến, Chủ tịch Ủy ban nhân dân xã Nà Lúa chỉ thị:", "CHỦ TỊCH", "Ủy ban nhân dân xã Nà Lúa"),
]  # fmt: skip
NOT_AGREEING = [
    # the signature is another body's, or says nothing of one
    ("KẾT LUẬN", "Ban Thường vụ Tỉnh ủy Sông Mơ kết luận như sau:", "T/M BAN CHẤP HÀNH\n\nBÍ THƯ"),
    ("KẾT LUẬN", "Ban Thường vụ Tỉnh ủy Sông Mơ kết luận như sau:", "CHÁNH VĂN PHÒNG"),
    ("CHỈ THỊ", "Ban Thường vụ Tỉnh ủy Sông Mơ chỉ thị:", "TRƯỞNG BAN"),
    # the title is another document's
    ("BÁO CÁO", "Ban Thường vụ Tỉnh ủy Sông Mơ kết luận như sau:", BUREAU),
    # told: the sentence is of another document, of a body that the paper goes to, of two bodies, or says no whole name
    ("KẾT LUẬN", "Tại Kết luận số 5-KL/TU, Ban Thường vụ Tỉnh ủy Sông Mơ kết luận:", BUREAU),
    ("KẾT LUẬN", "Ban Thường vụ Tỉnh ủy Sông Mơ kết luận như sau:", "Nơi nhận:\n\n- Ban Thường vụ Tỉnh ủy (b/c),\n\n" + BUREAU),
    ("KẾT LUẬN", "Ban Thường vụ Tỉnh ủy kết luận:\n\nBan Thường vụ Đảng ủy xã Nà Lúa kết luận:", BUREAU),
    ("KẾT LUẬN", "Ban Thường vụ kết luận như sau:", BUREAU),
    ("KẾT LUẬN", "Thực hiện kết luận của Ban Thường vụ Tỉnh ủy, kết luận như sau:", BUREAU),
]  # fmt: skip


SIGNED_FOR = [
    ("TM. ỦY BAN NHÂN DÂN XÃ NÀ LÚA\n\nCHỦ TỊCH", "Ủy ban nhân dân xã Nà Lúa"),
    ("TM. ỦY BAN NHÂN DÂN XÃ NÀ LÚA\n\nKT. CHỦ TỊCH\n\nPHÓ CHỦ TỊCH", "Ủy ban nhân dân xã Nà Lúa"),
    ("T/M BAN CHẤP HÀNH HỘI NÔNG DÂN XÃ NÀ LÚA\n\nCHỦ TỊCH", "Ban Chấp hành Hội Nông dân xã Nà Lúa"),
    # no place, an office, a body that the paper goes to, two who sign
    ("TM. ỦY BAN NHÂN DÂN\n\nCHỦ TỊCH", None),
    ("TL. CHỦ TỊCH\n\nCHÁNH VĂN PHÒNG", None),
    ("Nơi nhận:\n\n- Ủy ban nhân dân xã Nà Lúa (b/c),\n\nTM. ỦY BAN NHÂN DÂN XÃ NÀ LÚA\n\nCHỦ TỊCH", None),
    ("TM. ỦY BAN NHÂN DÂN XÃ KHÊ\n\nCHỦ TỊCH\n\nTrần Văn Ổi\n\nTM. ỦY BAN NHÂN DÂN XÃ NÀ LÚA\n\nCHỦ TỊCH", None),
]


@pytest.mark.parametrize(("signature", "body"), SIGNED_FOR)
def test_the_one_signature_says_for_whom(signature: str, body: str | None) -> None:
    assert issuer("THÔNG BÁO", "Các xã giữ bến.", signature) == body


def issuer(title: str, act: str, signature: str, register: Register = EMPTY) -> str | None:
    return read(f"{title}\n\nvề giữ bến\n\n{act}\n\n{BODY}{signature}\n\nLò Văn Mẫu\n", register=register).header.issuer


@pytest.mark.parametrize(("title", "act", "signature", "body"), AGREEING)
def test_title_act_and_signature_agree(title: str, act: str, signature: str, body: str) -> None:
    assert issuer(title, act, signature) == body


@pytest.mark.parametrize(("title", "act", "signature"), NOT_AGREEING)
def test_what_they_do_not_agree_on_stays_unknown(title: str, act: str, signature: str) -> None:
    assert issuer(title, act, signature) is None


def test_a_body_that_cannot_have_the_number_is_not_the_issuer() -> None:
    assert issuer("KẾT LUẬN\n\nSố 5-KL/TU", "Ban Thường vụ Tỉnh ủy Sông Mơ kết luận:", BUREAU, shipped()) == "Ban Thường vụ Tỉnh ủy Sông Mơ"
    assert issuer("KẾT LUẬN\n\nSố 5-KL/ĐU", "Ban Thường vụ Tỉnh ủy Sông Mơ kết luận:", BUREAU, shipped()) is None
