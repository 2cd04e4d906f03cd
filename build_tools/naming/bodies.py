"""Bodies made by a pattern at a place: "Tỉnh ủy" + "Sông Mơ", "Ban Tuyên giáo" under it, "Sở Y tế" of a province."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from build_tools.lexicon.keys import exact_key
from build_tools.lexicon.words import words
from build_tools.model.register import BodyPattern, Issuer, Place, Register
from build_tools.naming.gazetteer import LEVEL_WORDS, Gazetteer
from build_tools.naming.names import acronym, name_key, shown_head, slug

_RANKS = ("", *(f"{deputy} " for deputy in words("deputy")))
OFFICES = tuple(
    sorted(
        {exact_key(f"{rank}{title}") for name in ("office", "office-word") for title in words(name) for rank in _RANKS},
        key=lambda key: (-len(key), key),
    )
)
"""Offices in whose name a body's documents are issued: "Bộ trưởng Bộ Y tế" stands for "Bộ Y tế"."""


def is_bare_office(name: str) -> bool:
    """Whether ``name`` is an office with no body behind it: "Bộ trưởng" of "Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ"."""
    return exact_key(name.strip()) in OFFICES


@dataclass(frozen=True, slots=True)
class Found:
    """An issuer with the bodies and places beside it that the register may not hold yet (see ``extend``)."""

    issuer: Issuer
    above: tuple[Issuer, ...] = ()
    """From the highest on, each once."""
    places: tuple[Place, ...] = ()
    heirs: tuple[Issuer, ...] = ()
    """Those that took over from it, or from a body above it."""

    def over(self, issuer: Issuer) -> Found:
        """``issuer`` as a body under this one."""
        return replace(self, issuer=issuer, above=(*self.above, self.issuer))

    def below(self, other: Found) -> Found:
        """The same issuer, with that other body and what stands above it before its own."""
        above = {issuer.id: issuer for issuer in (*other.above, other.issuer, *self.above) if issuer.id != self.issuer.id}
        places = {place.id: place for place in (*other.places, *self.places)}
        return replace(self, above=tuple(above.values()), places=tuple(places.values()), heirs=(*other.heirs, *self.heirs))


_UNDER_COUNCIL = tuple(exact_key(word) + " " for word in ("Sở", "Phòng", "Ban", "Văn phòng", "Thanh tra", "Trung tâm", "Chi cục", "Trường"))
"""Local bodies under the people's committee. Of police, army, courts and others nothing is said: they stand under bodies of their own."""
_MASS_BODIES = tuple(exact_key(word) + " " for word in ("Liên đoàn", "Hội", "Đoàn", "Mặt trận"))
_ORGANS = tuple(exact_key(f"Ban {organ}") + " " for organ in words("organ"))


def _whose(key: str) -> str:
    """The body whose organ ``key`` names ("ban chấp hành hội …" → "hội …"); of other bodies the key itself."""
    return next((key[len(organ) :] for organ in _ORGANS if key.startswith(organ)), key)


def is_elected(identifier: str, register: Register) -> bool:
    """Whether an issuer is a body that the people of a place elect: the register's own by its name, any other by the id ``Maker`` gives it.

    >>> council = BodyPattern("council", "state", ("Hội đồng nhân dân",), "HĐND", elected=True)
    >>> is_elected("hoi-dong-nhan-dan-tinh-song-mo", Register(bodies=(council,)))
    True
    """
    name = next((issuer.name for issuer in register.issuers if issuer.id == identifier), None)
    patterns = (body for body in register.bodies if body.elected)
    if name is None:
        return any(identifier.startswith(f"{slug(body.forms[0])}-") for body in patterns)
    return any(exact_key(name).startswith(f"{exact_key(form)} ") for body in patterns for form in body.forms)


