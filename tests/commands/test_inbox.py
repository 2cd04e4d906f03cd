"""The workflow that reads what was uploaded, run as GitHub runs it: its own steps, a bare origin, and a ``gh`` that records its calls."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from build_tools.commands.add_review import plain, review
from build_tools.graph.reading import read_clean
from build_tools.intake.proposal import office_of, propose
from build_tools.model.metadata import Metadata
from build_tools.register.content import find_content
from tests.conftest import ROOT
from tests.desk.opened import content
from tests.formats.test_add import letter

WORKFLOWS = ROOT / ".github" / "workflows"
STARTER = ROOT / "build_tools" / "commands" / "starter" / "github" / "workflows"
GH = """#!/bin/sh
[ "$1 $2" = "$REFUSED" ] && exit 1
case "$1 $2" in "pr list") echo "$OPEN"; exit;; "pr view") echo "$STATE"; exit;; esac
{ echo "$1 $2"; while [ $# -gt 0 ]; do case $1 in --title) echo "$2";; --body-file) cat "$2";; esac; shift; done; } >> "$RECORD"
"""


@pytest.mark.parametrize("name", sorted(path.name for path in WORKFLOWS.glob("*.yml")))
def test_actions_are_pinned_and_nothing_may_write_but_the_job_that_must(name: str) -> None:
    text = (WORKFLOWS / name).read_text(encoding="utf-8")
    for used in re.findall(r"uses: (.+)", text):
        assert re.fullmatch(r"[\w-]+/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", used), used
    assert set((yaml.safe_load(text)["permissions"] or {}).values()) <= {"read"}


def test_a_review_shows_what_was_read_and_cannot_be_markup(tmp_path: Path) -> None:
    path = tmp_path / "báo | cáo.docx"
    path.write_bytes(letter(date="ngày      tháng 3 năm 2024", body="Liên hệ ông Lê Văn Mơ, điện thoại 0912 345 678."))
    proposal = propose(path, path.name, read_clean(path), Metadata(), office_of(find_content(content(tmp_path / "trang"), None)))
    text = review([("12-bc_tu", proposal)])
    assert "### báo \\| cáo.docx" in text
    assert "| số, ký hiệu | 12-BC/TU |  | Số 12-BC/TU |" in text
    assert "- [ ] ngày ban hành: 03/2024 (thiếu ngày hoặc tháng)" in text
    assert "0912 345 678" not in text, "personal data is not repeated in public"
    assert plain("a | b\n@ai <script> [x](y) `z`") == "a \\| b \\@ai \\<script\\> \\[x\\](y) \\`z\\`"


def git(folder: Path, *command: str) -> str:
    done = subprocess.run(
        ["git", "-c", "user.name=t", "-c", "user.email=t@t", *command],
        cwd=folder,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    return done.stdout


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """A content folder under git, with an origin."""
    folder = content(tmp_path / "kho")
    register = folder / "data" / "register"
    target = register.resolve()
    register.unlink()
    shutil.copytree(target, register)
    (folder / "data" / "inbox").mkdir()
    (folder / "data" / "inbox" / "README.md").write_text("Hộp nhận\n", encoding="utf-8")
    git(tmp_path, "init", "-q", "--bare", "-b", "main", "goc.git")
    git(folder, "init", "-q", "-b", "main")
    git(folder, "remote", "add", "origin", str(tmp_path / "goc.git"))
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "đầu")
    git(folder, "push", "-q", "origin", "main")
    return folder


def run(
    folder: Path, upload: dict[str, bytes], refused: str = "", waits: str = "", state: str = "OPEN", trial: bool = False
) -> tuple[str, list[str]]:
    """Upload files and run the steps that the workflow runs after its set-up; what ``gh`` was told, and the branches of the origin.

    ``refused``: a call of ``gh`` that GitHub does not allow. ``waits``: the branch of a pull request that is open, ``state`` what has
    become of it when the work is done. ``trial``: build the site of what was added too, which takes its time.
    """
    for name, data in upload.items():
        (folder / "data" / "inbox" / name).write_bytes(data)
    if upload:
        git(folder, "add", "-A")
        git(folder, "commit", "-qm", "tải lên")
    place = folder.parent / "may"
    shutil.rmtree(place, ignore_errors=True)  # every run begins on a machine of its own
    place.mkdir()
    (place / "gh").write_text(GH, encoding="utf-8")
    (place / "gh").chmod(0o755)
    (place / "env").write_text("", encoding="utf-8")
    (place / "record").write_text("", encoding="utf-8")
    job = yaml.safe_load((WORKFLOWS / "inbox.yml").read_text(encoding="utf-8"))["jobs"]["add"]
    steps = [step["run"] for step in job["steps"] if "run" in step][2:-1]
    files = {"GITHUB_ENV": "env", "GITHUB_STEP_SUMMARY": "summary.md", "RECORD": "record"}
    env = {key: value for key, value in os.environ.items() if key != "PYTHONHOME"}
    env |= {
        "PATH": f"{place}:{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT),
        "RUNNER_TEMP": str(place),
        "RUN": "nhật ký",
        "REFUSED": refused,
        "OPEN": waits,
        "STATE": state,
    }
    env |= {"GITHUB_RUN_ID": "7", **{key: str(place / name) for key, name in files.items()}}
    for step in steps:
        env |= dict(line.split("=", 1) for line in (place / "env").read_text(encoding="utf-8").splitlines())
        env["TRIAL"] = "https://github.example/trang-thu" if "trial" in env else ""  # the step between them takes it there
        if "build_tools build" in step and not trial:
            (place / "trial.txt").touch()
            continue
        script = step.replace("python -m build_tools", f"{sys.executable} -m build_tools")
        done = subprocess.run(["bash", "-e", "-c", script], cwd=folder, env=env, check=False, capture_output=True)
        assert done.returncode == 0 or refused, done.stderr
    return (place / "record").read_text(encoding="utf-8"), git(folder.parent / "goc.git", "branch", "--format=%(refname:short)").split()


@pytest.mark.slow
@pytest.mark.parametrize(
    ("upload", "told", "silent", "branches"),
    [
        ({"a.docx": letter()}, ("pr create", "12-BC/TU", "Đánh dấu từng chỗ"), ("issue",), ["inbox-7", "main"]),
        ({"a.docx": letter(), "hỏng.docx": b"PK"}, ("pr create", "hỏng.docx"), ("issue",), ["inbox-7", "main"]),
        ({"hỏng.docx": b"PK"}, ("issue create", "chưa thêm được tệp nào", "hỏng.docx"), ("pr create", "KHẨN"), ["main"]),
        ({"a.docx": letter(mark="MẬT")}, ("KHẨN", "git filter-repo", "a.docx"), ("pr create",), ["main"]),
        ({}, (), ("pr create", "issue"), ["main"]),
    ],
)
def test_every_upload_ends_in_a_review_or_in_an_issue_that_says_why(
    kept: Path, upload: dict[str, bytes], told: tuple[str, ...], silent: tuple[str, ...], branches: list[str]
) -> None:
    said, there = run(kept, upload)
    assert all(words in said for words in told), said
    assert not any(words in said for words in silent), said
    assert there == branches


@pytest.mark.slow
def test_a_review_leads_to_the_site_as_it_would_be(kept: Path) -> None:
    said, _ = run(kept, {"a.docx": letter()}, trial=True)
    assert "Trang dựng thử có các văn bản này: https://github.example/trang-thu" in said
    assert "12-BC/TU" in (kept.parent / "may" / "trang-thu" / "van-ban" / "index.html").read_text(encoding="utf-8")


@pytest.mark.slow
def test_a_site_that_cannot_be_built_keeps_nothing_from_review(kept: Path) -> None:
    (kept / "mkdocs.yml").write_text("site_name: [", encoding="utf-8")
    said, there = run(kept, {"a.docx": letter()}, trial=True)
    assert all(words in said for words in ("pr create", "12-BC/TU", "Chưa dựng thử được trang", "mkdocs.yml")), said
    assert "https://github.example" not in said
    assert there == ["inbox-7", "main"]


@pytest.mark.slow
def test_a_repository_that_allows_no_pull_requests_is_told_what_to_allow_and_where_the_work_lies(kept: Path) -> None:
    said, there = run(kept, {"a.docx": letter()}, refused="pr create")
    assert all(words in said for words in ("issue create", "chưa mở được yêu cầu kéo", "Allow GitHub Actions", "inbox-7", "12-BC/TU")), said
    assert there == ["inbox-7", "main"]


def test_what_opens_files_from_anywhere_holds_no_key_that_may_write() -> None:
    for place in (WORKFLOWS, STARTER):
        assert "git config http" not in (place / "inbox.yml").read_text(encoding="utf-8"), "a key that is set stays for whoever comes after"
        steps = yaml.safe_load((place / "inbox.yml").read_text(encoding="utf-8"))["jobs"]["add"]["steps"]
        assert steps[0]["with"]["persist-credentials"] is False
        assert not any("GH_TOKEN" in step.get("env", {}) for step in steps if "add data/inbox" in step.get("run", ""))
        (pushing,) = [step["run"] for step in steps if "git switch" in step.get("run", "")]
        assert pushing.count("core.hooksPath=/dev/null") == 2, "a hook that a file left there would have the key"


def taken_in(folder: Path) -> None:
    """What an editor does with the pull request: merge it and delete its branch."""
    git(folder, "switch", "-q", "main")
    git(folder, "merge", "-q", "inbox-7")
    git(folder, "branch", "-qD", "inbox-7")
    git(folder, "push", "-q", "origin", "main", ":inbox-7")


@pytest.mark.slow
def test_what_comes_after_the_first_upload_ends_well_too(kept: Path) -> None:
    run(kept, {"a.docx": letter()})
    taken_in(kept)
    said, there = run(kept, {"README.md": "Hộp nhận văn bản\n".encode()})
    assert (said, there) == ("", ["main"]), "the page about uploading is no document"
    said, there = run(kept, {"a.docx": letter()})
    assert "1 đã có" in said
    assert there == ["inbox-7", "main"], "the second copy leaves the inbox, after a look"
    taken_in(kept)
    said, there = run(kept, {"b.docx": letter(body="Đoạn đã sửa.")})
    assert all(words in said for words in ("issue create", "b.docx", "add-exists", "Thay tệp source")), "a person says which is right"
    assert there == ["main"]
    git(kept, "rm", "-q", "data/inbox/b.docx")
    git(kept, "commit", "-qm", "xóa")
    assert run(kept, {}) == ("", ["main"])


def uploaded_on_main(folder: Path) -> None:
    """Whoever uploads sees main, where what waits in a pull request still lies in the inbox."""
    git(folder, "switch", "-q", "main")
    git(folder, "push", "-q", "origin", "main")


def on_branch(folder: Path, branch: str = "inbox-7") -> set[str]:
    """The documents and the inbox of a branch of the origin."""
    names = git(folder.parent / "goc.git", "-c", "core.quotepath=off", "ls-tree", "-r", "--name-only", branch, "data").split("\n")
    return {"/".join(name.split("/")[1:3])[:20] for name in names if name.startswith(("data/documents/", "data/inbox/"))}


@pytest.mark.slow
def test_what_comes_while_the_first_request_is_open_goes_there_and_the_first_is_not_added_again(kept: Path) -> None:
    run(kept, {"a.docx": letter()})
    uploaded_on_main(kept)
    said, there = run(kept, {"b.docx": letter("13-BC/TU")}, waits="inbox-7")
    assert said.startswith("pr comment")
    assert "pr create" not in said
    assert "1 đã thêm, 0 đã có" in said
    assert there == ["inbox-7", "main"]
    assert on_branch(kept) == {"documents/12-bc_tu--", "documents/13-bc_tu--", "inbox/README.md"}
    taken_in(kept)
    assert on_branch(kept, "main") == {"documents/12-bc_tu--", "documents/13-bc_tu--", "inbox/README.md"}


@pytest.mark.slow
def test_a_file_uploaded_once_more_under_its_name_never_takes_the_place_of_the_one_under_review(kept: Path) -> None:
    run(kept, {"a.docx": letter()})
    uploaded_on_main(kept)
    said, there = run(kept, {"a.docx": letter(body="Đoạn đã sửa.")}, waits="inbox-7")
    assert all(words in said for words in ("issue create", "a.docx", "add-exists")), said
    assert there == ["inbox-7", "main"]
    (kept_file,) = (name for name in git(kept, "ls-tree", "-r", "--name-only", "origin/inbox-7").split() if name.endswith("source.docx"))
    shown = subprocess.run(["git", "show", f"origin/inbox-7:{kept_file}"], cwd=kept, capture_output=True, check=True).stdout
    assert shown == letter()


@pytest.mark.slow
def test_a_request_that_was_merged_meanwhile_is_followed_by_one_of_its_own(kept: Path) -> None:
    run(kept, {"a.docx": letter()})
    uploaded_on_main(kept)
    said, there = run(kept, {"b.docx": letter("13-BC/TU")}, waits="inbox-7", state="MERGED")
    assert said.startswith("pr create")
    assert there == ["inbox-7", "main"]
