"""Numbers as English sources write them: more than 25 million, three to five, over €30 billion.

Words around a number are read from closed lists; a text with another word is left unread.
"""

import re
from collections.abc import Iterable

from generator.core.english_numerals import (
    NUMERAL,
    ORDINAL,
    SCALE,
    read_numeral,
    read_ordinal,
)
from generator.core.quantity import Comparator
from generator.core.readings import (
    ABOUT,
    AT_LEAST,
    AT_MOST,
    EXACTLY,
    HOPING,
    LESS_THAN,
    MORE_THAN,
    NEARLY,
    NEUTRAL,
    OF_THE_CLASS,
    PERCENT,
    REACHING,
    Comparators,
    Reading,
    Scaled,
    Written,
    meant,
    range_of,
    several,
)
from generator.core.units import CURRENCIES, UNITS, UnitKind

_JUST_OVER = frozenset({Comparator.MORE_THAN, Comparator.ABOUT})
_BEFORE: dict[str, Comparators] = {
    **dict.fromkeys(("at least", "no fewer than", "no less than", "≥"), AT_LEAST),
    **dict.fromkeys(("not less than", "not fewer than", "a minimum of"), AT_LEAST),
    **dict.fromkeys(("more than", "over", "exceeding", "exceed", "exceeds"), MORE_THAN),
    **dict.fromkeys(("above", "in excess of", "greater than", ">"), MORE_THAN),
    **dict.fromkeys(("surpassing", "surpass", "upwards of"), MORE_THAN),
    **dict.fromkeys(("just over", "slightly more than"), _JUST_OVER),
    **dict.fromkeys(("up to", "at most", "no more than", "not more than"), AT_MOST),
    **dict.fromkeys(("not exceeding", "a maximum of", "as many as"), AT_MOST),
    **dict.fromkeys(("as much as", "≤"), AT_MOST),
    **dict.fromkeys(("less than", "fewer than", "under", "below", "<"), LESS_THAN),
    **dict.fromkeys(("about", "around", "approximately", "roughly"), ABOUT),
    **dict.fromkeys(("some", "circa", "ca.", "c.", "≈"), ABOUT),
    **dict.fromkeys(("nearly", "almost", "close to"), NEARLY),
    **dict.fromkeys(("of the order of", "on the order of", "~"), OF_THE_CLASS),
    **dict.fromkeys(("reaching", "reach", "reaches"), REACHING),
    **dict.fromkeys(("striving for", "aiming for", "hoping for"), HOPING),
    **dict.fromkeys(("strive for", "aim for", "strive to", "aim to"), HOPING),
    **dict.fromkeys(("a total of", "exactly", "between", "from", "the"), NEUTRAL),
}
_AFTER: dict[str, Comparators] = {
    **dict.fromkeys(("or more", "or above", "and above", "and more"), AT_LEAST),
    **dict.fromkeys(("plus", "+"), AT_LEAST),
    **dict.fromkeys(("or less", "or fewer", "or below"), AT_MOST),
    "or so": ABOUT,
    **dict.fromkeys(("in total", "overall"), NEUTRAL),
}

_SYMBOLS = {
    **dict.fromkeys(("us$", "$", "usd"), "USD"),
    **dict.fromkeys(("€", "eur"), "EUR"),
    **dict.fromkeys(("₩", "krw"), "KRW"),
    **dict.fromkeys(("rmb", "cny"), "CNY"),
}
_COUNTABLE = {UnitKind.COUNT, UnitKind.AREA}
_NOUNS = {
    **{unit.singular: unit.id for unit in UNITS.values() if unit.kind in _COUNTABLE},
    **{unit.plural: unit.id for unit in UNITS.values() if unit.kind in _COUNTABLE},
    **dict.fromkeys(("firm", "firms", "enterprise", "enterprises"), "companies"),
    **dict.fromkeys(("persons", "professionals", "specialists"), "people"),
    **dict.fromkeys(("centers", "center"), "centres"),
    **dict.fromkeys(("headsets", "terminals"), "devices"),
    **dict.fromkeys(("organizations", "organization"), "organisations"),
    **dict.fromkeys(("square meters", "sq m", "sqm"), "square-metres"),
}
_MEASURES = {
    **{unit.singular.lower(): code for code, unit in CURRENCIES.items()},
    **{unit.plural.lower(): code for code, unit in CURRENCIES.items()},
    **dict.fromkeys(("dollars", "dollar", "usd"), "USD"),
    **dict.fromkeys(("renminbi", "rmb", "cny", "chinese yuan"), "CNY"),
    **dict.fromkeys(("korean won", "south korean won", "krw"), "KRW"),
    "eur": "EUR",
    **dict.fromkeys(("%", "percent", "per cent"), "percent"),
    **dict.fromkeys(("times", "-fold", "fold", "x"), "multiple"),
}
_NO_ADJECTIVE = (
    "a|an|and|or|to|of|than|more|less|fewer|least|most|per|each|every|times|fold|not|no"
    "|points?|cent|percent|million|billion|trillion|thousand|hundred|yuan|dollars?|euros?"
    "|won|half|third|quarters?|double|out|in|by"
)
"""What stands between a number and its noun and changes what is counted."""


