"""What the settings say of subjects: names of one, and names of several that are not to be joined."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from factcheck.grammar.spelling import letters, with_year


@dataclass(frozen=True, slots=True)
class Named:
    """A declared name: its keys by the ways in which kinds of subjects are keyed, and the year that it may have."""

    text: str
    keys: frozenset[str]
    year: int | None

    def names(self, key: str, years: Iterable[int]) -> bool:
        """Tell whether a subject with this key and these years is meant."""
        return key in self.keys and (self.year is None or self.year in years)


@dataclass(frozen=True, slots=True)
class Declared:
    """Lists of names of one subject, the one to be shown first, and lists of names of which no two are one."""

    same: tuple[tuple[Named, ...], ...] = ()
    different: tuple[tuple[Named, ...], ...] = ()

    def first(self, key: str, years: Iterable[int]) -> str | None:
        """Return the name by which a subject is to be known, if any of its names is declared."""
        if not self.same:
            return None
        return next((names[0].text for names in self.same if any(each.names(key, years) for each in names)), None)

    def differ(self, a: str, b: str, years: tuple[Iterable[int], Iterable[int]] = ((), ())) -> bool:
        """Tell whether subjects of two keys are declared to be different, those of one name by their years."""
        return any(
            (x.names(a, years[0]) and y.names(b, years[1])) or (x.names(b, years[1]) and y.names(a, years[0]))
            for names in self.different
            for x, y in combinations(names, 2)
        )


NOTHING = Declared()


def declared(same: Sequence[Sequence[str]], different: Sequence[Sequence[str]]) -> Declared:
    """Return declarations in comparable form; lists of names of one subject that share a name become one list."""
    joined: list[tuple[Named, ...]] = []
    for names in (tuple(map(named, each)) for each in same):
        shared = [each for each in joined if {(n.keys, n.year) for n in each} & {(n.keys, n.year) for n in names}]
        rest = [each for each in joined if each not in shared]
        joined = [*rest, tuple(dict.fromkeys(name for each in (*shared, names) for name in each))]
    return Declared(tuple(joined), tuple(tuple(map(named, names)) for names in different))


def named(text: str) -> Named:
    """Return a declared name in comparable form: "King Kong (1933)" is the one of that year."""
    name, year = with_year(text)
    return Named(text, frozenset((letters(name), letters(name, any_order=True))), year)
