"""The report for people: a block for every disagreement, then one line that sums up."""

from __future__ import annotations

import io
import re
import shlex
from collections import Counter
from collections.abc import Iterable

from rich.cells import cell_len
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from factcheck.codes import CODES, STALE
from factcheck.model import SEVERITIES, Claim, Document, Finding, Likely, Report, Side
from factcheck.report.chart import bars_of, chart
from factcheck.report.clean import clean_line
from factcheck.report.place import in_file, likely_value, one_line
from factcheck.report.view import Look, Signs, View
from factcheck.values import Listed, Relation
from factcheck.values.wording import allows

_STYLES = {"error": "bold red", "warning": "bold magenta", "note": "bold cyan"}
_QUIET = "dim"
_MARK = "bold underline"
_PAIR = ("FC1", "FC2", "FC401", "FC6")  # codes of two sides that contradict each other
_MOST_PLACES = 4  # quotes shown for one side
_INDENT = 4
_NARROWEST = 40
_LINE_END = re.compile(r"\r\n|\n|\r")


def render(report: Report, view: View) -> str:
    """Return the report as text."""
    console = make_console(view.look)
    findings = view.shown(report)
    if view.statistics:
        _statistics(console, findings)
    elif view.matrix:
        from factcheck.report.agreement import print_matrix

        print_matrix(console, report, view)
    else:
        for finding in (finding for finding in findings if finding.sides):
            _block(console, finding, report, view)
        lines = [finding for finding in findings if not finding.sides]
        for finding in lines:
            _line(console, finding)
        if lines:
            console.print()
    console.print(_summary(report, view))
    return printed(console)


def render_finding(finding: Finding, report: Report, view: View) -> str:
    """Return one finding as text, as it stands in a report."""
    console = make_console(view.look)
    if finding.sides:
        _block(console, finding, report, view)
    else:
        _line(console, finding)
    return printed(console)


def make_console(look: Look) -> Console:
    """Return a console that writes to memory and adds nothing of its own."""
    return Console(
        file=io.StringIO(),
        width=max(look.width, _NARROWEST),
        force_terminal=look.color,
        color_system="standard" if look.color else None,
        no_color=not look.color,
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
    )


def printed(console: Console) -> str:
    """Return what was printed, without spaces at the ends of lines."""
    assert isinstance(console.file, io.StringIO)
    return "\n".join(line.rstrip() for line in console.file.getvalue().split("\n"))


def _statistics(console: Console, findings: list[Finding]) -> None:
    """Print how many findings each code has, the commonest first."""
    counts = Counter((finding.code, finding.severity) for finding in findings)
    table = Table.grid(padding=(0, 1))
    table.add_column(justify="right")
    for (code, severity), count in sorted(counts.items(), key=lambda row: (-row[1], row[0])):
        table.add_row(str(count), Text(f"{code} {severity}", _STYLES[severity]), CODES[code].says)
    console.print(table)
    if counts:
        console.print()


def _line(console: Console, finding: Finding) -> None:
    """Print a finding that has no sides: a matter of the program's own files."""
    text = Text()
    text.append(f"{finding.severity} {finding.code} ", _STYLES[finding.severity])
    text.append(clean_line(f"{finding.at}: " if finding.at is not None else ""), "cyan")
    text.append(clean_line(one_line(finding)), "bold")
    text.append(clean_line(f" ({finding.why})"), _QUIET)
    console.print(text)


def _block(console: Console, finding: Finding, report: Report, view: View) -> None:
    signs, because = view.look.signs, report.because.get(finding.field, "")
    head = Text()
    head.append(finding.severity, _STYLES[finding.severity])
    head.append(f" {finding.code} ", _STYLES[finding.severity])
    head.append(clean_line(f"{finding.field} of {finding.subject}"), "bold")
    for name, value in finding.qualifiers:
        head.append(clean_line(f" ({name}: {value})"))
    if finding.known:
        head.append(" known", _QUIET)
    console.print(head)
    if not finding.code.startswith(_PAIR):
        console.print(Text(f"  {clean_line(finding.message)}"))
    for letter, side in zip("AB", finding.sides, strict=True):
        _side(console, letter, side, report, _STYLES[finding.severity], signs)
    for line in chart(bars_of(finding), console.width - _INDENT, signs):
        console.print(Text(" " * _INDENT + line, _STYLES[finding.severity]), no_wrap=True, crop=False)
    notes = Table.grid(padding=(0, 1))
    notes.add_column(style=_QUIET, no_wrap=True)
    notes.add_column(overflow="fold")
    notes.add_row("  why   ", clean_line(finding.why))
    if finding.code.startswith(_PAIR):
        notes.add_row("  likely", _likely(finding.likely))
    for hint in finding.hints:
        notes.add_row("  hint  ", clean_line(hint))
    if because:
        notes.add_row("  rule  ", Text(clean_line(because), _QUIET))
    notes.add_row("  id    ", Text(finding.id, _QUIET))
    if finding.status is Relation.CONFLICT and finding.can_be_settled:
        notes.add_row("  settle", Text(_settle(finding), _QUIET))
    console.print(notes)
    console.print()


