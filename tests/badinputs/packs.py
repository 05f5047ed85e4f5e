"""Rule packs that strangers sent: patterns that explode, and YAML that does more than say what it says."""

from __future__ import annotations

import json
from collections.abc import Iterator

from tests.badinputs.case import PORT, Case, claim

_RULE = {
    "id": "thing.x",
    "about": "thing",
    "kind": "text",
    "because": "A test.",
    "examples": {"conflict": [["a", "b"]], "agree": [["a", "a"]]},
}


def pack(*patterns: str, **more: object) -> str:
    """Return a pack with these patterns; JSON is YAML."""
    rule = {**_RULE, "find": {"regex": list(patterns)}, **more}
    return json.dumps({"subjects": [{"id": "thing", "kind": "work"}], "rules": [rule]})


OK = pack(r"(?P<value>\w+)-month")


def valued(pattern: str) -> str:
    """Return a pattern as the value, so that it is used and not refused for want of one."""
    return pattern if "(?P<value>" in pattern else f"(?P<value>{pattern})"


# A pattern, and the text on which a backtracking engine is lost.
PATTERNS: dict[str, tuple[str, str]] = {
    "nested_plus": (r"(a+)+$", "a" * 40 + "!"),
    "overlap": (r"(a|aa)+$", "a" * 40 + "!"),
    "optional": (r"(a|a?)+$", "a" * 40 + "!"),
    "star_star": (r"(.*)*=x", "x" * 60),
    "class_star": (r"([a-z]+)*\d", "z" * 60 + "!"),
    "two_pluses": (r"(x+x+)+y", "x" * 60),
    "words": (r"(\w+\s?)+$", "\u00e9" * 45 + "!"),
    "address": (
        r"^([a-z0-9])(([\-.]|[_]+)?([a-z0-9]+))*(@){1}[a-z0-9]+[.](([a-z]{2,3})|([a-z]+[.][a-z]{2,3}))$",
        "a" * 60,
    ),
    "firewall": (
        r"(?:(?:\"|'|\]|\}|\\|\d|(?:nan|true|null)|`|-|\+)+[)]*;?((?:\s|-|~|!|{}|\|\||\+)*.*(?:.*=.*)))",
        "x=" + "x" * 30_000,
    ),
    "trim": (r"[\s\u200c]+$".replace(r"\u200c", "\u200c"), "-- x" + " " * 60_000 + "x"),
    "cubic": (r".*.*.*=$", "x" * 6_000),
    "digits": (r"\d+\d+\d+\d+km", "1" * 4_000),
    "backtracking": (r"[\w-]+[ -]months?", "a-" * 40_000),
    "look_ahead": (r"(?=(a+))a*b\1", "a" * 20_000),
    "back_reference": (r"(\w+) and \1", "word " * 20_000),
    "look_behind": (r"(?<=a{1})b(?<!ab)", "ab" * 1_000),
    "possessive": (r"(?>a+)b|a++c", "a" * 30_000),
    "recursion": (r"\((?:[^()]|(?R))*\)", "(" * 5_000),
    "counted": (r"a{1,100000}b", "a" * 120_000),
    "counted_thousand": (r"(a{1,1000})b", "a" * 120_000),
    "counted_nested": (r"((a{1,1000}){1,1000}){1,1000}", "a" * 2_000),
    "counted_groups": (r"(((a{1,30}){1,30}){1,30})", "a" * 20_000),
    "large_class": ("[" + "".join(chr(0x4E00 + 2 * i) for i in range(900)) + "]+", "\u4e00" * 100_000),
    "huge_class": ("[" + "".join(chr(0x4E00 + i) for i in range(20_000)) + "]+", "\u4e00" * 100),
    "alternatives": ("|".join(f"w{i}x" for i in range(50_000)), "w49999x"),
    "many_groups": ("(a)" * 600, "a" * 5_000),
    "unclosed": ("(unclosed", "x"),
    "leading_star": ("*abc", "x"),
    "bad_escape": (r"\p{NoSuchProperty}\8", "x"),
    "bad_range": ("[z-a]", "x"),
    "late_flag": ("abc(?i)def", "x"),
    "empty": ("", "x" * 100_000),
    "empty_loop": ("(?:)*", "x" * 100_000),
    "no_width": (r"\b|$|^", "word " * 20_000),
    "twice_value": ("(?P<value>a)(?P<value>b)", "ab"),
    "deep": ("(" * 900 + "a" + ")" * 900, "a"),
    "too_deep": ("(" * 5_000 + "a" + ")" * 5_000, "a"),
    "nul": ("a\0b", "a b"),
    "lone_surrogate": ("a\ud800b", "a"),
    "all": (r"(?s:.*)", "x" * 3_000_000),
    "far": (r"detention(?s:.*)Roe", "detention " + "x" * 3_000_000),
    "each_letter": (r"\w", "word " * 200_000),
    "each_end": (r"(?P<value>)", "word " * 20_000),
    "any_case": ("(?i)" + "stra\u00dfe\u017f" * 100, "STRASSES" * 1_000),
}
_CORE = (
    "nested_plus",
    "words",
    "trim",
    "cubic",
    "back_reference",
    "counted_nested",
    "empty",
    "no_width",
    "deep",
    "unclosed",
)


