"""Exchanging two names in one step, where the system can do it.

Python offers no such call: it is made through the C library. What to do where the system has
none is left to the caller.
"""

import ctypes
import errno
import os
import platform
import sys
from pathlib import Path

_HERE = -100  # AT_FDCWD: paths count from the working folder
_EXCHANGE = 2  # RENAME_EXCHANGE on Linux, RENAME_SWAP on macOS
_RENAMEAT2 = {"x86_64": 316, "aarch64": 276, "riscv64": 276}
"""The number of the system call, for C libraries that do not name it (musl)."""
_CANNOT = {
    errno.ENOSYS,  # an old system
    errno.EINVAL,  # a file system without it, for example NFS
    errno.ENOTSUP,
    errno.EPERM,  # a sandbox that does not know the call
    errno.EXDEV,  # a folder from a lower layer of a container's file system
}


def exchange(one: Path, other: Path) -> bool:
    """Give each folder the other's name, at once; false if the system cannot do it."""
    result = _call(os.fsencode(one), os.fsencode(other))
    if result is None:
        return False
    if result == 0:
        return True
    number = ctypes.get_errno()
    if number in _CANNOT:
        return False
    raise OSError(number, os.strerror(number), str(other))


def _call(one: bytes, other: bytes) -> int | None:
    if sys.platform == "linux":
        return _linux(one, other)
    if sys.platform == "darwin":
        library = ctypes.CDLL(None, use_errno=True)
        return int(library.renamex_np(one, other, _EXCHANGE))
    return None


def _linux(one: bytes, other: bytes) -> int | None:
    library = ctypes.CDLL(None, use_errno=True)
    names = (_HERE, one, _HERE, other, _EXCHANGE)
    if hasattr(library, "renameat2"):
        return int(library.renameat2(*names))
    number = _RENAMEAT2.get(platform.machine())
    return None if number is None else int(library.syscall(number, *names))
