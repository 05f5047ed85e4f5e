"""Stage 2: documents become mentions: one trigger scan, then labels and phrases around the hits."""

from factcheck.extract.extractor import Extractor

__all__ = ["Extractor"]
