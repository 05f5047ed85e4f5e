"""What `factcheck init` writes: the files beside this one, each where it belongs, and never over another."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from factcheck.gate.baseline_file import NAME as BASELINE

MERGE = f"{BASELINE} merge=union"
_PYPROJECT = "pyproject.toml"
_TABLE = '\n[tool.factcheck]\npaths = ["."]\nfail-on = ["error"]\n'
_WHERE = {
    "github": Path(".github/workflows/factcheck.yml"),
    "gitlab": Path(".gitlab-ci.yml"),
    "pre-commit": Path(".pre-commit-config.yaml"),
}


@dataclass(frozen=True, slots=True)
class Step:
    """A file to write, with its whole text; or, where it is there already, what to put into it by hand."""

    path: Path
    text: str | None = None
    snippet: str = ""


def steps(folder: Path, *, pyproject: bool, snippets: list[str]) -> list[Step]:
    """Return what there is to do in a folder: settings, sources, git's attributes, and the snippets asked for."""
    settings = _with_table(folder) if pyproject else _template(folder, Path("factcheck.yaml"), "factcheck.yaml")
    made = [settings, _template(folder, Path("sources.yaml"), "sources.yaml")]
    made += [merge_step(folder)] if in_git(folder) else []
    for name in snippets:
        suffix = "yaml" if name == "pre-commit" else "yml"
        made.append(_template(folder, _WHERE[name], f"{name}.{suffix}"))
    return made


def merge_step(folder: Path) -> Step:
    """Return the step by which git merges the baselines of two branches: the lines of both."""
    file = folder / ".gitattributes"
    above = [each / ".gitattributes" for each in _within_git(folder)]
    if any(line.split()[:1] == [BASELINE] for each in (file, *above) for line in _read(each).splitlines()):
        return Step(file)
    text = _read(file)
    return Step(file, f"{text}{'' if not text or text.endswith(chr(10)) else chr(10)}{MERGE}\n")


def in_git(folder: Path) -> bool:
    """Tell whether a folder lies in a git work tree."""
    return bool(_within_git(folder))


def _within_git(folder: Path) -> list[Path]:
    """Return a folder and those above it up to the top of its work tree; none where there is no work tree."""
    real = folder.resolve()
    lineage = [real, *real.parents]
    top = next((n for n, each in enumerate(lineage) if (each / ".git").exists()), None)
    return [] if top is None else lineage[: top + 1]


def _template(folder: Path, at: Path, name: str) -> Step:
    text = files(__name__).joinpath(name).read_text(encoding="utf-8")
    path = folder / at
    if path.exists():
        return Step(path, snippet="" if at.name in ("factcheck.yaml", "sources.yaml") else text)
    return Step(path, text)


def _with_table(folder: Path) -> Step:
    file = folder / _PYPROJECT
    text = _read(file)
    return Step(file) if "[tool.factcheck" in text else Step(file, f"{text}{_TABLE if text else _TABLE.lstrip()}")


def _read(file: Path) -> str:
    return file.read_text(encoding="utf-8") if file.exists() else ""
