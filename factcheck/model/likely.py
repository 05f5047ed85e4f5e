"""Which value is likely right: the answer, the voices that were weighed for it, and what is known of the sources."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt
from typing import NamedTuple

Answer = float | str | tuple[str, ...]


class Voice(NamedTuple):
    """Sources that count as one, since they copy one another; most voices have one source.

    `accuracy` is the estimated share of their claims that are right, `says` how much the voice weighs on this fact
    (the logarithm of the factor by which it multiplies the odds), `backs` whether it does so for the likely value.
    """

    sources: tuple[str, ...]
    accuracy: float
    backs: bool
    says: float = 0.0


class Standing(NamedTuple):
    """A source with the estimated share of its claims that are right, and the claims that the others could judge."""

    source: str
    accuracy: float
    judged: float

    @property
    def uncertainty(self) -> float:
        """The standard deviation of the accuracy, with a prior of two claims (that of a Beta distribution)."""
        return sqrt(self.accuracy * (1 - self.accuracy) / (self.judged + 3))


class Copy(NamedTuple):
    """Two sources one of which seems to copy the other: how sure that is, and the evidence in words."""

    one: str
    other: str
    sure: float
    why: str


@dataclass(frozen=True, slots=True)
class Likely:
    """Which value the evidence supports, and how sure that is.

    `support` and `against` count independent voices; `why` says what decided, or why nothing did; `vote` is what a
    plain count of sources would give. `superseded` are sides that hold older values of something that moves.
    The `confidence` in a place is that no finer one is meant; that the true place is this one or lies in it is what it
    `holds`.
    """

    value: Answer
    reading: str
    side: int
    confidence: float
    decided: bool
    support: int
    against: int
    why: str
    vote: Answer | None = None
    voices: tuple[Voice, ...] = ()
    superseded: tuple[int, ...] = ()
    holds: float | None = None
