"""Which files of the content folder are records, and what else lies there.

Follows no link and opens nothing; goes no deeper than `content/<kind>/`. What is neither record nor
litter is named, so that nothing is lost by a wrong name.
"""

import stat
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from os import DirEntry, scandir
from pathlib import Path

from generator.core.frozen import frozen
from generator.core.problems import Problem, Related, Severity
from generator.core.spans import Span
from generator.core.suggest import did_you_mean, one_of
from generator.reading.file_names import (
    folded,
    id_problem,
    is_litter,
    is_settings,
    looks_like_record,
    shown_name,
)
from generator.reading.text_file import LARGEST

CONTENT = "content"
BRIEFINGS = "briefings"
PUBLICATION = "publication"
MOST_FILES = 50_000
MOST_BYTES = 100_000_000

Entry = DirEntry[str]


@frozen
class ContentFile:
    """A regular file in its right place with a right name."""

    path: Path
    kind: str
    id: str
    shown: str
    """Its path relative to the root, with forward slashes."""
    size: int


def find_files(
    root: Path, kinds: Collection[str]
) -> tuple[list[ContentFile], list[Problem]]:
    """The files of records by path, and what is wrong with what lies around them."""
    found = list(_in_content(root / CONTENT, kinds))
    files = [one for one in found if isinstance(one, ContentFile)]
    problems = [one for one in found if isinstance(one, Problem)]
    total = sum(file.size for file in files if file.size <= LARGEST)
    if len(files) <= MOST_FILES and total <= MOST_BYTES:
        return sorted(files, key=lambda file: file.shown), problems
    message = f"the folder holds more than {MOST_FILES:,} records"
    if total > MOST_BYTES:
        message = f"the folder holds more than {MOST_BYTES // 1_000_000} MB of records"
    advice = "remove what is no record of this publication"
    return [], [*problems, _problem(CONTENT, "file.too-many", message, advice)]


def _in_content(
    content: Path, kinds: Collection[str]
) -> Iterator[ContentFile | Problem]:
    if content.is_symlink() or not content.is_dir():
        message = f"there is no folder `{CONTENT}` here"
        advice = "run the command in the folder of the project"
        yield _problem(CONTENT, "file.missing-folder", message, advice)
        return
    for entry in _entries(content, CONTENT):
        if isinstance(entry, Problem):
            yield entry
        elif entry.name in kinds and entry.is_dir(follow_symlinks=False):
            yield from _in_folder(entry)
        else:
            yield from _beside_folders(entry, kinds)


def _beside_folders(
    entry: Entry, kinds: Collection[str]
) -> Iterator[ContentFile | Problem]:
    shown = f"{CONTENT}/{shown_name(entry.name)}"
    name = shown_name(entry.name)
    if not _is_plain(entry):
        yield _not_regular(entry, shown)
    elif entry.name == f"{PUBLICATION}.yml" and entry.is_file(follow_symlinks=False):
        yield _file(entry, PUBLICATION, PUBLICATION, shown)
    elif is_settings(entry.name):
        yield _without_effect(shown, name)
    elif entry.is_dir(follow_symlinks=False):
        advice = did_you_mean(name[:40], kinds) or f"there are {one_of(kinds)}"
        message = f"there are no records in a folder `{name}`"
        yield _problem(shown, "file.unknown-folder", message, advice)
    elif folded(entry.name).startswith(f"{PUBLICATION}."):
        yield _wrong_ending(shown, name, ".yml")
    elif looks_like_record(entry.name) and "." in entry.name:
        message = f"`{name}` lies in no folder of records"
        advice = "move it into the folder of its kind, for example `content/policies`"
        yield _problem(shown, "file.misplaced", message, advice)
    else:
        yield _without_effect(shown, name)


def _in_folder(folder: Entry) -> Iterator[ContentFile | Problem]:
    kind = folder.name
    base = f"{CONTENT}/{kind}"
    entries: list[Entry] = []
    for entry in _entries(Path(folder.path), base):
        if isinstance(entry, Problem):
            yield entry
        else:
            entries.append(entry)
    for names in _alike(entries):
        for entry in names[1:]:
            yield _name_clash(entry.name, names[0].name, base)
        yield _in_its_folder(names[0], kind, base)


