"""Running text of our own pages to the HTML that Python-Markdown makes of it, in one pass.

Only what the templates write is known here: links with a preview and attributes, elements, entities, escaped marks, strong words. For any
other mark ``Unknown`` is raised, and the library itself is asked (see ``dialect``).
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable

Address = Callable[[str], str | None]
"""The address in the site of what a link of the page names; None where there is no such thing."""


class Unknown(Exception):  # noqa: N818 - no error: another way is taken
    """Something that is not ours."""


_INLINE = "a|abbr|b|br|button|em|i|mark|q|small|span|strong|sub|sup|time"
_PIECE = re.compile(
    r"\\(?P<mark>[\\`*_{}\[\]()>#+.!-])"
    r"|\[(?P<text>(?:[^\[\]\\`<>*_{}&|]|\\[\\`*_{}\[\]()>#+.!-]|&(?:#[0-9]+|[0-9a-zA-Z]+);)*)\]"
    r"\((?P<path>[A-Za-z0-9_./:?=%+,~-]*)(?P<place>#[^\s()<>\[\]\\`*&\"'{}]*)?(?:\ \"(?P<title>[^\"\\<>\[\]`*_{}|\n]*)\")?\)"
    r"(?:\{(?P<more>[^{}\n]*)\})?"
    rf"|(?P<tag></?(?:{_INLINE})(?:\ [^<>\\`\[\]\n]*)?>)"
    r"|(?P<entity>&(?:\#[0-9]+|[0-9a-zA-Z]+);)"
    r"|\*\*(?P<strong>(?![\s*])[^*_`\n]*(?<![\s*\\]))\*\*(?!\*)(?:\{(?P<its>[^{}\n]*)\})?"
    r"|(?P<other>!\[|  \n|[\\`*_\[{}<>&|\x00-\x08\x0b-\x1f])"
)
_ANY = re.compile(r"[\\`*_\[{}<>&|\x00-\x08\x0b-\x1f]|  \n")
_ATTRIBUTES = re.compile(r"(?:[ ]*(?:\#[^ =}\"']+|\.[^ =}\"']+|[a-z-]+=\"[^\"{}]*\"))*[ ]*")
_ATTRIBUTE = re.compile(r"\#(?P<id>[^ =}]+)|\.(?P<name>[^ =}]+)|(?P<key>[a-z-]+)=\"(?P<value>[^\"]*)\"")
_LONE = re.compile(r"&(?!(?:\#[0-9]+|\#x[0-9a-f]+|[0-9a-z]+);)", re.IGNORECASE)
_TAG = re.compile(r"<[^>]*>")


def phrase(text: str, address: Address) -> str:
    """HTML of running text. Raises ``Unknown``."""
    if not _ANY.search(text):
        return text

    def piece(match: re.Match[str]) -> str:
        if match["mark"]:
            return "&gt;" if match[0] == "\\>" else match["mark"]
        if match["tag"] or match["entity"]:
            return match[0]
        if match["strong"]:
            return f"<strong{attributes(match['its'] or '')}>{phrase(match['strong'], address)}</strong>"
        if match["other"]:
            raise Unknown(match[0])
        return _link(match, address)

    return _PIECE.sub(piece, text)


def _link(match: re.Match[str], address: Address) -> str:
    path, place, title = match["path"], match["place"] or "", match["title"]
    if path:
        found = path if ":" in path else address(path)
        if found is None or (not place and not found):
            raise Unknown(path)
        path = found
    elif not place:
        raise Unknown("()")
    values = {"href": path + place}
    if title is not None:
        if title != title.strip():
            raise Unknown(title)
        values["title"] = title
    return f"<a{attributes(match['more'] or '', values)}>{phrase(match['text'], address)}</a>"


def attributes(written: str, values: dict[str, str] | None = None) -> str:
    """Attributes as they stand in braces, with ``values``, as they stand in a tag. Raises ``Unknown``."""
    found = dict(values or {})
    if written:
        written = written.removeprefix(":")
        if not _ATTRIBUTES.fullmatch(written):
            raise Unknown(written)
        for match in _ATTRIBUTE.finditer(written):
            if match["name"]:
                found["class"] = f"{found['class']} {match['name']}" if found.get("class") else match["name"]
            elif match["id"]:
                found["id"] = match["id"]
            else:
                found[match["key"]] = match["value"]
    return "".join(f' {key}="{quoted(found[key])}"' for key in sorted(found))


def quoted(value: str) -> str:
    """The value of an attribute; entities in it stay."""
    if "&" in value:
        value = _LONE.sub("&amp;", value)
    return value.replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def plain(phrase: str) -> str:
    """HTML of running text without its tags, for the contents of the page."""
    return " ".join(_TAG.sub("", phrase).split())


def unquoted(value: str) -> str:
    """An attribute's value as it is meant."""
    return html.unescape(value) if "&" in value else value
