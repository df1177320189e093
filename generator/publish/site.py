"""Publishing a folder whole or not at all.

The new site is made in a hidden folder beside the old one; then the two change places. Killed at
any moment, the published folder is the old site or the new one (see swap.py for systems that
need two steps). What a killed build has left is removed by the next.

A process that holds the folder itself open, such as a container into which it is mounted, goes
on seeing the old one: mount the folder above it.
"""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

from generator.publish.folders import folder_made, located, settle
from generator.publish.lock import taken
from generator.publish.ownership import MARKER, is_ours, refuse_foreign, refuse_place
from generator.publish.refusal import PublishError, refusals, shown
from generator.publish.signals import Hold, held_signals
from generator.publish.swap import (
    new_folder_beside,
    put_back,
    remove_leftovers,
    swap,
)

_T = TypeVar("_T")


def replace_site(site: Path, make: Callable[[Path], _T]) -> _T:
    """Let `make` fill a new folder and publish that as `site`; gives back what `make` gives.

    `make` gets an empty folder and has to write the marker into it. If it raises, or anything
    else fails, or the process is told to end, then the old site stays as it was. A `site` that
    is a file, a link or a folder that we did not make is refused; links further up are fine.
    """
    with held_signals() as hold, refusals(site):
        refuse_place(site)
        with folder_made(located(site).parent), taken(site):
            return _replace(site, make, hold)


def _replace(site: Path, make: Callable[[Path], _T], hold: Hold) -> _T:
    folder = located(site)
    put_back(folder)
    refuse_foreign(site)
    try:
        remove_leftovers(folder)
        new = new_folder_beside(folder)
        with hold.released():
            made = make(new)
        if not is_ours(new):
            raise PublishError(f"{shown(site)} was kept: the new one has no {MARKER}")
        settle(new)
        refuse_foreign(site)
        swap(new, folder)
    finally:
        with suppress(OSError):  # all is decided: the next build tries again
            put_back(folder)
            remove_leftovers(folder)
    return made
