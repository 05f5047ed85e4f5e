"""Where the cache lies: a folder of the user's own, which nobody else can write to."""

from __future__ import annotations

import os
import stat
from pathlib import Path

TAG = "CACHEDIR.TAG"
_TAG_TEXT = (  # https://bford.info/cachedir/
    "Signature: 8a477f597d28d172789f06886806bc55\n# A cache of factcheck; it can be deleted at any time.\n"
)
_IGNORE = "# made by factcheck\n*\n"


def default_folder() -> Path | None:
    """Return the user's cache folder for this program; None where there is no home."""
    from platformdirs import user_cache_path

    try:
        return user_cache_path("factcheck", appauthor=False)
    except (OSError, RuntimeError):
        return None


def ready(folder: Path) -> str:
    """Make the folder where it is missing; return why it cannot be used, or nothing where it can.

    A link is not followed, and what others can write to is not trusted.
    """
    try:
        if not folder.is_symlink() and not folder.exists():
            folder.mkdir(parents=True, mode=0o700)
            (folder / TAG).write_text(_TAG_TEXT, encoding="ascii")
            (folder / ".gitignore").write_text(_IGNORE, encoding="ascii")
        return unfit(folder)
    except OSError as error:
        return error.strerror or "it cannot be made"


def unfit(folder: Path) -> str:
    """Return why a folder cannot be used, or nothing where it can; raises OSError."""
    status = folder.lstat()
    if stat.S_ISLNK(status.st_mode):
        return "it is a link"
    if not stat.S_ISDIR(status.st_mode):
        return "it is no folder"
    return "" if _is_ours(status) else "others can write to it"


def is_private(file: Path) -> bool:
    """Tell whether a file is a regular one that nobody else can write to, or is not there; raises OSError."""
    try:
        status = file.lstat()
    except FileNotFoundError:
        return True
    return stat.S_ISREG(status.st_mode) and _is_ours(status)


def _is_ours(status: os.stat_result) -> bool:
    """Tell whether only this user and the system's can write; root may use everybody's, as in a container."""
    if not hasattr(os, "getuid"):
        return True
    return not status.st_mode & stat.S_IWOTH and (os.getuid() == 0 or status.st_uid in (0, os.getuid()))