class Maker:
    """Finds a body in the register, or makes it. What it makes has the same id whenever and wherever it is made."""

    def __init__(self, register: Register) -> None:
        self.gazetteer = Gazetteer(register)
        self.by_id = {issuer.id: issuer for issuer in register.issuers}
        self.by_name: dict[str, Issuer] = {}
        self.at_place: dict[tuple[str | None, str], Issuer] = {}
        for issuer in register.issuers:
            self.at_place.setdefault((issuer.place, name_key(issuer.name)), issuer)
            for name in (issuer.name, *issuer.aliases):
                self.by_name.setdefault(name_key(name), issuer)
        anchors = [(exact_key(form), body) for body in register.bodies if body.levels for form in body.forms]
        self.anchors = sorted(anchors, key=lambda pair: -len(pair[0]))
        """(key of a form, pattern) of bodies that belong to places, longest form first."""
        self.organs = {exact_key(form): body for body in register.bodies if not body.levels for form in body.forms}

    def body(self, body: BodyPattern, place: Place) -> Found:
        """The body of this kind at this place, from the register when it stands there."""
        shown = body.forms[0]
        name = f"{shown} {place.name}" if len(body.levels) == 1 else f"{shown} {LEVEL_WORDS[place.level]} {place.name}"
        if known := self.at_place.get((place.id, name_key(name))):
            return Found(known, places=self.gazetteer.chain(place))
        parent = self._above(body, place)
        relative = (shown,) if len(body.levels) == 1 else (f"{shown} {LEVEL_WORDS[place.level]}", shown)
        following = tuple(heir.issuer for heir in self._successors(body, place))
        issuer = Issuer(
            f"{slug(name[: -len(place.name)])}-{place.id}",
            name,
            body.system,
            relative=relative,
            codes=tuple(code for code in (body.code, *body.codes) if code),
            parent=parent.issuer.id if parent else None,
            place=place.id,
            since=place.since,
            until=place.until,
            successors=tuple(heir.id for heir in following),
            sources=place.sources,
        )
        found = parent.over(issuer) if parent else Found(issuer)
        return replace(found, places=self.gazetteer.chain(place), heirs=(*found.heirs, *following))

    def _successors(self, body: BodyPattern, place: Place) -> list[Found]:
        """The bodies of the same kind at the places that took over from ``place`` (a Tỉnh ủy may be followed by a Thành ủy)."""
        found = []
        for identifier in place.successors:
            heir = self.gazetteer.by_id.get(identifier)
            patterns = [pattern for _, pattern in self.anchors if heir and heir.level in pattern.levels and pattern.system == body.system]
            same = [pattern for pattern in patterns if pattern.id == body.id or (len(body.levels) == 1 and len(pattern.levels) == 1)]
            if heir and same and not heir.successors:
                found.append(self.body(same[0], heir))
        return found

    def _above(self, body: BodyPattern, place: Place) -> Found | None:
        higher = self.gazetteer.by_id.get(place.parent or "")
        if higher is not None:
            for _, pattern in self.anchors:
                fits = pattern.id == body.id if len(body.levels) > 1 else pattern.system == "party" and higher.level in pattern.levels
                if fits and (len(pattern.levels) > 1) == (len(body.levels) > 1) and higher.level in pattern.levels:
                    return self.body(pattern, higher)
            return None
        top = {"party": "ban-chap-hanh-trung-uong", "state": "chinh-phu"}.get(body.system) if self.gazetteer.central(place) else None
        issuer = self.by_id.get(top or "") if not body.elected else None
        return Found(issuer) if issuer else None

    def under(self, head: str, found: Found, anchor: BodyPattern) -> Found:
        """A body under another: "Ban Tuyên giáo" under "Tỉnh ủy Sông Mơ"."""
        body = found.issuer
        key = exact_key(head)
        for office in OFFICES:
            if key == office:
                return found
            if key.startswith(office + " "):
                head = " ".join(head.split()[len(office.split()) :])
                key = exact_key(head)
        pattern = self.organs.get(key)
        shown = pattern.forms[0] if pattern else self.proper(head)
        name = f"{shown} {body.name}"
        if known := self.by_name.get(name_key(name)):
            return found.over(known)
        if pattern and pattern.code == "=":
            codes = body.codes
        elif anchor.system == "party":
            codes = tuple((pattern.code if pattern else acronym(shown)) + code for code in body.codes)
        else:
            codes = (acronym(shown),)
        short = body.relative[0] if body.relative else body.name
        system = "party" if key.startswith(("ban cán sự đảng", "đảng ")) else body.system
        issuer = Issuer(
            f"{slug(shown)}-{body.id}", name, system, relative=(f"{shown} {short}",), codes=codes, parent=body.id, place=body.place
        )
        return found.over(issuer)

    def local(self, head: str, place: Place) -> Found:
        """A body of a place that is no committee or people's body: "Sở Y tế" of a province, "Công an" of a district."""
        name = f"{head} {LEVEL_WORDS[place.level]} {place.name}"
        if known := self.by_name.get(name_key(name)):
            return Found(known, places=self.gazetteer.chain(place))
        pattern = next((body for _, body in self.anchors if body.id == "uy-ban-nhan-dan"), None)
        key = _whose(exact_key(head))
        system: Literal["state", "front"] = "front" if key.startswith(_MASS_BODIES) and not key.startswith("hội đồng ") else "state"
        council = self.body(pattern, place) if pattern and key.startswith(_UNDER_COUNCIL) else None
        identifier = f"{slug(name[: -len(place.name)])}-{place.id}"
        issuer = Issuer(
            identifier, name, system, relative=(head, f"{head} {LEVEL_WORDS[place.level]}"), codes=(acronym(head),), place=place.id
        )
        found = council.over(replace(issuer, parent=council.issuer.id)) if council else Found(issuer)
        return replace(found, places=self.gazetteer.chain(place))

    def proper(self, head: str) -> str:
        """Capitals as people write them: "SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG" after the ministry of that field."""
        words = head.split()
        if exact_key(words[0]) in ("sở", "phòng"):
            ministry = self.by_name.get(name_key("Bộ " + " ".join(words[1:])))
            if ministry:
                return f"{words[0][:1].upper()}{words[0][1:].lower()} {ministry.name.partition(' ')[2]}"
        return shown_head(head)
