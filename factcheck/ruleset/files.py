"""Which files rules are read from, and a digest by which one knows that they are the same."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from hashlib import sha256
from pathlib import Path

from factcheck.errors import FactcheckError
from factcheck.opening import SETTINGS, content_of


def default_rules() -> Path:
    """Return the folder of the packs that come with the program: in the wheel, or in a checkout."""
    package = Path(__file__).parent.parent
    shipped = package / "rules"
    return shipped if shipped.is_dir() else package.parent / "rules"


def languages() -> tuple[str, ...]:
    """Return the codes of the languages that have a file."""
    return tuple(sorted(file.stem for file in (default_rules() / "lang").glob("*.yaml")))


def files_of(packs: Sequence[Path] = (), *, defaults: bool = True) -> list[Path]:
    """Return the files of packs, the program's own first; raises FactcheckError where one does not exist."""
    return [*(sorted(default_rules().glob("*.yaml")) if defaults else ()), *_pack_files(packs)]


def digest_of(packs: Sequence[Path] = (), *, defaults: bool = True) -> str:
    """Return a digest (SHA-256) of all the files that a ruleset is read from: their order and what they say.

    Raises FactcheckError where a pack does not exist, and OSError where a file cannot be read.
    """
    root = default_rules()
    words = (*sorted((root / "lang").glob("*.yaml")), *sorted((root / "names").glob("*.yaml")))
    digest = sha256()
    for file in (*files_of(packs, defaults=defaults), *words):
        digest.update(sha256(file.name.encode("utf-8", "surrogateescape")).digest())
        digest.update(sha256(content_of(file, SETTINGS)).digest())
    return digest.hexdigest()


def _pack_files(packs: Iterable[Path]) -> Iterable[Path]:
    for pack in packs:
        if pack.is_dir():
            yield from sorted(pack.glob("*.yaml"))
        elif pack.is_file():
            if pack.suffix not in (".yaml", ".yml"):  # faults quote the file, and settings of strangers may name any
                raise FactcheckError(f"{pack}: is no rule pack", "a pack is a file that ends in .yaml")
            yield pack
        else:
            raise FactcheckError(f"{pack}: there is no such rule pack", "give a YAML file or a folder of them")
