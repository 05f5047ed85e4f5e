"""The way in: `--version` answers at once, everything else goes to the commands.

Exit codes: 0 done, 1 conflicts where a command is asked to fail on them, 2 the job could not be
done, 130 after Ctrl-C. A crash is a 2 as well, never a 1.
"""

from __future__ import annotations

import gc
import os
import sys

from factcheck.streams import put
from factcheck.version import VERSION

SELDOM = (
    100_000,
    50,
    100,
)  # claims live until the end, and looking through them for what can go is half of linking them


def main() -> None:
    """Run the program with the process's arguments, and leave with its exit code."""
    if sys.argv[1:] == ["--version"]:
        sys.exit(_say_version())
    gc.set_threshold(*SELDOM)
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # nobody else's code runs here, nor is looked for
    try:
        from factcheck.cli import main as run
    except KeyboardInterrupt:
        sys.exit(130)
    except ImportError as error:
        sys.stderr.write(f"error: the installation is broken: {error}\n  help: install factcheck-cli anew\n")
        sys.exit(2)
    code = run()
    gc.freeze()  # the process ends: to look through all that it holds for what can go costs a sixth of a short run
    sys.exit(code)


def _say_version() -> int:
    try:
        put(f"factcheck {VERSION}\n".encode())
    except OSError as error:
        sys.stderr.write(f"error: standard output cannot be written: {error.strerror}\n")
        return 2
    return 0


if __name__ == "__main__":
    main()
