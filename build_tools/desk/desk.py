"""The desk's addresses: what a call asks for, and what is answered."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from contextlib import suppress
from http import HTTPStatus
from mimetypes import guess_type
from pathlib import Path

from build_tools.desk import sheets
from build_tools.desk.lying import Given, Lying
from build_tools.desk.pairs import copied, signed_copy
from build_tools.desk.pictures import image_of
from build_tools.desk.server import SITE_POLICY, Asked, Form, Reply
from build_tools.desk.table import Table
from build_tools.intake.attaching import titles
from build_tools.intake.candidate import FIELDS, shown_value
from build_tools.intake.proposal import Answer, Office
from build_tools.messages import say
from build_tools.messages.system import reason
from build_tools.model.diagnostic import Diagnostic, InputError

SITE = "trang/"
"""Below the token: the built site."""


class Builder:
    """Builds the site in a process of its own, at most one at a time; ``told`` is what it said of faults."""

    def __init__(self, content: Path, out: Path) -> None:
        self.command = [sys.executable, "-m", "build_tools", "build", "--content", str(content), "--out", str(out), "--quiet"]
        self.out = out
        self.state = "built" if (out / "index.html").is_file() else "none"
        self.told = ""
        self._lock = threading.Lock()

    def start(self) -> None:
        """Begin, unless it is under way."""
        with self._lock:
            if self.state == "building":
                return
            self.state, self.told = "building", ""
        threading.Thread(target=self._build, daemon=True).start()

    def _build(self) -> None:
        done = subprocess.run(self.command, capture_output=True, text=True, encoding="utf-8", errors="replace", check=False)
        self.told = "" if done.returncode == 0 else done.stderr.strip()[-4000:]
        self.state = "built" if done.returncode == 0 else "failed"


class Desk:
    """Answers every call to the desk of one office."""

    def __init__(self, office: Office, out: Path) -> None:
        self.table = Table(office)
        self.builder = Builder(office.content.folder.resolve(), out.resolve())
        self.pages = sheets.environment()

    def __call__(self, asked: Asked) -> Reply:
        """The answer to a call."""
        head, _, rest = asked.path.partition("/")
        if asked.path == "":
            return self._list("list.html.j2")
        if asked.path == "danh-sach":
            return self._list("files.html.j2")
        if head == "tinh-trang":
            return _json(self._state())
        if head in sheets.ASSETS:
            return Reply((sheets.HERE / "assets" / head).read_bytes(), sheets.ASSETS[head])
        if asked.path == "tep" and asked.method == "POST":
            return self._take(asked)
        if asked.path == "luu-ca" and asked.method == "POST":
            return self._keep_plain()
        if asked.path == "cap-so" and asked.method == "POST":
            said = {key: " ".join(asked.form.get(key, [""])[0].split()) for key in ("draft", "number", "day")}
            self.table.give_number(said["draft"], said["number"], said["day"])
            return Reply(to="#cho-so")
        if asked.path == "dung" and asked.method == "POST":
            self.builder.start()
            return Reply(to="")
        if head == "tep":
            return self._file(asked, rest)
        if asked.path.startswith(SITE):
            return self._site(asked.path.removeprefix(SITE))
        return _missing()

    def _list(self, template: str) -> Reply:
        office = self.table.office
        with self.table.held() as lying:
            state, lines = self._state(), sheets.lines_of(lying, office)
            drafts = [
                (folder, source.metadata.original or folder, source.metadata.subject or "", self.table.refused.get(folder, ()))
                for folder, source in office.known.drafts.items()
            ]
        page = self.pages.get_template(template).render(
            lines=lines, drafts=drafts, documents=titles(office), building=self.builder.state, told=self.builder.told,
            title=office.content.settings.name, site=SITE, state=state,
        )  # fmt: skip
        return Reply(page.encode())

    def _state(self) -> dict[str, object]:
        with self.table.held() as lying:
            files = [[item.id, item.state, *item.done] for item in lying.values()]
        busy = self.builder.state == "building" or any(state in ("waiting", "reading") for _, state, *_ in files)
        return {"files": files, "building": self.builder.state, "busy": busy}

    def _take(self, asked: Asked) -> Reply:
        name = asked.query.get("ten", [""])[0]
        try:
            ids, left = self.table.take(name, asked.body)
            return _json({"ids": ids, "faults": [told_of(item, name) for item in left]})
        except InputError as error:
            return _json({"faults": [told_of(item, name) for item in error.diagnostics]})
        except OSError as error:
            return _json({"faults": [f"{name}: {reason(error)}"]})

    def _file(self, asked: Asked, rest: str) -> Reply:
        one, _, what = rest.partition("/")
        with self.table.held() as lying:
            item = lying.get(one)
            if item is None:
                return _missing()
            if what.startswith("anh/") and item.base is not None:
                path, format, number = item.path, item.base.clean.format, what.removeprefix("anh/")
                if number.isdigit() and int(number) in item.pictures:
                    return Reply(item.pictures[int(number)], "image/jpeg", kept=True)
            elif asked.method == "POST":
                return self._posted(asked, item, what)
            elif item.state != "ready":
                return Reply(to="")
            else:
                left = sum(other.state == "ready" for other in lying.values())
                copy, of = signed_copy(item, lying.values()), copied(lying.values()).get(item.id)
                return Reply(sheets.review(item, self.table.office, self.pages, left=left, copy=copy, of=of).encode())
        image = image_of(path, format, int(number)) if number.isdigit() else None
        return Reply(image.data, image.kind, kept=True) if image else _missing()

    def _posted(self, asked: Asked, item: Lying, what: str) -> Reply:
        form = asked.form
        if form.get("do") == ["away"]:
            self.table.away(item.id)
            return Reply(to=self._next(item.id))
        if form.get("do") == ["attach"]:
            return self._attached(item, form.get("parent", [""])[0])
        if form.get("do") == ["split"]:
            self.table.split(item.id)
            return Reply(to="")
        if item.state != "ready":
            return Reply(to="")
        self.table.answered(item.id, given_of(form, item))
        if what == "tra-loi":
            return _json(self._told(item))
        acts = {"keep": self.table.keep, "sign": self.table.sign, "text": self.table.take_text}
        if act := acts.get(form.get("do", [""])[0]):
            try:
                act(item.id)
            except InputError as error:
                item.signing = () if form["do"] == ["keep"] else error.diagnostics
                return Reply(to=f"tep/{item.id}#loi")
            return Reply(to=self._next(item.id))
        return Reply(to=f"tep/{item.id}")

    def _keep_plain(self) -> Reply:
        """Keep every file in which nothing needs a person's eye; one that turns out to need it stays, with the reason."""
        with self.table.held() as lying:
            plain = [line.id for line in sheets.lines_of(lying, self.table.office) if line.plain]
            for one in plain:
                with suppress(InputError):  # two files of one document: the list says so of the second
                    self.table.keep(one)
        return Reply(to="")

    def _attached(self, item: Lying, words: str) -> Reply:
        item.attaching = ()
        try:
            self.table.attach(item.id, words)
        except InputError as error:
            item.attaching = error.diagnostics
            return Reply(to=f"tep/{item.id}#kem" if item.state == "ready" else f"#tep-{item.id}")
        return Reply(to=self._next(item.id))

    def _told(self, item: Lying) -> dict[str, object]:
        """What an answer changed, for the page that is open."""
        office = self.table.office
        faults = self.pages.get_template("faults.html.j2").render(faults=sheets.faults_of(item, office))
        fields = {field.key: {"value": field.value, "why": field.why, "read": field.read} for field in sheets.fields_of(item)}
        there = bool(item.proposal and sheets.place_taken(item.proposal, office))
        return {"faults": faults, "fields": fields, "there": there}

    def _next(self, one: str) -> str:
        """The next file that can be looked at, in the order of the list; else the list."""
        with self.table.held() as lying:
            ids = list(lying)
            start = ids.index(one) + 1 if one in ids else 0
            waiting = [other for other in (*ids[start:], *ids[:start]) if lying[other].state == "ready"]
        return f"tep/{waiting[0]}" if waiting else ""

    def _site(self, path: str) -> Reply:
        root = self.builder.out
        file = (root / path).resolve()
        if file.is_dir():
            file /= "index.html"
        if not file.is_relative_to(root) or not file.is_file():
            return _missing()
        kind = guess_type(file.name)[0] or "application/octet-stream"
        return Reply(file.read_bytes(), kind + ("; charset=utf-8" if kind.startswith("text/") else ""), policy=SITE_POLICY)

    def close(self) -> None:
        """End what runs beside."""
        self.table.close()


