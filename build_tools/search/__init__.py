"""Search without a server: a builder of small index files, and the JavaScript that reads them. Knows nothing of documents."""

from build_tools.search.files import StandingIndex
from build_tools.search.groups import Group, group_records, set_aside
from build_tools.search.index import build_index, index_groups
from build_tools.search.install import HEAD_SCRIPT, STYLE, install, page_markdown
from build_tools.search.records import IndexReport, Options, Record

__all__ = [
    "HEAD_SCRIPT",
    "STYLE",
    "Group",
    "IndexReport",
    "Options",
    "Record",
    "StandingIndex",
    "build_index",
    "group_records",
    "index_groups",
    "install",
    "page_markdown",
    "set_aside",
]
