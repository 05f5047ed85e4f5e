"""Stage 4: claims become facts, and facts with contradicting sides become findings."""

from factcheck.reconcile.declared import Declared, declared
from factcheck.reconcile.naming import Habits
from factcheck.reconcile.reconciler import Reconciled, reconcile

__all__ = ["Declared", "Habits", "Reconciled", "declared", "reconcile"]