def _side(console: Console, letter: str, side: Side, report: Report, style: str, signs: Signs) -> None:
    first = side.claims[0]
    head = Text()
    if not isinstance(first.value, Listed):
        head.append(f"{_wording(first, signs)} {signs.arrow} ")
    head.append(clean_line(allows(first.value)), "bold")
    hung = Table.grid(padding=(0, 1))
    hung.add_column(style="bold", no_wrap=True)
    hung.add_column(overflow="fold")
    hung.add_row(f"  {letter}", head)
    console.print(hung)
    stated = [claim for claim in side.own if claim.span is not None]
    for claim in stated[:_MOST_PLACES]:
        console.print(Text(" " * _INDENT + clean_line(in_file(claim.span)), "cyan"), overflow="fold")
        for line in _quoted(claim, report.opened(claim.path or ""), console.width, style, signs):
            console.print(line, no_wrap=True, crop=False)
    if len(stated) > _MOST_PLACES:
        console.print(f"{'':{_INDENT}}and {len(stated) - _MOST_PLACES} more that agree")
    for claim in side.claims:
        if claim.span is None:
            console.print(Padding(_derived(claim, signs), (0, 0, 0, _INDENT)))


def _wording(claim: Claim, signs: Signs) -> str:
    return "derived" if claim.span is None else clean_line(signs.quoted(claim.span.words))


def _derived(claim: Claim, signs: Signs) -> Text:
    """Say what a derived claim comes from: its value, and the places of its sources."""
    text = Text()
    text.append(clean_line(allows(claim.value)), "bold")
    text.append(" follows from ")
    for n, source in enumerate(claim.roots):
        text.append(" and " if n else "")
        text.append(clean_line(in_file(source.span)), "cyan")
        text.append(f" ({_wording(source, signs)})")
    return text


def _quoted(claim: Claim, document: Document | None, width: int, style: str, signs: Signs) -> Iterable[Text]:
    """Return the line around a claim, cut to the width, and the marks below its words."""
    span = claim.span
    assert span is not None
    said = _LINE_END.split(span.words)
    before, after = document.around(span) if document is not None else ("", "")
    room = width - _INDENT - 1
    words = clean_line(said[0])
    more = signs.ellipsis
    if cell_len(words) > room - 2 * len(more):
        words = _fit(words, room - 3 * len(more)) + more
    before, after = clean_line(before).lstrip(), clean_line(after if len(said) == 1 else "").rstrip()
    spare = max(0, room - cell_len(words))
    left = _fit_right(before, max(spare // 2, spare - cell_len(after)), more)
    right = _fit_left(after, spare - cell_len(left), more)
    text = Text(" " * _INDENT + left)
    text.append(words, _MARK)
    text.append(right)
    yield text
    yield Text(" " * (_INDENT + cell_len(left)) + "^" * cell_len(words), style)


def _fit(text: str, cells: int) -> str:
    """Return the beginning of a text that fits into so many cells."""
    used, kept = 0, []
    for char in text:
        used += cell_len(char)
        if used > cells:
            break
        kept.append(char)
    return "".join(kept)


def _fit_left(text: str, cells: int, more: str) -> str:
    """Return a text, or its beginning and a sign for what is left out; nothing where there is no room for that."""
    if cell_len(text) <= cells:
        return text
    return _fit(text, cells - len(more)) + more if cells >= len(more) else ""


def _fit_right(text: str, cells: int, more: str) -> str:
    """Return a text, or a sign for what is left out and its end."""
    return _fit_left(text[::-1], cells, more)[::-1]


def _settle(finding: Finding) -> str:
    """Return the command that settles a conflict, with the likely value where there is one."""
    likely = finding.likely
    value = "VALUE" if likely is None or not likely.decided else likely.value
    words = ", ".join(value) if isinstance(value, tuple) else str(value)
    return clean_line(f"factcheck resolve {finding.id} --value {shlex.quote(words)} --reason REASON")


def _likely(likely: Likely | None) -> Text:
    if likely is None or not likely.decided:
        return Text("undecided" + (f": {clean_line(likely.why)}" if likely else ""))
    text = Text()
    text.append(clean_line(likely_value(likely)), "bold green")
    text.append(f": {clean_line(likely.why)}")
    return text


def _summary(report: Report, view: View) -> Text:
    """Return the closing line: what was read, and what disagrees."""
    read = ", ".join(
        (
            _many(len(report.documents), "document"),
            _many(len(report.claims), "claim"),
            _many(report.shared, "shared fact"),
        )
    )
    text = Text(f"{read}: ")
    counts = Counter(f.severity for f in report.findings if f.code != STALE and (view.known or not f.known))
    new = "" if view.known or report.baseline is None else "new "
    if not counts:
        text.append(f"no {new}disagreement", "bold green")
    for n, severity in enumerate(severity for severity in reversed(SEVERITIES) if counts[severity]):
        text.append(", " if n else "")
        text.append(_many(counts[severity], f"{new}{severity}"), _STYLES[severity])
    known, stale = sum(f.known for f in report.findings), sum(f.code == STALE for f in report.findings)
    if report.baseline is not None:
        text.append(f"; {known} known" + (f", {stale} stale" if stale else ""))
    if report.problems:
        text.append(f"; {_many(len(report.problems), 'document')} could not be read", "bold")
    return text + Text(".")


def _many(count: int, noun: str) -> str:
    return f"{count} {noun}" + ("" if count == 1 else "s")
