"""Writes compound files ([MS-CFB], version 3), in which Outlook keeps letters: folders with streams."""

from __future__ import annotations

import struct

SECTOR, SMALL, LIMIT = 512, 64, 4096
END, FREE, TABLE, NONE = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD, 0xFFFFFFFF


def compound(streams: dict[str, bytes]) -> bytes:
    """The bytes of a file with these streams; a name may have folders before it ("folder/stream")."""
    folders = sorted({name[:at] for name in streams for at, letter in enumerate(name) if letter == "/"})
    entries: list[tuple[str, int, bytes]] = [("Root Entry", 5, b""), *((name, 1, b"") for name in folders)]
    entries += [(name, 2, data) for name, data in sorted(streams.items())]
    small, small_table = b"", []
    for _, kind, data in entries:
        if kind == 2 and 0 < len(data) < LIMIT:
            first, count = len(small) // SMALL, -(-len(data) // SMALL)
            small_table += [*range(first + 1, first + count), END]
            small += data.ljust(count * SMALL, b"\0")
    sectors: list[bytes] = []
    table: list[int] = []

    def put(data: bytes) -> int:
        count = -(-len(data) // SECTOR)
        first = len(sectors)
        sectors.extend(data[at * SECTOR : (at + 1) * SECTOR].ljust(SECTOR, b"\0") for at in range(count))
        table.extend([*range(first + 1, first + count), END] if count else [])
        return first if count else END

    root = put(small)
    starts, at = [], 0
    for _, kind, data in entries:
        if kind != 2 or not data:
            starts.append(root if kind == 5 else END)
        elif len(data) < LIMIT:
            starts.append(at)
            at += -(-len(data) // SMALL)
        else:
            starts.append(put(data))
    small_fat = put(struct.pack(f"<{len(small_table)}I", *small_table)) if small_table else END
    listed = b"".join(
        _entry(entries, index, start, len(small) if index == 0 else len(entries[index][2])) for index, start in enumerate(starts)
    )
    directory = put(listed.ljust(-(-len(listed) // SECTOR) * SECTOR, b"\0"))
    assert len(table) < SECTOR // 4, "one sector of the table is enough for what tests need"
    fat = len(sectors)
    table += [TABLE, *[FREE] * (SECTOR // 4 - len(table) - 1)]
    sectors.append(struct.pack(f"<{len(table)}I", *table))
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH6x", 0x3E, 3, 0xFFFE, 9, 6)
    head += struct.pack("<IIIIIIIII", 0, 1, directory, 0, LIMIT, small_fat, -(-len(small_table) * 4 // SECTOR), END, 0)
    return (head + struct.pack("<109I", fat, *[FREE] * 108)).ljust(SECTOR, b"\0") + b"".join(sectors)


def _entry(entries: list[tuple[str, int, bytes]], index: int, start: int, size: int) -> bytes:
    """One entry of the directory; those of one folder hang on one another, each to the right of the one before."""
    name, kind, _ = entries[index]
    own = name.rpartition("/")[2]
    above = [_above(name) for name, _, _ in entries]
    inside = [at for at in range(1, len(entries)) if above[at] == (name if kind == 1 else "") and at != index] if kind != 2 else []
    beside = [at for at in range(index + 1, len(entries)) if above[at] == above[index]] if index else []
    text = own.encode("utf-16-le")
    links = struct.pack("<III", NONE, beside[0] if beside else NONE, inside[0] if inside else NONE)
    return (
        text.ljust(64, b"\0") + struct.pack("<HBB", len(text) + 2, kind, 1) + links + bytes(36) + struct.pack("<IQ", start, size)
    )  # fmt: skip


def _above(name: str) -> str:
    return name.rpartition("/")[0]
