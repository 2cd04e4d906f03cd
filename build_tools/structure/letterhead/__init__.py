"""The header of a document, found by evidence: every line may play several roles, the best labelling of the whole is chosen."""

from build_tools.structure.letterhead.reader import REACH, HeaderReader

__all__ = ["REACH", "HeaderReader"]
