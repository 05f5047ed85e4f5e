"""Where the file of verdicts is; it is read where there is one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.errors import FactcheckError
from factcheck.opening import SETTINGS, content_of
from factcheck.read.walk import shown
from factcheck.settings import Settings

if TYPE_CHECKING:
    from factcheck.gate.verdicts import Verdicts
    from factcheck.ruleset import AskedRules, Ruleset

NAME = "facts.yaml"


def find_verdicts(settings: Settings, rules: Ruleset | AskedRules) -> Verdicts | None:
    """Return the verdicts in use: of the named file, or of the one beside the settings or in the current folder."""
    file = verdicts_file(settings)
    if not settings.use_facts or not (settings.facts is not None or file.exists()):
        return None
    if file.exists() and not file.is_file():
        raise FactcheckError(f"{file}: the file of verdicts is not a regular file", "name another, or take it away")
    try:
        text = content_of(file, SETTINGS).decode("utf-8-sig")
    except FileNotFoundError:
        raise FactcheckError(
            f"{file}: there is no such file of verdicts", "write one with `factcheck resolve`"
        ) from None
    except (OSError, UnicodeDecodeError) as error:
        raise FactcheckError(f"{file}: cannot be read: {error}", "save it as UTF-8 text") from None
    from factcheck.gate.verdicts import read_verdicts  # which needs the rules and all that reads values

    return read_verdicts(text, shown(file), rules.loaded())


def verdicts_file(settings: Settings) -> Path:
    """Return where the verdicts are, or would be."""
    if settings.facts is not None:
        return settings.facts
    folders = [*([settings.file.parent] if settings.file is not None else []), Path()]
    return next((folder / NAME for folder in folders if (folder / NAME).exists()), folders[0] / NAME)