def _in_its_folder(entry: Entry, kind: str, base: str) -> ContentFile | Problem:
    name = shown_name(entry.name)
    shown = f"{base}/{name}"
    ending = ".md" if kind == BRIEFINGS else ".yml"
    if not _is_plain(entry):
        return _not_regular(entry, shown)
    if entry.is_dir(follow_symlinks=False):
        message = f"`{name}` is a folder among records"
        advice = f"records lie in `{base}` itself: move its files there"
        return _problem(shown, "file.nested-folder", message, advice)
    if not entry.name.endswith(ending):
        if is_settings(entry.name) or not looks_like_record(entry.name):
            return _without_effect(shown, name)
        return _wrong_ending(shown, name, ending)
    stem = entry.name.removesuffix(ending)
    wrong = id_problem(stem)
    return _problem(shown, *wrong) if wrong else _file(entry, kind, stem, shown)


def _alike(entries: Iterable[Entry]) -> Iterator[list[Entry]]:
    """Files grouped by names that differ only in case or Unicode form, the right one first."""
    groups: defaultdict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        groups[folded(entry.name)].append(entry)
    for _, group in sorted(groups.items()):
        yield sorted(group, key=lambda e: (e.name != folded(e.name), e.name))


def _entries(folder: Path, shown: str) -> Iterator[Entry | Problem]:
    """What lies in a folder, by name, without litter."""
    try:
        with scandir(folder) as found:
            entries = sorted(found, key=lambda entry: entry.name)
    except OSError as error:
        yield unreadable(shown, error)
        return
    for entry in entries:
        if not is_litter(entry.name):
            yield entry


def _is_plain(entry: Entry) -> bool:
    """Whether it is a file or folder itself: no link, pipe, socket or device."""
    return entry.is_file(follow_symlinks=False) or entry.is_dir(follow_symlinks=False)


def _file(entry: Entry, kind: str, stem: str, shown: str) -> ContentFile | Problem:
    try:
        size = entry.stat(follow_symlinks=False).st_size
    except OSError as error:
        return unreadable(shown, error)
    return ContentFile(Path(entry.path), kind, stem, shown, size)


def unreadable(shown: str, error: OSError) -> Problem:
    """What the system says about a file, in its own few words."""
    reason = (error.strerror or "the system refuses").lower()
    message = f"this cannot be read: {reason}"
    return _problem(shown, "file.unreadable", message, "give it back its permissions")


_SPECIAL = (
    (stat.S_ISLNK, "a symbolic link"),
    (stat.S_ISFIFO, "a pipe"),
    (stat.S_ISSOCK, "a socket"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
)


def _not_regular(entry: Entry, shown: str) -> Problem:
    try:
        mode = entry.stat(follow_symlinks=False).st_mode
    except OSError as error:
        return unreadable(shown, error)
    what = next((words for test, words in _SPECIAL if test(mode)), "no ordinary file")
    message = f"`{shown_name(entry.name)}` is {what}"
    return _problem(shown, "file.not-regular", message, "put the file itself here")


def _wrong_ending(shown: str, name: str, ending: str) -> Problem:
    message = f"the name `{name}` does not end in `{ending}`"
    advice = f"rename it to `{name.split('.', maxsplit=1)[0]}{ending}`"
    return _problem(shown, "file.wrong-ending", message, advice)


def _name_clash(name: str, other: str, base: str) -> Problem:
    mine, first = shown_name(name), shown_name(other)
    place = Span(f"{base}/{first}")
    return Problem(
        Span(f"{base}/{mine}"),
        "file.name-clash",
        f"the names `{mine}` and `{first}` differ only in case or in Unicode form",
        help="give one of the two files another name",
        related=(Related(place, "the other"),),
    )


def _without_effect(shown: str, name: str) -> Problem:
    return Problem(
        Span(shown),
        "file.no-effect",
        f"`{name}` has no effect here",
        severity=Severity.WARNING,
        help="only records are read from this folder: move it elsewhere",
    )


def _problem(shown: str, rule: str, message: str, advice: str) -> Problem:
    return Problem(Span(shown), rule, message, help=advice)
