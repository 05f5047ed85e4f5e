"""The commands: flags become settings, settings a report, the report an exit code. No logic here."""

from __future__ import annotations

import os
import sys
import traceback

import typer

from factcheck.cli.commands import Group
from factcheck.cli.output import say
from factcheck.errors import FactcheckError
from factcheck.streams import silence
from factcheck.version import VERSION

FAILED, INTERRUPTED = 2, 130

app = typer.Typer(
    name="factcheck",
    cls=Group,
    help="Find where documents about the same things contradict one another.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)


@app.callback()
def _callback(
    version: bool = typer.Option(False, "--version", help="Show the version and exit.", is_eager=True),
) -> None:
    if version:
        typer.echo(f"factcheck {VERSION}")
        raise typer.Exit


def main() -> int:
    """Run the command line and return the exit code; no traceback unless FACTCHECK_DEBUG is set."""
    try:
        app()
    except SystemExit as leaving:
        return _code_of(leaving)
    except FactcheckError as error:
        say(f"error: {error.message}" + (f"\n  help: {error.hint}" if error.hint else ""))
        return error.exit_code
    except KeyboardInterrupt:
        return INTERRUPTED
    except OSError as error:
        if sys.stdout is not None:
            silence(sys.stdout)  # what could not be written is not tried again
        say(f"error: {error.filename or 'standard output'}: {error.strerror}\n  help: make room, or check permissions")
        return FAILED
    except Exception as error:
        if os.environ.get("FACTCHECK_DEBUG"):
            traceback.print_exc(file=sys.stderr)
        say(
            f"error: factcheck failed unexpectedly: {type(error).__name__}: {error}\n"
            "  help: this is a fault in factcheck; set FACTCHECK_DEBUG=1 to see where, and report it"
        )
        return FAILED
    return 0


def _code_of(leaving: SystemExit) -> int:
    if isinstance(leaving.__context__, BrokenPipeError):  # of the help, which click prints: nobody reads it any more
        return 0
    return leaving.code if isinstance(leaving.code, int) else FAILED
