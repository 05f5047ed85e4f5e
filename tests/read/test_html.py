"""Web pages: all their text, its parts, and the way back to the place in the page's own source."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.errors import Problem
from factcheck.model import Document
from factcheck.read.html import read_html

PAGE = """<!DOCTYPE html><html><head><meta charset="utf-8"><title>Never Sorry (2012) - FilmDB</title>
<meta property="og:title" content="Never Sorry - FilmDB"><meta property="og:site_name" content="FilmDB">
<script>var film = "Runtime: 10 minutes";</script><style>p { color: red }</style></head>
<body class="has-comments"><nav><ul><li>Home<li>Film: Other</ul></nav>
<h1>Never Sorry</h1>
<table class="infobox"><tr><th>Directed by</th><td>Alison&nbsp;Klayman</td></tr>
<tr><th>Produced by<td><ul><li>Adam Schlesinger<li>Julie <i>Goldman</i></ul></td></tr>
<tr><th>Running time:</th><td>91 minutes<sup>[1]</sup></td></table>
<table><tr><td>2011</td><td>Sundance</td><td>USA</td></tr></table>
<dl><dt>Country<dd>China<dd>United States<dt>Year<dd>2012</dl>
<p>Ai was freed after <b>nearly&#160;three
   months&rsquo;</b> detention on 22&nbsp;June. Caf&eacute; &zzword; R&D &amp co.<br>He left.</p>
