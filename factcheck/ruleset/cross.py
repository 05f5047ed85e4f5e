"""What only all packs together can tell: names that stand for nothing, kinds that do not fit, circles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from graphlib import CycleError, TopologicalSorter

from factcheck.errors import Fault
from factcheck.ruleset.pack import Derive, Event, Pack
from factcheck.ruleset.schema import About, Rule
from factcheck.ruleset.yamltree import Source

_KINDS = "see `factcheck rules list` for the kinds of fields"
Path = tuple[str | int, ...]
Read = tuple[Source, Pack]


def cross_faults(
    read: Sequence[Read], rules: Mapping[str, Rule], subjects: Mapping[str, About], events: Mapping[str, Event]
) -> Iterator[Fault]:
    """Yield every fault among the packs, each at its place; circles where there is no other."""
    faults = [*_of_names(read, rules, subjects, events)]
    yield from faults or _circles(read)


def _of_names(
    read: Sequence[Read], rules: Mapping[str, Rule], subjects: Mapping[str, About], events: Mapping[str, Event]
) -> Iterator[Fault]:
    """Yield the names that stand for nothing, or for something that does not fit."""
    kinds: dict[str, str] = {id: rule.kind for id, rule in rules.items()}
    for source, pack in read:
        yield from _of_rules(source, pack, subjects)
        for path, name in _fields_named(pack):
            if name not in rules:
                yield source.fault(source.place(path), f"{name!r} is no field of any rule")
        for path, derive in _derived(pack):
            for number, what in derive.misfits(kinds) if {derive.field, *derive.sources} <= kinds.keys() else ():
                yield source.fault(source.place(_path_to(path, derive, number)), what, _KINDS)
        yield from _of_events(source, pack, kinds, subjects, events)


def in_order(derive: Iterable[Derive]) -> tuple[Derive, ...]:
    """Return what is derived so that everything comes after what it follows from; there must be no circle."""
    by_field: dict[str, list[Derive]] = {}
    for each in derive:
        by_field.setdefault(each.field, []).append(each)
    ordered = TopologicalSorter({field: _sources(of_field) for field, of_field in by_field.items()}).static_order()
    return tuple(each for field in ordered for each in by_field.get(field, ()))


def _of_rules(source: Source, pack: Pack, subjects: Mapping[str, About]) -> Iterator[Fault]:
    for i, rule in enumerate(pack.rules):
        if rule.about not in subjects:
            yield _no_subject(source, ("rules", i, "about"), rule.about, subjects)
        if any(rule.id == earlier.id for earlier in pack.rules[:i]):
            place = source.place(("rules", i, "id"))
            yield source.fault(place, f"the rule {rule.id!r} stands twice", "keep one of the two")


def _of_events(
    source: Source, pack: Pack, kinds: Mapping[str, str], subjects: Mapping[str, About], events: Mapping[str, Event]
) -> Iterator[Fault]:
    for i, event in enumerate(pack.events):
        if event.about not in subjects:
            yield _no_subject(source, ("events", i, "about"), event.about, subjects)
        if event.id in kinds:
            place = source.place(("events", i, "id"))
            yield source.fault(place, f"{event.id!r} is a field already", "give the event a name of its own")
        if any(event.id == earlier.id for earlier in pack.events[:i]):
            place = source.place(("events", i, "id"))
            yield source.fault(place, f"the event {event.id!r} stands twice", "keep one of the two")
        for j, name in enumerate(event.date):
            if kinds.get(name, "date") != "date":
                place = source.place(("events", i, "date", j))
                yield source.fault(place, f"{name} is a {kinds[name]}, and an event has a date")
    for i, order in enumerate(pack.order):
        for key in ("first", "then"):
            if getattr(order, key) not in events:
                known = ", ".join(sorted(events)) or "none"
                place = source.place(("order", i, key))
                yield source.fault(place, f"{getattr(order, key)!r} is no event", f"known: {known}")


def _no_subject(source: Source, path: Path, about: str, subjects: Mapping[str, About]) -> Fault:
    known = ", ".join(sorted(subjects)) or "none"
    return source.fault(source.place(path), f"{about!r} is no subject", f"declare it under `subjects`; known: {known}")


def _fields_named(pack: Pack) -> Iterator[tuple[Path, str]]:
    """Yield the fields that a pack names outside its rules, each with its path."""
    for path, each in _derived(pack):
        yield _path_to(path, each, None), each.field
        yield from ((_path_to(path, each, number), name) for number, name in enumerate(each.sources))
    for i, event in enumerate(pack.events):
        yield from ((("events", i, "date", j), name) for j, name in enumerate(event.date))
    for i, pair in enumerate(pack.roles):
        yield from ((("roles", i, j), name) for j, name in enumerate(pair))


def _derived(pack: Pack) -> Iterator[tuple[Path, Derive]]:
    """Yield what a pack derives, by `derive` and by `check`."""
    yield from ((("derive", i), each) for i, each in enumerate(pack.derive))
    yield from ((("check", i), each.derive) for i, each in enumerate(pack.check))


def _path_to(path: Path, derive: Derive, number: int | None) -> Path:
    """Return where a source of a derivation stands, or the field that it gives (None)."""
    if number is None:
        return (*path, "field" if path[0] == "derive" else "equals")
    return (*path, "from" if path[0] == "derive" else derive.how, number)


def _sources(derive: Iterable[Derive]) -> set[str]:
    return {name for each in derive for name in each.sources}


def _circles(read: Sequence[Read]) -> Iterator[Fault]:
    """Yield one fault where values follow from one another in a circle, at the first that takes part."""
    derived = [(source, path, each) for source, pack in read for path, each in _derived(pack)]
    try:
        in_order(each for _, _, each in derived)
    except CycleError as error:
        circle: list[str] = error.args[1][::-1]
        source, path, each = next(row for row in derived if row[2].field in circle)
        told = " from ".join(circle)
        what = f"{each.field} follows from itself: {told}"
        yield source.fault(source.place(_path_to(path, each, None)), what, "take one of these out")
