"""Languages of runs: every run of Chinese is marked, also where a page forgot to."""

import re
from typing import Any

from generator.formats.pdf.spacing import Box, Content

REGIONS = {"Hans": "cn", "Hant": "tw", "CN": "cn", "TW": "tw", "HK": "hk", "MO": "mo"}
"""The engine tells scripts apart by regions."""

_NESTED = (list, dict)
_HAN = r"[\u2e80-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\U00020000-\U0003ffff]"
_CHINESE = re.compile(rf"({_HAN}(?:[0-9A-Za-z%.–—·-]*{_HAN})*)")


def in_language(tag: str, content: Content) -> Box:
    """Content in another language than the text around it."""
    language, _, rest = tag.partition("-")
    region = next((REGIONS[part] for part in rest.split("-") if part in REGIONS), None)
    if language == "zh" and region is None:
        region = "cn"
    return {"k": "lang", "l": language, "r": region, "c": content}


def with_chinese_marked(content: Content) -> Content:
    """The same content, with every run of Chinese that has no language in its own box."""
    return list(_marked(content))


def _marked(value: Any) -> Any:  # noqa: ANN401  # JSON
    if isinstance(value, dict):
        if value.get("k") == "lang":
            return value
        return {
            key: _marked(part) if isinstance(part, _NESTED) else part
            for key, part in value.items()
        }
    if not isinstance(value, list):
        return value
    marked: list[Any] = []
    for part in value:
        if isinstance(part, str):
            marked.extend(_cut(part))
        else:
            marked.append(_marked(part))
    return marked


def _cut(text: str) -> Content:
    """A text with its Chinese runs in boxes: they stand at the odd places of a split."""
    return [
        in_language("zh-Hans", [piece]) if place % 2 else piece
        for place, piece in enumerate(_CHINESE.split(text))
        if piece
    ]
