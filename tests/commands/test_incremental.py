"""A build over what earlier builds left is, byte for byte, the build from nothing; whatever changed in between."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from filelock import FileLock

from build_tools import publish
from build_tools.cache import Store
from build_tools.commands import build
from build_tools.commands.site_place import MARKS
from build_tools.graph import readings
from build_tools.publish import kept
from tests.commands.cli import Run, run
from tests.content import OFFICE, REGISTER, few_works, own_register
from tests.site.built import snapshot

NAMES = ("chi-thi-huyen-uy.md", "cong-van-tinh-uy.txt", "ket-luan-ban-thuong-vu.txt")
TEMPLATE = """KẾ HOẠCH
Số: {number}-KH/TU
Tỉnh ủy Sông Mơ, ngày {number} tháng 5 năm 2031

Thực hiện Kết luận số 12-KL/TU, Tỉnh ủy yêu cầu các huyện ủy làm {number} việc.
"""


class Office:
    """A content folder, and the ways in which its people change it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.sources = folder / "toan-van"

    @classmethod
    def new(cls, root: Path, folder: Path, works: bool = True) -> Office:
        """``works`` False: without the works of the register, for builds in ``few_works``."""
        made = cls(folder)
        made.sources.mkdir(parents=True)
        for name in NAMES:
            shutil.copy(root / "tests/gold" / name, made.sources)
        shutil.copytree(REGISTER, folder / "data/register") if works else own_register(folder / "data/register")
        shutil.copy(OFFICE / "chi-nam.yaml", folder)
        (folder / "docs").mkdir()
        return made

    def build(self, out: str, *options: str) -> Run:
        done = run(self.folder, "build", "--sources", "toan-van", "--keep-going", "--out", out, *options)
        assert done.returncode == 0, done.stderr
        return done

    def first(self) -> Path:
        return sorted(self.sources.iterdir())[0]

    def change_a_word(self, dice: random.Random) -> None:
        path = dice.choice(sorted(self.sources.iterdir()))
        path.write_text(path.read_text("utf-8") + f"\n\nĐoạn thêm {dice.random()}, theo Kết luận số 12-KL/TU.\n", "utf-8")

    def add(self, dice: random.Random) -> None:
        number = dice.randint(1, 28)
        (self.sources / f"them-{number}.txt").write_text(TEMPLATE.format(number=number), "utf-8")

    def remove(self, dice: random.Random) -> None:
        if len(found := sorted(self.sources.iterdir())) > 2:
            dice.choice(found).unlink()

    def rename(self, dice: random.Random) -> None:
        path = dice.choice(sorted(self.sources.iterdir()))
        path.rename(path.with_stem(f"ten-{dice.randint(0, 99)}"))

    def change_the_register(self, dice: random.Random) -> None:
        path = self.folder / "data/register/themes.yaml"
        path.write_text(path.read_text("utf-8") + f"\n- id: chu-de-{dice.randint(0, 10**6)}\n  name: Chủ đề {dice.random()}\n", "utf-8")

    def write_a_page(self, dice: random.Random) -> None:
        (self.folder / "docs" / "ghi-chu.md").write_text(f"# Ghi chú {dice.random()}\n\n[Trang chủ](index.md)\n", "utf-8")

    def lose_what_was_kept(self, dice: random.Random) -> None:
        for path in sorted((self.folder / ".cache").rglob("*")):
            if path.is_file() and dice.random() < 0.5:
                path.write_bytes(path.read_bytes()[: dice.randint(0, 200)])

    def touch_the_site(self, dice: random.Random) -> None:
        """Pages, files of the index, scripts and styles; its first page is not lost: what lost two of its marks is taken for no site."""
        site = self.folder / "site"
        for path in sorted(path for path in site.rglob("*") if path.is_file()):
            if dice.random() < 0.2:
                path.write_text("đã sửa tay", "utf-8")
            elif dice.random() < 0.2 and path != site / MARKS[0]:
                path.unlink()

    def nothing(self, dice: random.Random) -> None:
        pass


CHANGES: tuple[Callable[[Office, random.Random], None], ...] = (
    Office.change_a_word, Office.add, Office.remove, Office.rename, Office.change_the_register, Office.write_a_page,
    Office.lose_what_was_kept, Office.touch_the_site, Office.nothing,
)  # fmt: skip