def given_of(form: Form, item: Lying) -> Given:
    """What a posted page says. A value left as it was read says nothing of it: only a tick confirms, only other words
    state, and only an emptied field says that what was read is wrong and nobody knows better."""
    assert item.base is not None
    answers: dict[str, Answer] = {}
    for key, value in item.base.values:
        words = " ".join(form.get(key, [""])[0].split())
        read = " ".join(shown_value(key, value.text).split())
        if key in form.get("none", ()):
            answers[key] = Answer("none")
        elif words != read and not words:
            answers[key] = Answer("unknown")
        elif words != read:
            answers[key] = Answer("is", words + item.symbol if key == "number" and words.isdigit() else words)
        elif key in form.get("right", ()) and read:
            answers[key] = Answer("right")
    return Given(
        {key: answers[key] for key in FIELDS if key in answers}, _texts(form, item), "redact" in form, "replaces" in form,
        form.get("mark", [""])[0].strip(), " ".join(form.get("reason", [""])[0].split()),
    )  # fmt: skip


def _texts(form: Form, item: Lying) -> dict[str, str]:
    """The recognised paragraphs that a person wrote otherwise."""
    assert item.base is not None
    clean = item.base.clean
    found = {}
    for name, (text, *_) in form.items():
        index = name.removeprefix("p-")
        if name.startswith("p-") and index.isdigit() and int(index) < len(clean.blocks) and item.base.recognised:
            words = " ".join(text.split())
            if words != " ".join(clean.blocks[int(index)].span.of(clean.text).split()):
                found[index] = words
    return found


def told_of(fault: Diagnostic, name: str) -> str:
    """A line on a file that was dropped as ``name``: what is amiss with it, or with a part of it, and what helps."""
    part = f" › {fault.path}" if fault.path and fault.path != name else ""
    return f"{name}{part}: {fault.message}" + (f" — {fault.hint}" if fault.hint else "")


def _json(value: object) -> Reply:
    return Reply(json.dumps(value, ensure_ascii=False, sort_keys=True).encode(), "application/json")


def _missing() -> Reply:
    return Reply(say("desk.missing").encode(), "text/plain; charset=utf-8", HTTPStatus.NOT_FOUND)
