"""The parts of a document put together: header, preamble, body, closing, enclosures, appendices, forms."""

from __future__ import annotations

from collections.abc import Callable

from build_tools.lexicon.keys import same_words
from build_tools.lexicon.letterhead import ADOPTED, DATE, iso
from build_tools.messages import finding
from build_tools.model.diagnostic import Diagnostic
from build_tools.model.document import Clean, Document, NodeKind
from build_tools.model.header import SIGNATURE, Header, Stated
from build_tools.model.register import Register
from build_tools.model.span import Excerpt, Span, joined
from build_tools.naming.codes import fits
from build_tools.normalise.lines import look_alike
from build_tools.passages import find_quotations
from build_tools.structure.acting import from_act, from_signature
from build_tools.structure.contradictions import Evidence, contradictions
from build_tools.structure.enacting import from_enacting, recited
from build_tools.structure.fallback import copied, displaced, from_captions, from_opening, from_press, from_title, titled
from build_tools.structure.finish import CONSOLIDATED, consolidated, finish, is_committee
from build_tools.structure.footnotes import bind_footnotes, mark_note_paragraphs
from build_tools.structure.found import Found
from build_tools.structure.ids import Addresses, slug
from build_tools.structure.known_names import known_names
from build_tools.structure.letterhead import REACH, HeaderReader
from build_tools.structure.paragraphs import read_paragraphs
from build_tools.structure.parts import Part, attached_parts, split_parts
from build_tools.structure.people import Closing, find_closing
from build_tools.structure.properties import from_properties
from build_tools.structure.provisions import called, read_provisions
from build_tools.structure.quotes import quotation_end
from build_tools.structure.recase import Recaser
from build_tools.structure.small_letters import in_capitals
from build_tools.structure.stretch import cut
from build_tools.structure.titles import types_of
from build_tools.structure.tree import Draft, TreeBuilder, freeze, sections

_LAST = 4
"""Among so many paragraphs, lines in capitals left out, is the last sentence of an act."""
_ABOVE = 5
"""So many lines above a heading are no portal's menu where hardly anything stands below it."""


