"""What one file gave: the result of the map step, which travels between processes and is kept in the cache."""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.errors import Problem
from factcheck.model.claim import Claim
from factcheck.model.document import DocumentInfo


@dataclass(frozen=True, slots=True)
class Gathered:
    """What is known of a file's documents, their claims in the order of the text, and what could not be read.

    `sentences` are marks of those in which the claims stand, one for each, by which another's words are known again.
    `notices` tell what was not read of documents that were. `stated` are fields that tables of the file have and no
    rule knows, each with some of its values; while there are any the claims are not all there.
    """

    documents: tuple[DocumentInfo, ...] = ()
    claims: tuple[Claim, ...] = ()
    sentences: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    notices: tuple[Problem, ...] = ()
    stated: tuple[tuple[str, tuple[str, ...]], ...] = ()
