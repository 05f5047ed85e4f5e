"""All benchmarks, with peers in the same run; the tables go into bench/README.md.

    pip install -e '.[bench]'
    python -m bench [NAME…]

A few of them take minutes: name those that are wanted. Where `bench/engines.py` stands, it is run too.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from importlib import import_module
from importlib.util import find_spec

from bench.page import write

# What is measured, in the order of the page; the others bring their own options and write for themselves.
TABLES = ("throughput", "rules", "conflicts", "work", "startup")
SCRIPTS = ("reading", "engines", "linkage")


def main() -> None:
    """Run what is named, or everything, and write each table as soon as it is there."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join((*TABLES, *SCRIPTS)))
    names = parser.parse_args().names or [*TABLES, *SCRIPTS]
    for name in names:
        if name not in (*TABLES, *SCRIPTS):
            parser.error(f"no benchmark is called {name}; there are {', '.join((*TABLES, *SCRIPTS))}")
    for name in names:
        if name in TABLES:
            text = import_module(f"bench.{name}").table()
            write(name, text)
            print(text, end="\n\n", flush=True)
        elif find_spec(f"bench.{name}") is not None:
            subprocess.run([sys.executable, "-m", f"bench.{name}", "--write"], check=True)


if __name__ == "__main__":
    main()
