"""Numbers as Chinese sources write them: 超过3500亿元, 3—5家, 百亿级, 一批.

Words around a number are read from closed lists. What could turn its meaning (下降, 人均, 每) is
on none of them, so that such a text is left unread rather than misread.
"""

import re
from collections.abc import Iterable

from generator.core.chinese_numerals import HAN_DIGITS, NUMERAL, read_numeral
from generator.core.readings import (
    ABOUT,
    AT_LEAST,
    AT_MOST,
    COUNTED,
    EXACTLY,
    HOPING,
    LESS_THAN,
    MORE_THAN,
    NEARLY,
    NEUTRAL,
    OF_THE_CLASS,
    PERCENT,
    REACHING,
    VAGUELY,
    Comparators,
    Reading,
    Scaled,
    Written,
    meant,
    range_of,
    several,
)

HAN = re.compile(r"[㐀-鿿]")

_BEFORE: dict[str, Comparators] = {
    **dict.fromkeys(("不低于", "不得低于", "不少于", "不得少于"), AT_LEAST),
    **dict.fromkeys(("不小于", "至少", "最少", "最低", "≥"), AT_LEAST),
    **dict.fromkeys(("超过", "突破", "超出", "超", "逾", "高于"), MORE_THAN),
    **dict.fromkeys(("多于", "大于", ">"), MORE_THAN),
    **dict.fromkeys(("不超过", "不得超过", "不超", "不高于", "不多于"), AT_MOST),
    **dict.fromkeys(("不大于", "最高", "最多", "至多", "≤"), AT_MOST),
    **dict.fromkeys(("低于", "少于", "小于", "不到", "不足", "<"), LESS_THAN),
    **dict.fromkeys(("大约", "约为", "约", "大概", "≈"), ABOUT),
    **dict.fromkeys(("接近", "将近", "近"), NEARLY),
    **dict.fromkeys(("达到", "可达", "达"), REACHING),
    **dict.fromkeys(("力争", "争创", "争取", "力求"), HOPING),
}
_BEFORE_AT_A_DISTANCE = ("力争", "争创", "争取", "力求", "最高", "最多", "至少")
_AFTER: dict[str, Comparators] = {
    **dict.fromkeys(("及以上", "以上", "起", "+"), AT_LEAST),
    **dict.fromkeys(("及以下", "以下", "以内", "之内"), AT_MOST),
    **dict.fromkeys(("左右", "上下"), ABOUT),
    **dict.fromkeys(("级别", "量级", "级"), OF_THE_CLASS),
    **dict.fromkeys(("大关", "目标"), NEUTRAL),
}
"""以上, 以下 and 以内 include the number itself (Civil Code of China, article 1259)."""

_PEOPLE = frozenset({"people", "users", "jobs"})
_DEVICES = frozenset({"devices", "products"})
_HOUSES = frozenset(
    {"centres", "clusters", "companies", "organisations", "parks", "platforms", "sites"}
)
"""What has a door and a name: 家 counts neither devices nor standards."""
_UNKNOWN = frozenset({"unknown"})
"""Counts something that is on no list of ours: such a text is not read."""
_UNITS: dict[str, frozenset[str]] = {
    **dict.fromkeys(("元人民币", "元"), frozenset({"CNY"})),
    "美元": frozenset({"USD"}),
    "欧元": frozenset({"EUR"}),
    **dict.fromkeys(("韩元", "韩币"), frozenset({"KRW"})),
    "%": PERCENT,
    **dict.fromkeys(("平方米", "平米"), frozenset({"square-metres"})),
    "倍": frozenset({"multiple"}),
    **dict.fromkeys(("名", "人", "位"), _PEOPLE),
    "用户": frozenset({"users"}),
    **dict.fromkeys(("台套", "台", "套", "部"), _DEVICES),
    "家": _HOUSES,
    **dict.fromkeys("个项件类种大处座条款场所支只辆户", COUNTED),
    **dict.fromkeys(("人次", "个月", "个小时", "个工作日", "场次"), _UNKNOWN),
}


_CHARACTER_CHANGES_MEANING = (
    "零〇一二两三四五六七八九十百千万亿不未无非超过低高少多约近余几数半倍负亏降减"
    "内外上下左右前后第每均"
)


