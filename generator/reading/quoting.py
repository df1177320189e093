"""How messages repeat the author's words."""

_SHOWN = 40


def quoted(words: str) -> str:
    """The words in backticks, on one line, shortened, without signs that steer a terminal."""
    line = " ".join(words.split()).replace("`", "'")
    short = line if len(line) <= _SHOWN else f"{line[:_SHOWN]}…"
    return f"`{''.join(sign if sign.isprintable() else '�' for sign in short)}`"


def listed(words: list[str]) -> str:
    """`a`, `b` and `c`."""
    ticked = [f"`{word}`" for word in words]
    return " and ".join([", ".join(ticked[:-1]), ticked[-1]] if ticked[1:] else ticked)
