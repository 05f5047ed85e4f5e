"""The things that travel through the stages: documents, mentions, claims, facts, findings. All frozen."""

from factcheck.model.claim import UNKNOWN, Claim, Form, Mention, Qualifiers, Subject, ValueRead
from factcheck.model.document import Block, Document, Span, Suppression
from factcheck.model.finding import SEVERITIES, Fact, Finding, Likely, Report, Severity, Side, Status

__all__ = [
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
    "Qualifiers",
    "Report",
    "Severity",
    "Side",
    "Span",
    "Status",
    "Subject",
    "Suppression",
    "ValueRead",
]
