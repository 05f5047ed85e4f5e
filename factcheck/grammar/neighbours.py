"""What a value has from the one before it: its hedge, "about 5 miles (8 km)", its unit, "59 users, up from 12"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from factcheck.grammar.found import Found
from factcheck.grammar.language import Language
from factcheck.values.reading import Quantity

_COUNTS = ("number", "percent")  # which are not converted
_NO_ELLIPSIS = ("age", "percent")  # whose unit is repeated, as "from 12%", or does not say what is counted
_BETWEEN = " ,;:()-"


class Neighbours:
    """Settles what values have from those before them."""

    def __init__(self, language: Language) -> None:
        self._compared = frozenset(language.units.compared)

    def settled(self, text: str, found: Sequence[Found]) -> list[Found]:
        """Return the values of a text, each with what it has from the one before it."""
        settled = list(found[:1])
        for each in found[1:]:
            between = text[settled[-1].end : each.start].strip()
            bracketed = between == "(" or (between == "/" and settled[-1] is not found[len(settled) - 1])
            settled.append(self._after(settled[-1], each, between, bracketed=bracketed))
        return settled

    def _after(self, before: Found, each: Found, between: str, *, bracketed: bool) -> Found:
        """Return a value with what it has from the one before it; `bracketed` where it may say that in another unit.

        In "(224 kW / 300 PS)" the second does so too.
        """
        first, second = before.reading, each.reading
        if not isinstance(first, Quantity) or not isinstance(second, Quantity) or second.value is None:
            return each
        if bracketed and first.modifier and not second.modifier and _is_converted(first, second, surely=between == "/"):
            return replace(each, reading=replace(second, hedge=first.hedge, modifier=first.modifier))
        elliptic = first.unit and not second.unit and first.kind not in _NO_ELLIPSIS
        if elliptic and between.strip(_BETWEEN).lower() in self._compared:
            return replace(each, reading=replace(second, kind=first.kind, unit=first.unit))
        return each


def _is_converted(first: Quantity, second: Quantity, *, surely: bool) -> bool:
    """Tell whether the second value may say the first in another unit; one that is `surely` may be any unit's."""
    of_one_kind = (first.kind == second.kind or surely) and first.kind not in _COUNTS
    return of_one_kind and second.unit not in ("", first.unit) and first.value is not None
