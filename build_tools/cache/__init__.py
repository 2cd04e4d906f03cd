"""What was made before, kept by the digest of all it was made from; a build goes on without it when it cannot be used."""

from build_tools.cache.beside import kept_beside
from build_tools.cache.digest import digest, digest_of_files, program, shown
from build_tools.cache.files import Stamp, scan
from build_tools.cache.store import NOTHING_KEPT, Store, pack, spelt

__all__ = ["NOTHING_KEPT", "Stamp", "Store", "digest", "digest_of_files", "kept_beside", "pack", "program", "scan", "shown", "spelt"]
