"""Runs the program over a case's folder, once for each format, under the limits and surprises that the case wants."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from tests.badinputs.case import Case
from tests.badinputs.machine import MEANWHILE, limited, signalled

ROOT = Path(__file__).parents[2]
_MOST_MEMORY = 4096  # MB of addresses that a process may have
_DROPPED = "-dac_override,-dac_read_search,-fowner"
_UNPRIVILEGED = (
    ("setpriv", f"--bounding-set={_DROPPED}", f"--inh-caps={_DROPPED}", "--")
    if hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("setpriv")
    else ()
)


@dataclass
class Done:
    """What a run left behind."""

    code: int
    seconds: float
    processor: float
    megabytes: float
    output: bytes
    errors: bytes
    report: bytes
    log: str
    hung: bool = False


class Runner:
    """Runs the program over one case; counts what that takes."""

    def __init__(self, case: Case, here: Path, slow: float, *, cache: bool) -> None:
        self.case, self.here, self._slow, self._cache = case, here, slow, cache
        told = {str(step[0]): step[1:] for step in case.steps}
        self.paths = [str(each) for each in told.get("paths", ("docs",))]
        self.output = str(told.get("output", ("report.json",))[0])
        self._stream = told.get("stream")
        self._gone = "gone" in told
        self.seconds, self.megabytes, self.runs = 0.0, 0.0, 0

    def run(self, format: str, output: str = "") -> Done:
        """Run the program once."""
        output = output or (self.output if format == "json" else f"report.{format}")
        to_stream = self._stream is not None or format in ("text", "github")
        where = str(self.here / output) if not output.startswith("/") else output
        arguments = ["check", "--fail-on", "note", "-f", format, *(str(self.here / path) for path in self.paths)]
        arguments += [] if to_stream else ["-o", where]
        arguments += ["--rules", str(self.here / "rules/rules.yaml")] if self.case.rules is not None else []
        arguments += (
            ["--baseline", str(self.here / "baseline/baseline.jsonl")] if self.case.baseline is not None else []
        )
        arguments += ["--cache-dir", str(self.here / "cache")] if self._cache else []
        with ExitStack() as stack:
            return self._watched(arguments, stack, None if to_stream else Path(where))

    def _watched(self, arguments: list[str], stack: ExitStack, report: Path | None) -> Done:
        log = self.here.parent / f"log{threading.get_ident()}"
        log.unlink(missing_ok=True)
        out = stack.enter_context(tempfile.TemporaryFile())  # noqa: SIM115
        err = stack.enter_context(tempfile.TemporaryFile())  # noqa: SIM115
        command = [*_UNPRIVILEGED, sys.executable, "-m", "factcheck", *arguments]
        streams: dict[str, Any] = {"stdin": subprocess.DEVNULL, "stdout": out, "stderr": err}
        command, folder = self._as_told(command, streams, stack)
        began = time.monotonic()
        process = subprocess.Popen(
            command,
            cwd=folder,
            env=self._environment(log),
            preexec_fn=limited(self.case.steps, _MOST_MEMORY),  # noqa: PLW1509 - it does little more than set limits
            **streams,
        )
        code, usage, hung = self._waited(process, began)
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)  # whatever it left running
        done = Done(
            code,
            time.monotonic() - began,
            usage.ru_utime + usage.ru_stime,
            usage.ru_maxrss / 1024,
            _all(out),
            _all(err),
            b"",
            "",
            hung,
        )
        done.report = done.output if report is None else _report(report)
        done.log = log.read_text(errors="replace") if log.exists() else ""
        self.seconds += done.seconds
        self.megabytes = max(self.megabytes, done.megabytes)
        self.runs += 1
        return done

    def _as_told(self, command: list[str], streams: dict[str, Any], stack: ExitStack) -> tuple[list[str], Path]:
        """Return the command and its folder, with streams closed or led elsewhere."""
        folder = self.here
        if self._stream is not None:
            name, what = map(str, self._stream)
            if what == "close":
                sign = {"stdin": "<&-", "stdout": ">&-", "stderr": "2>&-"}[name]
                command = ["sh", "-c", f'exec "$@" {sign}', "sh", *command]
            elif what == "head":
                streams[name] = subprocess.PIPE
            else:
                streams[name] = stack.enter_context(Path(what).open("r+b"))  # noqa: SIM115
        if self._gone:
            folder = Path(tempfile.mkdtemp(dir=self.here.parent))
            command = ["sh", "-c", 'rmdir "$PWD"; exec "$@"', "sh", *command]
        return command, folder

    def _environment(self, log: Path) -> dict[str, str]:
        own = {
            "NO_COLOR": "1",
            "HOME": str(self.here),
            "XDG_CACHE_HOME": str(self.here / "cache"),
            "BADINPUTS_LOG": str(log),
        }
        watch = os.pathsep.join((str(ROOT / "tests/badinputs/watch"), str(ROOT)))
        made = os.environ | own | {"PYTHONPATH": watch, "TMPDIR": str(self.here.parent)} | dict(self.case.env)
        if "FORCE_COLOR" in made:
            del made["NO_COLOR"]
        return made

    def _waited(self, process: subprocess.Popen[bytes], began: float) -> tuple[int, Any, bool]:
        """Wait for the program, and do to it what the case wants meanwhile."""
        over = threading.Event()
        for step in self.case.steps:
            if step[0] == "meanwhile":
                target = MEANWHILE[str(step[1])]
                threading.Thread(target=target, args=(self.here / str(step[2]), over), daemon=True).start()
        threading.Thread(target=signalled, args=(process.pid, self.case.steps), daemon=True).start()
        if process.stdout is not None:
            process.stdout.read(10)
            process.stdout.close()
        most = self.case.seconds * self._slow
        while True:
            pid, status, usage = os.wait4(process.pid, os.WNOHANG)
            if pid:
                break
            if time.monotonic() - began > most:
                os.killpg(process.pid, signal.SIGKILL)
                _, status, usage = os.wait4(process.pid, 0)
                break
            time.sleep(0.02)
        over.set()
        process.returncode = os.waitstatus_to_exitcode(status)
        return process.returncode, usage, not pid


def _report(path: Path) -> bytes:
    return path.read_bytes() if path.is_file() and not path.is_symlink() else b""


def _all(stream: IO[bytes]) -> bytes:
    stream.seek(0)
    return stream.read(20_000_000)
