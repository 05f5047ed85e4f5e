"""Stage 3: mentions become claims: dates get their year, names their keys, values their bounds."""

from factcheck.normalise.claims import Normaliser
from factcheck.normalise.unread import unread

__all__ = ["Normaliser", "unread"]
