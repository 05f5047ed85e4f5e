"""One finding from the words to the verdict: what was read where, what it allows, how that is related, what applies."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from factcheck.codes import CODES
from factcheck.model import Claim, Fact, Finding, Linkage, Report
from factcheck.report import weighing
from factcheck.report.clean import clean_line
from factcheck.report.terminal import make_console, printed, render_finding
from factcheck.report.view import Signs, View
from factcheck.values import Listed
from factcheck.values.wording import allows, allows_at_most


def render_trace(finding: Finding, report: Report, applies: Iterable[tuple[str, str]], view: View) -> str:
    """Return the trace of a finding; `applies` are rows on rule, baseline, verdict and suppression."""
    console = make_console(view.look)
    claims: dict[str, Claim] = {}
    for side in finding.sides:
        for claim in side.claims:
            claims |= {each.id: each for each in _with_sources(claim, report)}
    for claim in claims.values():
        _claim(console, claim, view.look.signs, report.linkage)
    rows = [("compared", _compared(finding)), ("relation", f"{finding.status}: {finding.why}")]
    rows.append(("severity", finding.severity))
    code = CODES[finding.code]
    rows += [("code", f"{code.id} {code.name}: {code.says} {code.do}"), *weighing.rows(finding.likely), *applies]
    console.print(_rows(rows))
    return render_finding(finding, report, view) + printed(console)


def render_code(id: str, view: View) -> str:
    """Return what a code says and what to do about it."""
    console, code = make_console(view.look), CODES[id]
    console.print(Text(f"{code.id} {code.name}", "bold"))
    console.print(Padding(Text(f"{code.says}\n{code.do}"), (0, 0, 0, 2)))
    return printed(console)


def render_facts(facts: Sequence[Fact], set_aside: Sequence[tuple[Claim, str]], view: View) -> str:
    """Return every fact of a field with its claims, and the claims that are compared with none and why."""
    console = make_console(view.look)
    for fact in facts:
        qualified = "".join(f" ({name}: {value})" for name, value in fact.qualifiers)
        console.print(Text(clean_line(f"{fact.field} of {fact.subject.name}{qualified}: {fact.status}"), "bold"))
        for number, side in enumerate(fact.sides, 1):
            for claim in side.claims:
                console.print(Padding(_brief(claim, f"side {number}", view.look.signs), (0, 0, 0, 2)))
        if fact.status != "single":
            console.print(_rows(weighing.rows(fact.likely)))
    for claim, reason in set_aside:
        console.print(Padding(_brief(claim, f"not compared: {reason}", view.look.signs), (0, 0, 0, 2)))
    return printed(console)


def _with_sources(claim: Claim, report: Report) -> Iterable[Claim]:
    """Yield the claims from which a claim follows, then the claim."""
    for id in claim.derived_from:
        yield from _with_sources(report.claim(id), report)
    yield claim


def _compared(finding: Finding) -> str:
    """Say what the claims have in common, which makes them comparable."""
    same = ", ".join(f"{name}: {value}" for name, value in finding.qualifiers)
    return f"under {finding.subject} and {finding.field}, with {f'the same {same}' if same else 'no qualifiers'}"


def _spelt(claim: Claim, linkage: Linkage) -> Iterator[str]:
    """Yield how a claim's document names the subject, and why that is the one which it is compared under."""
    subject = linkage.subject(claim.subject.key)
    for spelling in subject.spellings if subject is not None else ():
        if claim.path in spelling.paths and subject is not None:
            sure = "" if spelling.sure else " (likely, not sure)"
            yield f"{spelling.name}: {spelling.why or 'the name by which it is known'}{sure}"


def _claim(console: Console, claim: Claim, signs: Signs, linkage: Linkage) -> None:
    rows = [("reading", claim.value.reading), ("allows", allows(claim.value))]
    if not isinstance(claim.value, Listed) and (most := allows_at_most(claim.value)) != rows[1][1]:
        rows.append(("at most", most))
    rows.append(("found as", f"{claim.form}, by the rule {claim.rule}"))
    rows += [("subject", said) for said in _spelt(claim, linkage)]
    if claim.derived_from:
        rows.append(("follows from", " and ".join(claim.derived_from)))
    if claim.caveats:
        rows.append(("caveats", ", ".join(each.replace("_", " ") for each in claim.caveats)))
    if claim.settled:
        rows.append(("settled", claim.settled))
    console.print(_brief(claim, claim.id, signs))
    console.print(_rows(rows))


def _brief(claim: Claim, label: str, signs: Signs) -> Text:
    text = Text(f"{label}  ", "bold")
    if claim.span is None:
        return text.append(clean_line(f"derived: {allows(claim.value)}"))
    text.append(clean_line(str(claim.span)), "cyan")
    return text.append(clean_line(f" {signs.quoted(claim.span.words)} {signs.arrow} {allows(claim.value)}"))


def _rows(rows: Iterable[tuple[str, str]]) -> Padding:
    table = Table.grid(padding=(0, 1))
    table.add_column(style="dim", no_wrap=True)
    table.add_column(overflow="fold")
    for name, text in rows:
        table.add_row(name, Text("\n".join(map(clean_line, text.split("\n")))))
    return Padding(table, (0, 0, 1, 2))
