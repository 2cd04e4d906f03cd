"""Names of issuing bodies to issuers: those of the register, and those that a pattern makes for any place.

"Tỉnh ủy Sông Mơ", "UBND huyện Đá Bạc", "Sở Y tế tỉnh Sông Mơ" are known without being listed; relative names ("Tỉnh ủy", "UBND tỉnh",
"Ban Tuyên giáo Thành ủy", "Sở Y tế") mean a body only beside the citing document's own issuer.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import takewhile

from build_tools.identity import parse_number
from build_tools.model.document import Header
from build_tools.model.register import BodyPattern, Issuer, Place, PlaceLevel, Register
from build_tools.register.memo import by_identity
from build_tools.register.names import acronym, made_id, name_key, shown_head, shown_place, slug, tidy_name
from build_tools.vietnamese.fold import exact_key

LEVEL_WORDS: dict[PlaceLevel, str] = {
    "tinh": "tỉnh",
    "thanh-pho": "thành phố",
    "huyen": "huyện",
    "quan": "quận",
    "thi-xa": "thị xã",
    "xa": "xã",
    "phuong": "phường",
    "thi-tran": "thị trấn",
    "dac-khu": "đặc khu",
}
_PROVINCIAL: tuple[PlaceLevel, ...] = ("tinh", "thanh-pho")

_OFFICES = tuple(
    exact_key(title)
    for title in (
        "Bộ trưởng",
        "Thứ trưởng",
        "Phó Chủ tịch",
        "Chủ tịch",
        "Chủ nhiệm",
        "Phó Giám đốc",
        "Giám đốc",
        "Cục trưởng",
        "Tổng cục trưởng",
        "Viện trưởng",
        "Thống đốc",
        "Chánh án",
        "Bí thư",
        "Hiệu trưởng",
        "Trưởng",
        "Chánh",
        "Tổng",
    )
)
"""Offices in whose name a body's documents are issued: "Bộ trưởng Bộ Y tế" stands for "Bộ Y tế"."""

_LOCAL_HEADS = tuple(
    map(exact_key, ("Sở", "Phòng", "Chi cục", "Công an", "Bộ Chỉ huy quân sự", "Thanh tra", "Văn phòng", "Trung tâm", "Ban"))
)
_NATIONAL_HEADS = tuple(
    map(
        exact_key,
        (
            "Bộ",
            "Tổng cục",
            "Cục",
            "Vụ",
            "Viện",
            "Tập đoàn",
            "Tổng công ty",
            "Tổng Liên đoàn",
            "Trung ương",
            "Ủy ban",
            "Ban Chỉ đạo",
            "Hội đồng",
        ),
    )
)


_LEVEL_STARTS = tuple(exact_key(word) + " " for word in LEVEL_WORDS.values())
_JOINT_STARTS = tuple(
    exact_key(word) + " "
    for word in ("Bộ", "Bộ trưởng", "Ban", "Ủy ban", "Tòa án", "Chánh án", "Viện kiểm sát", "Viện trưởng", "Tổng", "Chủ tịch")
)
"""What follows the comma between joint issuers ("Bộ Y tế, Bộ Tài chính"); a comma elsewhere is part of a name."""


@dataclass(frozen=True, slots=True)
class Found:
    """An issuer with the bodies and places above it that the register may not hold yet (see ``extend``)."""

    issuer: Issuer
    above: tuple[Issuer, ...] = ()
    places: tuple[Place, ...] = ()


def extend(register: Register, found: tuple[Found, ...]) -> Register:
    """The register with the issuers and places of ``found`` that it does not hold; sorted by id as before."""
    issuers = {issuer.id: issuer for item in found for issuer in (*item.above, item.issuer)}
    places = {place.id: place for item in found for place in item.places}
    issuers.update((issuer.id, issuer) for issuer in register.issuers)
    places.update((place.id, place) for place in register.places)
    if len(issuers) == len(register.issuers) and len(places) == len(register.places):
        return register
    return replace(
        register,
        issuers=tuple(issuers[key] for key in sorted(issuers)),
        places=tuple(places[key] for key in sorted(places)),
    )


