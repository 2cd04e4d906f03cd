"""From directive to report: which passages of a report answer which task, as a ranking proposes and an editor confirms.

Reads the site and what editors say; returns for each directive the reports that answer it, and for each task the passages that do, with
their stance. A proposal is marked as one; nothing is linked that the graph or an editor does not hold together.
"""

from __future__ import annotations

from build_tools.coverage.between import OPEN, Move, between
from build_tools.coverage.judged import judged_faults
from build_tools.coverage.matrix import Answer, Cell, Coverage, Pairing, coverage_of

__all__ = ["OPEN", "Answer", "Cell", "Coverage", "Move", "Pairing", "between", "coverage_of", "judged_faults"]
