"""Rules that are read when somebody needs them: a run that was done before needs no more than their digest."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.errors import FactcheckError
from factcheck.ruleset.files import digest_of

if TYPE_CHECKING:
    from factcheck.ruleset.ruleset import Ruleset


class AskedRules:
    """The rules of some packs, by way of their files."""

    def __init__(self, packs: Sequence[Path] = (), *, defaults: bool = True) -> None:
        self._packs = tuple(packs)
        self._defaults = defaults

    @cached_property
    def digest(self) -> str:
        """The digest of the files; none where one cannot be read, which reading the rules will tell."""
        try:
            return digest_of(self._packs, defaults=self._defaults)
        except (OSError, FactcheckError):
            return ""

    def loaded(self) -> Ruleset:
        """Return the rules; raises FileError, or FactcheckError where a pack does not exist or no rules are left."""
        return self._ruleset

    @cached_property
    def _ruleset(self) -> Ruleset:
        from factcheck.ruleset.load import load_ruleset

        return load_ruleset(self._packs, defaults=self._defaults)
