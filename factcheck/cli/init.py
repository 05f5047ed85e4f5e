"""`factcheck init`: the files with which a folder of documents comes under the gate."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from factcheck.cli.output import emit, write
from factcheck.errors import FactcheckError
from factcheck.report.clean import clean
from factcheck.setup import Step, steps


def init(
    folder: Annotated[Path, typer.Argument(help="Where to write; default: the current folder.")] = Path(),
    pyproject: Annotated[
        bool, typer.Option("--pyproject", help="Put the settings into pyproject.toml, as [tool.factcheck].")
    ] = False,
    github: Annotated[bool, typer.Option("--github", help="Add a workflow for GitHub.")] = False,
    gitlab: Annotated[bool, typer.Option("--gitlab", help="Add a job for GitLab.")] = False,
    pre_commit: Annotated[bool, typer.Option("--pre-commit", help="Add a hook for pre-commit.")] = False,
) -> None:
    """Write the settings, a stub of sources.yaml and what CI needs; a file that is there is left as it is."""
    if not folder.is_dir():
        raise FactcheckError(f"{folder}: there is no such folder", "name one that is there")
    asked = {"github": github, "gitlab": gitlab, "pre-commit": pre_commit}
    for step in steps(folder, pyproject=pyproject, snippets=[name for name, wanted in asked.items() if wanted]):
        emit(f"{take(step)}\n")


def take(step: Step) -> str:
    """Write a step's file and say so; or say what to put into one that is there."""
    if step.text is not None:
        try:
            step.path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise FactcheckError(f"{step.path.parent}: cannot be made: {error.strerror}", "check the folder") from None
        write(step.text, step.path)
        return clean(f"wrote {step.path}")
    if step.snippet:
        return clean(f"{step.path} is there already; put this into it:\n\n{step.snippet}")
    return clean(f"{step.path} is there already, and left as it is")