class Assembler:
    """Builds one document."""

    def __init__(self, clean: Clean, register: Register) -> None:
        self.clean = clean
        self.register = register
        self.types = types_of(register)
        self.recaser = Recaser(look_alike(clean.text), known_names(register))
        self.paras = read_paragraphs(clean)
        in_capitals(self.paras, self.types)
        self.own = self.paras[: clean.attached[0].block] if clean.attached else self.paras
        self.notes = mark_note_paragraphs(self.paras)
        begins = [self.paras[note.index].span.start for note in self.notes]
        self.quotations = find_quotations(clean.text, [para.span for para in self.paras if para.note], begins)
        self.reader = HeaderReader(self.paras, self.types, self.recaser, clean.method == "ocr")
        self.addresses = Addresses()
        self.diagnostics: list[Diagnostic] = []

    def document(self) -> Document:
        """The whole document."""
        paras = self.own
        found = copied(self.reader, len(paras)) or self.reader.read(0, len(paras))
        if not found.stop:
            found = titled(self.reader, len(paras)) or found
        last = found if found.first > _ABOVE and len(paras) - found.stop < found.first // 2 else None
        if last is not None:
            found = Found(0, 0)  # the text stands above its heading
        closing = find_closing(paras, found.stop, len(paras), self.recaser)
        after = closing.end if closing else found.stop
        parts = split_parts(paras, after, closing is not None, self.types)
        parts += attached_parts(self.paras, self.clean.attached, self.types, self.reader)
        stop = parts[0].start if parts else len(paras)
        elsewhere = last or displaced(self.reader, found, found.stop, closing.start if closing else stop)
        if elsewhere is None and closing is not None:
            elsewhere = displaced(self.reader, found, closing.end, stop)
        header = self._header(found, elsewhere, closing)
        if not (header.type or header.number) and (bare := read_provisions(paras, self.types, self.quotations)):
            found, elsewhere = bare, None
            header = self._header(found, elsewhere, closing)
        is_document = self._is_document(header, found, elsewhere)
        root = Draft("document", "top", span=Span(0, len(self.clean.text)))
        self._main(root, found, elsewhere, closing, stop)
        for part in parts:
            self._part(root, part)
        tree = freeze(root)
        if is_document:
            seen = Evidence(self.clean, paras, found, elsewhere, header, self.quotations)
            self.diagnostics += contradictions(seen, self.reader.lines, self.types)
        return Document(
            clean=self.clean,
            header=header,
            root=tree,
            sections=tuple(sections(tree)) if is_document else (),
            footnotes=bind_footnotes(self.clean.text, self.paras, self.notes, tree),
            quotations=self.quotations.spans,
            is_document=is_document,
            diagnostics=tuple(self.diagnostics),
        )

    def _header(self, found: Found, elsewhere: Found | None, closing: Closing | None) -> Header:
        header = self._told_elsewhere(self._called(self._stated(found, elsewhere, closing), found), found)
        if header.date is None and (day := self._adopted(closing)):
            header = header.put(Stated("date", day, "sentence"))
        authority = header.stated("authority") if closing is not None else None
        if authority and header.issuing_body is None and (body := _on_behalf(authority.words, header.stated("issuer"))):
            header = header.put(Stated("issuing_body", body))
        if header.number:
            header = header.without("symbol")
        return consolidated(header, self.types, self.recaser)

    def _stated(self, found: Found, elsewhere: Found | None, closing: Closing | None) -> Header:
        """What the letterhead says, the one that stands in another place, and the closing."""
        header = finish(found, self.types, self.recaser)
        if elsewhere is not None:
            header = _fill(finish(elsewhere, self.types, self.recaser), header)
        if closing is not None:
            header = header.put(*closing.values)
            if header.number is None or header.date is None:
                last = self.reader.read(closing.start, closing.end)
                header = _fill(header, self._closing_facts(closing, found))
                if last.numbered:
                    header = _fill(header, finish(last, self.types, self.recaser))
        return header

    def _told_elsewhere(self, header: Header, found: Found) -> Header:
        """``header`` with what it lacks from captions, title, press, opening, lines of properties and the enacting sentence."""
        if header.number is None and header.type:
            header = _fill(header, from_captions(self.own, found.stop, header.type, self.recaser))
        if header.number is None and header.type is None:
            header = _fill(header, from_title(self.own, header, self.types, self.recaser))
        if header.number is None:
            press = from_press(self.own, header, self.types, self.recaser)
            header = _signed(_fill(header, press), press)
        if header.number and not (header.date and header.issuer):
            opening = from_opening(self.own, header, self.types, self.recaser)
            filled = _fill(header, opening.without(*SIGNATURE))
            header = _signed(filled, opening) if header.stated("signer") is None else filled
        if not (header.number and header.type and header.date and header.issuer):
            header = _fill(header, from_properties(self.own, self.types, self.recaser))
        if header.issuer is None and header.type and self.types.of_number(header.number) != CONSOLIDATED:
            header = _fill(header, from_enacting(self.own, found.stop, header.type, self.types))
        if header.issuer is None and header.type:
            bears = self._may_bear(header.number or header.symbol)
            heading = recited(self.own, found.stop, self.recaser)
            header = _fill(header, heading) if heading.issuer and bears(heading.issuer) else header
        if header.issuer is None and header.type:
            header = _fill(header, from_act(self.own, found.stop, header, bears))
            header = header if header.issuer else _fill(header, from_signature(header, bears))
        return header

    def _may_bear(self, number: str | None) -> Callable[[str], bool]:
        """Whether a body can have issued a paper with this number; every one can where there is none."""
        return lambda body: number is None or fits(body, number, self.register) is not False

    def _closing_facts(self, closing: Closing, found: Found) -> Header:
        """Number, date and issuer that a consolidated text states at its end."""
        start = closing.start
        while start > found.stop and closing.start - start < 8 and len(self.paras[start - 1].text) < 100:
            start -= 1
        best = Header()
        for at in range(start, closing.start):
            facts = self.reader.read(at, closing.start)
            if facts.numbered or facts.date:
                best = _fill(best, finish(facts, self.types, self.recaser).without("subject", "type"))
        return best

    def _adopted(self, closing: Closing | None) -> Excerpt | None:
        """The day of adoption that laws and resolutions state in their last sentence."""
        stop = closing.start if closing else len(self.own)
        said = [para for para in self.own[max(0, stop - REACH) : stop] if not para.capitals]
        for para in reversed(said[-_LAST:]):
            if match := ADOPTED.search(para.text):
                date = DATE.match(para.text, match.end())
                day = iso(date) if date else None
                return cut(para, *date.span(), value=day) if date and day else None
        return None

    def _called(self, header: Header, found: Found) -> Header:
        """``header``, for a letter without a letterhead, with the one type by which it calls itself ("Công văn này thay thế …")."""
        if header.type or header.number or not _is_letter(header, found):
            return header
        own = called(self.own, self.types, self.quotations)
        return header.put(Stated("type", own, "sentence")) if own else header

    def _is_document(self, header: Header, found: Found, elsewhere: Found | None) -> bool:
        if header.type and (header.number or found.type or (elsewhere and elsewhere.weight > 2)):
            return True
        if found.about and found.addressees and found.nation:
            return True
        if header.number or found.provisions or _is_letter(header, found) or (found.weight >= 3 and found.numbered):
            return True
        self.diagnostics.append(finding("not-a-document", self.clean.path, 1))
        return False

    def _main(self, root: Draft, found: Found, elsewhere: Found | None, closing: Closing | None, stop: int) -> None:
        at = self._region(root, "header", "phan-dau", 0, found.stop)
        body_stop = closing.start if closing else stop
        first = self._first_label(at, body_stop)
        cut = min(first, body_stop)
        if elsewhere and elsewhere.start < cut:
            at = self._region(root, "preamble", "mo-dau", at, elsewhere.start)
            at = self._region(root, "header", "phan-dau-2", at, elsewhere.stop)
            first = self._first_label(at, body_stop)
            cut = min(first, body_stop)
        elif elsewhere and not elsewhere.type and not elsewhere.subject:
            for para in self.paras[elsewhere.start : elsewhere.stop]:
                para.furniture = True
        at = self._region(root, "preamble", "mo-dau", at, cut if cut < body_stop else at)
        if at < body_stop:
            body = Draft("body", self.addresses.take("noi-dung"))
            root.children.append(body)
            TreeBuilder(body, self.addresses, "", self.notes.labels, self.quotations).add(self.paras, at, body_stop)
        at = max(at, body_stop)
        if closing:
            at = self._region(root, "closing", "phan-cuoi", at, closing.end)
        self._region(root, "closing", "phan-cuoi", at, stop)

    def _first_label(self, start: int, stop: int) -> int:
        for at in range(start, stop):
            label = self.paras[at].label
            if self.paras[at].style.heading and quotation_end(self.paras, at, stop, self.quotations) > at:
                return at
            if label and label.rank < 9 and (label.value == 1 or label.rank <= 5):
                return at
        return stop

    def _region(self, root: Draft, kind: NodeKind, name: str, start: int, stop: int, inside: str = "") -> int:
        """A region whose paragraphs have no numbering of their own."""
        if start >= stop:
            return start
        region = Draft(kind, self.addresses.take(f"{inside}-{name}" if inside else name))
        root.children.append(region)
        builder = TreeBuilder(region, self.addresses, region.id)
        for para in self.paras[start:stop]:
            builder.leaf(para)
        return stop

    def _part(self, root: Draft, part: Part) -> None:
        wanted = {"enclosure": slug(part.name), "appendix": "phu-luc", "form": "mau"}[part.kind]
        if part.label and part.kind != "enclosure":
            wanted += "-" + slug(part.label)
        node = Draft(part.kind, self.addresses.take(wanted), heading=part.heading)
        node.name = part.label if part.kind == "enclosure" else part.name
        root.children.append(node)
        at = self._region(node, "header", "phan-dau", part.start, part.body, node.id)
        stop = part.forms[0] if part.forms else part.stop
        if part.kind == "form":
            self._leaves(node, at, part.stop)
            return
        closing = find_closing(self.paras, at, stop, self.recaser)
        end = closing.start if closing else stop
        TreeBuilder(node, self.addresses, node.id, self.notes.labels, self.quotations).add(self.paras, at, end)
        if closing:
            self._region(node, "closing", "phan-cuoi", closing.start, stop, node.id)
        for begin, finish_at in zip(part.forms, [*part.forms[1:], part.stop], strict=True) if part.forms else ():
            form = Draft("form", self.addresses.take(f"{node.id}-mau"))
            node.children.append(form)
            self._leaves(form, begin, finish_at)

    def _leaves(self, node: Draft, start: int, stop: int) -> None:
        builder = TreeBuilder(node, self.addresses, node.id)
        for para in self.paras[start:stop]:
            builder.leaf(para)


