"""Pages of a PDF as files of their own."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator

import pypdfium2


def parted(data: bytes, firsts: Iterable[int]) -> Iterator[tuple[int, int, bytes]]:
    """First and last page (from 1) and the bytes of each part; a part begins on each of ``firsts``, which are in order."""
    source = pypdfium2.PdfDocument(data)
    try:
        starts = list(firsts)
        for first, after in zip(starts, [*starts[1:], len(source) + 1], strict=True):
            target = pypdfium2.PdfDocument.new()
            try:
                target.import_pages(source, list(range(first - 1, after - 1)))
                out = io.BytesIO()
                target.save(out)
            finally:
                target.close()
            yield first, after - 1, out.getvalue()
    finally:
        source.close()
