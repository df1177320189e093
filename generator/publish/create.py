"""A single new file of the author's, which never replaces an old one."""

from pathlib import Path

from generator.publish.refusal import PublishError, refusals


def create_file(path: Path, content: str) -> None:
    """Write a file that does not exist yet, with the folder it lies in."""
    with refusals(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            with path.open("x", encoding="utf-8", newline="\n") as file:
                file.write(content)
        except FileExistsError:
            raise PublishError(f"{path} is there already") from None
