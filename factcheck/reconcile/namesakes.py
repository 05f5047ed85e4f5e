"""Subjects of one name that are several all the same: remakes, look-alike events, rows of one table."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from factcheck.grammar.spelling import with_year
from factcheck.model import Claim, Subject
from factcheck.reconcile.evidence import Evidence, Profile, compare, gap, profile, years_of

_MOST = 64  # subjects of one name that are told apart; what is left then is not known to be any of them
# Years between works of one name, from which they may be two if their people differ, then are two, or may be two
# whoever made them.
_LIKELY, _SURELY, _GENERATION = 2, 4, 20
# How well units fit, so that each tells more than any number of the fields below it; contradicting people halve it.
_SAME_PEOPLE, _SAME_YEAR, _YEAR_UNKNOWN = 1000, 200, 20


@dataclass(slots=True)
class Unit:
    """A subject as one document, or one record of it, names it, with all that is said of it there.

    `years` are those that it is said to be of, `in_name` those that stand in brackets behind its name.
    """

    path: str
    subject: Subject
    kind: str
    claims: list[Claim]
    title: str = ""
    years: frozenset[int] = frozenset()
    in_name: frozenset[int] = frozenset()
    _profile: Profile | None = None

    def __post_init__(self) -> None:
        self.title, told = with_year(self.subject.name) if self.kind == "work" else (self.subject.name, None)
        year = told or self.subject.year
        self.in_name = _set(() if year is None else (year,))
        self.years = self.in_name
        if self.kind == "work":
            sure = (claim for claim in self.claims if not claim.caveats and not claim.settled)
            self.years = _set(tuple(sorted(self.in_name.union(*(years_of(claim.value) for claim in sure)))))

    @property
    def profile(self) -> Profile:
        """What is said of it, with the years of its name."""
        if self._profile is None:
            self._profile = profile(self.claims, self.years)
        return self._profile


@lru_cache(maxsize=1 << 12)
def _set(years: tuple[int, ...]) -> frozenset[int]:
    """Return a set of years, one for all units that have the same."""
    return frozenset(years)


@dataclass(slots=True)
class Group:
    """Units of one name that are one subject; those in `unsure` only may be. The first unit is its centre."""

    units: list[Unit]
    unsure: tuple[int, ...] = ()

    @property
    def centre(self) -> Profile:
        """What is said of the subject by the unit that tells most."""
        return self.units[0].profile

    @property
    def years(self) -> frozenset[int]:
        """All years that units give."""
        if len(self.units) == 1:
            return self.units[0].years
        return frozenset(year for unit in self.units for year in unit.years)

    @property
    def year(self) -> int | None:
        """The year that most units give, of several the first."""
        if len(self.units) == 1:
            return min(self.units[0].years, default=None)
        counts: dict[int, int] = defaultdict(int)
        for unit in self.units:
            for year in unit.years:
                counts[year] += 1
        return min(counts, key=lambda year: (-counts[year], year), default=None)

    def add(self, unit: Unit, *, sure: bool = True) -> None:
        """Put a unit into the group."""
        if not sure:
            self.unsure = (*self.unsure, len(self.units))
        self.units.append(unit)


def told_apart(units: Sequence[Unit]) -> tuple[list[Group], list[Unit]]:
    """Divide units of one name into subjects, and those of which nothing tells which of several they are.

    Every unit is held against the centres of the subjects found so far, never against all others; the order of units
    is that of what they say, not of their documents.
    """
    if len(units) == 1 or not _may_be_several(units):
        return [Group(list(units))], []
    groups: list[Group] = []
    rows: list[dict[str, list[Unit]]] = []  # of each group, by their file
    unknown: list[Unit] = []
    for unit in sorted(units, key=lambda each: each.profile.signature):
        if unit.kind == "event" and not unit.years and groups:
            (groups[0].add(unit) if len(groups) == 1 else unknown.append(unit))
            continue
        ranked = sorted(_fits(unit, groups, rows), key=lambda row: (-row[0], row[1]))
        best = [row for row in ranked if row[0] == ranked[0][0]]
        if not best and len(groups) < _MOST:
            groups.append(Group([]))
            rows.append(defaultdict(list))
            best = [(0, len(groups) - 1, True)]
        if len(best) == 1:
            groups[best[0][1]].add(unit, sure=best[0][2])
            rows[best[0][1]][unit.path].append(unit)
        else:
            unknown.append(unit)
    return groups, unknown


def _may_be_several(units: Sequence[Unit]) -> bool:
    """Tell whether a closer look is worth it: years far apart, or two rows of one file."""
    if units[0].kind not in ("work", "event"):
        return False
    years = {year for unit in units for year in unit.years}
    apart = 1 if units[0].kind == "event" else _LIKELY
    if years and max(years) - min(years) >= apart:
        return True
    rows = [unit.path for unit in units if unit.subject.part]
    return len(set(rows)) < len(rows)


def _fits(
    unit: Unit, groups: Iterable[Group], rows: Sequence[dict[str, list[Unit]]]
) -> Iterable[tuple[int, int, bool]]:
    """Yield for each subject that a unit can be how well it fits, the subject's number, and whether it surely is."""
    for number, group in enumerate(groups):
        if unit.subject.part and not all(_is_double(unit, row) for row in rows[number].get(unit.path, ())):
            continue
        found = _verdict(unit.kind, compare(unit.profile, group.centre))
        between = gap(unit.in_name, group.units[0].in_name)
        if found is not None and (between is None or between < _LIKELY):
            yield found[0], number, found[1]


def _is_double(unit: Unit, row: Unit) -> bool:
    """Tell whether two rows of one table are of one thing: the same year, and at most one of the rest contradicts."""
    evidence = compare(unit.profile, row.profile)
    return evidence.gap == 0 and len(evidence.contradict) + (evidence.people is False) <= 1


def _verdict(kind: str, evidence: Evidence) -> tuple[int, bool] | None:
    """Return how well a unit fits a subject of its name and whether it surely is that one, None where it cannot be.

    Works are two where years and people differ. Years alone tell only generations apart: a wrong year is an error that
    somebody wants to hear of.
    """
    if kind == "event":
        return None if evidence.gap else (_SAME_YEAR, True)
    agree, apart = 2 * len(evidence.agree), evidence.gap
    if evidence.people:
        return _SAME_PEOPLE + agree, True
    if apart is not None and apart >= _LIKELY:
        return _years_apart(evidence, apart, agree)
    known = _YEAR_UNKNOWN if apart is None else _SAME_YEAR
    return (known // 2 if evidence.people is False else known) + agree, True


def _years_apart(evidence: Evidence, apart: int, agree: int) -> tuple[int, bool] | None:
    """Judge works of one name whose years differ; dates of different fields may well lie generations apart."""
    if evidence.people is False:
        return None if apart >= _SURELY else (agree, False)
    if apart < _GENERATION or not evidence.contradict:
        return agree, True
    return None if len(evidence.contradict) > 1 and not agree else (agree, False)
