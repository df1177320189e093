"""What the machine refuses, as one sentence for the person at the terminal.

How the sentence is shown, and with which exit code, is left to the command line.
"""

import errno
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

FILE_TOO_LARGE = "the file-size limit is too small"
_CAUSES = {
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "the disk quota is used up",
    errno.EFBIG: FILE_TOO_LARGE,
    errno.EIO: "the disk reports an error",
    errno.EROFS: "the file system is read-only",
    errno.EACCES: "there is no permission",
    errno.EPERM: "there is no permission",
    errno.ENAMETOOLONG: "a name is too long",
    errno.ELOOP: "a symbolic link is in the way",
    errno.ENOTDIR: "a file is in the way",
    errno.EEXIST: "a file is in the way",
    errno.EBUSY: "it is in use, or a mount point",
    errno.ENOLCK: "the file system has no locks",
    errno.EMFILE: "this process may open no more files",
    errno.ENFILE: "this machine may open no more files",
    errno.EAGAIN: "this user may start no more processes",
    errno.ENOMEM: "the memory is used up",
}
_NUMBER = re.compile(r"\[Errno (\d+)\]|\(os error (\d+)\)")
"""How Python and Rust print an error of the system."""


class PublishError(Exception):
    """Nothing was published, for a reason that the person at the terminal can act on."""


@contextmanager
def refusals(place: Path) -> Iterator[None]:
    """Turns what the machine refuses while `place` is written into a PublishError.

    Other exceptions pass: they are our bugs.
    """
    try:
        yield
    except OSError as error:
        cause = cause_of(error)
        if cause is None:
            raise
        raise PublishError(f"{shown(place)} could not be written: {cause}") from error


def cause_of(error: OSError) -> str | None:
    """Why the machine refused; nothing if the error rather shows a bug."""
    if error.errno == errno.ENOENT and "temporary" in str(error.strerror):
        return "there is no temporary folder, set TMPDIR to one"
    cause = _CAUSES.get(error.errno or 0)
    return f"{cause} ({shown(error.filename)})" if cause and error.filename else cause


def cause_in(output: str) -> str | None:
    """Why the machine refused a program, by the error numbers that the program printed."""
    numbers = (int(one or other) for one, other in _NUMBER.findall(output))
    causes = [_CAUSES[number] for number in numbers if number in _CAUSES]
    return causes[-1] if causes else None


def shown(place: object) -> str:
    """A path as a message shows it: on one line, whatever its name holds."""
    letters = (c if c.isprintable() else ascii(c)[1:-1] for c in str(place))
    return f"`{''.join(letters)}`"
