"""All documents and the register to one site graph."""

from build_tools.graph.reading import ReadSource, read_source
from build_tools.graph.readings import read_all
from build_tools.graph.site import build_site

__all__ = ["ReadSource", "build_site", "read_all", "read_source"]
