"""Which value is likely right: votes of independent sources, weighed by how far each source is to be trusted."""

from factcheck.reconcile.likely.decide import Decided, Disputed, decide

__all__ = ["Decided", "Disputed", "decide"]
