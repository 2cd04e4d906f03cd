"""Real documents to search records, and larger sets of their provisions with other numbers and names."""

from __future__ import annotations

import pickle
import random
import re
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path

from build_tools.model.diagnostic import InputError
from build_tools.model.document import Document
from build_tools.model.reading import Reading
from build_tools.model.register import Register
from build_tools.normalise import normalise
from build_tools.read import read_file
from build_tools.search import Record
from build_tools.structure import structure
from build_tools.views.records import expansions


@dataclass(frozen=True, slots=True)
class Source:
    """One document to search: its record, those of its parts, and the file of the corpus that it was read from."""

    record: Record
    parts: tuple[Record, ...]
    path: str = ""

    @property
    def text(self) -> str:
        """All its text, a part a paragraph."""
        return "\n".join(f"{part.title}\n{part.body}" if part.title else part.body for part in self.parts)

    def named(self, name: str) -> Source:
        """The same under another id."""
        old = self.record.id

        def put(record: Record) -> Record:
            url = record.url.replace(f"/{old}/", f"/{name}/")
            return replace(record, id=record.id.replace(old, name), url=url, group=record.group and name)

        return replace(self, record=put(self.record), parts=tuple(map(put, self.parts)))


def read_corpus(shared: Path, cache: bool = True, read: Callable[[Path], Reading] = read_file) -> list[Source]:
    """Every document of the corpus that the pipeline reads (kept in the temporary folder between runs of the benchmark)."""
    kept = Path(tempfile.gettempdir()) / "chi-nam-search-bench-2.pickle"
    if cache and kept.exists():
        found: list[Source] = pickle.loads(kept.read_bytes())
        return found
    sources = []
    for path in sorted((shared / "corpus").rglob("*.*")):
        if not path.is_file() or path.parent == shared / "corpus" or "not-documents" in path.parts:
            continue
        try:
            document = structure(normalise(read(path)), Register())
        except InputError:
            continue
        source = to_source(document, f"d{len(sources):05}")
        if source:
            sources.append(replace(source, path=path.relative_to(shared / "corpus").as_posix()))
    if cache:
        kept.write_bytes(pickle.dumps(sources))
    return sources


SHOWN = 15
"""Seed by which documents are drawn from ``../shared/more``."""
LONGEST = 150_000
DRAWN = 220


def read_more(shared: Path, rest: bool = False, cache: bool = True, read: Callable[[Path], Reading] = read_file) -> list[Source]:
    """Documents of ``../shared/more``, which no other figure is pinned to: those annotated there and others drawn by a seed, ``DRAWN`` in
    all; or the ``rest``."""
    kept = Path(tempfile.gettempdir()) / f"chi-nam-search-more-{'rest' if rest else DRAWN}-2.pickle"
    if cache and kept.exists():
        found: list[Source] = pickle.loads(kept.read_bytes())
        return found
    base = shared / "more"
    small = sorted(path for name in ("party-2", "state-2") for path in (base / name).iterdir() if path.is_file())
    whole = sorted(path for path in (base / "whole").iterdir() if path.stat().st_size < LONGEST)
    drawn = set(random.Random(SHOWN).sample(whole, DRAWN - len(small)))
    sources: list[Source] = []
    for path in [path for path in whole if path not in drawn] if rest else [*small, *sorted(drawn)]:
        try:
            document = structure(normalise(read(path)), Register())
        except InputError:
            continue
        source = to_source(document, f"m{len(sources):05}")
        if source:
            sources.append(replace(source, path=path.relative_to(base).as_posix()))
    if cache:
        kept.write_bytes(pickle.dumps(sources))
    return sources


def drawn_anew(shared: Path, seed: int, count: int | None = 240, rest: bool = False) -> list[Source]:
    """``count`` of all documents of ``../shared/more`` (None: all), drawn by another seed, with ids of their own; or the ``rest``."""
    every = sorted((*read_more(shared), *read_more(shared, rest=True)), key=lambda source: source.path)
    drawn = random.Random(seed).sample(every, count or len(every))
    paths = {source.path for source in drawn}
    chosen = [source for source in every if source.path not in paths] if rest else drawn
    return [source.named(f"l{number:05}") for number, source in enumerate(chosen)]


def entries(register: Register) -> list[Record]:
    """What a site has beside documents: a record for each term of the glossary and for each issuer."""
    terms = [
        Record(f"thuat-ngu:{item.id}", f"thuat-ngu/{item.id}.html", "term", item.term, body=item.meaning or "",
               aliases=(*expansions(item), *item.aliases))
        for item in register.glossary
    ]  # fmt: skip
    issuers = [
        Record(f"co-quan:{item.id}", f"co-quan/{item.id}.html", "issuer", item.name, aliases=(*item.aliases, *item.codes))
        for item in register.issuers
    ]
    return terms + issuers


