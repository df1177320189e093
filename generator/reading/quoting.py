"""How messages repeat the author's words."""

_SHOWN = 40


def quoted(words: str) -> str:
    """The words in backticks, on one line and shortened."""
    line = " ".join(words.split()).replace("`", "'")
    return f"`{line}`" if len(line) <= _SHOWN else f"`{line[:_SHOWN]}…`"


def listed(words: list[str]) -> str:
    """`a`, `b` and `c`."""
    ticked = [f"`{word}`" for word in words]
    return " and ".join([", ".join(ticked[:-1]), ticked[-1]] if ticked[1:] else ticked)
