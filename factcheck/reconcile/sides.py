"""The claims of one fact are split into sides: groups that can each be true at once."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import reduce

from factcheck.model import LIKELY, Claim, Side
from factcheck.ruleset import Rule
from factcheck.values import Listed, Ordered, Related, Relation, Value, relate
from factcheck.values.interval import Interval, common, stab

_APART = (Relation.CONFLICT, Relation.TENSION)
_BOUNDS = ("literal", "lenient")


@dataclass(frozen=True, slots=True)
class Statement:
    """What one source says on a fact: a claim, or the list that all its claims make together."""

    claims: tuple[Claim, ...]
    value: Value

    @property
    def firm(self) -> bool:
        """Tell whether the statement can make an error: stated, and without a caveat."""
        return any(not claim.caveats and claim.form != "derived" for claim in self.claims)

    @property
    def own(self) -> str:
        """The subject that it surely is about, where it is not sure that the others speak of that one; else nothing."""
        return self.claims[0].subject.own

    def firm_among(self, own: str) -> bool:
        """Tell whether it can make an error among statements that are surely about one subject.

        What follows from other claims can, but not where it is not sure that they speak of one.
        """
        if self.own != own:
            return False
        unsure = {LIKELY} if own else set()
        if not self.stated:
            return own != "" or LIKELY not in self.claims[0].caveats
        return any(not set(claim.caveats) - unsure and claim.form != "derived" for claim in self.claims)

    @property
    def settled(self) -> bool:
        """Tell whether it is a verdict of the editors."""
        return bool(self.claims[0].settled)

    @property
    def stated(self) -> bool:
        """Tell whether a source says so itself."""
        return self.claims[0].form != "derived"


@dataclass(frozen=True, slots=True)
class Camp:
    """A side with its statements and the reading that stands for it."""

    statements: tuple[Statement, ...]

    @property
    def side(self) -> Side:
        """The side as reports know it: claims in order, stated ones first."""
        claims = [claim for statement in self.statements for claim in statement.claims]
        return Side(tuple(sorted(claims, key=_order)), representative(self.statements))

    @property
    def firm(self) -> tuple[Statement, ...]:
        """The statements that can make an error."""
        return tuple(each for each in self.statements if each.firm)

    @property
    def stated(self) -> tuple[Statement, ...]:
        """The statements that some source makes itself."""
        return tuple(each for each in self.statements if each.stated)


def statements(claims: Iterable[Claim], rule: Rule) -> list[Statement]:
    """Return what each source says; the partial lists of one document are joined."""
    if not rule.is_list:
        return [Statement((claim,), claim.value) for claim in claims]
    by_source: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_source[claim.path or claim.id].append(claim)
    joined = []
    for of_source in by_source.values():
        values = [claim.value for claim in of_source if isinstance(claim.value, Listed)]
        joined.append(Statement(tuple(of_source), reduce(Listed.union, values)))
    return joined


def split(made: Sequence[Statement], rule: Rule) -> list[Camp]:
    """Split statements into sides, in an order that depends on their values only."""
    return _split_lists(made) if rule.is_list else _split_ordered(made, rule)


def _split_ordered(made: Sequence[Statement], rule: Rule) -> list[Camp]:
    by_reading: dict[str, list[Statement]] = defaultdict(list)
    for statement in made:
        by_reading[statement.value.reading].append(statement)
    slack = rule.slack / 2
    saying: dict[Interval, list[Statement]] = defaultdict(list)
    for _, of_reading in sorted(by_reading.items()):
        values = [s.value for s in _one_each(of_reading)]
        of_value = {id(v): saying[v.bounds.literal.widen(slack)] for v in values if isinstance(v, Ordered)}
        for statement in sorted(of_reading, key=lambda s: _order(s.claims[0])):
            of_value[id(statement.value)].append(statement)
    intervals, said = list(saying), list(saying.values())
    return [Camp(tuple(s for i in group for s in said[i])) for group in stab(intervals)]


def _one_each(made: Iterable[Statement]) -> Iterable[Statement]:
    """Return the first of the statements that hold the same value: many claims share one."""
    first: dict[int, Statement] = {}
    for statement in made:
        first.setdefault(id(statement.value), statement)
    return first.values()


def _split_lists(made: Sequence[Statement]) -> list[Camp]:
    """Join a list to the commonest one that it is the same as or compatible with: a star, no chain."""
    counts = Counter(s.value.reading for s in made)
    by_weight = sorted(made, key=lambda s: (-counts[s.value.reading], s.value.reading, _order(s.claims[0])))
    camps: list[list[Statement]] = []
    for statement in by_weight:
        for camp in camps:
            if relate(camp[0].value, statement.value).relation in (Relation.SAME, Relation.COMPATIBLE):
                camp.append(statement)
                break
        else:
            camps.append([statement])
    return [Camp(tuple(camp)) for camp in camps]


def representative(made: Sequence[Statement]) -> str:
    """Return the commonest stated reading, ties by its text."""
    stated = [s for s in made if s.stated] or list(made)
    counts = Counter(s.value.reading for s in stated)
    return min(counts, key=lambda reading: (-counts[reading], reading))


def between(a: Iterable[Statement], b: Iterable[Statement], rule: Rule) -> tuple[Related, Statement, Statement]:
    """Return the worst relation between statements of two sides, with the two that show it.

    Ordered values need no pairs: the lowest high end and the highest low end are the witnesses.
    """
    if rule.is_list:
        pairs = [(x, y) for x in a for y in b]
    else:
        (low_a, high_a), (low_b, high_b) = _ends(a), _ends(b)
        pairs = [*zip(low_a, high_b, strict=True), *zip(low_b, high_a, strict=True)]
    related = [(relate(x.value, y.value, rule.slack), x, y) for x, y in pairs]
    return max(related, key=lambda row: (row[0].relation.rank, row[0].distance))


def contradicting(mine: Sequence[Statement], theirs: Sequence[Statement], rule: Rule) -> list[Statement]:
    """Return the statements of a side that contradict the other: "at least 24" stands by 24 as it does by 27."""
    others = theirs if rule.is_list else [each for ends in _ends(theirs) for each in ends]
    apart = {id(s.value): between((s,), others, rule)[0].relation in _APART for s in _one_each(mine)}
    return [each for each in mine if apart[id(each.value)]]


def _ends(made: Iterable[Statement]) -> tuple[list[Statement], list[Statement]]:
    """Return the statements with the lowest high ends, and those with the highest low ends, of either bounds."""
    each = _one_each(made)
    low = [min(each, key=_high(bounds)) for bounds in _BOUNDS]
    return low, [max(each, key=_low(bounds)) for bounds in _BOUNDS]


def shared(camp: Camp) -> Ordered | None:
    """Return a value with what all statements of an ordered side allow together."""
    values = [s.value for s in camp.statements if isinstance(s.value, Ordered)]
    literal = common(value.bounds.literal for value in values)
    if not values or literal is None:
        return None
    return min(values, key=lambda value: (value.bounds.literal.width, value.reading))


def _high(bounds: str):  # type: ignore[no-untyped-def]
    return lambda s: (
        getattr(s.value.bounds, bounds).high,
        not getattr(s.value.bounds, bounds).high_open,
        s.value.reading,
    )


def _low(bounds: str):  # type: ignore[no-untyped-def]
    return lambda s: (
        getattr(s.value.bounds, bounds).low,
        getattr(s.value.bounds, bounds).low_open,
        s.value.reading,
    )


def _order(claim: Claim) -> tuple[bool, str, int, str]:
    span = claim.span
    return (span is None, "" if span is None else span.path, 0 if span is None else span.start, claim.id)
