"""Chinese numerals, alone and mixed with Arabic digits: 3500亿, 1.8万亿, 一千二百, 百亿.

Exact: cn2an reads whole numbers in characters, everything else is counted in zeros.
"""

import re
from decimal import Decimal

import cn2an

from generator.core.readings import Scaled, plain_number

HAN_DIGITS = "零〇一二两三四五六七八九十"
NUMERAL = (
    r"(?:(?:\d{1,3}(?:,\d{3})+|\d{1,20})(?:\.\d{1,20})?[十百千万亿]{0,3}"
    rf"|[{HAN_DIGITS}百千万亿][{HAN_DIGITS}百千万亿点]{{0,40}})"
)
"""A pattern for what may be a numeral."""

_ZEROS = {"十": 1, "百": 2, "千": 3, "万": 4, "亿": 8}
_DIGITS = {digit: str(value) for value, digit in enumerate("零一二三四五六七八九")}
_DIGITS |= {"〇": "0", "两": "2"}
_ARABIC = re.compile(r"(?P<digits>[\d,.]+)(?P<scale>\D*)", re.ASCII)
_SCALE = re.compile(r"[十百千]?(?:万亿|万|亿)?")
_DIGIT_STRING = re.compile(r"[一二两三四五六七八九]{2}|〇")


def read_numeral(text: str) -> Scaled | None:
    """The number in a text that `NUMERAL` matches; nothing if it is not formed as one."""
    arabic = _ARABIC.fullmatch(text)
    if arabic:
        zeros = _zeros(arabic["scale"])
        coefficient = plain_number(arabic["digits"])
        return None if zeros is None else Scaled(coefficient, zeros)
    zeros = _zeros(text)
    if zeros is not None and not text.startswith("十"):
        return Scaled(Decimal(1), zeros, is_vague=True)
    if "点" in text:
        return _with_point(text)
    return _whole(text)


def _with_point(text: str) -> Scaled | None:
    """三点五万: the digits after the point are read one by one."""
    whole, _, rest = text.partition("点")
    digits = rest.rstrip("十百千万亿")
    zeros = _zeros(rest[len(digits) :])
    before = _whole(whole)
    if zeros is None or before is None or not digits or set(digits) - set(_DIGITS):
        return None
    decimals = "".join(_DIGITS[digit] for digit in digits)
    return Scaled(Decimal(f"{before.value:f}.{decimals}"), zeros)


def _whole(text: str) -> Scaled | None:
    """A number in characters; 三五家 is "three to five", which cn2an would take for 35."""
    if _DIGIT_STRING.search(text):
        return None
    try:
        number = cn2an.cn2an(text, "normal")
    except (ValueError, KeyError):  # KeyError is its answer to 一亿二
        return None
    return Scaled(Decimal(number)) if isinstance(number, int) else None


def _zeros(scale: str) -> int | None:
    """The zeros that scale characters stand for: ten for 百亿; nothing for 亿万."""
    if not _SCALE.fullmatch(scale):
        return None
    return sum(_ZEROS[character] for character in scale)
