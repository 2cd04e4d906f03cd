"""What must not be published: secrecy marks and personal data."""

from build_tools.guards.personal import Finding, personal_data
from build_tools.guards.redaction import redact
from build_tools.guards.secrecy import secrecy_marks

__all__ = ["Finding", "personal_data", "redact", "secrecy_marks"]
