"""The escape hatch: a rule's own RE2 pattern, with a group named value."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.api import check
from factcheck.errors import FileError

PACK = """
subjects:
  - {{id: bridge, kind: work}}
rules:
  - id: bridge.spans
    about: bridge
    kind: number
    find: {{regex: ['{pattern}']}}
    because: Spans are counted with and without the approaches.
    examples: {{conflict: [["x", "y"]], agree: [["x", "y"]]}}
"""


def test_a_pattern_finds_what_no_phrase_can_say(tmp_path: Path) -> None:
    pack = tmp_path / "pack.yaml"
    pack.write_text(PACK.format(pattern=r"(?i)spans?\s*=\s*(?P<value>\d+)"))
    for name, text in (("a.txt", "The Bridge\n\nSpans = 7, as built."), ("b.txt", "The Bridge\n\nspan=9")):
        (tmp_path / name).write_text(text)
    report = check([tmp_path], rules=[pack], default_rules=False)
    assert [claim.span.quote for claim in report.claims if claim.span] == ["Spans = 7", "span=9"]
    assert [finding.code for finding in report.findings] == ["FC101"]


@pytest.mark.parametrize(
    ("pattern", "what"),
    [
        (r"(\d+) spans", "has no group named value"),
        (r"(?P<value>a)" + "(b)" * 60, "a pattern of 61 groups"),
        (r"(?P<value>\d+", "is no RE2 pattern"),
        (r"(?P<value>a)(?=b)", "is no RE2 pattern"),  # RE2 cannot look ahead: that is why it is linear
    ],
)
def test_a_pattern_that_cannot_run_is_a_fault_with_its_place(tmp_path: Path, pattern: str, what: str) -> None:
    pack = tmp_path / "pack.yaml"
    pack.write_text(PACK.format(pattern=pattern))
    (tmp_path / "a.txt").write_text("The Bridge")
    with pytest.raises(FileError) as error:
        check([tmp_path], rules=[pack], default_rules=False)
    assert what in str(error.value)
    assert f"{pack}:8:20:" in str(error.value)
