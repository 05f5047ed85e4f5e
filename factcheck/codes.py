"""The codes of findings: what each says, and what a person can do about it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Code:
    """A code with its short name (kebab-case, as SARIF's `name`), what it says, and what to do about it."""

    id: str
    name: str
    says: str
    do: str


_SETTLE = (
    "Check both quotes against a better source; then mend a document, or record what is true with `factcheck resolve`."
)

SETTLED_BY_VALUE = ("FC1", "FC201", "FC202", "FC401")  # beginnings of the codes that a verdict settles
ORDER, OMITTED, VERDICT, UNUSED, STALE = "FC203", "FC402", "FC601", "FC901", "FC902"
HIDDEN = "FC905"
CODES = {
    code.id: code
    for code in (
        Code("FC101", "numbers-disagree", "Two documents give numbers for one fact that cannot both be true.", _SETTLE),
        Code("FC102", "dates-disagree", "Two documents give dates for one fact that cannot both be true.", _SETTLE),
        Code("FC103", "durations-disagree", "Two documents give lengths of time that cannot both be true.", _SETTLE),
        Code("FC104", "names-disagree", "Two documents name different people or organisations in one role.", _SETTLE),
        Code("FC105", "sets-disagree", "Two documents give lists or terms that do not agree.", _SETTLE),
        Code("FC106", "amounts-disagree", "Two documents give amounts of money that cannot both be true.", _SETTLE),
        Code("FC107", "percentages-disagree", "Two documents give percentages that cannot both be true.", _SETTLE),
        Code(
            "FC201",
            "derived-disagrees",
            "What follows from some claims contradicts what a document states.",
            "Look at every claim that the derived value comes from, then at the one that it contradicts.",
        ),
        Code("FC202", "arithmetic-disagrees", "Numbers do not add up as the documents say they do.", _SETTLE),
        Code(
            "FC203",
            "order-disagrees",
            "Events stand in an order that cannot be.",
            "Look the order, or the dates that it follows from, up in a better source; then mend a document.",
        ),
        Code(
            "FC301",
            "role-mismatch",
            "One person, it seems, has different roles in two documents.",
            "Look the credit up; often an executive producer has slipped into the producers' line.",
        ),
        Code(
            "FC302",
            "uncertain-identity",
            "Two names may be one, or may be two.",
            "Say in the configuration whether they are the same.",
        ),
        Code("FC401", "document-contradicts-itself", "A document contradicts itself.", "Mend the document."),
        Code(
            "FC402",
            "omitted-from-own-list",
            "A document names somebody whom its own list leaves out.",
            "Complete the list, or mend the sentence.",
        ),
        Code(
            "FC501",
            "superseded",
            "A later report replaces the value.",
            "Nothing, unless the old value is still needed.",
        ),
        Code(
            "FC502",
            "unresolved-date",
            "A date cannot be resolved, since its document has none.",
            "Date the document in `sources.yaml` or with `--doc-date`.",
        ),
        Code(
            "FC601",
            "contradicts-verdict",
            "A document contradicts what `facts.yaml` has settled.",
            "Mend the document; or change the verdict if it was wrong.",
        ),
        Code(
            "FC901",
            "unused-suppression",
            "A suppression silences nothing, or gives no reason.",
            "Take it out, or add `reason: …`.",
        ),
        Code(
            "FC902",
            "stale-baseline-entry",
            "The baseline lists a finding that is no more.",
            "`factcheck baseline prune` takes it out.",
        ),
        Code(
            "FC903", "unmatched-rule", "A rule has matched nothing.", "Check its phrases with `factcheck rules test`."
        ),
        Code("FC904", "unreadable-input", "A document could not be read.", "See the message beside it."),
        Code(
            "FC905",
            "hidden-characters",
            "A document holds characters that nobody can see.",
            "Take them out; they may hide what a person would read differently.",
        ),
    )
}
