"""YAML under ``data/`` to the register, checked against its JSON Schemas."""

from build_tools.register.load import load_register, real_date
from build_tools.register.memo import by_identity
from build_tools.register.works import family, identify, issuers_by_id, target_work, term_at, works_by_number

__all__ = ["by_identity", "family", "identify", "issuers_by_id", "load_register", "real_date", "target_work", "term_at", "works_by_number"]
