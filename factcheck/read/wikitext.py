"""Wikitext: articles and their infoboxes, with the way back to the source. Parsed by mwparserfromhell.

Its nodes have no places; they are whole, so that a node's place is the length of what stands before it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from factcheck.errors import Problem
from factcheck.model import Document, Part
from factcheck.read.blocks import relabelled
from factcheck.read.cells import RowReader
from factcheck.read.encoding import Decoded, decode
from factcheck.read.extraction import Extraction, Piece
from factcheck.read.records import label_of
from factcheck.read.titles import title_of

# Templates that hold values; what others show cannot be known here.
_LISTS = frozenset({"ubl", "unbulleted list", "plainlist", "plain list", "hlist", "flatlist", "br separated entries"})
_DATES = frozenset({"film date", "start date", "end date", "birth date", "death date", "start date and age"})
_DATES_OF_TWO = frozenset({"birth date and age", "death date and age", "bda", "dda"})
_FIRST = frozenset({"nowrap", "nobr", "small", "big", "nobold", "nom", "won", "sic", "abbr", "native phrase"})
_SECOND = frozenset({"lang", "native name", "langx", "nihongo"})
_OTHER_NAMESPACES = ("file:", "image:", "category:", "media:")
_UNSEEN = frozenset({"ref", "references", "gallery", "math", "nowiki", "score", "timeline", "style", "script"})
_MOST_DATE = 3  # parts of a date


def read_wikitext(path: str, content: bytes) -> Document | Problem:
    """Return an article's text. Never raises for what it holds."""
    decoded = decode(path, content)
    return decoded if isinstance(decoded, Problem) else article(path, decoded)


def article(path: str, decoded: Decoded, title: str | None = None) -> Document | Problem:
    """Return the document of an article that is called by a title, if that is known."""
    from mwparserfromhell import parse
    from mwparserfromhell.parser import ParserError

    try:
        page = _Article()
        page.read(parse(decoded.text), 0)
    except (ParserError, RecursionError):
        return Problem(path, "has wikitext that is nested too deeply", "leave it out, or save its page as HTML")
    text, blocks, origin = page.done(decoded.text)
    if not blocks:
        return Problem(path, "has no text", "leave it out, or fill it")
    blocks = relabelled(text, blocks)
    return Document(
        path,
        text,
        "wikitext",
        blocks,
        title=title or page.title or title_of(path, None, text, blocks),
        origin=origin,
        encoding=decoded.encoding,
        encoding_from=decoded.how,
    )


