"""Numbers in figures: "86,633", "12,34,567", "86 633", "2.4", "1.2e14"."""

from __future__ import annotations

import re

from factcheck.grammar.tokens import Token, adjacent, is_sign, text_at

_ROUND = 100  # a count is round with two or more trailing zeros
_THREE = re.compile(r"[0-9]{3}")
_MOST_ZEROS = 6  # figures of a number that is filled up with zeros; longer ones are telephone numbers and codes
_MOST_GROUPS = 10  # of three figures each: nothing is counted further
TIMES = ("\u00d7", "x", "*")
_FAR = 6  # tokens; what stands further away in a list of figures tells nothing about this one


def printed_step(value: float) -> float:
    """Return the unit of the last significant digit of a whole number, 1 where it is not round."""
    if value == 0 or value % _ROUND or value != int(value):
        return 1
    step = _ROUND
    while value % (step * 10) == 0:
        step *= 10
    return step


def figures(text: str, *, zeros: bool = False) -> tuple[float, float] | None:
    """Return the value and printed unit of figures: "86,633", "2.4"; None for "1.2.3" and the like.

    The tail of a number with a gap ("5 020") begins with a zero and is no number of its own, but with `zeros`.
    """
    whole, _, decimals = text.partition(".")
    groups = whole.split(",")
    if len(groups) > 1 and not (len(groups[0]) <= 3 and len(groups[-1]) == 3):
        return None
    if (whole[0] == "0" and len(whole) > (_MOST_ZEROS if zeros else 2)) or not (decimals or "0").isdecimal():
        return None
    whole = "".join(groups)
    if decimals:
        return float(f"{whole}.{decimals}"), 10 ** -len(decimals)
    return int(whole), printed_step(int(whole))


def spaced(tokens: list[Token], at: int) -> tuple[float, float, int] | None:
    """Read "86 633" and "1 414 021 100": groups of three figures with single spaces between them."""
    first, end = tokens[at].text, at + 1
    if not (first.isdecimal() and len(first) <= 3 and first[0] != "0"):
        return None
    while end < len(tokens) and tokens[end].start == tokens[end - 1].end + 1 and _THREE.fullmatch(tokens[end].text):
        end += 1
        if end - at > _MOST_GROUPS:
            return None
    if end == at + 1 or _sticks(tokens, end):
        return None
    value = int("".join(token.text for token in tokens[at:end]))
    return value, printed_step(value), end


def _sticks(tokens: list[Token], at: int) -> bool:
    """Tell whether a word or number goes on right behind the token before."""
    return adjacent(tokens, at) and tokens[at].kind != "sign"


def power(tokens: list[Token], at: int) -> tuple[int, int] | None:
    """Read the "e14" of "1.2e14", the "e+14" of "12.32e+14", the "×10^14" and "x10-3" of others."""
    close = adjacent(tokens, at) and adjacent(tokens, at + 1)
    if text_at(tokens, at) in TIMES and text_at(tokens, at + 1) == "10":
        raised = is_sign(tokens, at + 2, "^")
        if not raised and not (close and is_sign(tokens, at + 2, "+-")):
            return None
        at += 1 + raised
    elif not close or text_at(tokens, at) != "e":
        return None
    sign = is_sign(tokens, at + 1, "+-")
    digits = text_at(tokens, at + 1 + sign)
    if not (digits.isdecimal() and len(digits) <= 2):
        return None
    return (-1 if text_at(tokens, at + 1) == "-" else 1) * int(digits), at + 2 + sign


def european(tokens: list[Token], at: int) -> bool:
    """Tell whether a comma may be for decimals: "12,34" and "1.234,5"; three figures or more are a list."""
    first = last = at
    while _comma(tokens, first - 1) and at - first < _FAR:
        first -= 2
    while _comma(tokens, last + 1) and last - at < _FAR:
        last += 2
    run = tokens[first : last + 1 : 2]
    return len(run) == 2 or (len(run) > 2 and any("." in token.text for token in run))


def _comma(tokens: list[Token], at: int) -> bool:
    """Tell whether a comma stands here between two figures, and nothing else."""
    between = is_sign(tokens, at, ",") and adjacent(tokens, at) and adjacent(tokens, at + 1)
    return between and at > 0 and tokens[at - 1].kind == tokens[at + 1].kind == "number"
