"""What a file's name suggests: names as offices give them, beside names that say nothing for sure."""

from __future__ import annotations

import pytest

from build_tools.intake.file_name import suggested
from tests.content import shipped


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("12-BC_TU ngay 05.3.2024.docx", {"number": "12-BC/TU", "issued_on": "2024-03-05"}),
        ("12-BC-TU.pdf", {"number": "12-BC/TU"}),
        ("Báo cáo số 12-BC TU (bản cuối).docx", {"number": "12-BC/TU"}),
        ("45_KH-UBND_05032024.pdf", {"number": "45/KH-UBND", "issued_on": "2024-03-05"}),
        ("Ke hoach 45-KH-UBND.docx", {"number": "45/KH-UBND"}),
        ("123-QD-UBND 2024-03-05.pdf", {"number": "123/QĐ-UBND", "issued_on": "2024-03-05"}),
        ("30.2020.NĐ-CP.docx", {"number": "30/2020/NĐ-CP"}),
        ("KL ngày 5 tháng 3 năm 2024.docx", {"issued_on": "2024-03-05"}),
        ("20240305_bao cao.docx", {"issued_on": "2024-03-05"}),
        # neither a number nor a day, or more than one
        ("Scan0012.pdf", {}),
        ("CamScanner 05-13-2024 07.30.pdf", {}),
        ("bao cao quy 1 nam 2024.docx", {}),
        ("45-KH-XYZQ.docx", {}),
        ("45-XYZ-UBND.docx", {}),
        ("12-BC_TU va 13-BC_TU.docx", {}),
        ("tu 01.3.2024 den 05.3.2024.docx", {}),
        ("112-BC.docx", {}),
        ("0912345678.docx", {}),
        ("99.99.2024.docx", {}),
    ],
)
def test_a_name_suggests_only_what_it_says_in_a_known_shape(name: str, said: dict[str, str]) -> None:
    assert suggested(name, shipped()) == said
