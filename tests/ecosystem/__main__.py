"""Prints how real folders differ from what was accepted, or accepts what is found now.

python -m tests.ecosystem             the difference; 1 where there is any
python -m tests.ecosystem --accept    what is found is what is expected from now on
"""

from __future__ import annotations

import argparse
import difflib
import sys
import time

from factcheck.ruleset import load_ruleset
from tests.ecosystem.record import folders, read_expected, recorded, write_expected


def main() -> None:
    """Run over all folders that are there."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--accept", action="store_true")
    args = parser.parse_args()
    began, ruleset, expected = time.process_time(), load_ruleset(), read_expected()
    found = {name: recorded(folder, ruleset) for name, folder in folders().items()}
    changed = [name for name, block in found.items() if block != expected.get(name)]
    for name in changed:
        old, new = expected.get(name, "").splitlines(), found[name].splitlines()
        print(*difflib.unified_diff(old, new, f"{name} as accepted", f"{name} now", lineterm="", n=0), sep="\n")
    spent = time.process_time() - began
    print(f"{len(found)} folders, {len(changed)} changed, {spent:.0f} s of one processor", file=sys.stderr)
    if args.accept:
        write_expected(found)
    sys.exit(bool(changed) and not args.accept)


if __name__ == "__main__":
    main()
