"""Whatever an office does to its data within the rules, neither its publishing nor the tests of the tool turn red."""

from __future__ import annotations

import random
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from tests.commands.cli import run
from tests.content import OFFICE

PLACES = ("Sông Mơ", "Đá Bạc", "Mường La", "Bến Xưa", "Nà Lúa", "Cầu Mây", "Bến Gỗ")
WORDS = ("giữ rừng", "làm đường", "nêu gương", "đặt tên: “bến”", "số liệu # gấp", "họp xã", "chăm sóc người già")
LETTER = """TỈNH ỦY {place}
*
Số {number}

ĐẢNG CỘNG SẢN VIỆT NAM
{name}, ngày {day:02d} tháng {month:02d} năm {year}

KẾ HOẠCH
{subject}

Căn cứ Kết luận số 01-KL/TW ngày 18/5/2021 của Bộ Chính trị và Quy định số {cited}-QĐ/TW, Tỉnh ủy ban hành kế hoạch {subject}.

1. Văn phòng Tỉnh ủy {name} chủ trì việc {subject}, báo cáo trước ngày 15/12/{year}.

T/M BAN THƯỜNG VỤ
PHÓ BÍ THƯ
Trần Văn Thử
"""


BUILDS = "builds"
"""Beside what else a run of the tests keeps: pages that the same program made of the same things for another of these offices are not made
again, which changes no byte (``test_incremental.py``)."""


class Editor:
    """Somebody who changes data at random, always within the rules."""

    def __init__(self, data: Path, seed: int) -> None:
        self.data, self.dice, self.count = data, random.Random(seed), 0

    def row(self, table: str, /, **values: object) -> None:
        """Put a row at the end of a table."""
        path = self.data / "register" / f"{table}.yaml"
        path.parent.mkdir(exist_ok=True)
        before = path.read_text(encoding="utf-8") if path.exists() else ""
        path.write_text(before.rstrip() + "\n" + yaml.safe_dump([values], allow_unicode=True, sort_keys=False), encoding="utf-8")

    def words(self) -> str:
        return f"{self.dice.choice(WORDS)} {self.count}"

    def day(self) -> str:
        return f"{self.dice.randint(2005, 2026)}-{self.dice.randint(1, 12):02d}-{self.dice.randint(1, 28):02d}"

    def source(self) -> list[object]:
        return [{"name": f"Báo {self.dice.choice(PLACES)}", "as_of": self.day(), "confidence": self.dice.choice("ABC")}]

    def work(self) -> None:
        number = f"{1000 + self.count}-{self.dice.choice(('QĐ', 'KL', 'CT'))}/TU"
        kind = {"QĐ": "quy-dinh", "KL": "ket-luan", "CT": "chi-thi"}[number.partition("-")[2].partition("/")[0]]
        more: dict[str, object] = {"dates": [{"date": self.day(), "sources": self.source()}]} if self.dice.random() < 0.7 else {}
        if self.dice.random() < 0.5:
            target = self.dice.choice(("37-QĐ/TW", "01-KL/TW", "05-CT/TW"))
            more["relations"] = [
                {"predicate": self.dice.choice(("implements", "based_on", "cites")), "target": target, "sources": self.source()}
            ]
        self.row("works", number=number, type=kind, subject=self.words(), sources=self.source(), **more)

    def other_date_than_the_national_one(self) -> None:
        number, kind, term = self.dice.choice(
            (("37-QĐ/TW", "quy-dinh", "XIII"), ("35-NQ/TW", "nghi-quyet", "XII"), ("55-QĐ/TW", "quy-dinh", "XII"))
        )
        path = self.data / "register" / "works.yaml"
        if path.exists() and number in path.read_text(encoding="utf-8"):
            return
        dates = [{"date": "2019-01-01" if term == "XII" else "2022-01-01", "sources": self.source()}]
        self.row("works", number=number, type=kind, term=term, subject=self.words(), dates=dates, sources=self.source())

    def theme(self) -> None:
        self.row("themes", id=f"chu-de-{self.count}", name=self.words(), keywords=[self.dice.choice(WORDS)])

    def term_of_the_glossary(self) -> None:
        self.row("glossary", id=f"tu-{self.count}", term=self.words(), meaning=self.words(), sources=self.source())

    def issuer(self) -> None:
        self.row(
            "issuers", id=f"ban-{self.count}", name=f"Ban {self.words()}", system="party", codes=[f"B{self.count}"], sources=self.source()
        )

    def place(self) -> None:
        self.row("places", id=f"xa-{self.count}", name=f"Xã {self.count}", level="xa", sources=self.source())

    def document(self) -> None:
        folder = self.data / "documents" / f"van-ban-{self.count}"
        folder.mkdir(parents=True)
        place = self.dice.choice(PLACES)
        text = LETTER.format(
            place=place.upper(), name=place, number=f"{self.count + 1}-KH/TU", day=self.dice.randint(1, 28), month=self.dice.randint(1, 12),
            year=self.dice.randint(2022, 2026), subject=self.dice.choice(WORDS[:3]), cited=self.dice.choice(("37", "124", "47", "999")),
        )  # fmt: skip
        (folder / "source.txt").write_text(text, encoding="utf-8")
        if self.dice.random() < 0.5:
            stated = {"themes": ["neu-guong"], "notes": [self.words()], "redact": self.dice.random() < 0.5}
            (folder / "metadata.yaml").write_text(yaml.safe_dump(stated, allow_unicode=True), encoding="utf-8")

    def taken_away(self) -> None:
        folders = sorted((self.data / "documents").iterdir())
        if folders:
            shutil.rmtree(self.dice.choice(folders))

    def moved(self) -> None:
        path = self.data / "register" / "redirects.yaml"
        before = path.read_text(encoding="utf-8").replace("{}", "") if path.exists() else ""
        path.write_text(f"{before.rstrip()}\ndia-chi-cu-{self.count}: dia-chi-khong-con-{self.count}\n", encoding="utf-8")

    def settings(self) -> None:
        stated = {"name": self.words(), "address": self.words(), "colour": self.dice.choice(("#114b7a", "#3b2f63", "#7d1a12"))}
        (self.data.parent / "chi-nam.yaml").write_text(yaml.safe_dump(stated, allow_unicode=True), encoding="utf-8")

    def change(self) -> None:
        """One change."""
        changes: tuple[Callable[[], None], ...] = (
            self.work, self.work, self.other_date_than_the_national_one, self.theme, self.term_of_the_glossary, self.issuer, self.place,
            self.document, self.document, self.taken_away, self.moved, self.settings,
        )  # fmt: skip
        self.count += 1
        self.dice.choice(changes)()


