"""Wikitext and exports of MediaWiki: infoboxes as labels, templates that hold values, footnotes set apart."""

from __future__ import annotations

from html import escape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.errors import Problem
from factcheck.model import Document
from factcheck.read.mediawiki import read_xml
from factcheck.read.wikitext import read_wikitext

ARTICLE = """{{Infobox film
| name = Never Sorry
| director = [[Alison Klayman]]<ref>{{cite web|title=x}} Footnote words</ref>
| producer = {{ubl|Andy Cohen|Adam [[Foo|Schlesinger]]}}
| editor = {{plainlist|
* [[Jen Fineran]]
* Jo '''Kim'''
}}
| released = {{Film date|2012|1|22|[[Sundance]]|2012|7|27|US}}
| runtime = 91 minutes<!-- not this -->
| country = China<br />United States
| budget =
}}
'''''Never Sorry''''' is a [[2012 in film|2012]] film &ndash; by ''Klayman''.<br>It

* item one
* item [http://x.y two]
== Reception ==
{| class="wikitable"
! Year !! Award
|-
| 2012 || Sundance
|-
! Runtime
| 94 minutes
|}
[[File:x.jpg|thumb|A caption of it]] [[Category:Films]]
Ai was freed after [[Month|nearly three
months]]' detention.
== References ==
{{reflist}} Books
"""
PARTS = [
    ("text", "Title: Never Sorry"),
    ("text", "director: Alison Klayman"),
    ("text", "producer: Andy Cohen, Adam Schlesinger"),
    ("text", "editor: Jen Fineran, Jo Kim"),
    ("text", "released: 2012-01-22 (Sundance), 2012-07-27 (US)"),
    ("text", "runtime: 91 minutes"),
    ("text", "country: China, United States"),
    ("text", "Never Sorry is a 2012 film \u2013 by Klayman."),
    ("text", "It"),
    ("text", "item one"),
    ("text", "item two"),
    ("heading", "Reception"),
    ("text", "Year | Award"),
    ("text", "2012 | Sundance"),
    ("text", "Runtime: 94 minutes"),
    ("caption", "A caption of it"),
    ("text", "Ai was freed after nearly three months' detention."),
    ("reference", "References"),
    ("reference", "Books"),
    ("reference", "Footnote words"),
]
QUOTES = [
    ("Alison Klayman", "Alison Klayman"),
    ("2012-01-22", "{{Film date|2012|1|22|[[Sundance]]|2012|7|27|US}}"),
    ("nearly three months", "nearly three\nmonths"),
    ("Jo Kim", "Jo '''Kim"),
    ("91 minutes", "91 minutes"),
]


def parts(document: Document) -> list[tuple[str, str]]:
    return [(block.part, document.text[block.start : block.end]) for block in document.blocks]


def test_an_article_is_read() -> None:
    document = read_wikitext("a.wiki", ARTICLE.encode())
    assert isinstance(document, Document)
    assert parts(document) == PARTS
    assert document.title == "Never Sorry"


@pytest.mark.parametrize(("words", "quote"), QUOTES)
def test_words_stand_in_the_source(words: str, quote: str) -> None:
    document = read_wikitext("a.wiki", ARTICLE.encode())
    assert isinstance(document, Document)
    start = document.text.index(words)
    span = document.span(start, start + len(words))
    assert (span.quote, ARTICLE[span.start : span.end]) == (quote, quote)


def test_each_page_of_an_export_is_a_document_with_its_places_in_the_export() -> None:
    pages = (("Never Sorry & more", "0", ARTICLE), ("Talk:Never Sorry", "1", "Runtime: 9 minutes"))
    source = '<?xml version="1.0"?>\n<mediawiki xml:lang="en">\n' + "".join(
        f"<page><title>{escape(title)}</title><ns>{ns}</ns><revision><text>old</text></revision>"
        f'<revision><text xml:space="preserve">{escape(text)}</text></revision></page>\n'
        for title, ns, text in pages
    )
    made = read_xml("dump.xml", f"{source}</mediawiki>".encode())
    assert not isinstance(made, Document | Problem)
    (document,) = made
    assert isinstance(document, Document)
    assert (document.path, document.title) == ("dump.xml#Never Sorry & more", "Never Sorry & more")
    assert parts(document) == PARTS
    for words, quote in QUOTES:
        start = document.text.index(words)
        span = document.span(start, start + len(words))
        assert span.quote == escape(quote) == source[span.start : span.end]
    assert "no articles" not in document.text


def test_another_xml_file_is_read_element_by_element() -> None:
    document = read_xml(
        "a.xml", b"<?xml version='1.0'?><!DOCTYPE a [<!ENTITY x 'y'>]><a><b>One &x; two</b><c>Three</c></a>"
    )
    assert isinstance(document, Document)
    assert [words for _, words in parts(document)] == ["One &x; two", "Three"]


SIGNS = "{{ }} [[ ]] | = ''' '' <ref> </ref> <br> <!-- --> {| |} |- ! || == \n * # : & &amp; a Infobox"
MARKUP = st.lists(st.sampled_from(SIGNS.split(" ")) | st.text(max_size=4), max_size=30)


@given(MARKUP)
@settings(max_examples=300, deadline=None)
def test_any_wikitext_is_read_and_stands_in_its_source(pieces: list[str]) -> None:
    source = " ".join(pieces)
    document = read_wikitext("a.wiki", source.encode("utf-8", "surrogatepass"))
    if isinstance(document, Document):
        for block in document.blocks:
            span = document.span(block.start, block.end)
            assert 0 <= span.start <= span.end <= len(document.source)
        assert document.origin is not None
        for run in document.origin.runs:
            words = document.text[run.start : run.end]
            if run.by_letter and words.split():
                assert words.split() == document.source[run.first : run.last].split()
