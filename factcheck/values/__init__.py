"""What a claim can say, and when two such values can both be true."""

from factcheck.values.bounds import Bounds
from factcheck.values.date import DateReading
from factcheck.values.interval import Interval
from factcheck.values.law import Related, Relation, relate
from factcheck.values.name import PersonName
from factcheck.values.reading import Listing, Precedence, Quantity, Reading
from factcheck.values.value import Item, Likeness, Listed, Ordered, Term, Value

__all__ = [
    "Bounds",
    "DateReading",
    "Interval",
    "Item",
    "Likeness",
    "Listed",
    "Listing",
    "Ordered",
    "PersonName",
    "Precedence",
    "Quantity",
    "Reading",
    "Related",
    "Relation",
    "Term",
    "Value",
    "relate",
]
