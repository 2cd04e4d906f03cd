"""Why the system would not read or write, in words: what it says itself is English, and of a file held by another program hardly that."""

from __future__ import annotations

import errno

from build_tools.messages.catalogue import say
from build_tools.messages.finding import refusal
from build_tools.model.diagnostic import InputError

KNOWN = {
    errno.ENOSPC: "full", errno.EDQUOT: "full", errno.EACCES: "denied", errno.EPERM: "denied", errno.EROFS: "read-only",
    errno.EBUSY: "held", errno.EIO: "broken", errno.ENAMETOOLONG: "long", errno.ENOTCONN: "gone", errno.ESTALE: "gone",
}  # fmt: skip
"""Number of an error → the words for it."""
HELD = (32, 33)
"""Of Windows: another program, such as Word, holds the file (ERROR_SHARING_VIOLATION, ERROR_LOCK_VIOLATION)."""


def is_refusal(error: OSError) -> bool:
    """True for what lies with the machine and not with this program: a full disk, no permission, a file in use."""
    return error.errno in KNOWN


def port_refused(error: OSError | OverflowError, port: int) -> InputError:
    """Why a port of this machine cannot be had; what the sockets of Python raised."""
    if isinstance(error, OverflowError):
        return refusal("port-busy.range", port=port)
    return refusal("port-busy.denied" if isinstance(error, PermissionError) else "port-busy.used", port=port)


def reason(error: OSError) -> str:
    """The words for a refusal of the system; its own where it is another one."""
    if getattr(error, "winerror", None) in HELD:
        return say("commands.system.held")
    known = KNOWN.get(error.errno or 0)
    return say(f"commands.system.{known}") if known else error.strerror or type(error).__name__