def find_issuer(name: str, register: Register, own: Issuer | None = None) -> Found | None:
    """The issuer that ``name`` means in a document of ``own``; None when that cannot be told.

    ``own`` is the citing document's issuer; relative names are looked for at its place and at the places above.
    Of joint issuers ("Bộ Y tế, Bộ Tài chính") the first is given.
    """
    if not name or len(name) > 300:
        return None
    names = _names(register)
    whole = tidy_name(name)
    first, _, rest = whole.partition(",")
    if rest and name_key(whole) not in names.by_name:
        after = exact_key(rest.strip())
        if after.startswith(_LEVEL_STARTS):
            return names.find(first.strip(), own, names.find_place(rest, own))
        if after.startswith(_JOINT_STARTS):
            return names.find(first.strip(), own)
    return names.find(whole, own)


def resolve_issuer(name: str, register: Register, own: Issuer | None = None) -> Issuer | None:
    """Like ``find_issuer``, giving the issuer alone."""
    found = find_issuer(name, register, own)
    return found.issuer if found else None


def same_body(one: Issuer, other: Issuer) -> bool:
    """True when the two are one body: the same id, or the same name where for one of them the place above is not known."""
    return one.id == other.id or (name_key(one.name) == name_key(other.name) and (one.parent is None or other.parent is None))


