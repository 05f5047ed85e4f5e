"""JSON-LD in a page: what it declares of itself, and of the film or person that it is about.

JSON is read as YAML, which it is but for oddities, since that parser tells where every value stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import yaml

from factcheck.read.extraction import Piece

_PAGES = ("Article", "BlogPosting", "Posting", "WebPage", "Report", "Review", "ScholarlyArticle")
_THINGS = ("Movie", "Film", "TVSeries", "Person", "Event", "CreativeWork", "Book", "VisualArtwork", "Organization")
LONGEST = 300  # characters of a value; what is longer is a text
_WORDS = re.compile(r"(?<=[a-z])(?=[A-Z])")
_LENGTH = re.compile(r"P?T?(?:(\d{1,6})H)?(?:(\d{1,6})M)?(?:0*S)?$")
_MOST_TEXT = 1_000_000
_DEEPEST = 100  # levels


class LinkedData:
    """One script of linked data; `at` is where it stands in the page. What cannot be read says nothing."""

    def __init__(self, text: str, at: int) -> None:
        self._text = text
        self._at = at
        self._objects = list(_objects(_composed(text)))

    @property
    def published(self) -> str:
        """The day on which the page says that it was published, or nothing."""
        for kind, values in self._objects:
            if kind.endswith(_PAGES) and "datePublished" in values:
                return str(values["datePublished"].value)
        return ""

    @property
    def kind(self) -> str:
        """What kind of page it says that it is: "NewsArticle", "Review", or nothing."""
        return next((kind for kind, _ in self._objects if kind.endswith(_PAGES)), "")

    @property
    def author(self) -> str:
        """Who wrote the page, as far as it says, or nothing."""
        for kind, values in self._objects:
            if kind.endswith(_PAGES) and "author" in values:
                return ", ".join(str(name.value) for name in _scalars(values["author"]) if "://" not in name.value)
        return ""

    def labelled(self) -> Iterator[tuple[str, list[Piece]]]:
        """Yield what is said of a thing as labels and the words of their values; its name first."""
        for kind, values in self._objects:
            if not is_thing(kind) or "name" not in values:
                continue
            for name, node in values.items():
                pieces = [piece for scalar in _scalars(node) if (piece := self._piece(scalar)) is not None]
                if pieces:
                    yield label_of_property(name, kind), listed(pieces)

    def _piece(self, node: yaml.ScalarNode) -> Piece | None:
        words = " ".join(in_words(node.value).split())
        first, last = self._at + node.start_mark.index, self._at + node.end_mark.index
        if self._text[node.start_mark.index : node.start_mark.index + 1] == '"':
            first, last = first + 1, last - 1
        return Piece(words, first, last) if words and len(words) <= LONGEST and "://" not in words else None


def is_thing(kind: str) -> bool:
    """Tell whether a type is of something that claims are about."""
    return kind.endswith(_THINGS)


def label_of_property(name: str, kind: str) -> str:
    """Return a property as a label: "countryOfOrigin" is "country of origin", a name that of its type."""
    return kind.replace("Movie", "Film") if name == "name" else _WORDS.sub(" ", name).lower()


def _composed(text: str) -> yaml.Node | None:
    if len(text) > _MOST_TEXT:
        return None
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    text = text.replace("\t", " ")
    try:
        return yaml.compose(text, Loader=loader) if _is_flat(yaml.parse(text, Loader=loader)) else None
    except (yaml.YAMLError, RecursionError, ValueError):
        return None


def _is_flat(events: Iterator[yaml.Event]) -> bool:
    """Tell whether data can be walked: not nested without end, and no value stands for another, as in no JSON.

    The composer of libyaml calls itself for every level, and ends the process where there are too many.
    """
    depth = 0
    for event in events:
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > _DEEPEST or isinstance(event, yaml.AliasEvent):
            return False
    return True


def _objects(node: yaml.Node | None) -> Iterator[tuple[str, dict[str, yaml.Node]]]:
    """Yield the objects that a page is about, with their types: the outermost ones, those of a list or a graph."""
    if isinstance(node, yaml.SequenceNode):
        for each in node.value:
            yield from _objects(each)
    elif isinstance(node, yaml.MappingNode):
        values = {key.value: value for key, value in node.value if isinstance(key, yaml.ScalarNode)}
        yield from _objects(values.get("@graph"))
        kinds = [kind.value for kind in _scalars(values["@type"])] if "@type" in values else []
        if kinds:
            yield str(kinds[0]), {name: each for name, each in values.items() if not name.startswith("@")}


def _scalars(node: yaml.Node) -> Iterator[yaml.ScalarNode]:
    """Yield the values of a property: one, those of a list, or the names of objects."""
    if isinstance(node, yaml.ScalarNode):
        yield node
    elif isinstance(node, yaml.SequenceNode):
        for each in node.value:
            yield from _scalars(each)
    elif isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if isinstance(key, yaml.ScalarNode) and key.value == "name" and isinstance(value, yaml.ScalarNode):
                yield value


def listed(pieces: list[Piece]) -> list[Piece]:
    """Return values with commas between them."""
    listed = pieces[:1]
    for piece in pieces[1:]:
        listed += [Piece(", ", piece.first, piece.first), piece]
    return listed


def in_words(value: str) -> str:
    """Return a length of time in words: "PT1H31M" is 91 minutes."""
    match = _LENGTH.match(value) if value.startswith("PT") else None
    if match is None or not (match[1] or match[2]):
        return value
    return f"{60 * int(match[1] or 0) + int(match[2] or 0)} minutes"