@pytest.fixture
def office(root: Path, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    with few_works(tmp_path_factory.mktemp("so") / "national"):
        yield Office.new(root, tmp_path, works=False)


@pytest.fixture
def built(root: Path, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory, session_folder: Path) -> Iterator[Office]:
    """An office whose ``site`` was built from nothing, with what that build left in ``.cache``: a copy, to be changed at will."""
    with few_works(tmp_path_factory.mktemp("so") / "national"):
        first = session_folder / "incremental"
        with FileLock(first.with_suffix(".lock")):
            if not first.exists():
                beside = first.with_suffix(".new")
                Office.new(root, beside, works=False).build("site", "--cache", ".cache")
                beside.rename(first)
        yield Office(Path(shutil.copytree(first, tmp_path / "co-quan")))


@pytest.mark.slow
@pytest.mark.parametrize("seed", [1])
def test_any_changes_lead_to_the_build_from_nothing(root: Path, tmp_path: Path, seed: int) -> None:
    dice, office = random.Random(seed), Office.new(root, tmp_path)
    office.build("site", "--cache", ".cache")
    for change in dice.sample(CHANGES, len(CHANGES) - 2):
        change(office, dice)
        if dice.random() < 0.5:
            office.build("site", "--cache", ".cache")
    again = office.build("site", "--cache", ".cache")
    clean = office.build("clean", "--no-cache")
    assert snapshot(office.folder / "site") == snapshot(office.folder / "clean")
    assert findings(again) == findings(clean)


@pytest.mark.slow
def test_an_index_made_in_another_process_is_the_same(built: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(publish, "LARGE", 1)
    built.build("two", "--no-cache", "--jobs", "2")
    assert snapshot(built.folder / "site") == snapshot(built.folder / "two")


@pytest.mark.slow
def test_an_index_of_the_same_records_stays(built: Office) -> None:
    office = built

    def stamps() -> dict[str, int]:
        return {path.as_posix(): path.stat().st_mtime_ns for path in (office.folder / "site/assets/search/index").rglob("*.js")}

    office.build("site", "--cache", ".cache")  # what stands at a place is known by it
    before = stamps()
    office.write_a_page(random.Random(1))
    office.build("site", "--cache", ".cache")
    assert stamps() == before
    harmed = sorted(before)[len(before) // 2]
    Path(harmed).unlink()
    office.build("site", "--cache", ".cache")
    assert stamps().keys() == before.keys()
    office.build("clean", "--no-cache")
    assert snapshot(office.folder / "site") == snapshot(office.folder / "clean")


def findings(done: Run) -> list[str]:
    return sorted(line for line in done.stderr.splitlines() if "[" in line)


@pytest.mark.slow
def test_what_did_not_change_is_neither_read_nor_made(built: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    office = built
    office.build("site", "--cache", ".cache")  # what stands at a place is known by it
    before = snapshot(office.folder / "site")
    read, made = [], []
    really_read, really_made = readings.read_source, kept.Kept.settled
    monkeypatch.setattr(readings, "read_source", lambda source, register: read.append(source.path) or really_read(source, register))
    monkeypatch.setattr(
        kept.Kept,
        "settled",
        lambda self, source, page, data: made.append(source) or really_made(self, source, page, data),
    )
    told = office.build("site", "--cache", ".cache")
    assert "Không có gì thay đổi" in told.stderr
    assert (read, made) == ([], [])
    (office.folder / "site" / "index.html").unlink()
    office.build("site", "--cache", ".cache")
    assert snapshot(office.folder / "site") == before
    assert read == []
    assert made == []
    path = office.first()
    path.write_text(path.read_text("utf-8") + "\n\nMột đoạn thêm vào cuối.\n", "utf-8")
    office.build("site", "--cache", ".cache")
    assert read == [str(path.relative_to(office.folder))]


@pytest.mark.slow
def test_a_folder_that_cannot_be_used_is_told_and_the_site_is_built(office: Office) -> None:
    (office.folder / "tep").write_text("không phải thư mục")
    done = office.build("site", "--cache", "tep")
    assert "[cache-unusable]" in done.stderr
    assert (office.folder / "site" / "index.html").is_file()


@pytest.mark.slow
def test_a_source_that_changes_while_it_is_read_is_not_kept(monkeypatch: pytest.MonkeyPatch, built: Office) -> None:
    really_read, office = readings.read_source, built
    shutil.rmtree(office.folder / ".cache" / readings.KIND)  # nothing was read; what became of pages is of no account here

    def changing(source: object, register: object) -> object:
        found = really_read(source, register)  # type: ignore[arg-type]
        office.first().write_text("khác", "utf-8")
        return found

    first = office.first().read_text("utf-8")
    monkeypatch.setattr(readings, "read_source", changing)
    office.build("site", "--cache", ".cache")
    monkeypatch.undo()
    office.first().write_text(first, "utf-8")
    read: list[str] = []
    monkeypatch.setattr(readings, "read_source", lambda source, register: read.append(source.path) or really_read(source, register))
    office.build("site", "--cache", ".cache")
    assert str(office.first().relative_to(office.folder)) in read


def test_the_usual_place_is_beside_the_data() -> None:
    assert build.CACHE is not None
    assert not Path(build.CACHE).is_absolute()
    assert Store(build.CACHE).folder == Path(".cache")