class _Names:
    """The register's names under their keys, and the grammar of names for everything else."""

    def __init__(self, register: Register) -> None:
        self.register = register
        self.by_name: dict[str, Issuer] = {}
        for issuer in register.issuers:
            for name in (issuer.name, *issuer.aliases):
                self.by_name.setdefault(name_key(name), issuer)
        self.by_id = {issuer.id: issuer for issuer in register.issuers}
        self.places = {place.id: place for place in register.places}
        self.by_place: dict[tuple[PlaceLevel, str], list[Place]] = {}
        for place in register.places:
            for name in (place.name, *place.aliases):
                self.by_place.setdefault((place.level, exact_key(name)), []).append(place)
        anchors = [(exact_key(form), body) for body in register.bodies if body.levels for form in body.forms]
        self.anchors = sorted(anchors, key=lambda pair: -len(pair[0]))
        organs = [(exact_key(form), body) for body in register.bodies if not body.levels for form in body.forms]
        self.organs = dict(organs)
        self.levels = sorted(((exact_key(word), level) for level, word in LEVEL_WORDS.items()), key=lambda pair: -len(pair[0]))

    # --- places ---------------------------------------------------------------------------------------------------------------------

    def chain(self, own: Issuer | None) -> list[Place]:
        """The places of ``own``, from its own upwards."""
        found: list[Place] = []
        at = self.places.get(own.place or "") if own else None
        while at is not None and at not in found:
            found.append(at)
            at = self.places.get(at.parent or "")
        return found

    def place(self, level: PlaceLevel, words: list[str], own: Issuer | None, above: Place | None = None) -> Place | None:
        """The place of this level and name; without a name the one of ``own``. A name that the register does not know makes a place."""
        chain = self.chain(own)
        if not words:
            return next((place for place in chain if place.level == level), None)
        if len(words) > 5:
            return None
        name = shown_place(words)
        known = [place for place in self.by_place.get((level, exact_key(name)), ()) if above is None or place.parent in (None, above.id)]
        nearer = [place for place in known if place in chain or place.parent in {item.id for item in chain}]
        if len(nearer or known) == 1:
            return (nearer or known)[0]
        return Place(made_id(name, f"{level} {above.name if above else ''}"), name, level, above.id if above else None)

    def find_place(self, text: str, own: Issuer | None) -> Place | None:
        """The place that "huyện Đá Bạc, tỉnh Sông Mơ" names."""
        first, _, rest = text.strip().partition(",")
        above = self.find_place(rest, own) if rest.strip() else None
        words = first.split()
        for level_key, level in self.levels:
            size = len(level_key.split())
            if exact_key(" ".join(words[:size])) == level_key and words[size:]:
                return self.place(level, words[size:], own, above)
        return None

    # --- bodies ---------------------------------------------------------------------------------------------------------------------

    def find(self, name: str, own: Issuer | None, above: Place | None = None) -> Found | None:
        key = name_key(name)
        if not key:
            return None
        if issuer := self.by_name.get(key):
            return Found(issuer)
        for office in _OFFICES:
            if key.startswith(office + " ") and (found := self.find(" ".join(name.split()[len(office.split()) :]), own, above)):
                return found
        if relative := self._relative(key, own):
            return Found(relative)
        padded = f" {' '.join(exact_key(word) for word in name.split())} "
        if any(f" {form} " in padded for form, _ in self.anchors):
            return self._anchored(name, own, above)  # a committee or people's body whose place is not known is not guessed
        return self._at_place(name, own, above) or self._bare(name, key, own)

    def _relative(self, key: str, own: Issuer | None) -> Issuer | None:
        at, seen = own, set[str]()
        while at is not None and at.id not in seen:
            if any(name_key(name) == key for name in at.relative):
                return at
            seen.add(at.id)
            at = self.by_id.get(at.parent or "")
        return None

    def _anchored(self, name: str, own: Issuer | None, above: Place | None) -> Found | None:
        """[head] + committee or people's body + place: "Ban Tuyên giáo Tỉnh ủy Sông Mơ"."""
        words = name.split()
        keys = [exact_key(word) for word in words]
        for form, body in self.anchors:
            parts = form.split()
            for start in range(len(words) - len(parts), -1, -1):
                if keys[start : start + len(parts)] != parts:
                    continue
                rest = words[start + len(parts) :]
                if (found := self._anchor(body, rest, own, above)) is None:
                    continue
                return self._under(" ".join(words[:start]), found, body) if start else found
        return None

    def _anchor(self, body: BodyPattern, rest: list[str], own: Issuer | None, above: Place | None) -> Found | None:
        if len(body.levels) == 1:
            word = exact_key(LEVEL_WORDS[body.levels[0]]).split()
            if [exact_key(item) for item in rest[: len(word)]] == word:
                rest = rest[len(word) :]
            place = self.place(body.levels[0], rest, own, above)
            return self._body(body, place) if place else None
        for level_key, level in self.levels:
            size = len(level_key.split())
            if level in body.levels and exact_key(" ".join(rest[:size])) == level_key:
                place = self.place(level, rest[size:], own, above)
                return self._body(body, place) if place else None
        if not rest and (chain := self.chain(own)):
            return self._body(body, chain[0])
        return None

    def _body(self, body: BodyPattern, place: Place) -> Found:
        """The body of this kind at this place, from the register when it stands there."""
        shown = body.forms[0]
        name = f"{shown} {place.name}" if len(body.levels) == 1 else f"{shown} {LEVEL_WORDS[place.level]} {place.name}"
        known = [issuer for issuer in self.register.issuers if issuer.place == place.id and name_key(issuer.name) == name_key(name)]
        if known:
            return Found(known[0], places=self._places(place))
        parent = self._above(body, place)
        relative = (shown,) if len(body.levels) == 1 else (f"{shown} {LEVEL_WORDS[place.level]}", shown)
        identifier = f"{slug(name[: -len(place.name)])}-{place.id}"
        issuer = Issuer(
            identifier,
            name,
            body.system,
            relative=relative,
            codes=(body.code, *body.codes),
            parent=parent.issuer.id if parent else None,
            place=place.id,
        )
        above = (*parent.above, parent.issuer) if parent else ()
        return Found(issuer, above, self._places(place))

    def _above(self, body: BodyPattern, place: Place) -> Found | None:
        higher = self.places.get(place.parent or "")
        if higher is not None:
            for _, pattern in self.anchors:
                fits = pattern.id == body.id if len(body.levels) > 1 else pattern.system == "party" and higher.level in pattern.levels
                if fits and (len(pattern.levels) > 1) == (len(body.levels) > 1) and higher.level in pattern.levels:
                    return self._body(pattern, higher)
            return None
        top = {"party": "ban-chap-hanh-trung-uong", "state": "chinh-phu"}.get(body.system) if self._central(place) else None
        issuer = self.by_id.get(top or "") if body.id != "hoi-dong-nhan-dan" else None
        return Found(issuer) if issuer else None

    def _central(self, place: Place) -> bool:
        """True for provinces and for cities directly under the centre."""
        return place.level == "tinh" or (place.id in self.places and place.parent is None and place.level == "thanh-pho")

    def _under(self, head: str, found: Found, anchor: BodyPattern) -> Found:
        """A body under another: "Ban Tuyên giáo" under "Tỉnh ủy Sông Mơ"."""
        body = found.issuer
        key = exact_key(head)
        for office in _OFFICES:
            if key == office:
                return found
            if key.startswith(office + " "):
                head = " ".join(head.split()[len(office.split()) :])
                key = exact_key(head)
        pattern = self.organs.get(key)
        shown = pattern.forms[0] if pattern else self._proper(head)
        name = f"{shown} {body.name}"
        if known := self.by_name.get(name_key(name)):
            return Found(known, (*found.above, body), found.places)
        if pattern and pattern.code == "=":
            codes = body.codes
        elif anchor.system == "party":
            codes = tuple((pattern.code if pattern else acronym(shown)) + code for code in body.codes)
        else:
            codes = (acronym(shown),)
        short = self._short(body)
        system = "party" if key.startswith(("ban cán sự đảng", "đảng ")) else body.system
        issuer = Issuer(
            f"{slug(shown)}-{body.id}", name, system, relative=(f"{shown} {short}",), codes=codes, parent=body.id, place=body.place
        )
        return Found(issuer, (*found.above, body), found.places)

    def _short(self, body: Issuer) -> str:
        return body.relative[0] if body.relative else body.name

    def _at_place(self, name: str, own: Issuer | None, above: Place | None) -> Found | None:
        """[head] + level + place, with no people's body named: "Sở Y tế tỉnh Sông Mơ", "Công an huyện Đá Bạc"."""
        words = name.split()
        keys = [exact_key(word) for word in words]
        for start in range(len(words) - 1, 0, -1):
            for level_key, level in self.levels:
                size = len(level_key.split())
                if " ".join(keys[start : start + size]) != level_key:
                    continue
                place = self.place(level, words[start + size :], own, above)
                return self._local(self._proper(" ".join(words[:start])), place) if place else None
        return None

    def _local(self, head: str, place: Place) -> Found:
        name = f"{head} {LEVEL_WORDS[place.level]} {place.name}"
        if known := self.by_name.get(name_key(name)):
            return Found(known, places=self._places(place))
        pattern = next((body for _, body in self.anchors if body.id == "uy-ban-nhan-dan"), None)
        council = self._body(pattern, place) if pattern and not exact_key(head).startswith(("tòa án", "viện kiểm sát")) else None
        above = (*council.above, council.issuer) if council else ()
        identifier = f"{slug(name[: -len(place.name)])}-{place.id}"
        issuer = Issuer(
            identifier, name, "state", relative=(head, f"{head} {LEVEL_WORDS[place.level]}"), codes=(acronym(head),), place=place.id
        )
        return Found(replace(issuer, parent=council.issuer.id if council else None), above, self._places(place))

    def _bare(self, name: str, key: str, own: Issuer | None) -> Found | None:
        """A name without a place: at the centre of the Party, a national body, or a local one beside ``own``."""
        words = name.split()
        if key.endswith(" trung ương") and key.startswith(("ban ", "ủy ban ", "văn phòng ", "hội đồng ", "đảng ủy ")):
            head = self._proper(" ".join(words[:-2]))
            center = self.by_id.get("ban-chap-hanh-trung-uong")
            issuer = Issuer(slug(f"{head} Trung ương"), f"{head} Trung ương", "party", codes=(acronym(head) + "TW",))
            return Found(replace(issuer, parent=center.id if center else None))
        if key.startswith("đảng ủy ") or " đảng ủy " in key:
            shown = self._proper(name)
            code = "ĐU" if key.startswith("đảng ủy ") else acronym(shown[: len(shown) - len(name[key.index("đảng ủy") :])]) + "ĐU"
            return Found(Issuer(made_id(shown), shown, "party", codes=(code,)))
        chain = self.chain(own)
        if own is not None and chain and len(words) > 1 and any(key.startswith(head + " ") for head in _LOCAL_HEADS):
            if own.system == "party" and key.startswith(("ban ", "văn phòng ", "phòng ")):
                shown = self._proper(name)
                committee = self.by_id.get(own.parent or "", own) if own.codes and own.id.startswith("ban-thuong-vu") else own
                identifier = f"{slug(shown)}-{committee.id}"
                issuer = Issuer(identifier, f"{shown} {committee.name}", "party", (), (shown,), (acronym(shown),), committee.id, own.place)
                return Found(issuer)
            return self._local(self._proper(name), chain[-1] if key.startswith("sở ") else chain[0])
        if len(words) > 1 and any(key.startswith(head + " ") for head in _NATIONAL_HEADS):
            shown = self._proper(name)
            return Found(Issuer(made_id(shown), shown, "state", codes=(acronym(shown),)))
        return None

    def _proper(self, head: str) -> str:
        """Capitals as people write them: "SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG" after the ministry of that field."""
        words = head.split()
        if exact_key(words[0]) in ("sở", "phòng"):
            ministry = self.by_name.get(name_key("Bộ " + " ".join(words[1:])))
            if ministry:
                return f"{words[0][:1].upper()}{words[0][1:].lower()} {ministry.name.partition(' ')[2]}"
        return shown_head(head)

    def _places(self, place: Place) -> tuple[Place, ...]:
        found, at = [], place
        while at is not None and at not in found:
            found.append(at)
            above = self.places.get(at.parent or "")
            if above is None:
                break
            at = above
        return tuple(found)


