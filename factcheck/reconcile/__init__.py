"""Stage 4: claims become facts, and facts with contradicting sides become findings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck import lazy

if TYPE_CHECKING:
    from factcheck.reconcile.naming import Habits
    from factcheck.reconcile.reconciler import Reconciled, reconcile

__all__ = [
    "Habits",
    "Reconciled",
    "reconcile",
]

__getattr__ = lazy.names(
    __name__,
    {
        "naming": ("Habits",),
        "reconciler": ("Reconciled", "reconcile"),
    },
)