@pytest.mark.slow
def test_a_hundred_changes_leave_publishing_green(tmp_path: Path, session_folder: Path) -> None:
    office = Path(shutil.copytree(OFFICE, tmp_path / "co-quan"))
    editor = Editor(office / "data", 20261128)
    for step in range(100):
        editor.change()
        if step % 5 == 4:
            out = run(office, "check", "--quiet", "--jobs", "1")
            assert out.returncode == 0, (step, out.stderr)
    out = run(office, "build", "--strict", "--quiet", "--cache", str(session_folder / BUILDS))
    assert out.returncode == 0, out.stderr


@pytest.mark.slow
@pytest.mark.parametrize("left", ["nothing", "register", "documents"])
def test_emptied_data_builds(tmp_path: Path, session_folder: Path, left: str) -> None:
    office = Path(shutil.copytree(OFFICE, tmp_path / "co-quan"))
    for folder in ("register", "documents"):
        if folder != left:
            shutil.rmtree(office / "data" / folder)
    out = run(office, "build", "--strict", "--quiet", "--cache", str(session_folder / BUILDS))
    if left == "documents":  # they name themes of a register that is gone: that is told, and is no fault of the tool
        assert (out.returncode, "document-theme" in out.stderr) == (1, True)
    else:
        assert out.returncode == 0, out.stderr


def test_no_test_asks_what_the_projects_own_content_holds(root: Path) -> None:
    asks = re.compile(r"""(?:root|ROOT|parents\[\d\]) / ["'](?:data|docs)["']|Path\(["'](?:data|docs)\b""")
    allowed = {"tests/commands/test_init.py", "tests/commands/test_any_data.py"}
    found = [
        f"{path.relative_to(root)}:{text.count(chr(10), 0, match.start()) + 1}"
        for path in sorted((root / "tests").rglob("*.py"))
        if path.relative_to(root).as_posix() not in allowed
        for text in (path.read_text(encoding="utf-8"),)
        for match in asks.finditer(text)
    ]
    assert found == []
