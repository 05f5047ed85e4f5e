"""What of the findings is settled, silenced or known already: verdicts, suppressions, the baseline, old documents."""

from factcheck.gate.baseline_file import find_baseline
from factcheck.gate.gate import Gate
from factcheck.gate.scope import Scope
from factcheck.gate.verdicts_file import find_verdicts

__all__ = ["Gate", "Scope", "find_baseline", "find_verdicts"]
