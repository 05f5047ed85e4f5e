"""Frozen data as JSON and back, by their types: what comes back is what went in, or a DecodeError.

Nothing that is decoded can be of another type than a class declares, name a class, or run code: whoever wrote the text.
A dataclass or named tuple is the list of its fields, those at the end that have their defaults left out; of several
classes that a field may hold, the number of the one comes first.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import MISSING, fields, is_dataclass
from enum import Enum
from functools import cache
from sys import intern
from types import NoneType, UnionType
from typing import Any, Generic, Literal, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from factcheck.values.value import Collective, Item, Organisation, Person, Term

T = TypeVar("T")
Part = Callable[[Any], Any]
Pair = tuple[Part, Part]  # how a value becomes plain data, and how it is made of it again
_IMPLEMENTED: Mapping[Any, tuple[type, ...]] = {Item: (Term, Person, Organisation, Collective)}
_PLAIN: Mapping[Any, tuple[type, ...]] = {
    str: (str,),
    int: (int,),
    float: (float, int),
    bool: (bool,),
    NoneType: (NoneType,),
}
_SHORT = 64  # characters; such texts occur again and again


class DecodeError(ValueError):
    """Text that is not what a codec has written."""


class Codec(Generic[T]):
    """Writes and reads values of one type."""

    def __init__(self, kind: Any) -> None:
        self._write, self._make = _pair(kind)

    def encode(self, value: T) -> bytes:
        """Return a value as a line of JSON in ASCII."""
        return json.dumps(self._write(value), separators=(",", ":")).encode("ascii")

    def decode(self, text: bytes) -> T:
        """Return the value that was encoded; raises DecodeError for any other text."""
        try:
            return cast(T, self._make(json.loads(text)))
        except (ValueError, TypeError, IndexError, RecursionError) as error:
            raise DecodeError(str(error)) from None


@cache
def _pair(kind: Any) -> Pair:
    """Return how values of a type are written and made."""
    origin, inner = get_origin(kind), get_args(kind)
    if kind in _IMPLEMENTED:
        pair = _one_of(_IMPLEMENTED[kind])
    elif kind in _PLAIN:
        pair = _same, _checked(_PLAIN[kind])
    elif origin is Literal:
        pair = _same, _member(dict.fromkeys(inner))
    elif origin in (Union, UnionType):
        pair = _union(inner)
    elif origin in (tuple, frozenset):
        pair = _sequence(origin, inner)
    elif isinstance(kind, type) and issubclass(kind, Enum):
        pair = _value_of, kind
    elif is_dataclass(kind):
        known = [each for each in fields(kind) if each.init]
        pair = _record(cast(type, kind), [each.name for each in known], [each.default for each in known])
    elif isinstance(kind, type) and issubclass(kind, tuple):
        names, defaults = kind._fields, kind._field_defaults  # type: ignore[attr-defined]
        pair = _record(kind, names, [defaults.get(name, MISSING) for name in names])
    else:
        raise TypeError(f"{kind} has no encoding")
    return pair


def _same(value: Any) -> Any:
    return value


def _value_of(value: Any) -> Any:
    return value.value


def _checked(types: tuple[type, ...]) -> Part:
    def make(data: Any) -> Any:
        if type(data) not in types:
            raise DecodeError(f"{type(data).__name__} where {types[0].__name__} belongs")
        return intern(data) if type(data) is str and len(data) <= _SHORT else data

    return make


def _member(values: Mapping[Any, None]) -> Part:
    known = {value: value for value in values}

    def make(data: Any) -> Any:
        if data not in known:
            raise DecodeError("a word that is none of those known")
        return known[data]

    return make


def _union(kinds: tuple[Any, ...]) -> Pair:
    """Return the pair of a type that is one of several: plain ones, and at most one list or several classes."""
    plain = tuple(type_ for kind in kinds for type_ in _PLAIN.get(kind, ()))
    rest = tuple(kind for kind in kinds if kind not in _PLAIN)
    make_plain = _checked(plain) if plain else _never
    if not rest:
        return _same, make_plain
    literals = tuple(word for kind in rest if get_origin(kind) is Literal for word in get_args(kind))
    if literals:
        values = [value for kind in rest if isinstance(kind, type) and issubclass(kind, Enum) for value in kind]
        return _value_or_same, _member({**dict.fromkeys(literals), **dict.fromkeys(values)})
    write, make = _pair(rest[0]) if len(rest) == 1 else _one_of(rest)
    return (
        lambda value: value if type(value) in plain else write(value),
        lambda data: make(data) if type(data) is list else make_plain(data),
    )


def _value_or_same(value: Any) -> Any:
    return value.value if isinstance(value, Enum) else value


def _never(data: Any) -> Any:
    raise DecodeError(f"{type(data).__name__} where a list belongs")


def _one_of(classes: tuple[Any, ...]) -> Pair:
    pairs = [_pair(each) for each in classes]
    numbers = {each: number for number, each in enumerate(classes)}

    def write(value: Any) -> Any:
        number = numbers[type(value)]
        return [number, pairs[number][0](value)]

    def make(data: Any) -> Any:
        number, of_class = _list(data)
        if type(number) is not int or number < 0:
            raise DecodeError("a number of a class that there is not")
        return pairs[number][1](of_class)

    return write, make


def _list(data: Any) -> list[Any]:
    if type(data) is not list:
        raise DecodeError(f"{type(data).__name__} where a list belongs")
    return data


def _sequence(origin: type, inner: tuple[Any, ...]) -> Pair:
    if origin is frozenset:
        write, make = _pair(inner[0])
        return lambda value: sorted(map(write, value)), lambda data: frozenset(map(make, _list(data)))
    if len(inner) == 2 and inner[1] is Ellipsis:
        write, make = _pair(inner[0])
        if write is _same:
            return list, lambda data: tuple(map(make, _list(data)))
        return lambda value: [write(each) for each in value], lambda data: tuple([make(each) for each in _list(data)])
    pairs = [_pair(each) for each in inner]
    return (
        lambda value: [write(each) for (write, _), each in zip(pairs, value, strict=True)],
        lambda data: tuple(make(each) for (_, make), each in zip(pairs, _list(data), strict=True)),
    )


def _record(kind: type, names: Sequence[str], defaults: Sequence[Any]) -> Pair:
    """Return the pair of a class; it may hold itself, so that its fields' pairs are looked up when first needed."""
    least = sum(each is MISSING for each in defaults)
    parts: list[Pair] = []

    def ready() -> list[Pair]:
        if not parts:
            hints = get_type_hints(kind)
            parts.extend([_pair(hints[name]) for name in names])
        return parts

    def write(value: Any) -> Any:
        values = [getattr(value, name) for name in names]
        while len(values) > least and _is(values[-1], defaults[len(values) - 1]):
            values.pop()
        return [each[0](value) for each, value in zip(parts or ready(), values, strict=False)]

    def make(data: Any) -> Any:
        if len(_list(data)) > len(names):
            raise DecodeError(f"too much for a {kind.__name__}")
        return kind(*[each[1](value) for each, value in zip(parts or ready(), data, strict=False)])

    return write, make


def _is(value: Any, default: Any) -> bool:
    """Tell whether a value is a default, and of its type: 0.0 is not 0, which prints otherwise."""
    return type(value) is type(default) and bool(value == default)
