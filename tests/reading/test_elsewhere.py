"""Headers that are stated elsewhere than at the top: in captions, press texts, headlines, at the end, in titles of several lines."""

from __future__ import annotations

import pytest

from build_tools.lexicon.keys import same_words
from build_tools.model.header import Header

from .reading_helpers import read

BODY = "1. Giữ bến.\n\n2. Giữ đò.\n\n"
FIELDS = ("type", "number", "date", "issuer", "subject")


def said(header: Header) -> dict[str, str | None]:
    values = {name: getattr(header, name) for name in FIELDS}
    return values | {"signer": header.signature.signer, "title": header.signature.title, "authority": header.signature.authority}


CAPTION = "(Kèm theo Báo cáo số 7/BC-UBND ngày 02/4/2031 của Ủy ban nhân dân huyện Đá Bạc)"
SIGNED = "thay mặt Ban Thường vụ, đồng chí Phó Bí thư Lò Văn Mẫu đã ký ban hành"
STATED = "Kết luận số 15-KL/TU ngày 05/3/2031 của Ban Thường vụ Tỉnh ủy Sông Mơ về giữ bến"
ACT = "Sau khi bàn việc bến, {} kết luận:\n\n" + BODY
SIGNATURE = "T/M {}\n\nPHÓ BÍ THƯ\n\n(đã ký)\n\nLò Văn Mẫu\n"
BUREAU, PEOPLE = SIGNATURE.format("BAN THƯỜNG VỤ"), SIGNATURE.format("ỦY BAN NHÂN DÂN")
ACTING = ACT.format("Ban Thường vụ Tỉnh ủy")
ELSEWHERE = [
    # a text, its format, what its header says; None: it says nothing
    (f"BÁO CÁO\n\nGiữ bến\n\n{BODY}PHỤ LỤC\n\n{CAPTION}\n\nBến Lim.\n", "txt",
     {"number": "7/BC-UBND", "date": "2031-04-02", "issuer": "Ủy ban nhân dân huyện Đá Bạc"}),
    (f"KẾ HOẠCH\n\nGiữ bến\n\n{BODY}PHỤ LỤC\n\n{CAPTION}\n\nBến Lim.\n", "txt", {"number": None, "date": None}),
    (f"BÁO CÁO\n\nGiữ bến\n\n{BODY}PHỤ LỤC\n\n(Kèm theo Báo cáo của huyện)\n\nBến Lim.\n", "txt", {"number": None}),
    (f"Ngày 6/3/2031, {SIGNED} {STATED}.\n\nBan Thường vụ kết luận như sau:\n\n{BODY}", "txt",
     {"type": "Kết luận", "number": "15-KL/TU", "date": "2031-03-05", "subject": "về giữ bến", "signer": "Lò Văn Mẫu",
      "title": "Phó Bí thư",
      "authority": "Thay mặt Ban Thường vụ"}),
    (f"Ngày 6/3/2031, {SIGNED} {STATED}.\n\nCác xã đã họp.\n\n{BODY}", "txt", {"number": None, "signer": None}),
    (f"Ngày 6/3/2031, {SIGNED} sách về bến.\n\nBan Thường vụ kết luận như sau:\n\n{BODY}", "txt", {"number": None}),
    (f"# KẾT LUẬN 15-KL/TU\n\nvề giữ bến\n\nBan Thường vụ kết luận như sau:\n\n{BODY}", "md", {"type": "Kết luận", "number": "15-KL/TU"}),
    (f"# KẾT LUẬN 15-QĐ/TU\n\nvề giữ bến\n\n{BODY}", "md", {"number": None}),
    (f"{STATED}\n\nKẾT LUẬN\n\nSố 15-KL/TU\n\n{BODY}", "txt", {"number": "15-KL/TU", "date": "2031-03-05"}),
    (f"{STATED.replace('15-KL', '16-KL')}\n\nKẾT LUẬN\n\nSố 15-KL/TU\n\n{BODY}", "txt", {"number": "15-KL/TU", "date": None}),
    # adopted in the last sentence
    (f"NGHỊ QUYẾT\n\nVề giữ bến\n\n{BODY}Nghị quyết này được Hội đồng nhân dân thông qua ngày 12 tháng 12 năm 2031.\n\nCHỦ TỊCH\n\n"
     "Lò Văn Mẫu\n",
     "txt", {"date": "2031-12-12", "signer": "Lò Văn Mẫu", "title": "Chủ tịch"}),
    (f"NGHỊ QUYẾT\n\nVề giữ bến\n\n{BODY}Nghị quyết này được thông qua.\n\nCHỦ TỊCH\n\nLò Văn Mẫu\n", "txt", {"date": None}),
    # a title that says all
    ("Nghị định của Chính phủ số 5/2030/NĐ-CP ngày 10/10/2030 về bến bãi\n\nCăn cứ Hiến pháp;\n\nĐiều 1. Bến\n\nBến.\n", "txt",
     {"type": "Nghị định", "number": "5/2030/NĐ-CP", "date": "2030-10-10", "issuer": "Chính phủ", "subject": "về bến bãi"}),
    ("Nghị định số 5/2030/NĐ-CP ngày 10/10/2030 của Chính phủ về bến bãi\n\nCăn cứ Hiến pháp;\n\nĐiều 1. Bến\n\nBến.\n", "txt",
     {"type": "Nghị định", "number": "5/2030/NĐ-CP", "date": "2030-10-10", "issuer": "Chính phủ", "subject": "về bến bãi"}),
    ("Nghị định số 5/2030/NĐ-CP\n\nngày 10/10/2030 của Chính phủ\n\nvề bến bãi\n\nCăn cứ Hiến pháp;\n\nĐiều 1. Bến\n\nBến.\n", "txt",
     {"type": "Nghị định", "number": "5/2030/NĐ-CP", "date": "2030-10-10", "issuer": "Chính phủ"}),
    ("Nghị định số 5/2030/NĐ-CP ngày 10/10/2030 của Chính phủ về bến bãi\n\nCác xã đã họp về việc ấy.\n", "txt", {"number": None}),
    ("LUẬT\n\nSỐ 5-L/CTN NGÀY 10/10/2030 CỦA QUỐC HỘI VỀ BẾN BÃI\n\nCăn cứ Hiến pháp;\n\nĐiều 1. Bến\n\nBến.\n", "txt",
     {"type": "Luật", "date": "2030-10-10", "issuer": "Quốc hội"}),
    ("Thông tư\n\ncủa Bộ Bến bãi số 5/2030/TT-BBB ngày 10/10/2030 hướng dẫn Nghị định số 4/CP ngày 1/2/2028,\n\n"
     "số 9/2029/NĐ-CP ngày 2/3/2029 của Chính phủ\n\nCăn cứ Hiến pháp;\n\nĐiều 1. Bến\n\nBến.\n", "txt",
     {"type": "Thông tư", "number": "5/2030/TT-BBB", "date": "2030-10-10", "issuer": "Bộ Bến bãi"}),
    ("THÔNG TƯ\n\nCỦA BỘ BẾN BÃI SỐ 5/2030/TT-BBB NGÀY 10/10/2030 HƯỚNG DẪN NGHỊ ĐỊNH SỐ 4/CP NGÀY 1/2/2028,\n\n"
     "SỐ 9/2029/NĐ-CP NGÀY 2/3/2029 CỦA CHÍNH PHỦ QUY ĐỊNH\n\nGIỮ BẾN\n\nCăn cứ Hiến pháp;\n\nĐiều 1. Bến\n\nBến.\n", "txt",
     {"type": "Thông tư", "number": "5/2030/TT-BBB", "date": "2030-10-10", "issuer": "Bộ Bến bãi"}),
    # a headline that is all of a letterhead: whom it names acts in the text and signs it; else it is told of the document
    (f"# {STATED}\n\n*Nguồn: Trang tin — 06/3/2031 08:12*\n\n{ACTING}{BUREAU}", "md",
     {"type": "Kết luận", "number": "15-KL/TU", "date": "2031-03-05", "issuer": "Ban Thường vụ Tỉnh ủy Sông Mơ", "subject": "về giữ bến",
      "signer": "Lò Văn Mẫu"}),
    (f"# {STATED}\n\n- Tin tức\n\n{ACTING}{BUREAU}", "md", {"type": "Kết luận", "number": "15-KL/TU"}),
    (f"# {STATED}\n\n1. Bến\n\n{ACTING}{BUREAU}", "md", {"type": None, "number": None}),
    (f"# {STATED}\n\n{ACTING}", "md", {"type": None, "number": None}),
    (f"# {STATED}\n\n{ACTING}Lò Văn Mẫu\n", "md", {"type": None, "number": None}),
    (f"# {STATED}\n\n{ACTING}{PEOPLE}", "md", {"number": None}),
    (f"# {STATED}\n\n{ACT.format('Hội nghị')}{BUREAU}", "md", {"number": None}),
    (f"# {STATED}\n\nCác xã đã họp về việc ấy.\n\n{BODY}{BUREAU}", "md", {"number": None}),
    (f"# {STATED.replace('-KL/', '-CT/')}\n\n{ACTING}{BUREAU}", "md", {"number": None}),
    (f"# Ban hành {STATED}\n\n{ACTING}{BUREAU}", "md", {"number": None}),
    # an appendix that goes on from the issue before: whose it is ends where the name of a body does
    ("Thông tư số 5/2030/TT-BBB ngày 10/10/2030 của Bộ trưởng Bộ Bến bãi hướng dẫn giữ bến (tiếp theo kỳ trước)\n\nPHỤ LỤC II\n\n"
     "(Ban hành kèm theo Thông tư số 5/2030/TT-BBB)\n\n1. Bến Lim.\n\n2. Bến Mận.\n", "txt",
     {"number": "5/2030/TT-BBB", "issuer": "Bộ trưởng Bộ Bến bãi", "subject": "hướng dẫn giữ bến (tiếp theo kỳ trước)"}),
    ("Thông tư số 5/2030/TT-BBB đã hướng dẫn giữ bến\n\nCăn cứ Hiến pháp;\n\nĐiều 1. Bến\n\nBến.\n", "txt", {"number": None}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "wanted"), ELSEWHERE)
def test_what_is_stated_elsewhere(text: str, kind: str, wanted: dict[str, str | None]) -> None:
    found = said(read(text, kind).header)
    assert {name: found[name] for name, value in wanted.items() if not same_words(found[name], value)} == {}
