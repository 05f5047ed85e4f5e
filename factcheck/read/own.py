"""What this program has written is no document: its reports would be read as one more voice for what they report."""

from __future__ import annotations

import io
import re
import zipfile

_WITHIN = 8192  # bytes
_BEGINS = re.compile(
    rb"(?:\xef\xbb\xbf)?(?:"
    rb"id[,\t]code[,\t]field[,\t]subject[,\t]qualifiers[,\t]status"  # csv, tsv
    rb"|item_id,statement_guid,property_id,wikidata_value"  # mismatch-finder
    rb"|\| id \| field \| subject \| severity \|"  # markdown
    rb'|\{"id": "FC-[0-9a-f]{8}", "fingerprint": "'  # jsonl
    rb'|\{"id": "c\d+", "path": "[^"]*", "line": '  # claims as JSON lines
    rb'|\[\s*\{\s*"description": "[^\n]*\n\s*"check_name": "FC'  # gitlab
    rb'|\{\s*"source": \{\s*"name": "factcheck"'  # rdjson
    rb'|\{\s*"factcheck": \{'  # json, baseline
    rb"|(?:error|warning|note) FC\d{3} "  # text
    rb"|\d+ documents?, \d+ claims?, "  # text without a finding
    rb"|::(?:error|warning|notice) "  # github
    rb"|No discrepancies\.\n$"  # markdown without a finding
    rb"|[^\n:]+:\d+:\d+: (?:error|warning|note) FC\d{3} "  # concise
    rb")"
)
_CONTAINS = (
    b'<meta name="generator" content="factcheck">',
    b'" package="factcheck" tests="',  # junit
    b'"driver": {\n     "name": "factcheck"',  # sarif
)
_PARQUET = b"factcheck_table"
_CREATOR = b">factcheck</dc:creator>"


def is_ours(content: bytes) -> bool:
    """Tell by its content whether a file was written by this program."""
    head = content[:_WITHIN]
    if _BEGINS.match(head) or any(sign in head for sign in _CONTAINS):
        return True
    if head.startswith(b"PAR1"):
        return _PARQUET in content[-2 * _WITHIN :]
    return head.startswith(b"PK\x03\x04") and _is_workbook_of_ours(content)


def _is_workbook_of_ours(content: bytes) -> bool:
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
        with archive.open("docProps/core.xml") as part:
            return _CREATOR in part.read(_WITHIN)
    except (zipfile.BadZipFile, KeyError, ValueError, OSError, NotImplementedError, RuntimeError):
        return False
