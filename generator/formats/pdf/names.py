"""Sets of names, written the way one reads them."""


def names(text: str) -> frozenset[str]:
    """The words of a line or several."""
    return frozenset(text.split())
