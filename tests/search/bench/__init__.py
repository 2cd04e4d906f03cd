"""The search measured on real documents: queries by script, targets known by construction. See ``run.py``."""
