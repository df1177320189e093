"""Runs a program and kills it, with all that it has started, once our process is gone.

A script for a bare Python: it imports nothing of ours. A killed build cannot end its programs
itself, and one that went on writing would get in the way of the next build.
"""

import os
import signal
import sys
import time

_SIGNALLED = 128
_NOT_STARTED = 126
_NOT_FOUND = 127
_LONGEST_PAUSE = 0.05


def main(parent: int, names: list[str], command: list[str]) -> int:
    """The code that a shell would give for `command`; kills the group if `parent` has gone.

    The command gets the variables in `names`: Python itself adds one where there is no locale.
    """
    try:
        process = os.posix_spawnp(
            command[0],
            command,
            {name: os.environ[name] for name in names if name},
            setsigdef=[signal.SIGPIPE, signal.SIGXFSZ],  # which Python ignores
        )
    except OSError as error:
        print(f"{command[0]} could not be started: {error}", flush=True)  # noqa: T201
        return _NOT_FOUND if isinstance(error, FileNotFoundError) else _NOT_STARTED
    pause = 0.001
    while True:
        ended, status = os.waitpid(process, os.WNOHANG)
        if ended:
            code = os.waitstatus_to_exitcode(status)
            return code if code >= 0 else _SIGNALLED - code
        if os.getppid() != parent:
            os.killpg(0, signal.SIGKILL)
        time.sleep(pause)
        pause = min(1.3 * pause, _LONGEST_PAUSE)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]), sys.argv[2].split("="), sys.argv[3:]))
