"""The shape of a language file's section on the order of events."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator

from factcheck.grammar.ordering import SLOTS, Ordering
from factcheck.ruleset import phrase
from factcheck.ruleset.schema import Model, Words


def _ordering(text: str) -> str:
    if not {"first", "then"} <= (slots := phrase.slots(phrase.parse(text))) <= SLOTS:
        raise ValueError(f"{text!r} needs {{first}} and {{then}}, and knows {', '.join(sorted(SLOTS - slots))} besides")
    return text


class OrderWords(Model):
    """How the order of events is told: see `Ordering`."""

    says: tuple[Annotated[str, AfterValidator(_ordering)], ...] = ()
    apart: Words = ()
    turned: Words = ()
    untold: Words = ()
    fillers: Words = ()
    determiners: Words = ()

    def ordering(self) -> Ordering:
        """Return the section as the grammar knows it."""
        apart, turned, untold = map(frozenset, (self.apart, self.turned, self.untold))
        return Ordering(self.says, apart, turned, untold, self.fillers, self.determiners)
