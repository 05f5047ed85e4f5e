"""What other programs do with the same texts: each contender reads one text at a time.

Peers are those of the extra `bench`; one that is not installed is left out of the table.
"""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Callable, Sequence
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from typing import Any

Contender = Callable[[str], object]
# What a user of spaCy's Matcher would write for our commonest fields.
_MATCHES: dict[str, list[list[dict[str, Any]]]] = {
    "deaths": [
        [{"LIKE_NUM": True}, {"LOWER": {"IN": ["people", "men", "women"]}}, {"LOWER": {"IN": ["died", "dead"]}}]
    ],
    "killed": [[{"LOWER": {"IN": ["killed", "killing"]}}, {"OP": "?"}, {"LIKE_NUM": True}]],
    "injured": [[{"LOWER": {"IN": ["injured", "wounded"]}}, {"OP": "?"}, {"LIKE_NUM": True}]],
    "magnitude": [[{"LOWER": "magnitude"}, {"LIKE_NUM": True}], [{"LIKE_NUM": True}, {"LOWER": "magnitude"}]],
    "depth": [[{"LOWER": "depth"}, {"LOWER": "of"}, {"LIKE_NUM": True}]],
    "runtime": [[{"LIKE_NUM": True}, {"LOWER": {"IN": ["minutes", "min"]}}]],
    "detention": [[{"LIKE_NUM": True}, {"LOWER": {"IN": ["days", "months"]}}, {"LOWER": "detention"}]],
    "year": [[{"SHAPE": "dddd"}, {"LOWER": {"IN": ["film", "documentary"]}}]],
    "director": [[{"LOWER": "directed"}, {"LOWER": "by"}, {"IS_TITLE": True, "OP": "+"}]],
    "producer": [[{"LOWER": "produced"}, {"LOWER": "by"}, {"IS_TITLE": True, "OP": "+"}]],
    "date": [[{"LOWER": "on"}, {"IS_DIGIT": True}, {"IS_TITLE": True}, {"SHAPE": "dddd"}]],
    "age": [[{"LOWER": "aged"}, {"IS_DIGIT": True}]],
    "price": [[{"TEXT": "$"}, {"LIKE_NUM": True}, {"LOWER": {"IN": ["million", "billion"]}, "OP": "?"}]],
    "arrests": [[{"LOWER": {"IN": ["arrested", "detained"]}}, {"LIKE_NUM": True}]],
    "population": [[{"LOWER": "population"}, {"LOWER": "of"}, {"LIKE_NUM": True}]],
}


def peers(literals: Sequence[str]) -> dict[str, Contender]:
    """Return the peers that are installed, each ready to read a text; `literals` are what ripgrep looks for."""
    found: dict[str, Contender] = {}
    if find_spec("spacy"):
        import spacy
        from spacy.matcher import Matcher

        blank = spacy.blank("en")
        matcher = Matcher(blank.vocab)
        for name, patterns in _MATCHES.items():
            matcher.add(name, patterns)
        found["spaCy, blank English and a Matcher of 15 fields"] = lambda text: matcher(blank(text))
    if find_spec("dateparser"):
        from dateparser.search import search_dates

        found["dateparser, search_dates"] = partial(search_dates, languages=["en"])
    if find_spec("quantulum3"):
        from quantulum3 import parser

        found["quantulum3"] = parser.parse
    if find_spec("proselint"):
        found |= _proselint()
    if shutil.which("rg"):
        found["ripgrep on the literals, a process for each text"] = partial(_ripgrep, "\n".join(literals))
    return found


def _proselint() -> dict[str, Contender]:
    from proselint.checks import __register__
    from proselint.registry import CheckRegistry
    from proselint.tools import LintFile

    registry = CheckRegistry()
    registry.register_many(__register__)
    return {"proselint": lambda text: LintFile(source=Path("text"), content=text).lint()}


def _ripgrep(literals: str, text: str) -> None:
    with tempfile.NamedTemporaryFile("w", encoding="utf-8") as list_of:
        list_of.write(literals)
        list_of.flush()
        command = ["rg", "-j1", "-i", "-F", "-o", "-b", "-f", list_of.name, "-"]
        subprocess.run(command, input=text, text=True, stdout=subprocess.DEVNULL, check=False)
