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
from factcheck.model.document import ELSEWHERE, Block, Document, Hidden, Part, Section, Span, Stated, Suppression
from factcheck.model.finding import SEVERITIES, Fact, Finding, Report, Severity, Side, Status
from factcheck.model.likely import Answer, Copy, Likely, Standing, Voice
from factcheck.model.linkage import NO_LINKAGE, Key, Linkage, Linked, Resemblance, Spelling
from factcheck.model.origin import Origin, Run
from factcheck.model.packed import Packed, PackedBlocks, PackedRuns, packed_blocks

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
    "Fact",
    "Finding",
    "Form",
    "Hidden",
    "Key",
    "Likely",
    "Linkage",
    "Linked",
    "Mention",
    "Origin",
    "Packed",
    "PackedBlocks",
    "PackedRuns",
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
    "ValueRead",
    "Voice",
    "packed_blocks",
]
