"""Forms for figures: blank ones for units to fill in, filled ones read back with every fault at its cell.

Reads the forms of the content folder (``data/forms``) and files that units send; returns ``Filled`` rows and findings. A filled form is
kept as a table of text (``data/figures/<form>/<period>/<unit>.csv``) in the layout of the blank, and read by the same reader.
"""

from __future__ import annotations

from build_tools.forms.blank import blank_csv, blank_workbook
from build_tools.forms.filled import form_in, open_form, read_filled
from build_tools.forms.kept import Taken, is_form, keep, load_filled, take

__all__ = [
    "Taken",
    "blank_csv",
    "blank_workbook",
    "form_in",
    "is_form",
    "keep",
    "load_filled",
    "open_form",
    "read_filled",
    "take",
]