def patterns() -> Iterator[Case]:
    """Yield a case for each pattern, and for masses of harmless ones."""
    for name, (pattern, text) in PATTERNS.items():
        docs = {"trigger.txt": f"{text}\n{claim()}"}
        yield Case(f"pattern_{name}", "pattern", docs, rules=pack(valued(pattern)), linear=True, core=name in _CORE)
    yield Case("pattern_no_value", "pattern", {"a.txt": claim()}, rules=pack("months"))
    many = [{**_RULE, "id": f"thing.x{i}", "find": {"regex": [rf"word{i}\s+(?P<value>\d+)"]}} for i in range(2_000)]
    packed = json.dumps({"subjects": [{"id": "thing", "kind": "work"}], "rules": many})
    yield Case("pattern_2000_rules", "pattern", {"a.txt": "word1 5 " * 20_000}, rules=packed, seconds=60)
    phrases = [
        {**_RULE, "id": f"thing.y{i}", "find": {"phrases": [f"wording {i} said {{value}}"]}} for i in range(2_000)
    ]
    packed = json.dumps({"subjects": [{"id": "thing", "kind": "work"}], "rules": phrases})
    yield Case("pattern_2000_phrases", "pattern", {"a.txt": "wording 7 said 5. " * 20_000}, rules=packed, seconds=60)
    nested = "[a] " * 400 + "word {value}"
    yield Case("pattern_phrase_of_options", "pattern", {"a.txt": claim()}, rules=phrase(nested))
    yield Case(
        "pattern_phrase_of_gaps",
        "pattern",
        {"a.txt": "word " * 20_000},
        rules=phrase("word " + "... * " * 60 + "{value}"),
    )
    yield Case(
        "pattern_phrase_of_choices", "pattern", {"a.txt": claim()}, rules=phrase("(a|b)(c|d)" * 200 + " word {value}")
    )
    globs = json.dumps({"exclude": ["*a" * 40 + "b", "**/" * 60 + "x", "[" * 500, "[!" + "a-" * 400 + "]*"]})
    yield Case("pattern_glob", "pattern", {"a" * 120 + ".txt": claim()}, config={"factcheck.yaml": globs}, core=True)
    yield Case(
        "pattern_glob_ignored",
        "pattern",
        {"a" * 120 + ".txt": claim(), ".gitignore": "*a" * 40 + "b\n" + "**/" * 60 + "x\n[\n"},
    )


def phrase(words: str) -> str:
    """Return a pack with a phrase."""
    rule = {**_RULE, "find": {"phrases": [words]}}
    return json.dumps({"subjects": [{"id": "thing", "kind": "work"}], "rules": [rule]})


def _chain(first: str, letters: str = "bcdefghijkl") -> str:
    """Return anchors of which each holds nine of the one before."""
    names = f"a{letters}"
    lines = [f"{new}: &{new} [{','.join([f'*{old}'] * 9)}]\n" for old, new in zip(names, letters, strict=False)]
    return f"a: &a {first}\n{''.join(lines)}"


_HEAD = "subjects: [{id: thing, kind: work}]\nrules:\n"
_GOOD_RULE = f"  - {json.dumps({**_RULE, 'find': {'regex': ['(?P<value>nine)-month']}})}\n"
_TREE = _HEAD + _GOOD_RULE


def _with(**changed: object) -> str:
    return _HEAD + f"  - {json.dumps({**_RULE, 'find': {'regex': ['(?P<value>nine)-month']}, **changed})}\n"