@by_identity
def _names(register: Register) -> _Names:
    return _Names(register)


_MENTION = re.compile(
    r"\b(?P<level>[Tt]ỉnh|[Tt]hành phố|[Hh]uyện|[Qq]uận|[Tt]hị xã|[Xx]ã|[Pp]hường)\s(?P<name>[^\W\d_]+(?:\s[^\W\d_]+){0,3})"
)


def place_from_text(level: PlaceLevel, text: str) -> str | None:
    """The one place of this level that a text speaks of ("thành phố Sa Đéc"): its name, when it is named and no other nearly as often."""
    counts: dict[str, int] = {}
    for match in _MENTION.finditer(text):
        if exact_key(match["level"]) == exact_key(LEVEL_WORDS[level]):
            name = " ".join(takewhile(lambda word: word[0].isupper() and not word.isupper(), match["name"].split()))
            counts[name] = counts.get(name, 0) + (1 if name else 0)
    counts.pop("", None)
    ranked = sorted(counts, key=lambda name: (-counts[name], name))
    if not ranked or (len(ranked) > 1 and counts[ranked[1]] * 3 > counts[ranked[0]]):
        return None
    return ranked[0]


def _level_of(name: str) -> PlaceLevel | None:
    """The level of place that a relative name speaks of: "Ban Thường vụ Thành ủy" → a city."""
    key = name_key(name)
    for level, word in LEVEL_WORDS.items():
        committee = f"{exact_key(word).split()[0]} ủy" if level in ("tinh", "thanh-pho", "huyen", "quan", "thi-xa") else ""
        if (committee and f" {committee} " in f" {key} ") or f" {key} ".endswith(f" {exact_key(word)} "):
            return level
    return None


