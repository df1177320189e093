"""Files that are kept between builds under the name of what they were made from."""

from pathlib import Path

from generator.publish.refusal import refusals


class Kept:
    """A folder of bytes by key; what is not asked for in a build goes at its end."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._used: set[str] = set()

    def read(self, key: str) -> bytes | None:
        """What was kept; nothing if it was not, or cannot be read."""
        self._used.add(key)
        try:
            return (self._folder / key).read_bytes()
        except OSError:
            return None

    def write(self, key: str, content: bytes) -> None:
        """Keep something, whole or not at all."""
        self._used.add(key)
        new = self._folder / f".{key}.new"
        with refusals(self._folder):
            self._folder.mkdir(parents=True, exist_ok=True)
            new.write_bytes(content)
            new.replace(self._folder / key)

    def forget_unused(self) -> None:
        """Remove what this build did not ask for."""
        if not self._folder.is_dir():
            return
        with refusals(self._folder):
            for path in sorted(self._folder.iterdir()):
                if path.name not in self._used:
                    path.unlink(missing_ok=True)
