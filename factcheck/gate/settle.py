"""How a conflict is settled: a finding by its id, the words of its sides, the verdict as text for `facts.yaml`."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from datetime import date

from factcheck.codes import VERDICT
from factcheck.errors import FactcheckError
from factcheck.gate.verdicts import read_verdicts
from factcheck.model import Finding, Side
from factcheck.ruleset import Ruleset
from factcheck.ruleset.yamltree import parse
from factcheck.values import Listed, Relation
from factcheck.values.wording import allows


def by_id(findings: Iterable[Finding], id: str) -> Finding:
    """Return the finding with an id, or with a beginning of its fingerprint; raises FactcheckError."""
    wanted = id.removeprefix("FC-").lower()
    every = [finding for finding in findings if finding.fingerprint.startswith(wanted)]
    found = [finding for finding in every if finding.sides] or every
    if len(found) == 1:
        return found[0]
    if not found:
        raise FactcheckError(f"{id}: there is no such finding", "`factcheck report` shows the ids of all")
    raise FactcheckError(f"{id}: there are {len(found)} findings that begin so", "write more of the id")


def can_be_settled(finding: Finding) -> bool:
    """Tell whether a value settles the finding."""
    return finding.can_be_settled


def open_conflicts(findings: Iterable[Finding]) -> list[Finding]:
    """Return the conflicts that no verdict has settled, one for each fact."""
    conflicts = [f for f in findings if can_be_settled(f) and f.status is Relation.CONFLICT]
    return list({(f.field, f.subject, f.qualifiers): f for f in reversed(conflicts)}.values())[::-1]


def words_of(side: Side) -> str:
    """Return the value of a side in its source's own words, so that it reads the same as a verdict."""
    claim = side.claims[0]
    if isinstance(claim.value, Listed):
        return ", ".join(claim.value.texts)
    if claim.value.kind == "date" and claim.value.reading[:4].isdecimal():
        return claim.value.reading.split()[0]
    return claim.words or allows(claim.value)


def entry(finding: Finding, value: str, reason: str, evidence: str = "", decided: date | None = None) -> str:
    """Return a verdict as lines of YAML; strings are quoted as in JSON, which YAML reads alike."""
    subject = finding.sides[0].claims[0].subject
    rows: list[tuple[str, object]] = [
        ("subject", subject.name),
        *([("year", subject.year)] if subject.year is not None else []),
        ("field", finding.field),
        *([("qualifiers", dict(finding.qualifiers))] if finding.qualifiers else []),
        ("value", value),
        ("reason", reason),
        *([("evidence", evidence)] if evidence else []),
    ]
    lines = [f"{name}: {json.dumps(what, ensure_ascii=False)}" for name, what in rows]
    lines += [f"decided: {decided.isoformat()}"] if decided is not None else []
    return "".join(f"{'  - ' if n == 0 else '    '}{line}\n" for n, line in enumerate(lines))


def check_open(finding: Finding, path: str) -> None:
    """Raise FactcheckError where a finding is settled already, or no value settles it."""
    if finding.code == VERDICT:
        raise FactcheckError(
            f"{finding.field} of {finding.subject} is settled already", f"change the verdict in {path}"
        )
    if not can_be_settled(finding):
        raise FactcheckError(f"{finding.id} ({finding.code}) is not settled by a value", "mend the documents")


def appended(text: str, path: str, lines: str, ruleset: Ruleset) -> str:
    """Return the file's text with a verdict at its end; all that stood there stays as it was.

    Raises FileError where the verdict cannot be read, FactcheckError where the file ends with something else.
    """
    before = read_verdicts(text, path, ruleset).verdicts
    data = parse(text, path).data
    head = text if not text or text.endswith("\n") else f"{text}\n"
    begun = isinstance(data, dict) and "facts" in data
    whole = f"{head}{'' if begun else _KEY if head else _HEAD + _KEY}{lines}"
    after = _read(whole, path, ruleset, before)
    if after != len(before) + 1:
        raise FactcheckError(
            f"{path}: the verdict cannot be put at its end", f"put it below `facts:` by hand:\n{lines}"
        )
    return whole


_HEAD = "# What has been settled: every document that says otherwise is reported (FC601).\n"
_KEY = "facts:\n"


def _read(text: str, path: str, ruleset: Ruleset, before: Sequence[object]) -> int:
    """Return how many verdicts there are, those that stood there first."""
    verdicts = read_verdicts(text, path, ruleset).verdicts
    return len(verdicts) if verdicts[: len(before)] == tuple(before) else 0
