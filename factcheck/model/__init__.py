"""The things that travel through the stages: documents, mentions, claims, facts, findings. All frozen."""

from factcheck.model.claim import (
    BESIDE,
    LIKELY,
    RECORD,
    UNKNOWN,
    WHICH,
    Claim,
    Form,
    Mention,
    Qualifiers,
    Subject,
    ValueRead,
)
from factcheck.model.document import ELSEWHERE, Block, Document, DocumentInfo, Part, Section, Span, Stated, Suppression
from factcheck.model.finding import SEVERITIES, Fact, Finding, Report, Severity, Side, Status, Texts
from factcheck.model.gathered import Gathered
from factcheck.model.likely import Answer, Copy, Likely, Standing, Voice
from factcheck.model.linkage import NO_LINKAGE, Key, Linkage, Linked, Resemblance, Spelling
from factcheck.model.origin import Origin, Run

__all__ = [
    "BESIDE",
    "ELSEWHERE",
    "LIKELY",
    "NO_LINKAGE",
    "RECORD",
    "SEVERITIES",
    "UNKNOWN",
    "WHICH",
    "Answer",
    "Block",
    "Claim",
    "Copy",
    "Document",
    "DocumentInfo",
    "Fact",
    "Finding",
    "Form",
    "Gathered",
    "Key",
    "Likely",
    "Linkage",
    "Linked",
    "Mention",
    "Origin",
    "Part",
    "Qualifiers",
    "Report",
    "Resemblance",
    "Run",
    "Section",
    "Severity",
    "Side",
    "Span",
    "Spelling",
    "Standing",
    "Stated",
    "Status",
    "Subject",
    "Suppression",
    "Texts",
    "ValueRead",
    "Voice",
]