def _is_letter(header: Header, found: Found) -> bool:
    """True for what goes to somebody, is signed and says who receives it: a letter, even where its letterhead was left out."""
    return bool(found.addressees and header.signature.signer and header.stated("recipient"))


def _on_behalf(authority: Excerpt, issuer: Stated | None) -> Excerpt | None:
    """The body for which a Party paper is signed ("T/M BAN THƯỜNG VỤ"), by its full name where the heading names the committee alone."""
    if not authority.value.startswith("T/M "):
        return None
    body = authority.said(authority.value.removeprefix("T/M "))
    if issuer and issuer.words.value.casefold().startswith(body.value.casefold()):
        return None
    if issuer is None or not is_committee(issuer.words.value) or is_committee(body.value):
        return body
    name = issuer.words.value
    return body if name.startswith("Ban ") or body.value.casefold().endswith(name.casefold()) else joined((body, issuer.words))


def _fill(header: Header, other: Header) -> Header:
    """``header`` with what it lacks taken from ``other``; no body stands above itself."""
    filled = header.filled(other)
    same = filled.parent and filled.issuer and same_words(filled.parent, filled.issuer)
    return filled.without("parent") if same else filled


def _signed(header: Header, other: Header) -> Header:
    """``header`` with the signature of ``other``, whole: authority, office and name of one person; its own where ``other`` has none."""
    signed = [value for value in other.values if value.field in SIGNATURE]
    return header.without(*SIGNATURE).put(*signed) if signed else header
