"""YAML under ``data/`` to facts: the register, and what editors state of documents; every fault with its file and line."""

from build_tools.register.documents import Documents, load_documents
from build_tools.register.load import load_register, load_sources
from build_tools.register.metadata import load_metadata

__all__ = ["Documents", "load_documents", "load_metadata", "load_register", "load_sources"]
