"""A full disk, a file that Word holds open: one clear line, and nothing is lost."""

from __future__ import annotations

import errno
import io
import os
from pathlib import Path

import pytest

from build_tools.commands import check
from build_tools.commands.main import main
from build_tools.desk import table
from build_tools.intake import keeping
from build_tools.messages.system import reason
from tests.desk.opened import content, opened
from tests.formats.test_add import letter


def failing(number: int) -> OSError:
    return OSError(number, os.strerror(number), "tệp")


def held() -> OSError:
    """What Windows says of a file that Word has open."""
    error = PermissionError(errno.EACCES, "Permission denied", "tệp")
    error.winerror = 32
    return error


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (failing(errno.ENOSPC), "ổ đĩa đầy"),
        (failing(errno.EACCES), "không có quyền"),
        (failing(errno.EROFS), "ổ đĩa chỉ cho đọc"),
        (held(), "tệp đang mở trong chương trình khác (Word)"),
        (failing(errno.ELOOP), os.strerror(errno.ELOOP)),
    ],
)
def test_the_reason_is_told_in_words(error: OSError, words: str) -> None:
    assert reason(error).startswith(words)


def test_what_is_written_to_a_file_is_utf8_wherever_that_is(monkeypatch: pytest.MonkeyPatch) -> None:
    """Windows opens a redirected output in a code page that has no Vietnamese."""
    written = io.BytesIO()
    monkeypatch.setattr("sys.stderr", io.TextIOWrapper(written, encoding="cp1252", write_through=True))
    assert main(["add", "khong-co.docx", "--data", "khong-co"]) == 1
    assert "không có" in written.getvalue().decode("utf-8")


def test_a_command_that_is_interrupted_ends_with_one_line(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def stopped(_: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(check, "run", stopped)
    assert main(["check"]) == 130
    assert capsys.readouterr().err.splitlines() == ["Đã dừng theo yêu cầu; những gì đã ghi là trọn vẹn, chạy lại lệnh để làm tiếp."]


def test_what_the_machine_refuses_ends_a_command_with_one_line(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def refused(_: object) -> int:
        raise failing(errno.EROFS)

    monkeypatch.setattr(check, "run", refused)
    assert main(["check"]) == 1
    told = capsys.readouterr().err
    assert "không đọc hay ghi được: ổ đĩa chỉ cho đọc [system-refused]" in told
    assert told.count("\n") == 1


def test_a_fault_of_the_program_is_not_told_as_the_machines(monkeypatch: pytest.MonkeyPatch) -> None:
    def lost(_: object) -> int:
        raise failing(errno.ENOENT)

    monkeypatch.setattr(check, "run", lost)
    with pytest.raises(OSError, match="tệp"):
        main(["check"])


def test_a_file_that_is_held_is_told_and_the_others_are_added(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = content(tmp_path / "trang")
    for name in ("dang-mo.docx", "khac.docx"):
        (tmp_path / name).write_bytes(letter(number="12-BC/TU" if name == "khac.docx" else "13-BC/TU"))
    real = Path.open

    def guarded(path: Path, *args: object, **named: object) -> object:
        if path.name == "dang-mo.docx":
            raise held()
        return real(path, *args, **named)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", guarded)
    assert main(["add", str(tmp_path / "dang-mo.docx"), str(tmp_path / "khac.docx"), "--content", str(folder), "--yes", "--quiet"]) == 1
    told = capsys.readouterr().err
    assert "tệp đang mở trong chương trình khác (Word)" in told
    assert "lỗi chưa lường trước" not in told
    assert [path.name.partition("--")[0] for path in (folder / "data" / "documents").iterdir()] == ["12-bc_tu"]


def test_a_document_that_does_not_fit_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = content(tmp_path / "trang")
    (tmp_path / "a.docx").write_bytes(letter())

    def full(*_: object) -> None:
        raise failing(errno.ENOSPC)

    monkeypatch.setattr(keeping.shutil, "copyfile", full)
    assert main(["add", str(tmp_path / "a.docx"), "--content", str(folder), "--yes", "--quiet"]) == 1
    assert "ổ đĩa đầy" in capsys.readouterr().err
    assert list((folder / "data" / "documents").iterdir()) == []


def test_the_desk_says_that_the_disk_is_full(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with opened(content(tmp_path / "trang")) as desk:
        (one,) = desk.drop("a.docx", letter())

        def full(*_: object) -> None:
            raise failing(errno.ENOSPC)

        with monkeypatch.context() as patched:
            patched.setattr(table, "write_whole", full)
            desk.post(one, number="13-BC/TU")
        assert "ổ đĩa đầy" in desk.page(one)
        assert desk.desk.table.lying[one].given.answers["number"].words == "13-BC/TU"
        desk.post(one, number="13-BC/TU")
        assert "ổ đĩa đầy" not in desk.page(one)
        with monkeypatch.context() as patched:
            patched.setattr(Path, "write_bytes", full)
            assert desk.drop("b.docx", letter()) == ["b.docx: ổ đĩa đầy"]
        assert [path.name for path in (tmp_path / "trang" / ".desk").iterdir() if path.is_dir()] == [one]
