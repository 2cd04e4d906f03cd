"""Catalogues and the calls that use them agree; every disagreement is told with its file, line, and what to try."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from build_tools.messages import explained, finding, language, languages, say
from build_tools.messages.calls import source_faults
from build_tools.messages.catalogue import FOLDER, SETTING, catalogue
from build_tools.messages.lint import catalogue_faults
from build_tools.model.diagnostic import Diagnostic

PACKAGE = FOLDER.parent


def told(faults: tuple[Diagnostic, ...]) -> list[str]:
    return [str(fault) for fault in faults]


def test_the_vietnamese_catalogue_is_whole() -> None:
    assert told(tuple(fault for fault in catalogue_faults() if fault.severity == "error")) == []


def test_every_call_has_its_message_and_every_message_its_call() -> None:
    assert told(source_faults(PACKAGE)) == []


def test_every_code_has_title_cause_and_remedy() -> None:
    for item in explained():
        assert item.title, item.code
        assert item.cause.endswith("."), item.code
        assert item.remedy or item.severity == "info", item.code


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return Path(shutil.copytree(FOLDER, tmp_path / "messages", ignore=shutil.ignore_patterns("*.py", "__pycache__")))


COMMANDS, ENGLISH = "vi/findings/commands.yaml", "en/findings/commands.yaml"
TITLE = "  title: Đã có thư mục\n"
AGAIN = "\nadd-none: {title: x, cause: x., severity: info, message: x}\n\nrow-twice:\n"
FAULTS = {
    "an unknown key": (COMMANDS, TITLE, "  tile: Đã có thư mục\n", "messages-file", "tile"),
    "no title": (COMMANDS, TITLE, "", "messages-file", "title"),
    "no message": (COMMANDS, "  message: đã có thư mục này\n", "", "messages-file", "new-exists"),
    "no YAML": (COMMANDS, "message: đã có", "message: đã: có", "messages-file", "mapping"),
    "a field that is no name": (COMMANDS, "thư mục {name}", "thư mục {name.x}", "messages-field", "name.x"),
    "a brace left open": (COMMANDS, "thư mục {name}", "thư mục {name", "messages-field", "dấu ngoặc nhọn"),
    "a remedy with a field": (COMMANDS, "remedy: dùng --replace để thay", "remedy: thay {name}", "messages-field", "remedy"),
    "a code twice": ("vi/findings/register.yaml", "\nrow-twice:\n", AGAIN, "messages-twice", "add-none"),
    "a code that Vietnamese lacks": (ENGLISH, "new-exists:", "new-exist:", "messages-unknown", "new-exists"),
    "a field that Vietnamese lacks": (ENGLISH, "folder {name}", "folder {title}", "messages-field", "title"),
    "a message missing": (ENGLISH, "\nadd-none:", "\nadd-nothing:", "messages-missing", "add-none"),
    "a wording missing": ("vi/data.yaml", "\nguards:", "\nmới: {câu: x}\nguards:", "messages-missing", "mới.câu"),
}


@pytest.fixture(scope="module")
def before() -> set[str]:
    """What is told of the catalogues as they are, with the folder left out."""
    return {text.replace(str(FOLDER), "") for text in told(catalogue_faults())}


@pytest.mark.parametrize("name", FAULTS)
def test_faults_of_catalogues_are_told(copy: Path, before: set[str], name: str) -> None:
    file, old, new, code, says = FAULTS[name]
    path = copy / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    found = [fault for fault in catalogue_faults(copy) if str(fault).replace(str(copy), "") not in before and fault.code == code]
    assert found
    assert any(says in f"{fault.message} {fault.hint}" for fault in found)
    for fault in found:
        assert Path(fault.path).is_file()
        assert fault.line > 0
        assert fault.hint


CALLS = [
    ('finding("new-exist", path)', "messages-unknown", "có phải “new-exists”?"),
    ('refusal("không-có.gì", path)', "messages-unknown", "không có câu"),
    ('finding("new-type", path)', "messages-field", "cần “type”"),
    ('finding("new-type", path, type=x, kind=x)', "messages-field", "không có chỗ điền “kind”"),
    ('finding("add-none" if x else "new-type", path)', "messages-field", "cần “type”"),
    ('case = "new-type"\nfinding(case, path)', "messages-field", "cần “type”"),
    ('say("data.nothing")', "messages-unknown", "data.nothing"),
    ('Diagnostic("x", "error", "câu")', "messages-made", "finding"),
]


@pytest.mark.parametrize(("call", "code", "says"), CALLS)
def test_calls_that_the_catalogue_cannot_answer_are_told(tmp_path: Path, call: str, code: str, says: str) -> None:
    path = tmp_path / "caller.py"
    path.write_text(f"x = 1\n{call}\n", encoding="utf-8")
    faults = [fault for fault in source_faults(tmp_path) if fault.code != "messages-unused"]
    assert [(fault.code, fault.path, fault.line) for fault in faults] == [(code, str(path), 2 + call.count("\n"))]
    assert says in str(faults[0])


@pytest.mark.parametrize(
    "call", ['finding("new-type", path, type=x)', 'finding("new-type", path, **x)', "finding(key, path)", 'say(f"data.kinds.{x}")']
)
def test_calls_in_order_are_not_told(tmp_path: Path, call: str) -> None:
    (tmp_path / "caller.py").write_text(call, encoding="utf-8")
    faults = source_faults(tmp_path)
    assert {fault.code for fault in faults} == {"messages-unused"}
    assert "data.kinds.string" not in {fault.message.split("“")[1].split("”")[0] for fault in faults} or "kinds" not in call


def test_another_language_speaks_where_it_can_and_vietnamese_elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    assert language() == "vi"
    assert {"vi", "en"} <= set(languages())
    monkeypatch.setenv(SETTING, "en")
    assert finding("add-write", folder="data", reason="x").message == "cannot write to data: x"
    assert finding("new-type", type="Thơ").message == "không có loại văn bản “Thơ”"
    assert say("data.or") == " hoặc "
    assert {item.code: item.title for item in explained()}["read-password"] == "The file has a password"
    monkeypatch.setenv(SETTING, "xx")
    assert language() == "vi"


def test_a_finding_without_its_field_is_no_finding() -> None:
    with pytest.raises(KeyError):
        finding("new-type")
    with pytest.raises(KeyError):
        finding("new-typo")


def test_a_language_without_its_own_words_says_what_the_base_says() -> None:
    assert set(catalogue("en").templates) <= set(catalogue("vi").templates)


@pytest.mark.parametrize(
    ("template", "lines"),
    [
        ('{{ t("pages.row.no-date") }}', []),
        ('{{ t("pages.kind." ~ item.kind) }}', []),
        ('{{ t("pages.standing.since" if x else "pages.standing.issued", date=d) }}', []),
        ('a\n{{ t("pages.row.no-dat") }}', [2]),
        ('{{ t("pages.standing.since" if x else "pages.standing.isued", date=d) }}', [1]),
        ('{{ page.title }} "pages.row.no-dat" {{ m.head("a.b") }}', []),
    ],
)
def test_keys_of_templates_are_known(tmp_path: Path, template: str, lines: list[int]) -> None:
    path = tmp_path / "page.md.j2"
    path.write_text(template, encoding="utf-8")
    faults = [fault for fault in source_faults(tmp_path) if fault.code != "messages-unused"]
    assert [(fault.code, fault.path, fault.line) for fault in faults] == [("messages-unknown", str(path), line) for line in lines]
