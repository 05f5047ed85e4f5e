"""Folders, links, pipes, limits, signals, streams and environments that a program can meet."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tests.badinputs.case import CANNOT, CLEAN, FINDINGS, KILLED, PORT, Case, Files, claim

_OK: Files = {"ok.txt": claim()}
_MUCH = claim() * 1_000
_WALKED: dict[str, tuple[tuple[object, ...], ...]] = {
    "link_to_itself": (("link", "docs/self.txt", "self.txt"),),
    "links_in_circle": (("link", "docs/a.txt", "b.txt"), ("link", "docs/b.txt", "a.txt")),
    "folders_in_circle": (("folder", "docs/d"), ("link", "docs/d/up", "..")),
    "link_to_nothing": (("link", "docs/gone.txt", "nothere"),),
    "link_out": (("link", "docs/out.txt", "../canary.txt"),),
    "link_out_twice": (("link", "docs/one.txt", "two.txt"), ("link", "docs/two.txt", "../outside/victim.txt")),
    "folder_out": (("link", "docs/outdir", "../outside"),),
    "link_to_root": (("link", "docs/rootfs", "/"),),
    "link_to_zero": (("link", "docs/zero.txt", "/dev/zero"),),
    "link_to_random": (("link", "docs/random.txt", "/dev/urandom"),),
    "link_to_terminal": (("link", "docs/tty.txt", "/dev/tty"),),
    "link_to_memory": (("link", "docs/mem.txt", "/proc/self/mem"), ("link", "docs/env.txt", "/proc/self/environ")),
    "second_name": (("second_name", "docs/twin.txt", "docs/good_a.txt"),),
    "pipe": (("pipe", "docs/pipe.txt"),),
    "socket": (("door", "docs/s.txt"),),
    "folder_called_txt": (("folder", "docs/x.txt"),),
    "locked": (("mode", "docs/ok.txt", 0),),
    "locked_folder": (("folder", "docs/d"), ("mode", "docs/d", 0)),
    "unlisted_folder": (("folder", "docs/d"), ("mode", "docs/d", 0o111)),
    "deep": (("deep", "docs", 400, "d"),),
    "beyond_path": (("deep", "docs", 30, "D" * 250),),
    "sparse": (("sparse", "docs/sparse.txt", 8 << 30),),
    "zeros": (("sparse", "docs/zeros.txt", 200 << 20),),
    "zeros_in_json": (("sparse", "docs/zeros.json", 100 << 20),),
    "two_names_of_settings": (("link", "docs/ok.md", "ok.txt"),),
}
_LIMITS = {
    "32_files": (("limit", "NOFILE", 32),),
    "700_megabytes": (("limit", "AS", 700 << 20),),
    "no_processes": (("limit", "NPROC", 1),),
    "small_stack": (("limit", "STACK", 256 << 10),),
    "30_seconds": (("limit", "CPU", 30),),
}
_ENVIRONMENTS: dict[str, dict[str, str]] = {
    "c": {"LC_ALL": "C"},
    "ascii": {"LC_ALL": "POSIX", "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    "latin1": {"PYTHONIOENCODING": "latin-1", "PYTHONUTF8": "0"},
    "no_such_locale": {"LC_ALL": "xx_YY.nosuch", "LANG": "tr_TR"},
    "kiritimati": {"TZ": "Pacific/Kiritimati"},
    "no_such_zone": {"TZ": "Not/AZone"},
    "far_zone": {"TZ": "XXX+99"},
    "no_columns": {"COLUMNS": "0", "LINES": "0"},
    "one_column": {"COLUMNS": "1"},
    "word_columns": {"COLUMNS": "wide"},
    "many_columns": {"COLUMNS": "100000000"},
    "dumb": {"TERM": "dumb"},
    "no_terminal": {"TERM": ""},
    "colour": {"FORCE_COLOR": "1"},
    "no_home": {"HOME": "/nonexistent", "XDG_CACHE_HOME": "/nonexistent", "XDG_CONFIG_HOME": "/nonexistent"},
    "no_temporary": {"TMPDIR": "/nonexistent"},
    "seed": {"PYTHONHASHSEED": "0"},
    "optimised": {"PYTHONOPTIMIZE": "2"},
    "warnings": {"PYTHONWARNINGS": "error"},
    "development": {"PYTHONDEVMODE": "1"},
    "proxy": {"http_proxy": f"http://127.0.0.1:{PORT}", "https_proxy": f"http://127.0.0.1:{PORT}"},
    "github": {
        "GITHUB_ACTIONS": "true",
        "CI": "true",
        "GITHUB_OUTPUT": "/nonexistent/x",
        "GITHUB_STEP_SUMMARY": "/nonexistent/y",
    },
    "digits": {"PYTHONINTMAXSTRDIGITS": "640"},
}
_CORE = ("link_out", "link_to_zero", "pipe", "locked", "beyond_path", "sparse", "closed_output", "full_output", "output_is_input",
         "output_link_out", "32_files", "no_processes", "small_stack", "ascii", "many_columns", "warnings", "interrupt")  # fmt: skip


def cases() -> Iterator[Case]:
    """Yield all of them."""
    for name, steps in _WALKED.items():
        yield _case(name, steps=steps, seconds=20, read_or_named=name == "locked")
    yield _case("10000_files", steps=(("many", "docs", 10_000),), seconds=60)
    for name, steps in _LIMITS.items():
        docs = {f"p{i}.txt": claim() for i in range(300)} if name == "32_files" else _OK
        yield _case(name, docs, steps=steps, seconds=30)
    for name, env in _ENVIRONMENTS.items():
        docs = {"ok.txt": "caf\u00e9 \u65e5\u672c \U0001f600 " + claim()}
        yield _case(name, docs, env=env, formats=("json", "text"))
    yield from _while_running()
    yield from _streams()
    yield from _outputs()


def _case(name: str, docs: Files = _OK, **more: Any) -> Case:
    return Case(f"machine_{name}", "machine", docs, core=name in _CORE, **more)


def _while_running() -> Iterator[Case]:
    pages = {f"p{i}.txt": _MUCH for i in range(8)}
    large = {"ok.txt": claim() * 20_000, **pages}
    for name, docs, file in (("remove", large, "ok.txt"), ("truncate", large, "ok.txt"), ("grow", _OK, "ok.txt")):
        yield _case(f"while_{name}", docs, steps=(("meanwhile", name, f"docs/{file}"),), seconds=60)
    inner = {f"sub/p{i}.txt": _MUCH for i in range(8)}
    yield _case("while_folder_goes", inner, steps=(("meanwhile", "remove", "docs/sub"),), seconds=60)
    ends = (*KILLED, FINDINGS, CLEAN)
    for name, steps in {
        "interrupt": (("signal", "INT", 0.5),),
        "terminate": (("signal", "TERM", 0.5),),
        "interrupt_early": (("signal", "INT", 0.05),),
        "interrupt_twice": (("signal", "INT", 0.5), ("signal", "INT", 0.6)),
    }.items():
        yield _case(name, {f"p{i}.txt": _MUCH for i in range(40)}, steps=steps, exits=ends, conflict=False, seconds=30)


def _streams() -> Iterator[Case]:
    any_end = (CLEAN, FINDINGS, CANNOT)
    yield _case("closed_output", steps=(("stream", "stdout", "close"),), conflict=False, exits=any_end)
    yield _case("reader_gone", steps=(("stream", "stdout", "head"),), conflict=False, exits=(*any_end, 141, -13))
    yield _case("full_output", steps=(("stream", "stdout", "/dev/full"),), conflict=False, must_fail=True)
    yield _case("closed_messages", steps=(("stream", "stderr", "close"),))
    yield _case("full_messages", steps=(("stream", "stderr", "/dev/full"),))
    yield _case("closed_input", steps=(("stream", "stdin", "close"),))
    yield _case("no_room", steps=(("limit", "FSIZE", 0),), conflict=False, exits=(CANNOT,))


def _outputs() -> Iterator[Case]:
    for name, steps in {
        "output_in_nothing": (("output", "nodir/sub/report.json"),),
        "output_is_folder": (("folder", "isdir.json"), ("output", "isdir.json")),
        "output_is_input": (("output", "docs/ok.txt"),),
        "output_in_locked": (("folder", "ro"), ("mode", "ro", 0o555), ("output", "ro/report.json")),
        "output_link_out": (("link", "report.json", "outside/victim.txt"), ("output", "report.json")),
        "output_is_full": (("output", "/dev/full"),),
        "no_folder": (("no_folder",),),
        "no_documents": (("no_documents",),),
    }.items():
        yield _case(name, steps=steps, conflict=False, must_fail=True)
    yield _case("output_among_documents", steps=(("output", "docs/report.json"), ("twice",)))
    yield _case("one_document", steps=(("paths", "docs/good_a.txt"),), conflict=False, exits=(CLEAN,))
    yield _case("folder_twice", steps=(("paths", "docs", "docs"),))
    yield _case("no_current_folder", steps=(("gone",),), conflict=False, exits=(FINDINGS, CANNOT))
