from __future__ import annotations

from pathlib import Path

import pytest

from build_tools.model.diagnostic import InputError
from build_tools.register.documents import load_documents

ENDINGS = {".txt", ".md"}


def put(root: Path, *names: str) -> Path:
    for name in names:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("type: Luật\n" if path.suffix == ".yaml" else "Văn bản", encoding="utf-8")
    return root


def test_documents_and_further_folders_in_a_fixed_order(tmp_path: Path) -> None:
    data = put(tmp_path / "data", "documents/b/source.md", "documents/a/source.txt", "documents/a/metadata.yaml", "documents/.x/source.txt")
    extra = put(tmp_path / "extra", "sub/z.txt", "a.md", "anh.png", ".an/y.txt")
    found = load_documents(data, [extra], ENDINGS)
    assert [(item.id, item.collection, item.metadata.type) for item in found.files] == [
        ("a", "data", "Luật"),
        ("b", "data", None),
        ("a", "extra", None),
        ("z", "extra", None),
    ]
    assert [(note.code, note.severity) for note in found.diagnostics] == [("documents-other", "info")]


def test_a_single_file_may_be_given(tmp_path: Path) -> None:
    extra = put(tmp_path, "vb.txt", "documents/a/source.txt")
    assert [item.id for item in load_documents(extra, [extra / "vb.txt"], ENDINGS).files] == ["a", "vb"]


def test_a_file_of_a_further_folder_may_have_metadata_beside_it(tmp_path: Path) -> None:
    extra = put(tmp_path, "them/a.txt", "them/a.metadata.yaml", "them/b.txt")
    found = load_documents(extra, [extra / "them"], ENDINGS | {".yaml"})
    assert [(item.id, item.metadata.type) for item in found.files] == [("a", "Luật"), ("b", None)]
    (tmp_path / "them" / "a.metadata.yaml").write_text("tipe: x\n", encoding="utf-8")
    with pytest.raises(InputError, match=r"a\.metadata\.yaml:1: không có khóa “tipe”"):
        load_documents(extra, [extra / "them"], ENDINGS)


def test_a_stray_file_is_told(tmp_path: Path) -> None:
    found = load_documents(put(tmp_path, "documents/a/source.txt", "documents/quen.txt"), [], ENDINGS)
    assert [note.code for note in found.diagnostics] == ["documents-stray"]


@pytest.mark.parametrize(
    ("names", "extra", "code", "says", "at"),
    [
        (("documents/a/metadata.yaml",), (), "documents-source", "không có tệp source", "documents/a"),
        (("documents/a/source.xyz",), (), "documents-source", "“.xyz” chưa đọc được", "documents/a"),
        (
            ("documents/a/source.txt", "documents/a/source.md"),
            (),
            "documents-source",
            "nhiều tệp source: source.md, source.txt",
            "documents/a",
        ),
        (("documents/a/source.txt", "documents/a/metadata.yml"), (), "documents-metadata", "không được dùng", "documents/a/metadata.yml"),
        (("documents/a/source.txt",), ("khong-co",), "documents-folder", "không có thư mục này", "khong-co"),
        (("documents/a/source.txt", "rong/x.png"), ("rong",), "documents-empty", "không có văn bản đọc được", "rong"),
    ],
)
def test_faults(tmp_path: Path, names: tuple[str, ...], extra: tuple[str, ...], code: str, says: str, at: str) -> None:
    put(tmp_path, *names)
    with pytest.raises(InputError) as caught:
        load_documents(tmp_path, [tmp_path / name for name in extra], ENDINGS)
    fault = caught.value.diagnostics[0]
    assert (fault.code, fault.path) == (code, str(tmp_path / at))
    assert says in fault.message
    assert fault.hint


def test_no_document_yet_is_no_fault_but_no_data_is(tmp_path: Path) -> None:
    for data in (tmp_path, put(tmp_path / "b", "documents/.keep")):
        found = load_documents(data, [], ENDINGS)
        assert [(note.code, note.severity) for note in found.diagnostics] == [("documents-none", "info")]
    with pytest.raises(InputError, match="không có thư mục dữ liệu"):
        load_documents(tmp_path / "khong-co", [], ENDINGS)


def test_faults_of_several_documents_are_told_at_once(tmp_path: Path) -> None:
    put(tmp_path, "documents/a/x.txt", "documents/b/x.txt")
    with pytest.raises(InputError) as caught:
        load_documents(tmp_path, [], ENDINGS)
    assert len(caught.value.diagnostics) == 2
