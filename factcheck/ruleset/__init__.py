"""YAML becomes checked, immutable rules; errors are shown in the YAML with line and caret."""

from factcheck.ruleset.load import default_rules, languages, load_language, load_language_examples, load_ruleset
from factcheck.ruleset.pack import Derive, Event, Order
from factcheck.ruleset.ruleset import Ruleset
from factcheck.ruleset.schema import About, Kind, Rule

__all__ = [
    "About",
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
