"""YAML text becomes plain data and the place of every key and value in it.

The restricted YAML of rule packs and settings: scalars are strings (`no` and `12:30` stay what
they are), duplicate keys are faults, and there are no anchors, aliases or tags, so that a file
means what it looks like and cannot grow when it is read.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from factcheck.errors import Fault, FileError

Path = tuple[str | int, ...]
Tree = dict[str, Any] | list[Any] | str | None

MAX_BYTES = 2_000_000
MAX_DEPTH = 40
_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_CONTEXT = 2
_WIDEST = 100  # characters shown of a line
_UNPRINTABLE = yaml.reader.Reader.NON_PRINTABLE


@dataclass
class Source:
    """A YAML file's data and where everything in it stands (0-based line and column)."""

    path: str
    text: str
    data: Tree = None
    values: dict[Path, tuple[int, int]] = field(default_factory=dict)
    keys: dict[Path, tuple[int, int]] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)

    def fault(self, place: tuple[int, int], what: str, hint: str = "") -> Fault:
        """Return a fault at a place, with the lines around it and a caret."""
        line, column = place
        lines = self.text.splitlines()
        shown = range(max(0, line - _CONTEXT), min(len(lines), line + 1))
        width = len(str(line + 1))
        left = 0 if column < _WIDEST else column - _WIDEST // 2
        cut = slice(left, left + _WIDEST)
        # A tab takes one column, so that the caret stands where it should.
        snippet = [f"  {n + 1:>{width}} | {lines[n].expandtabs(1)[cut]}" for n in shown]
        snippet.append(f"  {'':>{width}} | {' ' * (column - left)}^")
        return Fault(self.path, line + 1, column + 1, what, hint, tuple(snippet))

    def place(self, path: Path, *, key: bool = False) -> tuple[int, int]:
        """Return where a value (or its key) stands, or the nearest thing above it."""
        if key and path in self.keys:
            return self.keys[path]
        while path and path not in self.values:
            path = path[:-1]
        return self.values.get(path, (0, 0))

    def text_at(self, place: tuple[int, int]) -> str:
        """Return the character at a place, or nothing at a line's end."""
        line, column = place
        return "".join(self.text.splitlines()[line : line + 1])[column : column + 1]

    def within(self, place: tuple[int, int], value: str, at: int) -> tuple[int, int]:
        """Return where a value's character stands, or the value where it is not written in one piece."""
        line, column = place
        start = self.text.splitlines()[line].find(value, column)
        return place if start < 0 else (line, start + at)


def parse(text: str, path: str) -> Source:
    """Return a YAML file's data with places; raises FileError with every fault found."""
    source = Source(path, text)
    if len(text) > MAX_BYTES:
        raise FileError((source.fault((0, 0), "the file is too large", "split it into several files"),))
    if (odd := _UNPRINTABLE.search(text)) is not None:
        before = f"{text[: odd.start()]}x".splitlines()
        place = len(before) - 1, len(before[-1]) - 1
        raise FileError((source.fault(place, f"a control character ({odd[0]!r})", "take it out"),))
    try:
        source.data = _document(source, yaml.parse(text, Loader=yaml.CSafeLoader))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        place = (mark.line, mark.column) if mark is not None else (0, 0)
        hint = "indent with spaces, not with tabs" if source.text_at(place) == "\t" else ""
        source.faults.append(source.fault(place, f"not YAML: {error.problem or error.context}", hint))
    except yaml.YAMLError as error:
        source.faults.append(source.fault((0, 0), f"not YAML: {error}", "save the file as UTF-8 text"))
    if source.faults:
        raise FileError(tuple(source.faults))
    return source


def _document(source: Source, events: Iterator[Any]) -> Tree:
    documents = 0
    data: Tree = None
    for event in events:
        if isinstance(event, yaml.DocumentStartEvent):
            documents += 1
            if documents > 1:
                source.faults.append(source.fault(_start(event), "a second document in one file"))
                break
            data = _node(source, next(events), events, ())
    return data


def _node(source: Source, event: Any, events: Iterator[Any], path: Path) -> Tree:
    place = _start(event)
    source.values[path] = place
    if isinstance(event, yaml.AliasEvent):
        source.faults.append(source.fault(place, f"an alias (*{event.anchor})", "write the value out"))
        return None
    _plain(source, event)
    if len(path) > MAX_DEPTH:
        raise FileError((source.fault(place, "nested too deeply"),))
    if isinstance(event, yaml.ScalarEvent):
        return None if not event.style and event.value in _NULLS else str(event.value)
    if isinstance(event, yaml.SequenceStartEvent):
        return _sequence(source, events, path)
    return _mapping(source, events, path)


def _plain(source: Source, event: Any) -> None:
    """Note a value or key that has an anchor or a tag."""
    place = _start(event)
    if event.anchor is not None:
        source.faults.append(source.fault(place, f"an anchor (&{event.anchor})", "write the value out"))
    if event.tag is not None:
        hint = "quote the value if it starts with !"
        source.faults.append(source.fault(place, f"a tag ({event.tag})", hint))


def _sequence(source: Source, events: Iterator[Any], path: Path) -> list[Any]:
    items: list[Any] = []
    for event in events:
        if isinstance(event, yaml.SequenceEndEvent):
            break
        items.append(_node(source, event, events, (*path, len(items))))
    return items


def _mapping(source: Source, events: Iterator[Any], path: Path) -> dict[str, Any]:
    mapping: dict[str, Any] = {}
    for event in events:
        if isinstance(event, yaml.MappingEndEvent):
            break
        place = _start(event)
        key = event.value if isinstance(event, yaml.ScalarEvent) else None
        if key is None:
            source.faults.append(source.fault(place, "a key that is not a word"))
            _node(source, event, events, path)
            key = f"?{len(mapping)}"
        else:
            _plain(source, event)
        if key in mapping:
            first = source.keys[(*path, key)][0] + 1
            source.faults.append(source.fault(place, f"the key {key!r} stands twice", f"the first is in line {first}"))
        source.keys[(*path, key)] = place
        mapping[key] = _node(source, next(events), events, (*path, key))
    return mapping


def _start(event: Any) -> tuple[int, int]:
    return event.start_mark.line, event.start_mark.column