class _Article:
    """Reads wikitext into an extraction; footnotes come last, set apart."""

    def __init__(self) -> None:
        self._text = Extraction()
        self._rows = RowReader(self._text)
        self._notes: list[list[Piece]] = []
        self.title = ""

    def read(self, code: Any, at: int) -> None:
        """Read the nodes of wikicode that begins at an offset."""
        for node in code.nodes:
            self._node(node, at)
            at += len(str(node))

    def done(self, source: str) -> Any:
        """Return the text, its blocks and its origin."""
        self._end("text")
        for note in self._notes:
            self._text.add(note)
            self._text.end_block("reference")
        return self._text.done(source)

    def _node(self, node: Any, at: int) -> None:
        kind = type(node).__name__
        if kind == "Heading":
            self._end("text")
            self._add(self._inline(node.title, at + node.level))
            self._end("heading")
        elif kind == "Template" and _name(node).startswith("infobox"):
            self._end("text")
            self._infobox(node, at)
        elif kind == "Wikilink" and str(node.title).strip().lower().startswith(("file:", "image:")):
            self._caption(node, at)
        elif kind == "Tag":
            self._tag(node, at)
        elif kind == "Text":
            self._paragraphs(str(node), at)
        else:
            self._add(self._of_node(node, at))

    def _paragraphs(self, words: str, at: int) -> None:
        """Add text, in which an empty line ends a paragraph."""
        for number, part in enumerate(words.split("\n")):
            if number and (not part.strip() or (not self._text.empty and part.lstrip().startswith("|"))):
                self._end("text")
            self._add([Piece(part if not number else f" {part}", at - bool(number), at + len(part))])
            at += len(part) + 1

    def _tag(self, node: Any, at: int) -> None:
        tag = str(node.tag).strip().lower()
        if tag == "ref":
            self._note(node, at)
        elif tag in _UNSEEN:
            return
        elif tag in ("li", "dt", "dd", "br", "hr"):
            self._end("text")
        elif tag in ("table", "tr", "td", "th") and node.contents is not None:
            if tag == "table":
                self._end("text")
            self._rows.opened(tag, at)
            self.read(node.contents, _inside(node, at))
            self._rows.closed(tag)
            if tag == "table":
                self._rows.finish()
        elif node.contents is not None:
            self.read(node.contents, _inside(node, at))

    def _note(self, node: Any, at: int) -> None:
        if node.contents is not None and (pieces := list(self._inline(node.contents, _inside(node, at)))):
            self._notes.append(pieces)

    def _caption(self, node: Any, at: int) -> None:
        """Add a picture's caption, the last of what stands between the bars."""
        written = str(node)
        bar = written.rfind("|")
        if bar > 0 and "=" not in written[bar:] and len(written) - bar > 10:
            self._end("text")
            self._add([Piece(written[bar + 1 : -2], at + bar + 1, at + len(written) - 2)])
            self._end("caption")

    def _infobox(self, node: Any, at: int) -> None:
        """Add a line for each parameter that has a value."""
        offset = at + len("{{" + str(node.name))
        for parameter in node.params:
            start = offset + 1 + (len(str(parameter.name)) + 1 if parameter.showkey else 0)
            offset += 1 + len(str(parameter))
            pieces = [piece for piece in self._inline(parameter.value, start) if piece.words]
            if not parameter.showkey or not "".join(piece.words for piece in pieces).strip():
                continue
            label, unit = label_of(str(parameter.name).strip().rstrip("0123456789"))
            if label in ("name", "title"):
                label, self.title = "Title", self.title or "".join(piece.words for piece in pieces).strip()
            self._text.between(f"{label}: ", start)
            self._text.add(_one_line(pieces))
            if unit and pieces[-1].words.strip()[-1:].isdigit():
                self._text.between(f" {unit}", pieces[-1].last)
            self._end("text")

    def _inline(self, code: Any, at: int) -> Iterator[Piece]:
        """Yield the words of wikicode without its markup."""
        for node in code.nodes:
            yield from self._of_node(node, at)
            at += len(str(node))

    def _of_node(self, node: Any, at: int) -> Iterator[Piece]:
        match type(node).__name__:
            case "Text":
                yield Piece(str(node), at, at + len(str(node)))
            case "HTMLEntity":
                yield Piece(_character(node), at, at + len(str(node)))
            case "Wikilink" if not str(node.title).strip().lower().startswith(_OTHER_NAMESPACES):
                named = node.text is not None
                start = at + 2 + (len(str(node.title)) + 1 if named else 0)
                yield from self._inline(node.text if named else node.title, start)
            case "ExternalLink" if node.title is not None:
                yield from self._inline(node.title, at + str(node).rfind(str(node.title)))
            case "Template":
                yield from self._template(node, at)
            case "Tag":
                yield from self._inline_tag(node, at)

    def _inline_tag(self, node: Any, at: int) -> Iterator[Piece]:
        tag = str(node.tag).strip().lower()
        if tag == "ref":
            self._note(node, at)
        elif tag in ("br", "li", "hr"):
            yield Piece("\n", at, at)
        elif tag not in _UNSEEN and node.contents is not None:
            yield from self._inline(node.contents, _inside(node, at))

    def _template(self, node: Any, at: int) -> Iterator[Piece]:
        """Yield what a template shows, of those that hold values; others show nothing that could be known here."""
        name, end = _name(node), at + len(str(node))
        values = [each.value for each in node.params if not each.showkey]
        if name in _LISTS:
            for value in values:
                yield from self._inline(value, at + str(node).find(str(value)))
                yield Piece("\n", end, end)
        elif name in _DATES or name in _DATES_OF_TWO:
            yield Piece(", ".join(_dated(values, two=name in _DATES_OF_TWO)), at, end)
        elif name in ("convert", "cvt") and len(values) > 1:
            yield Piece(f"{values[0]} {values[1]}", at, end)
        elif name in _FIRST and values:
            yield from self._inline(values[0], at + str(node).find(str(values[0])))
        elif name in _SECOND and len(values) > 1:
            yield from self._inline(values[1], at + str(node).find(str(values[1])))

    def _add(self, pieces: Iterable[Piece]) -> None:
        for piece in pieces:
            if not self._rows.add(piece):
                self._text.add([piece])

    def _end(self, part: Part) -> None:
        if not self._rows.broken():
            self._text.end_block(part)


def _name(template: Any) -> str:
    return " ".join(str(template.name).replace("_", " ").split()).lower()


def _inside(node: Any, at: int) -> int:
    """Return where the contents of a tag begin."""
    written, contents = str(node), str(node.contents)
    opened = written.find(">") + 1 if written.startswith("<") else 0
    return at + max(0, written.find(contents, opened))


def _character(entity: Any) -> str:
    try:
        return str(entity.normalize())
    except (ValueError, OverflowError):
        return str(entity)


def _dated(values: Iterable[Any], *, two: bool) -> Iterator[str]:
    """Yield days in ISO, each with the place behind it: "2012|1|22|Sundance|2012|7|27|US"."""
    parts: list[str] = []
    for value in (str(each.strip_code()).strip() for each in values):
        if value.isdecimal() and len(parts) < _MOST_DATE and not (parts and len(value) == 4):
            parts.append(value.zfill(2))
        elif parts:
            yield "-".join(parts) + (f" ({value})" if value and not value.isdecimal() else "")
            parts = [value] if value.isdecimal() else []
            if two:
                return
    if (parts and not two) or len(parts) == _MOST_DATE:
        yield "-".join(parts)


def _one_line(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Yield the words of a value on one line: what begins a further line is set off by a comma."""
    said, broken = False, False
    for words, first, last in pieces:
        for number, part in enumerate(words.split("\n")):
            broken = broken or (bool(number) and said)
            bare = part.strip().lstrip("*#:").strip()
            if bare:
                if broken:
                    yield Piece(", ", first, first)
                whole = words == part and bare == part.strip()
                start = first + words.find(bare) if last - first == len(words) else first
                yield Piece(part, first, last) if whole else Piece(bare, start, start + len(bare))
                said, broken = True, False
