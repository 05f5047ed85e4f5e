"""Schemas and a checker that others publish, fetched once through the package managers and kept in pytest's cache."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

import pytest

# Where a schema lies: the client that fetches the archive, and the end of its path in it.
_NPM = ["npm", "pack", "--silent"]
_PIP = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--no-binary", ":all:", "--dest", "."]
SOURCES = {
    "sarif-2.1.0.json": [*_NPM, "@microsoft/sarif-multitool-linux@5.7.0"],
    "axe.min.js": [*_NPM, "axe-core@4.14.1"],
    "junit-10.xsd": [*_PIP, "pytest==8.4.2"],
}


def published(name: str, cache: Path) -> Path:
    """Return a schema's file; the test is skipped where no registry can be reached."""
    file = cache / name
    if not file.exists():
        work = Path(tempfile.mkdtemp(dir=cache))
        try:
            subprocess.run(SOURCES[name], cwd=work, check=True, capture_output=True, timeout=300)
        except (OSError, subprocess.SubprocessError) as error:
            pytest.skip(f"{name} cannot be fetched here: {error}")
        archive = next(path for path in work.iterdir() if path.name.endswith(("gz", "tgz")))
        with tarfile.open(archive) as opened:
            member = next(member for member in opened.getmembers() if member.name.endswith(f"/{name}"))
            content = opened.extractfile(member)
            assert content is not None
            (work / name).write_bytes(content.read())
        (work / name).replace(file)  # at once: tests run side by side
        shutil.rmtree(work)
    return file
