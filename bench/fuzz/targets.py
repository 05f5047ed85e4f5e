"""What is fuzzed: a table of targets, each a function of bytes that must bear them all, with the seeds to begin from.

A target raises BrokenLawError where a law does not hold; any other exception that it lets through is a fault too.
What is anticipated (a FactcheckError, a Problem) is no fault, nor is what a child process turns into a Problem.
"""

from __future__ import annotations

import io
import json
import re
import unicodedata
import zipfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from tempfile import mkdtemp

import yaml

from bench.fuzz.laws import Checker, must
from bench.fuzz.strings import stock
from factcheck.errors import FactcheckError, Problem
from factcheck.extract import stated_values, with_stated_fields
from factcheck.gate.baseline_file import read_baseline
from factcheck.gate.verdicts import read_verdicts
from factcheck.map_step import ClaimsOf
from factcheck.model import Document
from factcheck.read.formats import FORMATS
from factcheck.read.sources import Sources
from factcheck.report.clean import clean, clean_json, clean_line
from factcheck.ruleset import load_language, load_ruleset
from factcheck.ruleset.load import _checked
from factcheck.ruleset.pack import Pack
from factcheck.settings import load_settings

ROOT = Path(__file__).parent.parent.parent
# Characters that steer a terminal, turn a line round or hide in it.
STEERING = re.compile("[\u061c\u200b\u200e\u200f\u202a-\u202e\u2028\u2029\u2066-\u2069\ufeff\U000e0000-\U000e007f]")
SETTINGS = """\
paths: [docs]
rules: [more.yaml]
select: [FC1, film.*]
ignore: [FC905]
severity: note
fail-on: [error, stale]
doc-dates: {a.txt: 2012-05}
exclude: ["drafts/**", "*.tmp"]
columns: {subject: [Title], source: [From]}
subjects: {same: [[Ann Lee, A. Lee]], different: [[King Kong (1933), King Kong (2005)]]}
suppress: [{path: a.txt, field: film.year, reason: known}]
wikidata: {Never Sorry: Q1}
"""
FACTS = """\
facts:
  - {subject: Ai Weiwei, field: detention.length, value: 81 days, reason: The record., decided: 2026-11-21}
  - {subject: The Film, field: film.producer, value: [Ann Lee, Jo Kim], reason: x, rejected: [{value: Al}]}
"""
MAILBOX = (
    "From a Mon Jan  2 10:00:00 2012\nSubject: =?utf-8?q?King_Kong?=\nDate: Mon, 2 Jan 2012 10:00:00 +0100\n\n"
    "It runs 91 minutes.\n\nFrom b\n\nNo.\n"
)
SUBTITLES = "1\n00:00:01,000 --> 00:00:02,000\nHe was held for two months.\n\n2\n00:01:00.5 --> 00:02:00\n<i>No.</i>\n"
TABLE = 'title,year,producer,runtime\nKing Kong,1933,Merian Cooper,100 min\nKing Kong,2005,"Jackson, Peter",187\n'
RECORD = '{"title": "King Kong", "year": 1933, "producers": ["A B"], "runtime": {"value": 100, "unit": "minutes"}}'
CLAIM = '{"subject": "Ai Weiwei", "field": "detention.length", "value": "81 days", "source": "a.txt"}'
WIKI = """<mediawiki><page><title>King Kong</title><revision><timestamp>2012-01-01T00:00:00Z</timestamp>
<text>{{Infobox film | name = King Kong | runtime = 100 minutes}} &lt;ref&gt;x&lt;/ref&gt;</text></revision>
</page></mediawiki>
"""
WARC = (
    "WARC/1.0\r\nWARC-Type: conversion\r\nWARC-Target-URI: http://example.org/\r\nWARC-Date: 2012-01-01T00:00:00Z\r\n"
    "Content-Type: text/plain\r\nContent-Length: 20\r\n\r\nRuntime: 91 minutes.\r\n\r\n"
)


@dataclass(frozen=True)
class Target:
    """A function that bears any bytes, inputs to begin from, and how many bytes are tried at most."""

    run: Callable[[bytes], object]
    seeds: Callable[[], Iterable[bytes]]
    longest: int = 4096


