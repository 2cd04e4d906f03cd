"""What must not be published: secrecy marks and personal data."""

from build_tools.guards.personal import Finding, as_diagnostics, personal_data
from build_tools.guards.publication import Guarded, guard, guard_unread, hidden
from build_tools.guards.redaction import MASK, redact
from build_tools.guards.secrecy import secrecy_marks

__all__ = ["MASK", "Finding", "Guarded", "as_diagnostics", "guard", "guard_unread", "hidden", "personal_data", "redact", "secrecy_marks"]
