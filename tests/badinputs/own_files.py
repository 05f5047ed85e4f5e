"""The program's own files as somebody else wrote or broke them: baseline, settings, cache, sources, verdicts."""

from __future__ import annotations

import json
import os
import pickle
import random
from collections.abc import Iterator
from itertools import chain

from tests.badinputs.case import PORT, Case, Content, Files, claim
from tests.badinputs.zips import gzipped

_DOCS: Files = {"ok.txt": claim()}
_HEADER = '{"factcheck": {"kind": "baseline", "schema": 1}, "paths": ["."]}'


def _entry(i: int, **more: object) -> str:
    row = {
        "fingerprint": f"{i:040x}",
        "code": "FC103",
        "field": "film.runtime",
        "subject": "x",
        "readings": ["PT1M", "PT9M"],
        **more,
    }
    return json.dumps(row)


def _lines(*lines: str) -> str:
    return "".join(f"{line}\n" for line in lines)


BASELINES: dict[str, Content] = {
    "empty": "", "spaces": "  \n", "cut": _HEADER + '\n{"fingerp', "list": "[]\n", "null": "null\n", "word": '"x"\n', "number": "1e999\n",
    "markers": _lines(_HEADER, "<<<<<<< HEAD", _entry(1), "=======", _entry(2), ">>>>>>> x"),
    "future": _lines(_HEADER.replace('"schema": 1', '"schema": 999'), _entry(1)),
    "no_schema": _lines('{"factcheck": {}}', _entry(1)), "schema_word": _lines(_HEADER.replace(": 1}", ': "one"}'), _entry(1)),
    "schema_negative": _lines(_HEADER.replace(": 1}", ": -1}")), "no_header": _lines(_entry(1)), "two_headers": _lines(_HEADER, _HEADER),
    "rows_null": _lines(_HEADER, "null", "1", '"x"', "[]", "{}"), "print_null": _lines(_HEADER, _entry(1, fingerprint=None)),
    "print_number": _lines(_HEADER, _entry(1, fingerprint=5)), "readings_word": _lines(_HEADER, _entry(1, readings="x")),
    "until": _lines(_HEADER, _entry(1, until="2011-02-30")), "same": _lines(_HEADER, *[_entry(1)] * 1_000),
    "paths_out": _lines(_HEADER.replace('["."]', '["../../../etc", "/"]'), _entry(1)),
    "deep": "[" * 100_000 + "]" * 100_000, "deep_row": _lines(_HEADER, '{"a":' * 50_000 + "1" + "}" * 50_000),
    "nan": _lines(_HEADER, _entry(1).replace("}", ', "x": NaN}')), "large_number": _lines(_HEADER.replace(": 1}", ": " + "9" * 6_000 + "}")),
    "noise": bytes(range(256)) * 100, "utf16": _HEADER.encode("utf-16"), "mark": "\ufeff" + _lines(_HEADER), "crlf": _HEADER + "\r\n",
    "behind": _HEADER + " garbage\n", "keys_twice": '{"factcheck": {"schema": 1}, "factcheck": {"schema": 2}}\n',
    "large": lambda: _lines(_HEADER, *(_entry(i) for i in range(60_000))).encode(),
    "half": _lines(_HEADER, _entry(1).replace("x", "\\ud800")), "pickle": pickle.dumps({"schema": 1}), "html": "<html>404</html>",
    "escape": _lines(_HEADER, _entry(1, subject="\x1b[31mx\x1b]0;t\x07", field="\x1b[1m")), "nul": _HEADER + "\0\n",
}  # fmt: skip
_BASELINE_STEPS = {
    "link_out": ("link", "../outside/victim.txt"), "folder": ("folder",), "pipe": ("pipe",), "missing": ("nothing",),
    "endless": ("link", "/dev/zero"), "unreadable": ("locked",),
}  # fmt: skip
SETTINGS: dict[str, Content] = {
    "bad.yaml": "a: [", "list.yaml": "- a", "unknown.yaml": "nosuch: 1\n", "anchor.yaml": "a: &a [*a]\n", "tag.yaml": "paths: !!python/name:os.system\n",
    "words.yaml": "default-rules: many\n", "negative.yaml": "severity: -1\n", "numbers.yaml": "columns: {a: 9999999999999}\n",
    "paths_out.yaml": "paths: ['../../..', '/etc']\n", "rules_out.yaml": "rules: [/etc/passwd]\n", "facts_out.yaml": "facts: ../outside/victim.txt\n",
    "globs.yaml": "exclude: ['[', '{a', '**', '!', '\\']\n", "glob_bomb.yaml": "exclude: ['" + "**/" * 2_000 + "']\n", "null.yaml": "~\n", "bool.yaml": "true\n",
    "mark.yaml": "\ufeffpaths: []\n", "latin1.yaml": "# caf\u00e9\npaths: []\n".encode("latin1"), "deep.yaml": "[" * 50_000, "empty.yaml": "",
    "suppress.yaml": "suppress: [{path: '*', ignore: [FC1], reason: ''}]\n", "same.yaml": "subjects: {same: [[a]]}\n",
    "circle.yaml": "subjects: {same: [[a, b], [b, c]], different: [[a, c]]}\n", "escape.yaml": "columns: {\"\\e[31m\": x}\n",
    "bad.toml": "[tool.factcheck\nx=", "types.toml": '[tool.factcheck]\nrules = 5\nselect = "a"\n', "deep.toml": "x = " + "[" * 20_000 + "]" * 20_000,
    "twice.toml": "a=1\na=2\n", "day.toml": "d = 2011-02-30\n", "large.toml": "d = " + "9" * 5_000 + "\n", "nul.toml": "a = '\0'\n", "utf16.toml": "a=1\n".encode("utf-16"),
    "table.toml": "tool = 1\n", "word.toml": "[tool]\nfactcheck = 'x'\n",
}  # fmt: skip
_CHANCE = random.Random(5)


