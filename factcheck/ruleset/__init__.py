"""YAML becomes checked, immutable rules; errors are shown in the YAML with line and caret."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck import lazy

if TYPE_CHECKING:
    from factcheck.ruleset.asked import AskedRules
    from factcheck.ruleset.files import default_rules, languages
    from factcheck.ruleset.load import load_language, load_language_examples, load_ruleset
    from factcheck.ruleset.pack import Derive, Event, Order
    from factcheck.ruleset.ruleset import Ruleset
    from factcheck.ruleset.schema import About, Kind, Rule

__all__ = [
    "About",
    "AskedRules",
    "Derive",
    "Event",
    "Kind",
    "Order",
    "Rule",
    "Ruleset",
    "default_rules",
    "languages",
    "load_language",
    "load_language_examples",
    "load_ruleset",
]

__getattr__ = lazy.names(
    __name__,
    {
        "asked": ("AskedRules",),
        "files": ("default_rules", "languages"),
        "load": ("load_language", "load_language_examples", "load_ruleset"),
        "pack": ("Derive", "Event", "Order"),
        "ruleset": ("Ruleset",),
        "schema": ("About", "Kind", "Rule"),
    },
)