def to_source(document: Document, name: str) -> Source | None:
    """A document as a record and its parts; None when it has next to no text."""
    header, text = document.header, document.clean.text
    if len(text) < 400:
        return None
    lines = [line for line in text.split("\n") if len(line) > 30]
    subject = " ".join((header.subject or (lines[0] if lines else text[:80])).split()[:40])
    title = f"{header.type} {subject}" if header.type and not subject.lower().startswith(header.type.lower()) else subject
    url = f"van-ban/{name}/index.html"
    facets = tuple(
        (key, value) for key, value in (("type", header.type), ("issuer", header.issuer), ("year", (header.date or "")[:4])) if value
    )
    record = Record(
        name, url, "document", title, number=header.number if header.number and re.search(r"\d", header.number) else None,
        dates=(header.date,) if header.date else (), facets=facets,
        meta=tuple(pair for pair in (("Loại", header.type or ""), ("Cơ quan", header.issuer or "")) if pair[1]),
    )  # fmt: skip
    starts = sorted({section.span.start: section for section in document.sections}.items())
    edges = [0, *(start for start, _ in starts), len(text)]
    named = [None, *(section for _, section in starts)]
    parts = []
    for section, (start, end) in zip(named, pairwise(edges), strict=True):
        body = text[start:end].strip()
        if not body:
            continue
        head, _, rest = body.partition("\n")
        if section is None:
            parts.append(Record(f"{name}-0", url, "provision", "", body, group=name))
        elif section.title and len(head) < 300:
            parts.append(Record(f"{name}-{start}", f"{url}#{section.node_id}", "provision", head, rest, group=name))
        else:
            parts.append(Record(f"{name}-{start}", f"{url}#{section.node_id}", "provision", "", body, group=name))
    return Source(record, tuple(parts))


SYLLABLES = "An Bắc Bình Cầu Châu Chợ Cường Dương Đá Đông Giang Hà Hải Hòa Hồng Hương Kim Lạc Lâm Long Lộc Lương Mai Minh Mỹ Nam Ngọc Ninh Phong Phú Phước Quang Quế Sơn Tân Thái Thanh Thạnh Thịnh Thượng Thủy Tiên Trung Trường Tường Vân Vĩnh Xuân Yên".split()  # noqa: E501, SIM905
_NAME = re.compile(r"(?<=[a-zà-ỹ,] )(?:[A-ZĐÀ-Ỹ][a-zà-ỹ]+ ){1,2}[A-ZĐÀ-Ỹ][a-zà-ỹ]+")
_FIGURE = re.compile(r"\d+")


def scaled(base: list[Source], count: int, seed: int = 3) -> Iterator[Source]:
    """``count`` documents: the real ones first, then new ones of real provisions with changed numbers and names."""
    yield from base[:count]
    chance = random.Random(seed)
    parts = [part for source in base for part in source.parts if 40 < len(part.body) < 6000]
    for number in range(len(base), count):
        model = chance.choice(base).record
        name = f"d{number:05}"
        names: dict[str, str] = {}

        def other(match: re.Match[str], names: dict[str, str] = names) -> str:
            found = names.get(match.group())
            if found is None:
                found = names[match.group()] = " ".join(chance.sample(SYLLABLES, len(match.group().split())))
            return found

        def figure(match: re.Match[str]) -> str:
            digits = match.group()
            return digits if len(digits) > 3 else str(chance.randrange(1, 10 ** len(digits)))

        def changed(text: str, names: dict[str, str] = names) -> str:
            return _FIGURE.sub(figure, _NAME.sub(other, text))

        date = f"{chance.randrange(1998, 2027)}-{chance.randrange(1, 13):02}-{chance.randrange(1, 29):02}"
        place = f"xã {chance.choice(SYLLABLES)} {chance.choice(SYLLABLES)}, tỉnh {chance.choice(SYLLABLES)} {chance.choice(SYLLABLES)}"
        own = f"{chance.randrange(1, 4000)}/{date[:4]}/{re.sub('[0-9/ ]+', '', model.number or 'QĐ-UBND').lstrip('-') or 'QĐ-UBND'}"
        record = replace(
            model, id=name, url=f"van-ban/{name}/index.html", title=f"{changed(model.title)} tại {place}", number=own, dates=(date,),
            facets=tuple((key, date[:4] if key == "year" else value) for key, value in model.facets),
        )  # fmt: skip
        chosen = chance.sample(parts, chance.randrange(3, 14))
        yield Source(
            record,
            tuple(
                replace(part, id=f"{name}-{at}", url=f"{record.url}#p-{at}", title=changed(part.title), body=changed(part.body), group=name)
                for at, part in enumerate(chosen)
            ),
        )
