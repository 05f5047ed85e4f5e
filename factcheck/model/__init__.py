"""The things that travel through the stages: documents, mentions, claims, facts, findings. All frozen."""

from factcheck.model.claim import BESIDE, RECORD, UNKNOWN, Claim, Form, Mention, Qualifiers, Subject, ValueRead
from factcheck.model.document import ELSEWHERE, Block, Document, Part, Section, Span, Stated, Suppression
from factcheck.model.finding import SEVERITIES, Fact, Finding, Likely, Report, Severity, Side, Status
from factcheck.model.origin import Origin, Run

__all__ = [
    "BESIDE",
    "ELSEWHERE",
    "RECORD",
    "SEVERITIES",
    "UNKNOWN",
    "Block",
    "Claim",
    "Document",
    "Fact",
    "Finding",
    "Form",
    "Likely",
    "Mention",
    "Origin",
    "Part",
    "Qualifiers",
    "Report",
    "Run",
    "Section",
    "Severity",
    "Side",
    "Span",
    "Stated",
    "Status",
    "Subject",
    "Suppression",
    "ValueRead",
]
