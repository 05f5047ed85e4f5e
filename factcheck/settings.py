"""Settings: `factcheck.yaml` or `[tool.factcheck]` in pyproject.toml become one frozen value.

The file is looked for upwards from the current folder, as ruff and pytest do; the first folder
that has one wins, and `factcheck.yaml` goes before `pyproject.toml`. Paths in it are relative to
its folder.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from datetime import date
from itertools import combinations
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

from factcheck.errors import FactcheckError, Fault, FileError
from factcheck.grammar.spelling import letters, with_year
from factcheck.opening import SETTINGS, content_of
from factcheck.ruleset.yamltree import Source, parse

Name = Annotated[str, Field(min_length=1)]
_MEND = "mend the file, or pass --isolated"
_TOML_PLACE = re.compile(r"at line (\d+), column (\d+)")
NAMES = ("factcheck.yaml", "factcheck.yml", "pyproject.toml")


def _pattern(text: str) -> str:
    from pathspec import GitIgnoreSpec

    try:
        GitIgnoreSpec.from_lines([text])
    except (ValueError, re.error) as error:
        raise ValueError(f"not a pattern as in .gitignore: {error}") from None
    return text


FilePattern = Annotated[str, Field(min_length=1), AfterValidator(_pattern)]


class Suppress(BaseModel):
    """Findings that are silenced in documents that nobody may edit; `path` is a pattern as in .gitignore."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    path: FilePattern
    ignore: tuple[str, ...] = ()
    reason: str = Field(min_length=1)
    line: int = Field(1, exclude=True)


class Subjects(BaseModel):
    """What is known of names: lists of names of one subject, the first to be shown, and of names that are never one."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    same: tuple[Annotated[tuple[Name, ...], Field(min_length=2)], ...] = ()
    different: tuple[Annotated[tuple[Name, ...], Field(min_length=2)], ...] = ()

    @property
    def lists(self) -> tuple[tuple[tuple[str, ...], ...], tuple[tuple[str, ...], ...]]:
        """Both kinds of lists."""
        return self.same, self.different


class Settings(BaseModel):
    """What a run is to do. Every key has a flag; flags go before the file."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    paths: tuple[Path, ...] = ()
    rules: tuple[Path, ...] = ()
    default_rules: bool = Field(True, alias="default-rules")
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: Literal["note", "warning", "error"] = "note"
    fail_on: tuple[Literal["note", "warning", "error", "stale"], ...] = Field((), alias="fail-on")
    doc_dates: dict[str, str] = Field({}, alias="doc-dates")
    as_of: date | None = Field(None, alias="as-of")
    exclude: tuple[FilePattern, ...] = ()
    suppress: tuple[Suppress, ...] = ()
    columns: dict[str, str] = {}
    subjects: Subjects = Subjects()
    wikidata: dict[str, Annotated[str, Field(pattern=r"^Q[1-9][0-9]*$")]] = {}
    facts: Path | None = None
    use_facts: bool = Field(True, alias="use-facts")
    baseline: Path | None = None
    use_baseline: bool = Field(True, alias="use-baseline")
    new_sources: bool = Field(False, alias="new-sources")
    file: Path | None = Field(None, exclude=True)


def find_settings(start: Path) -> Path | None:
    """Return the settings file that holds for a folder, or None."""
    for folder in (start, *start.parents):
        for name in NAMES:
            file = folder / name
            if file.is_file() and (name != "pyproject.toml" or _pyproject_table(file) is not None):
                return file
    return None


def load_settings(file: Path | None) -> Settings:
    """Read a settings file; raises FileError or FactcheckError with the place of what is wrong."""
    if file is None:
        return Settings()
    if not file.is_file():
        raise FactcheckError(f"{file}: there is no such settings file", "check --config, or leave it out")
    source = None if file.suffix == ".toml" else _yaml(file)
    data = _pyproject_table(file) if source is None else source.data
    try:
        settings = Settings.model_validate(data or {})
    except ValidationError as error:
        details = error.errors(include_url=False)
        raise FileError(tuple(_fault(file, source, detail) for detail in details)) from None
    if faults := tuple(_misjoined(file, source, settings.subjects)):
        raise FileError(faults)
    here = file.parent
    lines = [1 if source is None else source.place(("suppress", n))[0] + 1 for n in range(len(settings.suppress))]
    update = {
        "suppress": tuple(
            each.model_copy(update={"line": line}) for each, line in zip(settings.suppress, lines, strict=True)
        ),
        "file": file,
        "paths": tuple(here / path for path in settings.paths),
        "rules": tuple(here / path for path in settings.rules),
        "facts": None if settings.facts is None else here / settings.facts,
        "baseline": None if settings.baseline is None else here / settings.baseline,
        "doc_dates": {str(here / path): date for path, date in settings.doc_dates.items()},
    }
    return settings.model_copy(update=update)