def _one_of(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


_UNIT = _one_of(_UNITS)
_AMOUNT = re.compile(
    rf"(?P<place>[第前])?(?P<percent>百分之)?(?P<low>{NUMERAL})(?P<low_unit>{_UNIT})?"
    rf"(?:[-—–~至到](?P<high>{NUMERAL}))?(?P<more>[余多+])?(?P<unit>{_UNIT})?",
    re.ASCII,
)
_HORIZON = re.compile(
    r"(?:到|至|在|截至)?\d{4}(?:[-—–~至到]\d{4})?年(?:年?底前|底|末|之前|以前|前)?"
    rf"|[\d{HAN_DIGITS}]{{1,3}}年(?:之内|以内|内|间)?"
    r"|平均每年|每年|年均|年底前|年内|累计|总计|合计|共计",
    re.ASCII,
)
_NEAR = re.compile(f"(?:{_one_of(_BEFORE)})*$")
_MARK_BEFORE = re.compile(_one_of(_BEFORE))
_MARK_AFTER = re.compile(_one_of(_AFTER))
_SAFE = rf"(?![{_CHARACTER_CHANGES_MEANING}])[㐀-鿿]"
_FAR = re.compile(rf"(?P<mark>{_one_of(_BEFORE_AT_A_DISTANCE)})|{_SAFE}")
_NOUN = re.compile(rf"(?:{_SAFE}){{0,20}}")
_SOME = re.compile(r"一大?批|若干[个家项]?|一系列|多[家个项种类]")
_BETWEEN = re.compile(r"[、；;，]|,(?!\d{3})")
_MORE_BEFORE_SCALE = re.compile(r"([余多])([万亿]+)")
_WIDE = {
    wide: wide - 0xFEE0 for wide in range(0xFF01, 0xFF5F) if chr(wide) not in "，；"
}


def read_chinese(text: str) -> Written | None:
    """The values in a text with Chinese characters; nothing if any of them is unsure."""
    plain = "".join(text.translate(_WIDE).split())
    plain = _MORE_BEFORE_SCALE.sub(r"\2\1", _HORIZON.sub("", plain))
    pieces = [piece for piece in _BETWEEN.split(plain) if piece]
    return several(text, [_read_number(piece) or _read_some(piece) for piece in pieces])


def _read_some(piece: str) -> Reading | None:
    """一批 and the like: an aspiration without a number."""
    some = _SOME.search(piece)
    if some is None or _marks_before(piece[: some.start()]) is None:
        return None
    return Reading(HOPING) if _NOUN.fullmatch(piece, some.end()) else None


def _read_number(piece: str) -> Reading | None:
    found = _AMOUNT.search(piece)
    if found is None:
        return None
    before = _marks_before(piece[: found.start()])
    measures = _measures(found)
    after = _marks_after(
        piece[found.end() :], may_name_things=bool(measures or found["place"])
    )
    low = read_numeral(found["low"])
    if before is None or after is None or measures is None or low is None:
        return None
    if found["place"]:
        return _read_rank(found, low, piece[found.end() :])
    marks = [*before, *after, *_more(found)]
    if found["high"]:
        high = read_numeral(found["high"])
        return range_of(low, high, marks, measures) if high else None
    bare = VAGUELY if low.is_vague else EXACTLY
    comparators = meant(marks, bare)
    if comparators is None:
        return None
    if measures == COUNTED and piece[: found.start()].endswith("突破"):
        comparators |= bare  # 突破50项技术 is also "a breakthrough in 50 of them"
    return Reading(comparators, (low.value,), measures)


def _read_rank(found: re.Match[str], low: Scaled, rest: str) -> Reading | None:
    """前10 and 第5位, but not 前三季度 or 第三方."""
    is_place = found["low_unit"] in {"位", "名", "大"} or rest in {"", "强"}
    if found["high"] or found["more"] or not is_place:
        return None
    comparators = AT_MOST if found["place"] == "前" else EXACTLY
    return Reading(comparators, (low.value,), frozenset({"rank"}))


def _marks_before(text: str) -> list[Comparators] | None:
    """What the words before a number say; nothing if one of them may change its meaning.

    Right before the number every comparator counts, further off only those that have no object
    of their own there: 最高奖励500万元 is a maximum, 超过去年500万元 is something else.
    """
    near = _NEAR.search(text)
    start = near.start() if near else len(text)
    marks = [_BEFORE[word] for word in _MARK_BEFORE.findall(text[start:])]
    position = 0
    while position < start:
        token = _FAR.match(text, position, start)
        if token is None:
            return None
        if token["mark"]:
            marks.append(_BEFORE[token["mark"]])
        position = token.end()
    return marks


def _marks_after(text: str, *, may_name_things: bool) -> list[Comparators] | None:
    """What the words after a number say, and then what is counted, if it has a classifier."""
    marks, position = [], 0
    while mark := _MARK_AFTER.match(text, position):
        marks.append(_AFTER[mark[0]])
        position = mark.end()
    if position < len(text) and not may_name_things:
        return None
    return marks if _NOUN.fullmatch(text, position) else None


def _more(found: re.Match[str]) -> list[Comparators]:
    """100余家 is more than a hundred, 100+ at least that."""
    if not found["more"]:
        return []
    return [AT_LEAST if found["more"] == "+" else MORE_THAN]


def _measures(found: re.Match[str]) -> frozenset[str] | None:
    """What may be counted; nothing if it is on no list, or differs between the ends."""
    units = {found[name] for name in ("low_unit", "unit") if found[name]}
    if found["percent"]:
        units.add("%")
    if len(units) > 1:
        return None
    measures = _UNITS[units.pop()] if units else frozenset()
    return None if measures == _UNKNOWN else measures
