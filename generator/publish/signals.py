"""Letting a signal that would end the process wait until nothing lies about half done.

Only the main thread of a Python process can do this; in another thread signals come as ever.
"""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

_NAMES = ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK")
_ENDING = tuple(getattr(signal, name) for name in _NAMES if hasattr(signal, name))


class Interrupted(KeyboardInterrupt):
    """A signal came while it might interrupt."""


class Hold:
    """Collects the signals that have come; they interrupt only while `released`."""

    def __init__(self) -> None:
        self.came: list[int] = []
        self._may_interrupt = False

    def __call__(self, number: int, _frame: FrameType | None) -> None:
        """The handler of all signals that are held."""
        self.came.append(number)
        if self._may_interrupt:
            self._may_interrupt = False
            raise Interrupted

    @contextmanager
    def released(self) -> Iterator[None]:
        """A signal interrupts this block at once, also one that has come before."""
        self._may_interrupt = True
        try:
            if self.came:
                raise Interrupted
            yield
        finally:
            self._may_interrupt = False


@contextmanager
def held_signals() -> Iterator[Hold]:
    """Signals that would end the process wait until this block is left.

    Then they are sent again to whoever was there to get them before: a process that was told to
    end still ends by that signal, only a little later and with its litter removed.
    """
    hold = Hold()
    before = {number: signal.getsignal(number) for number in _ENDING}
    held = [n for n, handler in before.items() if handler not in (signal.SIG_IGN, None)]
    if threading.current_thread() is not threading.main_thread():
        held = []
    try:
        for number in held:
            signal.signal(number, hold)
        yield hold
    finally:
        for number in held:
            signal.signal(number, before[number])
        if hold.came:
            signal.raise_signal(hold.came[0])
