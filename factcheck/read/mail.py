"""E-mail (RFC 5322, MIME) and mailboxes: the text of each message; what it quotes of others is quoted.

Mailboxes: https://www.loc.gov/preservation/digital/formats/fdd/fdd000385.shtml
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from email import policy
from email.errors import MessageError
from email.message import EmailMessage
from email.parser import BytesParser
from email.utils import parseaddr, parsedate_to_datetime
from itertools import count

from factcheck.errors import Problem
from factcheck.model import Document, Section
from factcheck.model.origin import Origin, Run
from factcheck.read.encoding import decode
from factcheck.read.html import read_html
from factcheck.read.text import read_text
from factcheck.values import DateReading

_FROM = re.compile(rb"^From [^\r\n]*\r?\n", re.MULTILINE)
# A head of many lines, or of a long one; to read it takes a thousand times its length in memory.
_LONG_HEAD = re.compile(
    rb"^[!-9;-~]{1,100}:(?=[^\r\n]{4000}|(?:[^\r\n]*\r?\n[ \t]){40})(?:[^\r\n]*\r?\n[ \t])*[^\r\n]*\r?\n", re.MULTILINE
)
_ESCAPED = re.compile(rb"^>(>*From )", re.MULTILINE)
# What the standard library's parser raises for damaged messages, besides its own errors.
_FAULTS = (MessageError, LookupError, ValueError, AttributeError, TypeError, RecursionError)


def read_mail(path: str, content: bytes) -> Document | Problem:
    """Return a message's text: the plain one where it has one, else that of its page."""
    try:
        message = BytesParser(policy=policy.default).parsebytes(_LONG_HEAD.sub(b"", content))
        body = message.get_body(("plain", "html"))
        text = None if body is None else body.get_content()
        subject, date = str(message.get("Subject") or ""), _date(message)
    except _FAULTS as error:
        return Problem(path, f"is no message that can be read: {type(error).__name__}", "save it anew, or as text")
    if body is None or not isinstance(text, str) or not text.strip():
        return Problem(path, "has no text", "leave it out; attachments are not read")
    reader = read_html if body.get_content_type() == "text/html" else read_text
    document = reader(path, text.encode("utf-8", "replace"))
    if isinstance(document, Problem):
        return document
    document = replace(
        document,
        format="mail",
        title=subject.strip() or document.title,
        author=_name(message) or document.author,
        published=date or document.published,
        published_from="meta" if date is not None else document.published_from,
        suppressions=(),
    )
    return _in_file(document, content)


def read_mailbox(path: str, content: bytes) -> Iterator[Document | Problem]:
    """Yield each message of a mailbox (mboxrd)."""
    first = _FROM.search(content)
    if first is None:
        yield Problem(path, "is no mailbox: no line begins with `From `", "check the file")
        return
    at = first.end()
    for number in count(1):
        after = _FROM.search(content, at)
        message = content[at : None if after is None else after.start()]
        yield read_mail(f"{path}#{number}", _ESCAPED.sub(rb"\1", message))
        if after is None:
            return
        at = after.end()


def _name(message: EmailMessage) -> str | None:
    """Return who sent a message."""
    name, address = parseaddr(str(message.get("From") or ""))
    return name or address or None


def _date(message: EmailMessage) -> DateReading | None:
    """Return the day on which a message was sent."""
    try:
        sent = parsedate_to_datetime(str(message.get("Date") or ""))
    except (ValueError, TypeError, OverflowError):
        return None
    return DateReading(sent.year, sent.month, sent.day)


def _in_file(document: Document, content: bytes) -> Document:
    """Return the document with its places in the message's file, where the body stands there as it is."""
    written = decode(document.path, content)
    if isinstance(written, Problem):
        return replace(document, origin=None, sections=(Section(0, "body"),))
    said = document.source
    at = written.text.find(said)
    if at < 0:
        return replace(document, origin=None, sections=(Section(0, "body"),))
    runs = document.origin.runs if document.origin is not None else (Run(0, len(said), 0, len(said)),)
    moved = tuple(Run(run.start, run.end, run.first + at, run.last + at) for run in runs)
    return replace(document, origin=Origin(written.text, moved))
