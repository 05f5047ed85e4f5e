"""`factcheck cache`: what is kept of earlier runs, and how to be rid of it."""

from __future__ import annotations

from pathlib import Path

import typer

from factcheck.cache import default_folder
from factcheck.cache.store import LARGEST, clear, info
from factcheck.cli.means import CacheDir
from factcheck.cli.output import emit
from factcheck.errors import FactcheckError

app = typer.Typer(help="Show or delete what is kept of earlier runs.", no_args_is_help=True)
_STEP = 1_000


@app.command("info")
def show(cache_dir: CacheDir = None) -> None:
    """Print where the cache is, and how large."""
    known = info(_folder(cache_dir))
    emit(f"folder   {known.folder}\n")
    if known.fault:
        emit(f"unused   {known.fault}\n")
        return
    entries = f"{known.entries:,} entr{'y' if known.entries == 1 else 'ies'}"
    emit(
        f"size     {told(known.size)}, {entries}\nat most  {told(LARGEST)}; what was not used for longest goes first\n"
    )


@app.command("clear")
def delete(cache_dir: CacheDir = None) -> None:
    """Delete all that is kept."""
    folder = _folder(cache_dir)
    try:
        emit(f"{told(clear(folder))} deleted in {folder}\n")
    except OSError as error:
        what = f"{folder}: cannot be deleted: {error.strerror}"
        raise FactcheckError(what, "check the folder's permissions") from None


def told(size: int) -> str:
    """Return a size in bytes as people write it: 12.3 MB."""
    if size < _STEP:
        return f"{size} byte{'' if size == 1 else 's'}"
    for unit in ("kB", "MB"):
        size_in_unit = size / _STEP ** (1 if unit == "kB" else 2)
        if size_in_unit < _STEP:
            return f"{size_in_unit:.1f} {unit}"
    return f"{size / _STEP**3:.1f} GB"


def _folder(cache_dir: Path | None) -> Path:
    folder = cache_dir or default_folder()
    if folder is None:
        raise FactcheckError("there is no folder for a cache here", "name one with --cache-dir")
    return folder
