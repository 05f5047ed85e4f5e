"""Patterns that run in linear time: RE2 with a memory limit, whoever wrote the rule."""

from __future__ import annotations

from typing import Any, TypeAlias

import re2

from factcheck.ruleset.phrase import PERSON

Compiled: TypeAlias = Any  # re2 ships no types; its patterns have the interface of re.Pattern
_MAX_MEMORY = 8 << 20  # bytes that RE2 may use for one pattern's automata
_MAX_LENGTH = 2_000  # characters of a rule's own pattern
_MOST_GROUPS = 50  # RE2 leaves its fast ways where it has to keep many


def compile_re2(source: str | bytes) -> Compiled:
    """Compile a pattern, for texts or for texts in UTF-8; raises ValueError with RE2's reason."""
    options = re2.Options()
    options.max_mem = _MAX_MEMORY
    options.log_errors = False
    try:
        return re2.compile(source, options)
    except re2.error as error:
        reason = error.args[0] if error.args else error
        text = reason.decode(errors="replace") if isinstance(reason, bytes) else str(reason)
        raise ValueError(f"{source!r} is no RE2 pattern: {text}") from None


def with_value(source: str) -> str:
    """Return a rule's own pattern, checked: it must compile and have a group named value."""
    if len(source) > _MAX_LENGTH:
        raise ValueError(f"a pattern of {len(source)} characters; {_MAX_LENGTH} are allowed")
    pattern = own_pattern(source)
    if "value" not in pattern.groupindex:
        raise ValueError(f"{source!r} has no group named value: (?P<value>...)")
    if pattern.groups > _MOST_GROUPS:
        raise ValueError(f"a pattern of {pattern.groups} groups; {_MOST_GROUPS} are allowed, and (?:...) is none")
    return source


def own_pattern(source: str) -> Compiled:
    """Compile a rule's own pattern, in which {who} is a person's name; raises ValueError with RE2's reason."""
    return compile_re2(source.replace("{who}", f"(?P<who>{PERSON})", 1))
