"""Which commands there are. A command's module is imported when it is asked for, since most import much."""

from __future__ import annotations

import inspect
from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import Any

import typer
from typer.core import TyperGroup
from typer.main import get_command, get_group

# In the order of the help; each is a module of this package that holds a function of its name, or an `app`.
NAMES = (
    *("report", "check", "export", "claims", "explain", "init", "resolve", "sources", "subjects"),
    *("text", "values", "compare", "baseline", "cache", "rules"),
)


class Group(TyperGroup):
    """The group of all commands."""

    def __init__(self, **attrs: Any) -> None:
        super().__init__(**attrs)
        self.commands = _Commands()  # type: ignore[assignment]  # which nobody adds to


class _Commands(Mapping[str, Any]):
    """Commands by their names, each made when it is looked up."""

    def __getitem__(self, name: str) -> Any:
        if name not in NAMES:
            raise KeyError(name)
        module = import_module(f"factcheck.cli.{name}")
        if hasattr(module, "app"):
            group = get_group(module.app)
            group.name = name
            return group
        alone = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)
        alone.command(name)(_complete(getattr(module, name)))
        return get_command(alone)

    def __iter__(self) -> Iterator[str]:
        return iter(NAMES)

    def __len__(self) -> int:
        return len(NAMES)


def _complete(function: Any) -> Any:
    """Return a command with the flags that its parameter `means` stands for."""
    if "means" not in inspect.signature(function).parameters:
        return function
    from factcheck.cli.means import with_means

    return with_means(function)
