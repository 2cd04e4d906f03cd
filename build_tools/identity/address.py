"""ASCII addresses of numbers: lower case, safe in paths and links, and never one address for two numbers.

A number is cut at ``-`` (kept) and ``/`` (written ``_``). A token is written plainly (lower case, Đ as ``dd``) when reading it back
gives the same token; otherwise it is spelled out letter by letter after a dot. So ``QĐ`` → ``qdd``, ``QD`` → ``qd``,
``TTg`` → ``ttg`` and the unusual ``TTG`` → ``.ttg``.
"""

from __future__ import annotations

import re

_USUAL = {text.lower(): text for text in ("TTg", "CTr", "TTr", "TrS", "QĐi", "QyĐ", "QCPH")}
"""Tokens whose usual spelling is not all capitals. Fixed for ever: changing it would move published addresses."""
_PLAIN = re.compile(r"[A-Za-z0-9Đ](?:[A-Za-z0-9Đ.]*[A-Za-z0-9Đ])?\Z")
_RUN = re.compile(r"d{2,}")
_SEPARATORS = {"-": "-", "/": "_"}


def encode_number(number: str) -> str:
    """The address of a canonical number.

    >>> encode_number("30/2020/NĐ-CP")
    '30_2020_ndd-cp'
    """
    return "".join(_SEPARATORS.get(part) or _encode_token(part) for part in re.split(r"([-/])", number))


def decode_number(address: str) -> str:
    """The number that ``address`` stands for. Raises ``ValueError`` for what ``encode_number`` never writes.

    >>> decode_number("127-qdd_tw")
    '127-QĐ/TW'
    """
    parts = re.split(r"([-_])", address)
    number = "".join({"-": "-", "_": "/"}.get(part) or _decode_token(part) for part in parts)
    if encode_number(number) != address:
        raise ValueError(f"not an address of a number: {address!r}")
    return number


def _encode_token(token: str) -> str:
    if _PLAIN.match(token):
        plain = _plain(token)
        if _read_plain(plain) == token:
            return plain
    return "." + "".join(map(_spell, token))


def _plain(token: str) -> str:
    return token.lower().replace("đ", "dd")


def _read_plain(plain: str) -> str:
    # a run of d: pairs are Đ, an odd first one is D ("bgdddt" is BGDĐT)
    text = _RUN.sub(lambda run: "d" * (len(run[0]) % 2) + "đ" * (len(run[0]) // 2), plain)
    return _USUAL.get(text) or text.upper()


def _spell(char: str) -> str:
    if "A" <= char <= "Z":
        return char.lower()
    if char in "0123456789":
        return char
    if "a" <= char <= "z":
        return "." + char
    return {"Đ": ".1", "đ": ".2"}.get(char) or f".0{ord(char):x}."


_SPELLED = re.compile(r"\.0(?P<code>[0-9a-f]{1,6})\.|\.(?P<stroke>[12])|\.(?P<small>[a-z])|(?P<plain>[a-z0-9])")


def _decode_token(address: str) -> str:
    if not address.startswith("."):
        return _read_plain(address)
    letters, at = [], 1
    while at < len(address):
        unit = _SPELLED.match(address, at)
        if unit is None:
            raise ValueError(f"not an address of a number: {address!r}")
        at = unit.end()
        if unit["code"]:
            letters.append(chr(int(unit["code"], 16)))
        elif unit["stroke"]:
            letters.append("Đ" if unit["stroke"] == "1" else "đ")
        else:
            letters.append(unit["small"] or unit["plain"].upper())
    return "".join(letters)