_TAGS = {
    "system": "!!python/object/apply:os.system ['touch PWNED']",
    "eval": "!!python/object/apply:eval [\"open('PWNED','w')\"]",
    "name": "!!python/name:os.system",
    "include": "!include /etc/passwd",
    "environment": "!ENV ${HOME}",
    "binary": "!!binary '////='",
    "integer": "!!int 'abc'",
    "number": "!!float 'abc'",
    "set": "!!set {a, b}",
    "pairs": "!!omap [a: 1]",
}
_FILES: dict[str, str | bytes] = {
    "laughs": _chain("[lol,lol,lol,lol]") + _TREE,
    "long_alias": f"big: &b {json.dumps('x' * 50_000)}\nall: [{','.join(['*b'] * 50_000)}]\n" + _TREE,
    "alias_of_itself": "rules: &f\n  x: *f\n",
    "list_of_itself": "&a [*a]\n",
    "merges": _chain("{k: 1}") + "m: {<<: [*k, *j, *i]}\n" + _TREE,
    "merge_keys": "a: &a {k: 1}\nb: {<<: *a}\n" + _TREE,
    "deep_lists": "[" * 100_000 + "]" * 100_000,
    "deep_maps": "{a: " * 20_000 + "}" * 20_000,
    "deep_blocks": "".join(" " * i + "a:\n" for i in range(3_000)),
    "deep_sequences": "- " * 50_000 + "x\n",
    "twice": _TREE + "rules:\n" + _GOOD_RULE,
    "twice_in_rule": _HEAD + "  - {id: thing.x, id: thing.y}\n",
    "tabs": "rules:\n\tx: 1\n",
    "bad_utf8": b"rules:\n  \xff\xfe\xfa: 1\n",
    "utf16": _TREE.encode("utf-16"),
    "utf32": _TREE.encode("utf-32"),
    "mark": "\ufeff" + _TREE,
    "crlf": _TREE.replace("\n", "\r\n"),
    "nul": "rules:\n  x: \0\n",
    "escape": "rules:\n  \x1b[31mx: 1\n",
    "two_documents": _TREE + "---\n" + _TREE,
    "empty": "",
    "comment": "# nothing\n",
    "word": "hello\n",
    "list": "- a\n- b\n",
    "nothing": "~\n",
    "no_rules": "rules:\n",
    "norway": _with(about="no").replace('"no"', "no"),
    "number_key": "1: 2\n" + _TREE,
    "nan_key": ".nan: 1\n" + _TREE,
    "day_key": "2011-06-22: 1\n" + _TREE,
    "list_key": "? [a, b]\n: c\n" + _TREE,
    "map_key": "? {a: b}\n: c\n" + _TREE,
    "no_such_day": "updated: 2011-02-30\n" + _TREE,
    "no_such_time": "updated: 2011-02-03 99:99:99\n" + _TREE,
    "no_such_alias": "x: *nope\n",
    "unclosed": "rules: {x: [1, 2\n",
    "large_number": _with(tolerance={"days": 1}).replace("1}", "9" * 6_000 + "}"),
    "infinite": _with(tolerance={"days": 1}).replace("1}", "1e999}"),
    "no_number": _with(error_beyond={"days": 1}).replace("1}", ".nan}"),
    "negative": _with(tolerance={"days": -5}),
    "unknown_key": "colour: red\n" + _TREE,
    "wrong_types": _HEAD + "  - 3\n  - [1]\n  - null\n",
    "patterns_map": _with(find={"regex": {"a": "b"}}),
    "patterns_nested": _with(find={"regex": [["a"], {"b": "c"}, None, 3, True]}),
    "no_kind": _with(kind="nosuch"),
    "circle": _TREE + "derive: [{field: thing.x, from: [thing.x]}]\n",
    "extends_file": "extends: ../../../../../../etc/passwd\n" + _TREE,
    "extends_canary": "extends: ../canary.txt\n" + _TREE,
    "extends_itself": "extends: rules.yaml\n" + _TREE,
    "extends_address": f"extends: http://127.0.0.1:{PORT}/rules.yaml\n" + _TREE,
    "long_line": "# " + "x" * 1_900_000 + "\n" + _TREE,
    "too_large": _TREE + "# pad\n" * 400_000,
    "many_faults": _HEAD + "  - {id: X}\n" * 5_000,
    "html": "<!doctype html><html><body>404</body></html>",
}
_IDS = {
    "escape": "\x1b[31mred\x1b]0;pwn\x07",
    "path": "../../PWNED",
    "rich": "[/red][link=x]",
    "html": "<img src=x onerror=alert(1)>",
    "formula": "=1+1",
    "workflow": "x\n::add-mask::detention",
    "class": "__class__.__init__",
    "empty": "",
    "long": "x" * 900 + "." + "y" * 90_000,
}
_MESSAGES = {
    "format": "{0.__class__.__mro__} {x!r:>999999999} %n%s%(x)s {value:9999999999}",
    "template": "{{ ''.__class__ }}{{7*7}}",
    "escape": "\x1b[31m \u202e \x9b31m",
}
_SHOWN = ("json", "text", "html", "csv", "markdown", "github")
_CORE_FILES = (
    "laughs",
    "deep_lists",
    "alias_of_itself",
    "twice",
    "bad_utf8",
    "utf16",
    "empty",
    "extends_canary",
    "large_number",
)


def files() -> Iterator[Case]:
    """Yield a case for each file that is no pack, or more than one."""
    docs = {"a.txt": claim()}
    for name, text in _FILES.items():
        yield Case(f"yaml_{name}", "yaml", docs, rules=text, core=name in _CORE_FILES, seconds=20)
    for name, tag in _TAGS.items():
        yield Case(f"yaml_tag_{name}", "yaml", docs, rules=f"x: {tag}\n" + _TREE, core=name == "system")
    for name, words in _IDS.items():
        yield Case(
            f"yaml_id_{name}", "yaml", docs, rules=_with(id=words), formats=_SHOWN, injected=True, core=name == "escape"
        )
    for name, words in _MESSAGES.items():
        packed = _with(because=words)
        yield Case(f"yaml_because_{name}", "yaml", docs, rules=packed, formats=_SHOWN, injected=True)
    yield Case("yaml_is_folder", "yaml", docs, rules=OK, steps=(("rules_folder",),))
    yield Case("yaml_is_pipe", "yaml", docs, rules=OK, steps=(("replace", "rules/rules.yaml", "pipe"),))
    yield Case("yaml_is_endless", "yaml", docs, rules=OK, steps=(("replace", "rules/rules.yaml", "link", "/dev/zero"),))
