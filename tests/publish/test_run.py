"""Starting programs: what they see, and what we learn from them."""

import errno
import os
import resource
import sys
from pathlib import Path

import pytest

from generator.publish import Completed, run
from tests.publish.editions import DONE, in_child

PATH = {"PATH": os.environ["PATH"]}
SIGNAL = "import os, signal; signal.signal(25, signal.SIG_DFL)"


def test_both_outputs_and_the_code_come_back(tmp_path: Path) -> None:
    """In the order in which they were written."""
    script = "echo one; echo two >&2; echo three; exit 7"

    assert run(["sh", "-c", script], cwd=tmp_path, env=PATH) == Completed(
        7, "one\ntwo\nthree\n"
    )


@pytest.mark.parametrize(
    "env", [{}, {"LC_CTYPE": "C.UTF-8"}, {"A": "=", "LC_ALL": "C"}]
)
def test_a_program_gets_the_given_environment_and_no_more(
    env: dict[str, str], tmp_path: Path
) -> None:
    """Not ours, and nothing that Python adds."""
    seen = run(["/usr/bin/env"], cwd=tmp_path, env=env)

    assert sorted(seen.output.splitlines()) == [f"{k}={env[k]}" for k in sorted(env)]


def test_a_program_runs_where_it_is_told_and_reads_nothing(tmp_path: Path) -> None:
    """Its working folder is given, its input is empty, its umask the usual one."""
    seen = run(["sh", "-c", "pwd -P; umask; cat"], cwd=tmp_path, env=PATH)

    assert seen == Completed(0, f"{tmp_path.resolve()}\n0022\n")


def test_output_that_is_no_text_is_read_all_the_same(tmp_path: Path) -> None:
    """Bytes that are not UTF-8 become marks of replacement."""
    seen = run(["printf", r"caf\351 \347\224\262\r\n"], cwd=tmp_path, env=PATH)

    assert seen.output == "caf\ufffd 甲\n"


def test_much_output_does_not_block(tmp_path: Path) -> None:
    """More than any pipe holds."""
    script = "import sys; sys.stdout.write('x' * 3_000_000)"

    seen = run([sys.executable, "-c", script], cwd=tmp_path, env=PATH)

    assert len(seen.output) == 3_000_000


def test_words_of_a_command_reach_no_shell(tmp_path: Path) -> None:
    """A branch may be called anything."""
    word = "$(touch hacked); `touch hacked` '\" \n*"

    seen = run(["printf", "%s", word], cwd=tmp_path, env=PATH)

    assert seen.output == word
    assert list(tmp_path.iterdir()) == []


def test_a_missing_program_is_an_answer(tmp_path: Path) -> None:
    """No git is no reason to fail: the caller decides."""
    seen = run(["no-such-program", "--version"], cwd=tmp_path, env=PATH)

    assert seen.returncode == 127
    assert seen.cause is None


def test_a_program_that_may_not_be_started_says_so(tmp_path: Path) -> None:
    """The code is the shell's, the cause is in words."""
    (tmp_path / "program").write_text("echo")

    seen = run([str(tmp_path / "program")], cwd=tmp_path, env=PATH)

    assert (seen.returncode, seen.cause) == (126, "there is no permission")


@pytest.mark.parametrize(
    ("script", "cause"),
    [
        (f"raise OSError({errno.ENOSPC}, 'x')", "the disk is full"),
        (f"raise OSError({errno.EROFS}, 'x')", "the file system is read-only"),
        ("exit('No such device (os error 28)')", "the disk is full"),
        (f"{SIGNAL}; os.kill(os.getpid(), 25)", "the file-size limit is too small"),
        (
            f"{SIGNAL}; os.kill(os.getpid(), 9)",
            "it was killed, perhaps for want of memory",
        ),
        ("raise LookupError('a template')", None),
        (f"print(OSError({errno.ENOSPC}, 'x'))", None),
    ],
)
def test_the_cause_of_a_failure_is_found(
    script: str, cause: str | None, tmp_path: Path
) -> None:
    """So that a full disk can be named, whichever program met it."""
    seen = run([sys.executable, "-c", script], cwd=tmp_path, env=PATH)

    assert seen.cause == cause


def test_few_open_files_are_enough_to_run_a_program(tmp_path: Path) -> None:
    """As in a container with small limits."""

    def few() -> None:
        resource.setrlimit(resource.RLIMIT_NOFILE, (24, 24))
        assert run(["echo", "a"], cwd=tmp_path, env=PATH) == Completed(0, "a\n")

    assert in_child(few) == DONE
