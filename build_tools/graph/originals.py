"""Which original files go on the site: only where the metadata says so, and only what can be rid of traces of its authors."""

from __future__ import annotations

from pathlib import Path

from build_tools.model.diagnostic import Diagnostic, InputError
from build_tools.model.metadata import SourceFile
from build_tools.model.site import Original
from build_tools.read import clean_file


def original_of(source: SourceFile) -> tuple[Original | None, tuple[Diagnostic, ...]]:
    """The original of ``source`` to be published, or a warning why it stays away. None, silently, where nobody asked for it.

    A text with masked personal data never has its original beside it, nor a digest the file in which it was written.
    """
    metadata = source.metadata
    if not metadata.publish_original:
        return None, ()
    if metadata.redact:
        return None, (_refused(source, "văn bản có che thông tin cá nhân", "bỏ publish_original, hoặc bỏ redact"),)
    if metadata.kind == "digest":
        return None, (_refused(source, "đây là bản tóm lược, không phải bản gốc", "bỏ publish_original"),)
    path = Path(source.path)
    try:
        cleaned = clean_file(path, path.read_bytes())
    except InputError as error:
        return None, tuple(_refused(source, item.message, item.hint) for item in error.diagnostics)
    except OSError as error:
        return None, (_refused(source, f"không mở được tệp: {error.strerror}", "kiểm tra tệp"),)
    return Original(cleaned.ending, len(cleaned.data)), ()


def _refused(source: SourceFile, reason: str, hint: str) -> Diagnostic:
    line = source.metadata.line("publish_original")
    path = source.metadata.path if line else source.path
    return Diagnostic("original-refused", "warning", f"không công bố bản gốc: {reason}", hint, path, line)
