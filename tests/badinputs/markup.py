"""Pages, XML, wikitext and Markdown: entities, addresses, depth, floods of signs, encodings that lie."""

from __future__ import annotations

from collections.abc import Iterator

from tests.badinputs.case import PORT, Case, Content, claim
from tests.badinputs.zips import laughs, outside

C = claim()
_NET = f"http://127.0.0.1:{PORT}"
_XML = '<?xml version="1.0"?>'


def page(body: str, head: str = "") -> str:
    return f"<!doctype html><html><head><title>t</title>{head}</head><body><p>{body}</p></body></html>"


def _anchors(levels: int) -> str:
    lines = [f"a{i}: &a{i} [{','.join([f'*a{i - 1}'] * 9)}]\n" for i in range(1, levels)]
    return "a0: &a0 [x,x,x]\n" + "".join(lines)


FILES: dict[str, Content] = {
    # Entities and addresses.
    "laughs.html": laughs("html") + "<html><body>&l9;</body></html>",
    "laughs.xml": _XML + laughs("r") + "<r>&l9;</r>",
    "laughs.svg": _XML + laughs("svg") + "<svg>&l9;</svg>",
    "long_entity.xml": f'{_XML}<!DOCTYPE r [<!ENTITY a "{"A" * 100_000}">]><r>{"&a;" * 20_000}</r>',
    "entity_file.xml": _XML + outside("r", "file:///tmp/badinputs-canary.txt") + "<r>&x; nine-month detention</r>",
    "entity_beside.xml": _XML + outside("r", "../canary.txt") + "<r>&x; nine-month detention</r>",
    "entity_net.xml": _XML + outside("r", f"{_NET}/entity") + "<r>&x;</r>",
    "entity_parameter.xml": f'{_XML}<!DOCTYPE r [<!ENTITY % p SYSTEM "{_NET}/p.dtd">%p;]><r>hi</r>',
    "entity_circle.xml": f'{_XML}<!DOCTYPE r [<!ENTITY a "&b;"><!ENTITY b "&a;">]><r>&a;</r>',
    "type_net.xml": f'{_XML}<!DOCTYPE r SYSTEM "{_NET}/e.dtd"><r>hi</r>',
    "include.xml": '<r xmlns:xi="http://www.w3.org/2001/XInclude"><xi:include parse="text" href="../canary.txt"/></r>',
    "sheet.xml": f'{_XML}<?xml-stylesheet type="text/xsl" href="{_NET}/s.xsl"?><r>hi</r>',
    "net.html": page(f'<img src="{_NET}/i.png"><link rel=stylesheet href="{_NET}/c.css"><iframe src="{_NET}/f"></iframe>{C}'),
    "base.html": page('<base href="file:///"><iframe src="/etc/passwd"></iframe>' + C),
    "refresh.html": page(C, f'<meta http-equiv=refresh content="0;url={_NET}/r">'),
    # Depth, and floods.
    "deep.html": ("<div>" * 200_000 + C + "</div>" * 200_000).encode,
    "deep_inline.html": "<b>" * 100_000 + C,
    "deep_tables.html": "<table><tr><td>" * 20_000 + C,
    "deep_lists.html": "<ul><li>" * 40_000 + C,
    "deep.xml": ("<a>" * 200_000 + "</a>" * 200_000).encode,
    "attributes.html": ("<p " + " ".join(f"a{i}=1" for i in range(200_000)) + ">" + C + "</p>").encode,
    "same_attribute.html": "<p " + "x=1 " * 100_000 + ">" + C,
    "long_attribute.html": ('<p title="' + "x" * 5_000_000 + '">' + C + "</p>").encode,
    "long_class.html": "<p class='" + "nav-" * 50_000 + "'>" + C,
    "long_style.html": "<p style='" + "display " * 50_000 + "'>" + C,
    "open_comment.html": "<p>" + C + "<!-- " + "x" * 100_000,
    "open_comments.html": "<p>" + C + "<!--" * 50_000,
    "open_tag.html": "<p>" + C + "<div class=" + "y" * 100_000,
    "open_tags.html": C + "<a href='" * 50_000,
    "less_than.html": "<" * 500_000,
    "ampersands.html": "&" * 500_000 + C,
    "cdata.html": "<![CDATA[" * 50_000 + C,
    "declarations.html": "<!x" * 50_000 + C,
    "instructions.html": "<?x" * 50_000 + C,
    "nul_tags.html": "<p\0>" + C + "<\0/p>\0",
    "references.html": page("&#x110000; &#0; &#xD800; &#99999999999999999999; &#x; &; &nosuch; &#128; " + C),
    "long_reference.html": page("&" + "a" * 200_000 + ";&#" + "9" * 200_000 + ";" + C),
    "scripts.html": ("<script>var x='" + C + "'</script>") * 5_000,
    "data.html": page(C, '<script type="application/ld+json">' + "[" * 50_000 + "</script>"),
    "data_large.html": page(C, '<script type="application/ld+json">{"datePublished": ' + "9" * 10_000 + "}</script>"),
    "properties.html": "<div itemscope itemprop=a>" * 10_000 + C,
    "selects.html": "<select><option>" * 50_000 + C,
    "templates.html": "<template>" * 30_000 + C,
    "foreign.html": "<svg><math><p>" * 30_000 + C,
    "formats.html": "<a><b><i><u><font>" * 5_000 + "<p>" * 5_000 + C,
    "spans.html": page("<table><tr><td colspan=9007199254740991 rowspan=9007199254740991>x</td></tr></table>" + C),
    "cells.html": "<table>" + "<tr><td>Year<td>2012" * 20_000 + "</table>" + C,
    # Encodings.
    "unknown_charset.html": page(C, '<meta charset="x-nosuch-99">'),
    "nul_charset.html": page(C, '<meta charset="\0">'),
    "mark_and_charset.html": b"\xef\xbb\xbf" + page("caf\u00e9 " + C, '<meta charset="utf-16">').encode(),
    "utf7.html": page("+ADw-script+AD4-alert(1)+ADw-/script+AD4- " + C, '<meta charset="utf-7">'),
    "rot13.html": page(C, '<meta charset="rot13">'),
    "zlib.html": page(C, '<meta charset="zlib_codec">'),
    "idna.html": page(C, '<meta charset="idna">'),
    "punycode.html": page("a" * 20_000 + C, '<meta charset="punycode">'),
    "unicode_escape.html": page("\\N{nosuch} \\ud800 " + C, '<meta charset="unicode_escape">'),
    "wrong_encoding.xml": '<?xml version="1.0" encoding="utf-16"?><r>nine-month detention</r>',
    "version_nine.xml": '<?xml version="9.9"?><r>x</r>',
    "noise.html": bytes(range(256)) * 400,
    "empty.html": "",
    "plain.html": C,
    # Wikitext.
    "templates.wikitext": "{{" * 50_000 + C,
    "links.wikitext": "[[" * 50_000 + C,
    "arguments.wikitext": "{{{" * 30_000 + "}}}" * 30_000 + C,
    "tables.wikitext": "{|\n" * 20_000 + C,
    "template_of_itself.wikitext": "{{Infobox|runtime={{Infobox|runtime={{self}}}}}}" + C,
    "quotes.wikitext": "'" * 300_000 + C,
    "references.wikitext": "<ref>" * 50_000 + C,
    "raw.wikitext": "<nowiki>" + "<!--" * 30_000 + C,
    "rows.wikitext": "|-\n| a || b\n" * 20_000 + C,
    # Markdown.
    "brackets.md": "[" * 60_000 + C,
    "closed_brackets.md": "[a](" * 60_000 + C,
    "emphasis.md": "*a_" * 60_000 + C,
    "quotes.md": ">" * 60_000 + C,
    "ticks.md": "".join("`" * i + " " for i in range(1, 900)) + C,
    "fences.md": "```\n" * 20_001 + C,
    "lists.md": "".join(" " * i + "- x\n" for i in range(1_500)) + C,
    "targets.md": "".join(f"[{i}]: x\n" for i in range(50_000)) + "[a]" * 20_000 + C,
    "table.md": "|" * 200_000 + "\n" + "|-" * 100_000 + "\n" + C,
    "comments.md": "<!--" * 30_000 + C,
    "tags.md": "<a " * 60_000 + C,
    "stars.md": "*" * 200_000 + C,
    "front_anchors.md": f"---\n{_anchors(11)}---\n{C}",
    "front_tag.md": f"---\nx: !!python/object/apply:os.system ['touch PWNED']\n---\n{C}",
    "front_day.md": f"---\ndate: 2011-02-30\n---\n{C}",
    "front_deep.md": f"---\nx: {'[' * 50_000}\n---\n{C}",
    "front_open.md": "---\n" + "a: b\n" * 100_000 + C,
    # Mail and subtitles.
    "parts.eml": "Content-Type: multipart/mixed; boundary=a\n\n" + "--a\nContent-Type: multipart/mixed; boundary=a\n\n" * 2_000 + C,
    "heads.eml": "Subject: " + "=?utf-8?q?a?= " * 20_000 + "\n\n" + C,
    "long_head.eml": "From: " + "a" * 500_000 + "\nDate: " + "9" * 10_000 + "\n\n" + C,
    "charset.eml": "Content-Type: text/plain; charset=zlib_codec\n\n" + C,
    "froms.mbox": "From \n" * 20_000 + "\n" + C,
    "times.srt": "1\n99:99:99,999 --> 00:00:00,000\nx\n\n" * 5_000 + C,
    "groups.rtf": "{\\rtf1 " + "{" * 100_000 + C,
    "words.rtf": "{\\rtf1 " + "\\u99999999? " * 20_000 + C + "}",
}  # fmt: skip
_CORE = ("laughs.xml", "entity_file.xml", "entity_net.xml", "net.html", "deep_inline.html", "same_attribute.html", "less_than.html",
         "cdata.html", "references.html", "zlib.html", "idna.html", "templates.wikitext", "arguments.wikitext", "brackets.md",
         "front_anchors.md", "front_tag.md", "parts.eml", "groups.rtf", "closed_brackets.md")  # fmt: skip


def cases() -> Iterator[Case]:
    """Yield a case for each file."""
    for name, content in FILES.items():
        ids = name.replace(".", "_")
        slow = callable(content)
        yield Case(
            f"markup_{ids}",
            "markup",
            {name: content},
            seconds=30 if slow else 20,
            read_or_named=True,
            core=name in _CORE,
        )
