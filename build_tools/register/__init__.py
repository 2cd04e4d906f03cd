"""YAML under ``data/`` to facts: the register, and what editors state of documents; every fault with its file and line.

Its modules are imported one by one: the settings of a content folder are asked for by every command, all the rest by few.
"""
