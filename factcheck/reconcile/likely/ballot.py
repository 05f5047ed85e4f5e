"""Ballots: the claims on one fact as votes of sources for values, in numbers only."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from factcheck.model import Copy


@dataclass(frozen=True, slots=True)
class Ingredients:
    """What the likely value is made of; each can be left out, to see what it adds (bench/quality/likely.py).

    `law`: claims back what lies within their bounds; `places`: what lies in what; `words`: rates of values that are
    said of many subjects; `trust`: rates of sources; `others`: a source is judged without itself; `groups`: sources
    that are alike share what is known; `luck`: how often false claims agree is counted; `copies`: they have one voice;
    `members`: lists are taken apart.
    """

    law: bool = True
    places: bool = True
    words: bool = True
    trust: bool = True
    others: bool = True
    groups: bool = True
    luck: bool = True
    copies: bool = True
    members: bool = True


ALL = Ingredients()


class Seat(NamedTuple):
    """A source's say on one field; sources of one `group` are called alike, or are of one kind."""

    source: str
    field: str
    group: str


class Vote(NamedTuple):
    """A claim: whose (an index of seats), for which value of the ballot, and how much it weighs (1: in full)."""

    seat: int
    value: int
    weight: float


class Backed(NamedTuple):
    """A value that is also backed by the claims of another.

    `far` tells how surely, from 0 to 1, and `share` the same by the number of values that back it. `within` tells that
    the bounds of the claim hold it, so that the claim is right where the value is: else it is only less than exact.
    """

    value: int
    far: float
    share: float
    within: bool


@dataclass(frozen=True, slots=True)
class Ballot:
    """The votes on one fact.

    `values` are what is voted for, sorted; `backed` tells for each which others its claims back too, `cover` which part
    of all that could be said it allows (0 for a point), `regions` how often it stands for something finer, where the
    values are places. `recurring` values are said of many subjects. One value may be `known` to be true.
    """

    kind: str
    values: tuple[str, ...]
    votes: tuple[Vote, ...]
    backed: tuple[tuple[Backed, ...], ...] = ()
    cover: tuple[float, ...] = ()
    regions: tuple[float, ...] = ()
    recurring: bool = False
    known: int | None = None

    @property
    def plain(self) -> bool:
        """Whether every claim backs the value that it states, and nothing else."""
        return not (self.recurring or self.regions or self.cover or self.backed) and self.known is None


class Rates(NamedTuple):
    """How often a source's claims are right, less fine than the truth, and wrong; the three make 1."""

    right: float
    wide: float
    wrong: float


@dataclass(slots=True)
class Tally:
    """What is known of a source, a group or a value: expected claims that are right, less fine, and all that count."""

    right: float = 0.0
    wide: float = 0.0
    total: float = 0.0

    def add(self, right: float, wide: float, total: float) -> None:
        """Count a claim."""
        self.right += right
        self.wide += wide
        self.total += total

    def rates(self, prior: Rates, strength: float) -> Rates:
        """Return the rates, with a prior that counts as `strength` claims (the mean of a Dirichlet distribution)."""
        wrong = max(0.0, self.total - self.right - self.wide)
        three = (
            self.right + strength * prior.right,
            self.wide + strength * prior.wide,
            wrong + strength * prior.wrong,
        )
        whole = sum(three)
        return Rates(*(round(max(_LEAST, each / whole), _DIGITS) for each in three))


_LEAST = 0.01  # nobody is always right, and nobody never
_DIGITS = 9  # the last ones differ with the order in which numpy adds


@dataclass(frozen=True)
class Trust:
    """What the votes tell of their sources.

    `rates` belong to seats; `voices` number who speaks for himself: a source and what copies it have one voice. `luck`
    is, for each kind of value, the chance that two wrong claims agree. `words` are the rates of values that are said
    of many subjects, and `usual` those of all claims of a kind.
    """

    seats: Sequence[Seat]
    rates: Sequence[Rates]
    voices: Sequence[int]
    luck: dict[str, float]
    usual: dict[str, Rates]
    words: dict[tuple[str, str], Rates]
    sources: dict[str, tuple[Rates, float]]
    copies: tuple[Copy, ...] = ()