<blockquote>Two-month detention</blockquote><figure><img src=x><figcaption>Ai in 2010</figcaption></figure>
<p hidden>Secret</p><p style="display: none">Secret</p><!-- Secret --><p>Q: When?</p>
<div class="related-posts"><h3>Something else</h3><p>Film: Foo (1999)</p></div>
<div id="comments"><p>First!</p></div><h2>References</h2><ul><li>[1] A book</li></ul><h2>Afterwards</h2>
<p>The end.</p><footer>Copyright 2010</footer></body></html>"""
PARTS = [
    ("title", "Never Sorry (2012) - FilmDB"),
    ("navigation", "Home"),
    ("navigation", "Film: Other"),
    ("heading", "Never Sorry"),
    ("text", "Directed by: Alison Klayman"),
    ("text", "Produced by: Adam Schlesinger, Julie Goldman"),
    ("text", "Running time: 91 minutes[1]"),
    ("text", "2011 | Sundance | USA"),
    ("text", "Country: China, United States"),
    ("text", "Year: 2012"),
    ("text", "Ai was freed after nearly three months\u2019 detention on 22 June. Caf\xe9 &zzword; R&D & co."),
    ("text", "He left."),
    ("quote", "Two-month detention"),
    ("caption", "Ai in 2010"),
    ("question", "Q: When?"),
    ("aside", "Something else"),
    ("aside", "Film: Foo (1999)"),
    ("comment", "First!"),
    ("reference", "References"),
    ("reference", "[1] A book"),
    ("heading", "Afterwards"),
    ("text", "The end."),
    ("aside", "Copyright 2010"),
]


def page(text: str) -> Document:
    """Return the document of a page."""
    document = read_html("page.html", text.encode())
    assert isinstance(document, Document)
    return document


def parts(document: Document) -> list[tuple[str, str]]:
    return [(block.part, document.text[block.start : block.end]) for block in document.blocks]


def test_all_text_is_read_and_its_parts_told_apart() -> None:
    document = page(PAGE)
    assert parts(document) == [*PARTS]
    assert document.title == "Never Sorry"


def test_every_word_stands_in_the_source_where_its_span_says() -> None:
    document = page(PAGE)
    for words, quote in (
        ("nearly three", "nearly&#160;three"),
        ("months\u2019 detention", "months&rsquo;</b> detention"),
        ("Klayman", "Klayman"),
        ("Caf\xe9", "Caf&eacute;"),
        ("& co", "&amp co"),
        ("Julie Goldman", "Julie <i>Goldman"),
    ):
        start = document.text.index(words)
        span = document.span(start, start + len(words))
        assert (span.quote, span.words, span.start) == (quote, words, PAGE.index(quote))
        before = PAGE[: span.start].split("\n")
        assert (span.line, span.column) == (len(before), len(before[-1]) + 1)
    assert document.source == PAGE


DATES = [
    (
        '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2012-07-29T08:00"}</script>',
        "json-ld",
    ),
    ('<meta name="date" content="2012-07-29"><time datetime="2001-01-01">x</time>', "meta"),
    ('<p>Posted <time datetime="2012-07-29">yesterday</time>', "text"),
]


@pytest.mark.parametrize(("head", "how"), DATES)
def test_a_date_says_how_it_was_found(head: str, how: str) -> None:
    document = page(f"{head}<p>Some text.")
    assert document.published is not None
    assert (document.published.notation(), document.published_from) == ("2012-07-29", how)


def test_a_page_that_declares_no_date_has_none() -> None:
    movie = '<script type="application/ld+json">{"@type": "Movie", "name": "X", "datePublished": "2012"}</script>'
    assert page(f"{movie}<p>Some text of 3 May 2001.").published is None


def test_linked_data_is_read_as_labels() -> None:
    document = page(
        '<script type="application/ld+json">{"@graph": [{"@type": "Movie", "name": "Caf\\u00e9", "duration": "PT1H31M",'
        '\n\t"director": [{"@type": "Person", "name": "Ann Lee"}, {"@type": "Person", "name": "Jo Kim"}],'
        ' "url": "http://x.y", "countryOfOrigin": {"name": "France"}}]}</script><p>Text'
    )
    assert [words for _, words in parts(document)] == [
        "Film: Caf\xe9",
        "duration: 91 minutes",
        "director: Ann Lee, Jo Kim",
        "country of origin: France",
        "Text",
    ]
    start = document.text.index("91 minutes")
    assert document.span(start, start + 10).quote == "PT1H31M"


def test_microdata_is_read_as_labels_beside_the_text() -> None:
    source = (
        '<div itemscope itemtype="https://schema.org/Movie"><h1 itemprop="name">Never <i>Sorry</i></h1>'
        '<p>By <span itemprop="director" itemscope itemtype="https://schema.org/Person">'
        '<b itemprop="name">Ann Lee</b>, '
        '<i itemprop="jobTitle">director</i></span> and <span itemprop="director">Jo&nbsp;Kim</span>.</p>'
        '<meta itemprop="duration" content="PT91M"><time itemprop="dateCreated" datetime="2012-07-27">July</time></div>'
        '<p itemprop="director">Nobody</p><div itemscope itemtype="https://schema.org/Movie">No name</div>'
    )
    document = page(source)
    assert [words for _, words in parts(document)] == [
        "Never Sorry",
        "By Ann Lee, director and Jo Kim.",
        "July",
        "Nobody",
        "No name",
        "Film: Never Sorry",
        "director: Ann Lee, Jo Kim",
        "duration: 91 minutes",
        "date created: 2012-07-27",
    ]
    for words, quote in (("91 minutes", "PT91M"), ("2012-07-27", "2012-07-27"), ("Lee, Jo Kim", "Lee</b>, ")):
        start = document.text.rindex(words)
        assert document.span(start, start + len(words)).quote.startswith(quote[:4])


@pytest.mark.parametrize("script", ["{", '{"@type": ["Movie"', "[" * 5000, "a: &a [*a]", '{"name": 1e999}'])
def test_linked_data_that_cannot_be_read_says_nothing(script: str) -> None:
    document = page(f'<script type="application/ld+json">{script}</script><p>Text')
    assert parts(document)[-1] == ("text", "Text")


def test_a_comment_silences_the_block_that_it_stands_in() -> None:
    source = "<p>One</p><!-- factcheck: ignore[film.year] reason: old --><p>Two</p><p>Three</p>"
    (silenced,) = page(source).suppressions
    assert source[silenced.first : silenced.last] == "Two"
    assert (silenced.patterns, silenced.reason) == (("film.year",), "old")


@pytest.mark.parametrize("source", ["<p></p>", "<script>x</script>", "<nav hidden>x</nav>", ""])
def test_a_page_without_text_is_a_problem(source: str) -> None:
    assert isinstance(read_html("page.html", source.encode()), Problem)


ENCODED = [
    ("windows-1252", '<meta charset="iso-8859-1">', "declared"),
    ("gb18030", '<meta http-equiv="Content-Type" content="text/html; charset=gb2312">', "declared"),
    ("shift_jis", '<?xml version="1.0" encoding="Shift_JIS"?>', "declared"),
    ("utf-16", "", "mark"),
    ("utf-8", '<meta charset="nonsense">', "utf-8"),
]


@pytest.mark.parametrize(("encoding", "declares", "how"), ENCODED)
def test_pages_are_decoded_as_they_declare(encoding: str, declares: str, how: str) -> None:
    words = {"windows-1252": "\x93".encode("latin-1").decode("cp1252") + "Caf\xe9"}.get(encoding, "\u65e5\u672c")
    document = read_html("page.html", f"{declares}<p>Runtime: 91 minutes {words}</p>".encode(encoding))
    assert isinstance(document, Document)
    assert (document.encoding_from, document.text.strip()) == (how, f"Runtime: 91 minutes {words}")


_TAGS = (
    "<p> </p> <td> <tr> <table> </table> </tr> <li> <ul> <b> </b> <br> <div_hidden> </div> <dl> <dt> <dd> "
    "<title> </title> <script> </script> <!-- --> <![CDATA[ ]]> & &amp; &#65; &#xFFFFFF; &eacute <a <p/> <td/>"
)
_WORDS = st.text(st.characters(codec="utf-8", exclude_characters="\r"), max_size=8)


@given(st.lists(st.sampled_from(_TAGS.replace("_", " ").split()) | _WORDS, max_size=25))
@settings(max_examples=400, deadline=None)
def test_any_page_is_read_and_every_block_stands_in_its_source(pieces: list[str]) -> None:
    source = "".join(pieces)
    document = read_html("page.html", source.encode())
    if isinstance(document, Problem):
        return
    ends = 0
    for block in document.blocks:
        assert 0 <= block.start < block.end <= len(document.text)
        assert ends <= block.start
        ends = block.end
        span = document.span(block.start, block.end)
        assert document.source[span.start : span.end] == span.quote
    assert document.origin is not None
    for run in document.origin.runs:
        if run.by_letter and not document.text[run.start : run.end].isspace():
            there = re.sub(r"\s", " ", document.source[run.first : run.last])
            assert document.text[run.start : run.end] == there


def test_rows_of_a_table_need_no_end_tags() -> None:
    page = "<title>T</title><table><tr><td>Runtime<td>91 minutes<tr><td>Country<td>France</table>"
    document = read_html("a.html", page.encode())
    assert isinstance(document, Document)
    assert document.text == "T\n\nRuntime: 91 minutes\n\nCountry: France\n\n"


def test_a_table_within_a_cell_is_text_of_the_cell() -> None:
    page = "<title>T</title><table><tr><td>Cast<td><table><tr><td>Ann Lee<td>Jo Kim</table><tr><td>Country<td>France"
    document = read_html("a.html", page.encode())
    assert isinstance(document, Document)
    assert document.text.startswith("T\n\nCast: Ann Lee") and document.text.endswith("\n\nCountry: France\n\n")
