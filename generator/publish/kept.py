"""Files that are kept between builds under the name of what they were made from."""

from pathlib import Path


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
        self._folder.mkdir(parents=True, exist_ok=True)
        new = self._folder / f".{key}.new"
        new.write_bytes(content)
        new.replace(self._folder / key)

    def forget_unused(self) -> None:
        """Remove what this build did not ask for."""
        if self._folder.is_dir():
            for path in sorted(self._folder.iterdir()):
                if path.name not in self._used:
                    path.unlink(missing_ok=True)
