"""Stage 2: documents become mentions: one trigger scan, then labels and phrases around the hits."""

from factcheck.extract.extractor import Extractor
from factcheck.extract.statements import stated_values, with_stated_fields

__all__ = ["Extractor", "stated_values", "with_stated_fields"]
