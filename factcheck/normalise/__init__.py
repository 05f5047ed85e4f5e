"""Stage 3: mentions become claims: dates get their year, names their keys, values their bounds."""

from factcheck.normalise.claims import Normaliser

__all__ = ["Normaliser"]
