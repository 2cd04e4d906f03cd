"""What was made before: given back whole, or not at all."""

from __future__ import annotations

import os
import pickle
from pathlib import Path

import pytest

from build_tools.cache import NOTHING_KEPT, Store, digest, digest_of_files, pack, spelt
from build_tools.cache.store import WRITTEN
from build_tools.model.span import Run, Span
from tests.content import shipped

VALUE = (Span(1, 2), Run(0, 3, 4, 3), frozenset({"a"}), "Sông Mơ", None, True)


def files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


def test_what_is_kept_comes_back(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.save("a", "12ab", VALUE)
    assert Store(tmp_path).load("a", "12ab") == VALUE
    assert store.load("a", "12ac") is None
    assert store.load("b", "12ab") is None


@pytest.mark.parametrize(
    "harm",
    [
        lambda data: b"",
        lambda data: data[: len(data) // 2],
        lambda data: data[:-1] + bytes([data[-1] ^ 1]),
        lambda data: data.replace(b"chi-nam-", b"chi-nam+"),
        lambda data: b"\x80\x05" + data,
    ],
)
def test_damaged_files_are_not_there(tmp_path: Path, harm: object) -> None:
    store = Store(tmp_path)
    store.save("a", "12ab", VALUE)
    (path,) = files(tmp_path)
    path.write_bytes(harm(path.read_bytes()))  # type: ignore[operator]
    assert store.load("a", "12ab") is None
    store.save("a", "12ab", VALUE)
    assert store.load("a", "12ab") == VALUE


class Hostile:
    """Would write a file when it is loaded by a plain unpickler."""

    def __init__(self, target: Path) -> None:
        self.target = target

    def __reduce__(self) -> tuple[object, tuple[object, ...]]:
        return os.mkdir, (str(self.target),)


def test_a_file_from_elsewhere_can_call_nothing(tmp_path: Path) -> None:
    store = Store(tmp_path / "kept")
    store.write("a", "12ab", pickle.dumps(Hostile(tmp_path / "done")))
    assert store.load("a", "12ab") is None
    assert not (tmp_path / "done").exists()
    for call in (digest, Store, print):
        store.write("a", "12ab", pickle.dumps(call))
        assert store.load("a", "12ab") is None


def test_a_folder_that_cannot_be_written_is_told_and_harms_nothing(tmp_path: Path) -> None:
    (tmp_path / "kept").write_text("no folder")
    store = Store(tmp_path / "kept")
    store.save("a", "12ab", VALUE)
    assert store.load("a", "12ab") is None
    assert isinstance(store.trouble, OSError)
    store.trim()


def test_nothing_is_kept_without_a_folder() -> None:
    NOTHING_KEPT.save("a", "12ab", VALUE)
    assert NOTHING_KEPT.load("a", "12ab") is None
    NOTHING_KEPT.trim(0)


def test_what_was_not_asked_for_longest_goes_first(tmp_path: Path) -> None:
    store = Store(tmp_path)
    for number in range(6):
        store.write("a", f"0{number}x", os.urandom(1000))
        os.utime(tmp_path / "a" / f"0{number}" / "x", (number, number))
    assert store.read("a", "00x") is not None
    (tmp_path / "a" / "00" / "cut-off.new").write_bytes(b"half")
    store.trim(3500)
    assert [path.parent.name for path in files(tmp_path)] == ["00", "04", "05"]
    store.trim(0)
    assert files(tmp_path) == []


def test_a_folder_is_looked_through_once_enough_was_written(tmp_path: Path) -> None:
    half = tmp_path / "a" / "00" / "cut-off.new"

    def tidied() -> bool:
        store = Store(tmp_path)
        store.write("a", "00x", b"1")
        half.write_bytes(b"half")
        store.tidy()
        return not half.exists()

    assert [tidied() for _ in range(34)] == [True, *[False] * 32, True]
    (tmp_path / WRITTEN).write_text("cut off", "utf-8")
    assert tidied()
    NOTHING_KEPT.tidy()


def test_digests_know_names_bytes_and_borders(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"1")
    first = digest_of_files(tmp_path)
    (tmp_path / "__pycache__").mkdir()
    (tmp_path / "__pycache__" / "x.pyc").write_bytes(b"1")
    assert digest_of_files(tmp_path) == first
    (tmp_path / "a").rename(tmp_path / "b")
    assert digest_of_files(tmp_path) != first
    assert digest("ab", "c") != digest("a", "bc") != digest("abc")
    assert digest("a", b"b") == digest("a", "b")


def test_a_register_is_kept_whole(tmp_path: Path) -> None:
    register = shipped()
    Store(tmp_path).save("a", "12ab", register)
    assert Store(tmp_path).load("a", "12ab") == register


def test_equal_values_are_spelt_alike_whatever_they_share() -> None:
    one, other = (VALUE, VALUE), tuple(pickle.loads(pickle.dumps(VALUE)) for _ in range(2))
    assert one == other
    assert pack(one) != pack(other)
    assert spelt(one) == spelt(other)
    assert spelt(one) != spelt((VALUE, (*VALUE[:-1], False)))