def _text(file: Path) -> str:
    return content_of(file, SETTINGS).decode("utf-8-sig" if file.suffix != ".toml" else "utf-8")


def _yaml(file: Path) -> Source:
    try:
        return parse(_text(file), str(file))
    except (UnicodeDecodeError, OSError) as error:
        raise FactcheckError(f"{file}: cannot be read: {error}", "save it as UTF-8 text") from None


def _pyproject_table(file: Path) -> dict[str, Any] | None:
    try:
        tool = tomllib.loads(_text(file)).get("tool", {})
    except tomllib.TOMLDecodeError as error:
        found = _TOML_PLACE.search(str(error))
        at_end = (len(_text(file).splitlines()), 1)
        line, column = at_end if found is None else (int(found[1]), int(found[2]))
        raise FileError((Fault(str(file), line, column, f"not TOML: {error}", _MEND),)) from None
    except (ValueError, RecursionError, OSError) as error:  # no text, too deep, or a number without bounds
        raise FactcheckError(f"{file}: cannot be read: {error}", _MEND) from None
    table = tool.get("factcheck") if isinstance(tool, dict) else None
    if table is None or isinstance(table, dict):
        return table
    raise FactcheckError(f"{file}: tool.factcheck is not a table", "write [tool.factcheck]")


def _toml_line(file: Path, key: str) -> int:
    """Return the line in which a key of our table stands, or that of the table's head; tomllib tells no places."""
    lines = _text(file).splitlines()
    head = next((n for n, line in enumerate(lines, 1) if line.strip().startswith("[tool.factcheck")), 1)
    stands = re.compile(rf"""\s*["']?{re.escape(key)}["']?\s*[=.]""")
    return next((n for n, line in enumerate(lines, 1) if n > head and key and stands.match(line)), head)


def _fault(file: Path, source: Source | None, detail: Any) -> Fault:
    path = tuple(detail["loc"])
    name = ".".join(map(str, path))
    what = f"{detail['msg']} ({name})" if name else str(detail["msg"])
    hint = "see `factcheck report --help` for what can be set"
    if source is None:
        return Fault(str(file), _toml_line(file, str(path[0]) if path else ""), 1, what, hint)
    return source.fault(source.place(path, key=detail["type"] == "extra_forbidden"), what, hint)


def _misjoined(file: Path, source: Source | None, subjects: Subjects) -> Iterator[Fault]:
    """Yield a fault for every name that joins two subjects which are declared different, or that is not told from one.

    Names are known by their letters, and by the year in brackets behind them.
    """
    apart: dict[frozenset[Any], int] = {}
    for n, names in enumerate(subjects.different):
        for (i, x), (j, y) in combinations(enumerate(map(_known_by, names)), 2):
            if x == y:
                what = f"{names[j]!r} has the same letters as {names[i]!r}, so no document can mean it alone"
                hint = 'put the year behind each: "King Kong (1933)"'
                yield _fault_at(file, source, ("subjects", "different", n, j), names[j], what, hint)
            apart[frozenset((x, y))] = n
    joined: dict[Any, set[Any]] = {}
    for n, names in enumerate(subjects.same):
        together: set[Any] = set()
        for i, name in enumerate(names):
            further = joined.get(_known_by(name), {_known_by(name)})
            clash = next((frozenset((x, y)) for x in together for y in further if frozenset((x, y)) in apart), None)
            if clash is not None:
                one, other = subjects.different[apart[clash]][:2]
                what = f"{name!r} joins subjects that are declared different: {one!r} and {other!r}"
                hint = "take the name out here, or the two names out of `different`"
                yield _fault_at(file, source, ("subjects", "same", n, i), name, what, hint)
            together |= further
        joined |= dict.fromkeys(together, together)


def _known_by(name: str) -> tuple[str, int | None]:
    words, year = with_year(name)
    return letters(words, any_order=True), year


def _fault_at(
    file: Path, source: Source | None, path: tuple[str | int, ...], words: str, what: str, hint: str
) -> Fault:
    """Return a fault at a place of a YAML file; in TOML, where no places are told, where the words stand."""
    if source is not None:
        return source.fault(source.place(path), what, hint)
    plain = Source(str(file), _text(file))
    key = plain.text.find(str(path[1]), plain.text.find("subjects"))
    before = plain.text[: max(0, plain.text.find(words, key))]
    return plain.fault((before.count("\n"), len(before) - before.rfind("\n") - 1), what, hint)
