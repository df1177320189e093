"""Starting other programs: in an environment that is written down, and not outliving us.

What a program's answer means is left to the one who asked.
"""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from generator.core.frozen import frozen
from generator.publish.refusal import FILE_TOO_LARGE, cause_in
from generator.publish.signals import held_signals

_SUPERVISOR = Path(__file__).with_name("supervisor.py")
_NOT_FOUND = 127
_KILLED = 128 + 9
_STOPPED_AT_SIZE = 128 + 25  # SIGXFSZ


@frozen
class Completed:
    """How a program ended, and what it said on both its outputs."""

    returncode: int
    """As a shell gives it: 126 not to be started, 127 not found, 128 + n ended by signal n."""
    output: str

    @property
    def cause(self) -> str | None:
        """What the machine refused the program, for example `the disk is full`; else nothing."""
        if self.returncode == 0:
            return None
        if self.returncode == _STOPPED_AT_SIZE:
            return FILE_TOO_LARGE
        if self.returncode == _KILLED:
            return "it was killed, perhaps for want of memory"
        return cause_in(self.output)


def run(command: Sequence[str], *, cwd: Path, env: Mapping[str, str]) -> Completed:
    """Run a program to its end, with nothing to read, in `env` and nothing but `env`.

    It ends with us, and so does all that it has started, also when we are killed (on Windows
    only the program itself, and only when we are interrupted).
    """
    if sys.platform == "win32" and not shutil.which(command[0], path=env.get("PATH")):
        return Completed(_NOT_FOUND, f"{command[0]} could not be started: not found\n")
    with (
        held_signals() as hold,
        subprocess.Popen(  # noqa: S603 - what is started is the caller's choice
            _supervised(command, env),
            cwd=cwd,
            env=env,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
            start_new_session=True,
            umask=0o022,
        ) as process,
    ):
        try:
            with hold.released():
                output, _ = process.communicate()
        except BaseException:
            _kill(process)
            raise
    return Completed(process.returncode, output)


def _supervised(command: Sequence[str], env: Mapping[str, str]) -> list[str]:
    if sys.platform == "win32":
        return list(command)
    python = [sys.executable, "-I", "-S", str(_SUPERVISOR)]
    return [*python, str(os.getpid()), "=".join(env), *command]


def _kill(process: "subprocess.Popen[str]") -> None:
    if sys.platform == "win32":
        process.kill()
    elif process.poll() is None:
        os.killpg(process.pid, signal.SIGKILL)
