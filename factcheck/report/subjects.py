"""The subjects of a run: their spellings, why those were joined, and the names that may be one and were not."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from factcheck.model import Linked, Report, Resemblance, Spelling
from factcheck.report.clean import clean_json, clean_line
from factcheck.report.terminal import make_console, printed
from factcheck.report.view import Look, Signs

_PLAIN = re.compile(r"[^\W\d][\w'.-]*(?: [\w'.-]+)*")  # a name that YAML reads as it stands
_WORDS = frozenset({"null", "true", "false", "yes", "no", "on", "off"})
_MOST_PATHS = 3


def render_table(report: Report, look: Look) -> str:
    """Return a line for each subject, its other spellings below it, then what could be added to the settings."""
    console = make_console(look)
    for subject in report.linkage.subjects:
        documents = f"{len(subject.paths)} document{'s' if len(subject.paths) != 1 else ''}"
        claims = f"{subject.claims} claim{'s' if subject.claims != 1 else ''}"
        known = [subject.about, *([str(subject.year)] if subject.year else []), f"{claims} in {documents}"]
        console.print(Text(clean_line(subject.name), "bold").append(clean_line(f"  {', '.join(known)}"), "dim"))
        for spelling in subject.spellings:
            if spelling.why:
                console.print(Padding(Text(clean_line(_spelt(spelling, look.signs))), (0, 0, 0, 2)))
    _proposed(console, report)
    for problem in report.problems:
        console.print(Text(clean_line(f"{problem.path}: {problem.what}; {problem.hint}"), "magenta"))
    return printed(console)


def _spelt(spelling: Spelling, signs: Signs) -> str:
    paths = [*spelling.paths[:_MOST_PATHS]]
    if len(spelling.paths) > _MOST_PATHS:
        paths.append(f"{len(spelling.paths) - _MOST_PATHS} more")
    sure = "" if spelling.sure else " (likely, not sure)"
    return f"= {signs.quoted(spelling.name)} in {', '.join(paths)}: {spelling.why}{sure}"


def _proposed(console: Console, report: Report) -> None:
    rows = list(_proposals(report.linkage.subjects, report.linkage.resembling))
    if not rows:
        return
    console.print()
    console.print(Text("may be one: put what is right into factcheck.yaml, under `same` or under `different`", "bold"))
    console.print(Text("subjects:\n  same:"))
    for names, why in rows:
        line = f"    - [{', '.join(map(_quoted, names))}]  # {why}"
        console.print(Text(clean_line(line)), soft_wrap=True)


def _proposals(subjects: Sequence[Linked], resembling: Iterable[Resemblance]) -> Iterable[tuple[tuple[str, str], str]]:
    """Yield pairs of names with what speaks for them: those joined although it is not sure, then those left apart."""
    for subject in subjects:
        unsure = (each for each in subject.spellings if not each.sure and each.name != subject.spellings[0].name)
        for spelling in unsure:
            yield (subject.name, spelling.name), f"taken for one: {spelling.why}"
    for pair in resembling:
        yield pair.names, f"left apart: {pair.why}; {pair.against}"


def _quoted(name: str) -> str:
    plain = _PLAIN.fullmatch(name) and name.lower() not in _WORDS
    return name if plain else json.dumps(name, ensure_ascii=False)


def render_json(report: Report) -> str:
    """Return one object: all subjects, the pairs of names that may be one, and what could not be read."""
    subjects = [
        {
            "about": subject.about,
            "kind": subject.key[0],
            "name": subject.name,
            "year": subject.year,
            "claims": subject.claims,
            "documents": list(subject.paths),
            "spellings": [
                {"name": each.name, "why": each.why or None, "sure": each.sure, "documents": list(each.paths)}
                for each in subject.spellings
            ],
        }
        for subject in report.linkage.subjects
    ]
    resembling = [
        {"about": each.about, "names": list(each.names), "why": each.why, "against": each.against}
        for each in report.linkage.resembling
    ]
    problems = [{"path": problem.path, "what": problem.what, "hint": problem.hint} for problem in report.problems]
    whole = {"subjects": subjects, "resembling": resembling, "problems": problems}
    return clean_json(json.dumps(whole, ensure_ascii=False, indent=1)) + "\n"
