"""Blanks as a browser shows them: one between words, none at either end of a line."""

import re
from typing import Any

Box = dict[str, Any]
Content = list[Box | str]

LONGEST_GLUED = 24
"""A longer word stays breakable, even if its mark then begins a line."""

_LAST_WORD = re.compile(
    r"(?:[^\s\u2e80-\uffef]+|[\u2e80-\uffef][^\s\u2e80-\uffef]*) ?$"
)


def tidy(content: Content) -> Content:
    """The same runs, without blanks at both ends and without double ones."""
    tidied, _ = _forward(content, after_blank=True)
    return _without_last_blank(tidied)


def glued(content: Content) -> Content:
    """The same runs, with each evidence mark held to the word before it."""
    result: Content = []
    for run in _joined(content):
        if isinstance(run, dict) and isinstance(run.get("c"), list):
            result.append(run | {"c": glued(run["c"])})
            continue
        word = _last_word(result) if _is_mark(run) else ""
        if word:
            before = str(result.pop()).removesuffix(word)
            result += [before] if before else []
            held = word.replace(" ", "\N{NO-BREAK SPACE}")
            result.append({"k": "s", "look": "whole", "c": [held, run]})
        else:
            result.append(run)
    return result


def _joined(content: Content) -> Content:
    """Texts that follow each other as one."""
    joined: Content = []
    for run in content:
        if isinstance(run, str) and joined and isinstance(joined[-1], str):
            joined[-1] += run
        else:
            joined.append(run)
    return joined


def _is_mark(run: Box | str) -> bool:
    return isinstance(run, dict) and run["k"] == "ref"


def _last_word(content: Content) -> str:
    """The word that a text ends with, or a Chinese character; and a blank after it."""
    if not content or not isinstance(content[-1], str):
        return ""
    found = _LAST_WORD.search(content[-1])
    return found[0] if found and len(found[0]) <= LONGEST_GLUED else ""


def _forward(content: Content, *, after_blank: bool) -> tuple[Content, bool]:
    """Drop each blank that follows a blank; also say whether the end is one."""
    kept: Content = []
    for run in content:
        if isinstance(run, str):
            text = run.lstrip(" ") if after_blank else run
            if text:
                kept.append(text)
                after_blank = text.endswith(" ")
        elif run["k"] == "br":
            kept = [*_without_last_blank(kept), run]
            after_blank = True
        elif isinstance(run.get("c"), list):
            inner, after_blank = _forward(run["c"], after_blank=after_blank)
            if inner:
                kept.append(run | {"c": inner})
        else:
            kept.append(run)
            after_blank = run["k"] == "anchor" and after_blank
    return kept, after_blank


def _without_last_blank(content: Content) -> Content:
    if not content:
        return content
    *before, last = content
    if isinstance(last, str):
        text = last.rstrip(" ")
        return [*before, text] if text else _without_last_blank(before)
    if isinstance(last.get("c"), list) and last["k"] != "status":
        inner = _without_last_blank(last["c"])
        return [*before, last | {"c": inner}] if inner else _without_last_blank(before)
    return content
