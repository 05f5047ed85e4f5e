"""Stage 4: claims become facts, and facts with contradicting sides become findings."""

from factcheck.reconcile.reconciler import Reconciled, reconcile

__all__ = ["Reconciled", "reconcile"]