@dataclass(frozen=True, slots=True)
class OwnIssuer:
    """The issuer of a document, with the rule (in Vietnamese, for the page) by which its name came to mean this body."""

    found: Found
    rule: str


def document_issuer(header: Header, text: str, register: Register) -> OwnIssuer | None:
    """The body that issued a document, from its header; a name without a place is completed from the place of issue, then from the text.

    Returns None when the header names no body, or when the name could mean several.
    """
    context = find_issuer(header.parent, register) if header.parent else None
    own = context.issuer if context else None
    wider = extend(register, (context,)) if context else register
    name = header.issuer or header.issuing_body
    if name is None:
        return _from_number(header, register)
    coded = _from_number(header, register)
    if found := find_issuer(name, wider, own):
        if coded and not _shares_code(found.issuer, header):
            return coded  # the heading was cut or misread: the symbol in the number names a body that is not the one found
        if context and found.issuer.id != context.issuer.id:
            found = Found(found.issuer, (*context.above, context.issuer, *found.above), (*context.places, *found.places))
        return OwnIssuer(found, "nêu ở đầu văn bản")
    level = _level_of(name)
    if level is None:
        return coded
    known = {exact_key(place.name) for place in register.places if place.level == level}
    if header.place and exact_key(header.place) in known and (found := find_issuer(f"{name} {header.place}", register)):
        return OwnIssuer(found, f"suy từ nơi ban hành ({header.place})")
    place = place_from_text(level, text)
    if place and (found := find_issuer(f"{name} {place}", register)):
        return OwnIssuer(found, f"suy từ nội dung văn bản ({LEVEL_WORDS[level]} {place})")
    return coded


def _shares_code(issuer: Issuer, header: Header) -> bool:
    number = parse_number(header.number or "")
    return number is None or number.issuer_code in issuer.codes or bool(set(number.issuer_codes) & set(issuer.codes))


def _from_number(header: Header, register: Register) -> OwnIssuer | None:
    number = parse_number(header.number) if header.number else None
    code = number.issuer_code if number else None
    fits = [issuer for issuer in register.issuers if code and code in issuer.codes and issuer.place is None]
    return OwnIssuer(Found(fits[0]), f"suy từ ký hiệu {code}") if len(fits) == 1 else None