def words(data: bytes) -> str:
    """Return bytes as text; what is no UTF-8 becomes a lone surrogate, as in names of files."""
    return data.decode("utf-8", "surrogateescape")


def phrases() -> Iterator[bytes]:
    """Yield the phrases of all examples."""
    return (phrase.encode() for phrase in stock().phrases)


@cache
def checker() -> Checker:
    """Return what reads values in every way."""
    return Checker(load_language())


def read_values(data: bytes) -> None:
    """Read values, and compare the two halves of a line."""
    checker().check(words(data))


def sanitise(data: bytes) -> None:
    """Clean a text: nothing unsafe is left, nothing safe is changed, and JSON says the same."""
    text = words(data)
    for cleaned, kept in ((clean(text), "\n\t"), (clean_line(text), "")):
        unsafe = {each for each in cleaned if unicodedata.category(each) in ("Cc", "Cs") and each not in kept}
        must(not unsafe and not STEERING.search(cleaned), "nothing is left that steers a terminal")
        must(clean(cleaned) == cleaned, "what is clean stays as it is")
    must(not text.isprintable() or clean(text) == text, "what can be printed stays as it is")
    told = clean_json(json.dumps(text, ensure_ascii=False))
    must(not STEERING.search(told), "nothing is left in JSON that steers a terminal")
    must(json.loads(told) == text, "clean JSON says the same")


@cache
def claims_of() -> ClaimsOf:
    """Return the map step by the rules that come with the program."""
    return ClaimsOf(load_ruleset())


def read_document(name: str, data: bytes) -> None:
    """Read a document; what is read stands in its text, and claims can be looked for in it."""
    form = FORMATS[name]
    try:
        result = form.reader("a", data)
        found = [result] if isinstance(result, Document | Problem) else list(result)
    except Exception:
        if not form.in_child:
            raise
        return
    for each in found:
        if isinstance(each, Document):
            check_document(each)
        else:
            must(isinstance(each, Problem) and bool(each.what), "what is no document is a problem that says what")


def check_document(document: Document) -> None:
    """Check the laws of a document and of its claims."""
    size = len(document.text)
    must(len(document.folded) == size, "folding keeps places")
    must(all(0 <= block.start <= block.end <= size for block in document.blocks), "blocks stand in the text")
    ruleset = claims_of().ruleset
    own = with_stated_fields(ruleset, [stated_values(ruleset, [document])])
    for claim in (claims_of() if own is ruleset else ClaimsOf(own))(document):
        if claim.span is not None:
            quote = document.source[claim.span.start : claim.span.end]
            must(claim.span.quote == quote, "a quote is what stands at its place")


@cache
def scratch() -> Path:
    """Return a folder for files that have to be files."""
    return Path(mkdtemp(prefix="fuzz"))


def load(name: str, loader: Callable[[Path], object], data: bytes) -> None:
    """Load a file of ours; what is wrong with it is told as anticipated."""
    file = scratch() / name
    file.write_bytes(data)
    try:
        loader(file)
    except FactcheckError as error:
        must(bool(error.message), "an error says what is wrong")


def load_sources(file: Path) -> None:
    """Load a sources file, by dating a document beside it."""
    Sources().known(str(file.with_name("a.txt"))).date(Document("a.txt", ""))


def load_pack(file: Path) -> None:
    """Load a pack; the faults are told with their places."""
    faults: list[object] = []
    _checked(file, Pack, faults)  # type: ignore[arg-type]
    for fault in faults:
        must(bool(str(fault)), "a fault says what is wrong")


def load_verdicts(file: Path) -> None:
    """Load verdicts by the rules that come with the program."""
    try:
        text = file.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        return
    read_verdicts(text, "facts.yaml", claims_of().ruleset)


def packs() -> Iterator[bytes]:
    """Yield every rule, subject, event and derivation of the packs as a pack of its own."""
    for file in sorted((ROOT / "rules").glob("*.yaml")):
        for key, entries in yaml.safe_load(file.read_text(encoding="utf-8")).items():
            for entry in entries if isinstance(entries, list) else []:
                yield yaml.safe_dump({key: [entry]}, allow_unicode=True, sort_keys=False).encode()


