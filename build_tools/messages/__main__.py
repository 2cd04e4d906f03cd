"""``python -m build_tools.messages``: what catalogues lack and where calls and catalogues disagree; 1 when there is an error."""

from __future__ import annotations

import sys
from pathlib import Path

from build_tools.messages.calls import source_faults
from build_tools.messages.lint import catalogue_faults

if __name__ == "__main__":
    faults = (*catalogue_faults(), *source_faults(Path(__file__).resolve().parents[1]))
    for fault in faults:
        print(fault)
    sys.exit(any(fault.severity == "error" for fault in faults))