class _Evil:
    def __reduce__(self) -> tuple[object, tuple[str]]:
        return os.system, ("touch PWNED",)


CACHES: dict[str, Content] = {
    "noise": _CHANCE.randbytes(5_000), "empty": b"", "sqlite_cut": b"SQLite format 3\0" + b"\x10\0\1\1\0",
    "sqlite_noise": b"SQLite format 3\0" + _CHANCE.randbytes(9_000), "pickle": pickle.dumps(_Evil()), "json_cut": b'{"schema":1,"files":{"a"',
    "json_wrong": b'{"schema":1,"files":[1,2,3]}', "future": b'{"schema":99}', "nul": bytes(8_192),
    "bomb": lambda: gzipped(bytes(1 << 20), 300),
}  # fmt: skip
_CACHE_NAMES = ("cache.db", "cache.sqlite", "claims.db", "cache.json", "index", "CACHEDIR.TAG", "v1/cache.db")
SOURCES: dict[str, Content] = {
    "bad": "sources: [", "list": "- a\n", "rows": "sources: {ok.txt: [1]}\n", "unknown": "sources: {ok.txt: {colour: red}}\n",
    "day": "sources: {ok.txt: {published: 2011-02-30}}\n", "out": "sources: {../../canary.txt: {title: x}}\n", "laughs": "a: &a [x]\nsources: *a\n",
    "deep": "[" * 50_000, "noise": bytes(range(256)), "large": lambda: b"# pad\n" * 500_000, "title": 'sources: {ok.txt: {title: "\\e[31m"}}\n',
    "address": f"sources: {{ok.txt: {{url: 'http://127.0.0.1:{PORT}/x'}}}}\n",
}  # fmt: skip
_CORE = ("base_cut", "base_future", "base_deep", "base_noise", "base_pipe", "conf_bad_yaml", "conf_deep_toml", "conf_utf16_toml",
         "conf_globs_yaml", "conf_paths_out_yaml", "cache_pickle", "sources_deep", "sources_link", "ignore_pipe")  # fmt: skip


def cases() -> Iterator[Case]:
    """Return a case for each file."""
    return chain(_baselines(), _settings(), _caches(), _beside())


def _core(id: str) -> bool:
    return id in _CORE


def _baselines() -> Iterator[Case]:
    for name, content in BASELINES.items():
        yield Case(f"base_{name}", "baseline", _DOCS, baseline=content, seconds=20, core=_core(f"base_{name}"))
    for name, step in _BASELINE_STEPS.items():
        steps = (("replace", "baseline/baseline.jsonl", *step),)
        yield Case(f"base_{name}", "baseline", _DOCS, baseline=_HEADER, steps=steps, core=_core(f"base_{name}"))


def _settings() -> Iterator[Case]:
    for name, content in SETTINGS.items():
        file = "pyproject.toml" if name.endswith("toml") else "factcheck.yaml"
        id = f"conf_{name.replace('.', '_')}"
        yield Case(id, "settings", _DOCS, config={file: content}, core=_core(id))
    for name, step in {"pipe": ("pipe",), "endless": ("link", "/dev/zero"), "folder": ("folder",)}.items():
        for file in ("factcheck.yaml", "pyproject.toml", "facts.yaml", "factcheck-baseline.jsonl"):
            id = f"conf_{name}_{file.partition('.')[0]}"
            yield Case(id, "settings", _DOCS, config={file: "a"}, steps=(("replace", file, *step),))


def _caches() -> Iterator[Case]:
    for name, content in CACHES.items():
        yield Case(
            f"cache_{name}", "cache", _DOCS, cache=dict.fromkeys(_CACHE_NAMES, content), core=_core(f"cache_{name}")
        )
    for name, step in {
        "file": ("empty",),
        "locked": ("locked",),
        "link": ("link", "outside"),
        "endless": ("link", "/dev/zero"),
    }.items():
        yield Case(f"cache_is_{name}", "cache", _DOCS, cache={"x": ""}, steps=(("replace", "cache", *step),))
    many = {f"p{i}.txt": claim() for i in range(200)}
    yield Case("cache_of_eight", "cache", many, cache={"x": ""}, steps=(("at_once", 8),), seconds=90)
    yield Case("cache_full", "cache", _DOCS, cache={"x": ""}, steps=(("limit", "FSIZE", 65_536),), exits=(1, 2))


def _beside() -> Iterator[Case]:
    """Yield what documents may have beside them: sources, and ignore files."""
    for name, content in SOURCES.items():
        docs = {**_DOCS, "sources.yaml": content}
        yield Case(f"sources_{name}", "settings", docs, config={"x.txt": ""}, core=_core(f"sources_{name}"))
    for file, id in (("sources.yaml", "sources"), (".gitignore", "ignore")):
        for name, step in {
            "link": ("link", "../outside/victim.txt"),
            "pipe": ("pipe",),
            "endless": ("link", "/dev/zero"),
        }.items():
            steps = (("replace", f"docs/{file}", *step),)
            yield Case(f"{id}_{name}", "settings", _DOCS, config={"x.txt": ""}, steps=steps, core=_core(f"{id}_{name}"))
    yield Case("ignore_noise", "settings", {**_DOCS, ".gitignore": bytes(range(256)) * 50}, config={"x.txt": ""})