def samples(*patterns: str) -> Iterator[bytes]:
    """Yield the sample files of a kind that the tests hold."""
    for pattern in patterns:
        yield from (file.read_bytes() for file in sorted(ROOT.glob(pattern)) if file.stat().st_size < 200_000)


def texts() -> Iterator[bytes]:
    """Yield documents of the stories and the samples."""
    yield from samples("tests/cases/*/*.txt", "tests/cases/*/*.md", "seeds/*.txt", "seeds/*.md")


def in_zip(name: str, sample: str, member: str, data: bytes) -> None:
    """Read a document that is a ZIP file, with other content in one of its members; or, where it is one, as it is."""
    if data[:2] == b"PK":
        read_document(name, data)
        return
    packed = io.BytesIO()
    with zipfile.ZipFile(sample_file(sample)) as old, zipfile.ZipFile(packed, "w") as new:
        for each in old.namelist():
            new.writestr(each, data if each == member else old.read(each))
    read_document(name, packed.getvalue())


def sample_file(pattern: str) -> Path:
    """Return the first sample of a pattern."""
    return sorted(ROOT.glob(pattern))[0]


def members(sample: str, member: str) -> Iterator[bytes]:
    """Yield what a member of a sample holds, and the sample itself."""
    yield from samples(sample)
    with zipfile.ZipFile(sample_file(sample)) as packed:
        yield packed.read(member)


def document(name: str, *patterns: str, seed: str = "", longest: int = 4096) -> Target:
    """Return the target of a format that is one piece; where no samples are named, documents of text will do."""
    seeds = partial(samples, *patterns) if patterns else texts
    return Target(partial(read_document, name), lambda: (seed.encode(), *seeds()), longest)


def zipped(name: str, sample: str, member: str) -> Target:
    """Return the target of a format that is a ZIP file."""
    return Target(partial(in_zip, name, sample, member), partial(members, sample, member), longest=40_000)


def file_of_ours(name: str, loader: Callable[[Path], object], *seeds: str, of: Callable[[], Iterable[bytes]]) -> Target:
    """Return the target of a loader."""
    return Target(partial(load, name, loader), lambda: (*map(str.encode, seeds), *of()))


TOML = '[tool.factcheck]\npaths = ["."]\nfail-on = ["error"]\n\n[tool.factcheck.subjects]\nsame = [["A", "B"]]\n'
TARGETS = {
    "values": Target(read_values, phrases),
    "sanitiser": Target(sanitise, phrases),
    "text": document("text"),
    "markdown": document("markdown"),
    "html": document("html", "tests/formats/html/*", "tests/read/pages/*"),
    "mail": document("mail", "tests/formats/eml/*"),
    "mailbox": document("mailbox", seed=MAILBOX),
    "subtitles": document("subtitles", seed=SUBTITLES),
    "csv": document("csv", seed=TABLE),
    "json": document("json", seed=f"[{RECORD}, {CLAIM}]"),
    "jsonl": document("jsonl", "seeds/*.jsonl", seed=f"{RECORD}\n{CLAIM}\n"),
    "rtf": document("rtf", "tests/formats/rtf/*.rtf", longest=40_000),
    "xml": document("xml", seed=WIKI),
    "wikitext": document("wikitext", "tests/formats/wiki/*"),
    "warc": document("warc", seed=WARC),
    "pdf": document("pdf", "tests/formats/pdf/*.pdf", longest=40_000),
    "epub": zipped("epub", "tests/formats/epub/*.epub", "EPUB/content.opf"),
    "docx": zipped("docx", "tests/formats/docx/*.docx", "word/document.xml"),
    "odt": zipped("odt", "tests/formats/odt/*.odt", "content.xml"),
    "pack": file_of_ours("pack.yaml", load_pack, of=packs),
    "settings": file_of_ours("factcheck.yaml", load_settings, SETTINGS, of=tuple),
    "pyproject": file_of_ours("pyproject.toml", load_settings, TOML, of=partial(samples, "pyproject.toml")),
    "sources": file_of_ours("sources.yaml", load_sources, of=partial(samples, "seeds/sources.yaml")),
    "baseline": file_of_ours("baseline.jsonl", read_baseline, of=partial(samples, "seeds/*.jsonl")),
    "verdicts": file_of_ours("facts.yaml", load_verdicts, FACTS, of=tuple),
}
