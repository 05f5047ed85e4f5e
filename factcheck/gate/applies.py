"""What bears on one finding: its rule, a baseline entry, a verdict, a suppression, the lines that would settle it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from factcheck.gate.baseline_file import find_baseline
from factcheck.gate.settle import can_be_settled, entry
from factcheck.gate.silence import Silence
from factcheck.gate.verdicts_file import find_verdicts
from factcheck.model import Finding, Report
from factcheck.read.walk import shown
from factcheck.ruleset import Ruleset
from factcheck.settings import Settings


def applies(
    finding: Finding, found: Report, settings: Settings, ruleset: Ruleset, today: date
) -> Iterator[tuple[str, str]]:
    """Yield what bears on a finding: its rule, a baseline entry, a verdict, a suppression, the lines to settle it."""
    rule = ruleset.judging.get(finding.field)
    if rule is not None:
        graded = f"; above {rule.error_beyond} an error, below a warning" if rule.error_beyond else ""
        yield "rule", f"{rule.id}: at most {rule.severity}{graded}. {rule.because}"
    held = find_baseline(settings)
    for row in held.baseline.entries if held is not None else ():
        if held is not None and row.fingerprint in finding.known_as:
            ended = "" if row.holds(today) else ", which has run out"
            beside = "; ".join(f"{key}: {row.row[key]}" for key in ("reason", "owner", "until") if row.row.get(key))
            yield (
                "baseline",
                f"{shown(held.file)}: known as FC-{row.fingerprint[:8]}{ended}" + (f" ({beside})" if beside else ""),
            )
    if held is not None and finding.new:
        yield "baseline", f"{shown(held.file)}: not known, so new"
    verdicts = find_verdicts(settings, ruleset)
    for claim in (claim for side in finding.sides for claim in side.claims if claim.settled):
        if verdicts is not None:
            verdict = verdicts.of(claim)
            rejected = "".join(f"\nrejected: {each.value} {each.reason}".rstrip() for each in verdict.rejected)
            evidence = f"\nevidence: {verdict.evidence}" if verdict.evidence else ""
            yield "verdict", f"{claim.span}: {verdict.text}, since {verdict.reason}{evidence}{rejected}"
    for reason in Silence(found.documents, settings).over(finding):
        yield "silenced", reason
    if can_be_settled(finding):
        yield (
            "to settle",
            f"factcheck resolve, or below `facts:` in facts.yaml:\n{entry(finding, 'VALUE', 'REASON')}".rstrip(),
        )
