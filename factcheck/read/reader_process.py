"""The program in which binary formats are read: requests come on standard input, outcomes go to standard output.

Its memory and, for each document, its processor time are limited where the system can do so (POSIX).
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterable, Iterator
from importlib import import_module

from factcheck.deadline import seconds_to_read
from factcheck.read.pipes import Outcome, Pipes

# Bytes of data, at least and for each byte of the file; libraries take a good part of it.
_MEMORY, _MEMORY_PER_BYTE = 250_000_000, 12
_OF_TABLES, _OF_TABLES_PER_BYTE = 600_000_000, 20  # whose rows are all held until the last is read


def main() -> None:
    """Answer requests until there are no more."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints is no answer
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's matter
    pipes = Pipes(sys.stdin.buffer, answers)
    while (request := pipes.receive()) is not None:
        _limit(*request[3:])
        for outcome in _answers(*request):
            pipes.send(outcome)


def _answers(module: str, function: str, *told: object) -> Iterator[Outcome]:
    """Yield what became of a request, document by document where there are several; none of them is kept."""
    try:
        result = getattr(import_module(f"factcheck.read.{module}"), function)(*told)
        several = result if isinstance(result, Iterable) else (result,)
        for each in several:
            yield Outcome(each, more=True)
        yield Outcome()
    except ModuleNotFoundError as error:
        yield Outcome(missing=error.name or "a library")
    except (MemoryError, RecursionError):
        yield Outcome(failed="asked for too much memory")
    except Exception as error:  # a fault of a library, which must cost one document only
        yield Outcome(failed=f"cannot be read: {type(error).__name__}")


def _limit(content: bytes, *columns: object) -> None:
    """Allow memory for one document, and processor time for it more than was used so far."""
    if sys.platform != "win32":
        import resource

        used = resource.getrusage(resource.RUSAGE_SELF)
        _set(resource.RLIMIT_CPU, int(used.ru_utime + used.ru_stime) + seconds_to_read(len(content)))
        size = len(content)
        most = _OF_TABLES + _OF_TABLES_PER_BYTE * size if columns else max(_MEMORY, _MEMORY_PER_BYTE * size)
        _set(resource.RLIMIT_DATA, most)


def _set(what: int, limit: int) -> None:
    import resource

    _, most = resource.getrlimit(what)
    resource.setrlimit(what, (limit if most < 0 else min(limit, most), most))


if __name__ == "__main__":
    main()
