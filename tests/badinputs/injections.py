"""Words and names of files that mean something to a terminal, a browser, a spreadsheet, a build server or a shell."""

from __future__ import annotations

from collections.abc import Iterator

from tests.badinputs.case import MARK, PORT, Case, Files, claim

M, _E, _NET = MARK, "\x1b", f"http://127.0.0.1:{PORT}"
WORDS: dict[str, str] = {
    # Terminals: https://invisible-island.net/xterm/ctlseqs/ctlseqs.html
    "colour": f"{_E}[31m{M}{_E}[0m", "cursor": f"{_E}[2A{_E}[2K{M}", "screen": f"{_E}[2J{_E}[H{M}", "title": f"{_E}]0;{M}\a",
    "link": f"{_E}]8;;{_NET}/{M}{_E}\\{M}{_E}]8;;{_E}\\", "clipboard": f"{_E}]52;c;RkNNQVJL\a{M}",
    "picture": f"{_E}]1337;File=inline=1:AAAA\a{M}", "device": f"{_E}P$q\"p{_E}\\{M}", "program": f"{_E}_x{M}{_E}\\",
    "c1_csi": f"\x9b31m{M}", "c1_osc": f"\x9d0;{M}\x9c", "bell": f"\a{M}\a", "back": f"{M}\b\b\b\b\b\bSAFE  ",
    "return": f"{M}\rSAFE", "feeds": f"\x0b\x0c{M}", "escape": f"{_E}{M}", "reset": f"{_E}c{M}", "answer": f"{_E}[6n{_E}[c{M}",
    "bidi": f"\u202e{M}\u202c\u2066", "nul": f"\0{M}", "half": f"\ud800{M}", "tags": f"{M}\U000e0041\U000e007f",
    # rich's markup
    "rich_colour": f"[red]{M}[/red]", "rich_close": f"{M}[/]", "rich_other": f"{M}[/blue]", "rich_open": f"[bold {M}",
    "rich_link": f"[link={_NET}/{M}]click[/link]", "rich_click": f"[@click=app.bell()]{M}[/]", "rich_slash": f"\\[red]{M}\\\\[red]\\",
    "rich_emoji": f":skull: {M} :no_such:", "rich_no_colour": f"[#zzzzzz]{M}[/#zzzzzz]", "rich_deep": "[b]" * 3_000 + M,
    # HTML: https://cheatsheetseries.owasp.org/cheatsheets/XSS_Filter_Evasion_Cheat_Sheet.html
    "script": f"<script>alert('{M}')</script>", "image": f"\"><img src=x onerror=alert('{M}')>",
    "attribute": f"' onmouseover='alert(\"{M}\")", "end_script": f"</script><script>alert('{M}')</script>",
    "comment": f"<!--{M}--!><script>{M}</script>-->", "cdata": f"]]><script>{M}</script>", "svg": f"<svg/onload=alert('{M}')>",
    "js_address": f"javascript:alert('{M}')", "style": f"</style><style>*{{display:none}}/*{M}*/", "end_title": f"</title><script>{M}</script>",
    "end_area": f"</textarea><script>{M}</script>", "template": f"{{{{constructor.constructor('{M}')()}}}}",
    "separators": f"\u2028\u2029{M}</script>", "entities": f"&lt;script&gt;{M}&#x3c;b&#x3e;", "frame": f"<iframe src={_NET}/{M}></iframe>",
    "nul_tag": f"<scr\0ipt>{M}</scr\0ipt>", "xml": f"<?xml version='1.0'?>]]>&{M};", "document": f"<!doctype html><!--[if IE]>{M}",
    # Markdown
    "bar": f"{M} | extra | cell |", "heading": f"{M}\n\n# Heading {M}\n\n| a | b |\n|---|---|\n", "ticks": f"```{M}``` `",
    "md_image": f"![{M}]({_NET}/i.png)", "md_link": f"[{M}](javascript:alert(1))", "mention": f"@octocat #1 GH-1 {M}",
    "md_html": f"<details open><summary>{M}</summary>", "fence": f"\n~~~\n{M}\n~~~\n", "slash": f"\\| {M} \\", "footnote": f"[^1]: {M}",
    "md_address": f"https://evil.example/{M} www.evil.example", "md_maths": f"$\\href{{javascript:alert(1)}}{{{M}}}$",
    # Spreadsheets: https://owasp.org/www-community/attacks/CSV_Injection
    "equals": f"=HYPERLINK(\"{_NET}/\",\"{M}\")", "plus": f"+cmd|' /C calc'!A0 {M}", "minus": f"-2+3+cmd|' /C calc'!A0 {M}",
    "at": f"@SUM(1+1) {M}", "tab": f"\t=1+1 {M}", "return_formula": f"\r=1+1 {M}", "quote": f"\",\"=1+1\",\"{M}",
    "fullwidth": f"\uff1d1+1 {M}", "dde": f"=DDE(\"cmd\";\"/C calc\";\"{M}\")", "line_formula": f"\n=1+1,{M}", "semicolon": f";=1+1;{M}",
    "nul_formula": f"\0=1+1 {M}", "space_formula": f" =1+1 {M}",
    # Build servers
    "mask": f"\n::add-mask::{M}\n", "error": f"\n::error file=x,line=1::{M}\n", "percent": f"%0A::add-mask::{M}%0D%0A::error::x",
    "set_output": f"\n::set-output name=x::{M}\n", "stop": f"\n::stop-commands::{M}\n", "old": f"\n##[error]{M}\n##[add-mask]{M}\n",
    "set_env": f"\n::set-env name=PATH::{M}\n::add-path::/tmp\n", "group": f"\n::group::{M}\n", "within": f"x ::error::{M} ::endgroup::",
    "azure": f"\n##vso[task.setvariable variable=x]{M}\n", "gitlab": f"\n{_E}[0Ksection_start:0:x\r{_E}[0K{M}\n",
    "teamcity": f"\n##teamcity[buildStop comment='{M}']\n", "mask_return": f"\r::add-mask::{M}\r",
    "mask_separator": f"\u2028::add-mask::{M}\u0085::add-mask::{M}",
    # All else
    "sql": f"'; DROP TABLE claims;-- {M}", "shell": f"$(touch PWNED) `touch PWNED` ; touch PWNED {M}",
    "format": f"%s%n{{0.__class__}}{{}}%(x)s {M}", "lookup": f"${{jndi:ldap://127.0.0.1:{PORT}/{M}}}",
    "json": f"\"}},{{\"findings\":[]}} {M}", "sarif": f"[{M}](1) [x]({_NET}) {{0}}", "yaml": f"!!python/object/apply:os.system ['touch PWNED'] {M}",
    "long": M + "A" * 500_000, "suppression": f"# factcheck: ignore reason: {M}", "bom": f"\ufeff{M}\ufffe",
}  # fmt: skip
NAMES: tuple[str, ...] = (
    "a\nb.txt", "::add-mask::x.txt", "a%0A::error::b.txt", "a,line=9,col=1.txt", "\x1b[31mred.txt", "\x1b]0;t\a.txt",
    "[red]x[end red].txt", "x[].txt", "<img src=x onerror=alert(1)>.txt", '"quoted".txt', "'single'.txt", "=cmd.txt", "-rf.txt",
    "--help.txt", "@file.txt", "~.txt", "$HOME.txt", "`id`.txt", "a;b&c|d.txt", "a b  c.txt", " lead.txt", "trail .txt", "dot..txt",
    "...txt", "back\\slash.txt", "{{7*7}}.txt", "%s%n%d.txt", "percent%20.txt", "hash#frag.txt", "q?uery.txt", "col:on.txt",
    "star*.txt", "br[a]ck{et}.txt", "\u202etxt.exe.txt", "\u200bzw.txt", "e\u0301.txt", "\u00e9.txt", "\u65e5\u672c\u8a9e.txt",
    "\U0001f600.txt", "CON.txt", "nul.txt", "N" * 250 + ".txt", "bad\udcff\udcfeutf8.txt", "\udc80.txt", "tab\t.txt", "cr\r.txt", "A.txt",
    "a.txt", ".hidden.txt", "no_extension", "UPPER.TXT", "double.txt.txt", "x.html.txt", "bar|md|cell.txt", "|.txt", "<!--.txt",
    "<script>.txt", "&amp;.txt", "!!int.txt", "\u2028.txt", "x\u0085.txt", "https:evil.txt", "**bold**.txt", "![x](y).txt",
)  # fmt: skip
SHOWN = ("json", "text", "html", "csv", "markdown", "github", "sarif")
_AT_ONCE = 2  # names of files


def pages(words: str) -> Files:
    """Return a document with a payload beside and in all its claims, contradicted by the good ones."""
    return {
        "evil.txt": f"The Long Wait\n\n{claim(words)}\n{words} nine-month detention.\nProducer: {words}\nFilm: {words}\n"
    }


def named(names: tuple[str, ...]) -> Files:
    """Return documents of these names."""
    return {name: f"The Long Wait\n\n{claim()}" for name in names}


def cases() -> Iterator[Case]:
    """Yield a case for each payload, and for two names of files at a time."""
    for name, words in WORDS.items():
        core = name in ("clipboard", "nul", "half", "tags", "long")  # all are shown in every format by tests/report
        yield Case(f"inject_{name}", "inject", pages(words), formats=SHOWN, injected=True, seconds=15, core=core)
    for at in range(0, len(NAMES), _AT_ONCE):
        docs = named(NAMES[at : at + _AT_ONCE])
        yield Case(
            f"name_{at:02d}",
            "name",
            docs,
            formats=SHOWN,
            injected=True,
            read_or_named=True,
            seconds=15,
            core=at % 16 == 0,
        )
