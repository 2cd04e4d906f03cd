"""What is wrong with the words of a command is said in one line, in the language of the rest."""

from __future__ import annotations

import pytest

from build_tools.commands.main import main


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["biuld"], "có phải “build”?"),
        (["zzz"], "không có “zzz”"),
        (["desk", "--no-open"], "không có tùy chọn hay tệp nào như thế: --no-open"),
        (["check", "--jobs", "nhiều"], "--jobs: “nhiều” không phải số nguyên"),
        (["serve", "--port"], "--port: sau nó phải có giá trị"),
        (["add"], "còn thiếu: TỆP"),
        (["register"], "còn thiếu: VIỆC"),
        (["register", "ad"], "có phải “add”?"),
        (["build", "--quiet=1"], "--quiet: không đi với giá trị nào"),
        (["build", "--s", "x"], "--s: chưa rõ là tùy chọn nào"),
    ],
)
def test_wrong_words_are_one_line_and_where_to_look(words: list[str], says: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(words)
    assert ended.value.code == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert says in line
    assert line.endswith("--help")


@pytest.mark.parametrize("words", [[], ["--help"], ["add", "--help"], ["register", "--help"]])
def test_help_has_no_word_of_another_language(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(words)
    assert ended.value.code == 0
    out = capsys.readouterr().out
    assert out.startswith("Cách gọi: ")
    assert not any(word in out for word in ("usage", "options", "positional", "show this help"))
