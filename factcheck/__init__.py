"""factcheck reconciles conflicting sources: `check(paths)` returns a `Report`.

>>> report = factcheck.check(["articles/"])
>>> [finding.message for finding in report.findings if finding.severity == "error"]
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from factcheck.version import VERSION

if TYPE_CHECKING:
    from factcheck.api import check
    from factcheck.model import Claim, Finding, Report

__version__ = VERSION
__all__ = ["Claim", "Finding", "Report", "__version__", "check"]


def __getattr__(name: str) -> Any:
    """Import the public names when they are first used, so that `--version` costs nothing."""
    if name == "check":
        from factcheck.api import check

        return check
    if name in ("Claim", "Finding", "Report"):
        from factcheck import model

        return getattr(model, name)
    raise AttributeError(f"module 'factcheck' has no attribute {name!r}")
