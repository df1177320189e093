"""Numbers in a language's digits and scale words, to the last digit.

What stands around the number (comparator, unit) is left to wording.py.
"""

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Context, Decimal, localcontext
from functools import cache, lru_cache

from babel import Locale
from babel.numbers import format_decimal, get_minus_sign_symbol

from generator.core.frozen import frozen

ENGLISH = "en_GB"
CHINESE = "zh_Hans"
MINUS = "\N{MINUS SIGN}"

_EXACT = Context(prec=1000)
"""More digits than any record may have, so that nothing is rounded on the way."""
_MOST_DECIMALS = 3


@frozen
class Scale:
    """A word that stands for zeros: million for six of them."""

    zeros: int
    word: str


UNSCALED = Scale(0, "")
_SCALES = {
    "en": (Scale(12, "trillion"), Scale(9, "billion"), Scale(6, "million")),
    "zh": (Scale(12, "万亿"), Scale(8, "亿"), Scale(4, "万")),
}


def scale_of(numbers: Iterable[Decimal], *, locale: str = ENGLISH) -> Scale:
    """The largest scale in which all `numbers` take at most three decimals.

    So 1,204,000 is 1.204 million and 1,234,567,000 is 1,234.567 million, while 1,234,567 keeps
    its digits. The smallest of the numbers decides: 500–1,500 million, not 0.5–1.5 billion.
    """
    sizes = [abs(number) for number in numbers if number]
    if not sizes:
        return UNSCALED
    for scale in _SCALES[language_of(locale)]:
        if min(sizes) >= Decimal(1).scaleb(scale.zeros) and all(
            _decimals(_scaled(size, scale)) <= _MOST_DECIMALS for size in sizes
        ):
            return scale
    return UNSCALED


def digits(number: Decimal, scale: Scale = UNSCALED, *, locale: str = ENGLISH) -> str:
    """All digits of `number` counted in `scale`, grouped as the language groups them.

    Zeros that were written after the decimal point stay where no scale is used.
    """
    with localcontext(_EXACT):
        value = _scaled(number, scale) if scale.zeros else number
        return _grouped(str(value), _decimals(value), locale)


@lru_cache(maxsize=4096)
def _grouped(value: str, decimals: int, locale: str) -> str:
    """Kept by its spelling: 1.0 is equal to 1, but is not written like it."""
    pattern = "#,##0" + ("." + "0" * decimals if decimals else "")
    text = format_decimal(Decimal(value), format=pattern, locale=locale)
    return text.replace(get_minus_sign_symbol(locale), MINUS)


def scaled_digits(number: Decimal, *, locale: str = ENGLISH) -> str:
    """The number alone with its scale word: `25 million`, `2500万`."""
    scale = scale_of([number], locale=locale)
    number_text = digits(number, scale, locale=locale)
    if not scale.word:
        return number_text
    return f"{number_text}{gap(locale)}{scale.word}"


@cache
def language_of(locale: str) -> str:
    """The language of a locale: `en` of `en_GB`."""
    return Locale.parse(locale).language


def gap(locale: str = ENGLISH) -> str:
    """What stands between a number and its unit: a space that does not break, or nothing."""
    return "" if language_of(locale) == "zh" else "\N{NO-BREAK SPACE}"


def rounded(number: Decimal, figures: int = 3) -> Decimal:
    """`number` to so many significant figures, halves away from zero.

    The only place where digits are given up; whoever uses it says "about".
    """
    last = number.adjusted() - figures + 1
    if not number or -_decimals(number) >= last:
        return number
    return number.quantize(Decimal(1).scaleb(last), ROUND_HALF_UP, _EXACT)


def _scaled(number: Decimal, scale: Scale) -> Decimal:
    return number.scaleb(-scale.zeros, _EXACT).normalize(_EXACT)


def _decimals(number: Decimal) -> int:
    exponent = number.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0
