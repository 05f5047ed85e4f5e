"""Tells whether a report in some format is nothing but a report, whatever stood in the documents."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator, Mapping
from html.parser import HTMLParser
from typing import Any

from tests.badinputs.case import MARK, PORT

_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_TURNS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_UNSEEN = re.compile("[\u2028\u2029\ud800-\udfff\U000e0000-\U000e007f]")
_FORMULA = tuple("=+-@\t\r\uff1d\uff0b\uff0d\uff20")
_NUMBER = re.compile(r"[-+]?[\d.,]+")
_CODE = re.compile(r"`[^`\n]*`")
_LIVE_TAG = re.compile(r"<(?:script|img|iframe|svg|details|style|textarea|a|!--)\b", re.IGNORECASE)
_COMMAND = re.compile(r"::(?:error|warning|notice) (?:[a-zA-Z]+=[^:,\r\n]*,?)*::[^\r\n]*\Z")
_URI = re.compile(r"(?:[A-Za-z0-9._~!$&'()*+,;=:@/-]|%[0-9A-Fa-f]{2})*")


def faults(format: str, content: bytes) -> Iterator[str]:
    """Yield what is wrong with a report."""
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        yield f"{format}: no UTF-8 ({error.reason})"
        return
    for name, signs in (("control", _CONTROLS), ("direction", _TURNS), ("unseen", _UNSEEN)):
        if (found := signs.search(text)) is not None:
            yield f"{format}: raw {name} character {found[0]!r}"
    check = CHECKS.get(format)
    if check is not None:
        yield from (f"{format}: {each}" for each in check(text))


def strict_json(text: str) -> Any:
    """Read JSON as the standard has it: no NaN, no key twice; raises ValueError."""

    def refuse(name: str) -> None:
        raise ValueError(f"constant {name}")

    def once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        if len({key for key, _ in pairs}) < len(pairs):
            raise ValueError("a key twice")
        return dict(pairs)

    return json.loads(text, parse_constant=refuse, object_pairs_hook=once)


def _json(text: str) -> Iterator[str]:
    try:
        strict_json(text)
    except (ValueError, RecursionError) as error:
        yield f"invalid: {error}"


def _json_lines(text: str) -> Iterator[str]:
    for line in text.splitlines():
        yield from _json(line)


def _sarif(text: str) -> Iterator[str]:
    wrong = list(_json(text))
    yield from wrong
    for each in () if wrong else _objects(json.loads(text)):
        uri = (each.get("artifactLocation") or {}).get("uri", "") if isinstance(each, Mapping) else ""
        if not _URI.fullmatch(uri) or ".." in uri.split("/"):
            yield f"bad address {uri[:60]!r}"


def _objects(tree: Any) -> Iterator[Any]:
    waiting = [tree]
    while waiting:
        each = waiting.pop()
        if isinstance(each, dict | list):
            yield each
            waiting.extend(each.values() if isinstance(each, dict) else each)


def _table(delimiter: str) -> Any:
    def check(text: str) -> Iterator[str]:
        rows = [row for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter) if row]
        if len({len(row) for row in rows}) > 1:
            yield f"uneven rows {sorted({len(row) for row in rows})}"
        for cell in (cell for row in rows for cell in row):
            if cell.startswith(_FORMULA) and not _NUMBER.fullmatch(cell):
                yield f"a formula {cell[:30]!r}"
            if "\n" in cell or "\r" in cell:
                yield f"a line's end in a cell {cell[:30]!r}"

    return check


def _github(text: str) -> Iterator[str]:
    for line in re.split(r"\r\n|[\r\n\u2028\u2029\u0085]", text.removesuffix("\n")):
        if line and not _COMMAND.match(line):
            yield f"no annotation: {line[:60]!r}"
        if "%0A::" in line and "%250A" not in line and "%0A::add-mask" in line:
            yield "a document's %0A is one of ours"


def _markdown(text: str) -> Iterator[str]:
    rows = [line for line in text.split("\n") if line]
    if text == "No discrepancies.\n":
        return
    widths = {len(re.findall(r"(?<!\\)\|", _CODE.sub("", row))) for row in rows}
    if len(widths) > 1 or not all(row.startswith("|") for row in rows):
        yield f"uneven rows {sorted(widths)}"
    plain = _CODE.sub("", text)
    if _LIVE_TAG.search(plain):
        yield "a tag"
    if re.search(r"(?<!\\)\]\(|(?<!\\)!\[|https?://|(?<![\w\\])@\w", plain):
        yield "a link, picture or mention"


def _lines(text: str) -> Iterator[str]:
    """Each line of the concise format is a finding's."""
    for line in text.splitlines():
        if not re.search(r"(?:error|warning|note) FC\d{3} ", line):
            yield f"no finding's line: {line[:60]!r}"


def _xml(text: str) -> Iterator[str]:
    from defusedxml.ElementTree import ParseError, fromstring

    try:
        names = {each.tag for each in fromstring(text, forbid_dtd=True).iter()}
    except ParseError as error:
        yield f"invalid: {error}"
        return
    known = {"testsuites", "testsuite", "testcase", "properties", "failure", "error", "system-out", "system-err"}
    if names - known:
        yield f"elements of a document: {names - known}"


class _Page(HTMLParser):
    """Looks for payloads anywhere but in text and harmless attributes."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.faults: list[str] = []
        self._within: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("script", "style"):
            self._within.append(tag)
        if tag in ("iframe", "object", "embed", "base", "img", "link"):
            self.faults.append(f"<{tag}>")
        for name, value in ((name, (value or "").strip()) for name, value in attrs):
            if name.startswith("on") or MARK in name:
                self.faults.append(f"<{tag} {name}>")
            if name in ("href", "src", "action", "srcdoc", "formaction", "style") and (
                MARK in value or str(PORT) in value
            ):
                self.faults.append(f"<{tag} {name}={value[:40]!r}>")
            if name in ("href", "src") and value.lower().startswith(("javascript:", "data:", "vbscript:")):
                self.faults.append(f"<{tag} {name}={value[:40]!r}>")

    def handle_endtag(self, tag: str) -> None:
        if self._within and self._within[-1] == tag:
            self._within.pop()

    def handle_data(self, data: str) -> None:
        if self._within and MARK in data:
            self.faults.append(f"a payload in <{self._within[-1]}>")

    def handle_comment(self, data: str) -> None:
        if MARK in data:
            self.faults.append("a payload in a comment")


def _html(text: str) -> Iterator[str]:
    page = _Page()
    page.feed(text)
    page.close()
    yield from page.faults
    if len(re.findall(r"<script\b", text)) > 1 or "<script" not in text:
        yield f"{len(re.findall('<script', text))} scripts, one is ours"


CHECKS = {
    "json": _json, "jsonl": _json_lines, "sarif": _sarif, "gitlab": _json, "rdjson": _json, "csv": _table(","),
    "tsv": _table("\t"), "github": _github, "markdown": _markdown, "concise": _lines, "junit": _xml, "html": _html,
}  # fmt: skip