def _one_of(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


_AMOUNT = (
    rf"(?:(?P<SYMBOL>{_one_of(_SYMBOLS)}) ?)?(?P<NUMBER>{NUMERAL})"
    rf"(?: ?(?P<SCALE>{SCALE}))?(?: ?(?P<UNIT>{_one_of(_MEASURES)})(?![a-z]))?"
)


def _amount(end: str) -> str:
    """The pattern of one end of a range, its groups named for it."""
    return re.sub(
        r"\?P<([A-Z]+)>", lambda name: f"?P<{end}_{name[1].lower()}>", _AMOUNT
    )


_MARKS = rf"(?P<before>(?:(?:{_one_of(_BEFORE)}) ?)*)"
_TAIL = (
    rf"(?: ?(?P<more>{_one_of(_AFTER)}))?"
    rf"(?: (?:(?!(?:{_NO_ADJECTIVE})\b)[a-z][a-z-]{{0,30}} ){{0,3}}?"
    rf"(?P<noun>{_one_of(_NOUNS)}))?(?: (?P<after>{_one_of(_AFTER)}))?"
)
_NUMBER = re.compile(
    rf"{_MARKS}{_amount('low')}(?: ?(?P<join>-|–|—|to|and) ?{_amount('high')})?{_TAIL}",
    re.ASCII,
)
_PLACE = re.compile(
    rf"{_MARKS}(?P<low>{ORDINAL})(?:(?:-|–| to )(?P<high>{ORDINAL}))?"
    r"(?:[ -](?:largest|biggest|place|rank))?(?: (?:in the world|worldwide|globally))?",
    re.ASCII,
)
_AMONG = re.compile(rf"(?:the )?(?:top|among the (?:first|top)) (?P<number>{NUMERAL})")
_HORIZON = re.compile(
    r"\b(?:by|in|before|until|from|since) (?:the )?(?:end of )?\d{4}\b"
    rf"|\b(?:within|in|over) (?:the next )?{NUMERAL} years\b"
    r"|\b(?:per year|a year|annually|each year|every year)\b",
    re.ASCII,
)
_CONVERSION = re.compile(r"(?<=\w) ?\((?:about |around )?(?:us\$|\$|€|₩)[^()]*\)$")
_BETWEEN = re.compile(r"; ?|、|, (?!\d{3}\b)(?:and )?| and | or ")
_FOLD = re.compile(r"(?<=[a-z])fold\b")
_WIDE = {wide: wide - 0xFEE0 for wide in range(0xFF01, 0xFF5F)}


def read_english(text: str) -> Written | None:
    """The values in a text in Latin letters or bare digits; nothing if any is unsure."""
    plain = " ".join(text.translate(_WIDE).lower().split())
    plain = _CONVERSION.sub("", _HORIZON.sub("", _FOLD.sub("-fold", plain)))
    whole = _read_one(plain)
    if whole:
        return Written(text, (whole,))
    pieces = [piece for piece in _BETWEEN.split(plain) if piece.strip()]
    return several(text, [_read_one(piece) for piece in pieces])


def _read_one(text: str) -> Reading | None:
    text = " ".join(text.split())
    if among := _AMONG.fullmatch(text):
        number = read_numeral(among["number"], None)
        return (
            Reading(AT_MOST, (number.value,), frozenset({"rank"})) if number else None
        )
    if place := _PLACE.fullmatch(text):
        return _read_place(place)
    if found := _NUMBER.fullmatch(text):
        return _read_number(found)
    return None


def _read_place(found: re.Match[str]) -> Reading | None:
    rank = frozenset({"rank"})
    marks = _marks(found["before"])
    low = read_ordinal(found["low"])
    if found["high"]:
        return range_of(Scaled(low), Scaled(read_ordinal(found["high"])), marks, rank)
    comparators = meant(marks, EXACTLY)
    return Reading(comparators, (low,), rank) if comparators else None


def _read_number(found: re.Match[str]) -> Reading | None:
    marks = _marks(found["before"])
    marks += [_AFTER[found[name]] for name in ("more", "after") if found[name]]
    low = read_numeral(found["low_number"], found["low_scale"])
    measures = _measures(found)
    if low is None or measures is None or not _is_joined(found):
        return None
    if found["high_number"]:
        high = read_numeral(found["high_number"], found["high_scale"])
        return range_of(low, high, marks, measures) if high else None
    comparators = meant(marks, EXACTLY)
    return Reading(comparators, (low.value,), measures) if comparators else None


def _is_joined(found: re.Match[str]) -> bool:
    """`between` goes with `and`, `from` with two ends; `10 and 20` are two numbers."""
    words = set(found["before"].split())
    if found["high_number"]:
        return ("between" in words) == (found["join"] == "and")
    return not words & {"between", "from"}


def _marks(text: str) -> list[Comparators]:
    return [_BEFORE[word] for word in re.findall(_one_of(_BEFORE), text)]


def _measures(found: re.Match[str]) -> frozenset[str] | None:
    """What is counted; nothing if the ends of a range or symbol and word do not agree."""
    symbols = {_SYMBOLS[s] for s in (found["low_symbol"], found["high_symbol"]) if s}
    units = {_MEASURES[u] for u in (found["low_unit"], found["high_unit"]) if u}
    nouns = {_NOUNS[found["noun"]]} if found["noun"] else set()
    measures = frozenset(symbols | units | nouns)
    is_metres = "m" in {found["low_scale"], found["high_scale"]} and not symbols
    if len(measures) > 1 or is_metres:
        return None
    return PERCENT if measures & PERCENT else measures
