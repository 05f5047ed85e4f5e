"""The map step: a file becomes what is known of its documents, and their claims, wherever the engine runs it."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256

from factcheck.engine.patient import Patient
from factcheck.errors import Problem
from factcheck.extract import Extractor, stated_values
from factcheck.model import Claim, Document, DocumentInfo, Gathered
from factcheck.model.codec import Codec
from factcheck.normalise import Normaliser, unread
from factcheck.read import Child, Known, read_one
from factcheck.read.dateline import DatesInText
from factcheck.read.formats import content_of
from factcheck.read.records import NONE, Columns
from factcheck.read.tasks import Task
from factcheck.read.walk import File
from factcheck.reconcile.likely.echoes import marks_of
from factcheck.ruleset import Ruleset

GATHERED: Codec[Gathered] = Codec(Gathered)
DIGEST = 32  # bytes of a SHA-256


class ClaimsOf:
    """A document becomes its claims. Picklable; patterns are compiled where it runs."""

    def __init__(self, ruleset: Ruleset) -> None:
        self.ruleset = ruleset
        self._stages: tuple[Extractor, Normaliser] | None = None

    def __call__(self, document: Document) -> tuple[Claim, ...]:
        """Return the claims of one document."""
        if self._stages is None:
            self._stages = (Extractor(self.ruleset), Normaliser(self.ruleset.language))
        extractor, normaliser = self._stages
        return normaliser.claims(document, extractor.found(document))

    def __getstate__(self) -> Ruleset:
        return self.ruleset

    def __setstate__(self, ruleset: Ruleset) -> None:
        self.__init__(ruleset)  # type: ignore[misc]


class Gather:
    """The step itself: a task becomes the digest (SHA-256) of the bytes that were read, and what they gave, encoded.

    Picklable. Where it was made documents are put into `kept` until they have `keep` characters together, so that they
    need not be opened again to show their words; nothing is kept in another process.
    """

    def __init__(
        self, ruleset: Ruleset, columns: Columns = NONE, kept: dict[str, Document] | None = None, keep: int = 0
    ) -> None:
        self.ruleset = ruleset
        self.columns = columns
        self._claims_of = Patient(ClaimsOf(ruleset))
        self._kept = {} if kept is None else kept
        self._keep = keep
        self._dates = DatesInText(ruleset.language)
        self._child = Child()

    def __call__(self, task: Task) -> bytes:
        """Return what a file gave."""
        content = content_of(task.file)
        if isinstance(content, Problem):
            return task.digest + GATHERED.encode(Gathered(problems=(content,)))
        found = self._gathered(replace(task.file, content=content), task.known)
        return sha256(content).digest() + GATHERED.encode(found)

    def lost(self, task: Task, why: str) -> bytes:
        """Return what stands for a file that no process could get through."""
        hint = "leave it out, or split it"
        return task.digest + GATHERED.encode(Gathered(problems=(Problem(task.file.shown, why, hint),)))

    def size(self, task: Task) -> int:
        """Return how much work a task is, in bytes."""
        return task.size

    def close(self) -> None:
        """Let go of the process that reads binary formats."""
        self._child.__exit__(None, None, None)

    def _gathered(self, file: File, known: Known) -> Gathered:
        """Return what a file gave; one with fields of its own is told again once their kinds are known."""
        fields = {rule.id for rule in self.ruleset.rules}
        infos: list[DocumentInfo] = []
        claims: list[Claim] = []
        sentences: list[str] = []
        problems: list[Problem] = []
        tables: list[Document] = []
        for each in read_one(file, known, self._child, self.columns):
            if isinstance(each, Document):
                document = self._dates.dated(each)
                self._keep_if_there_is_room(document)
                infos.append(document.info)
                tables += [document] if document.statements else []
                if fields.issuperset(stated.field for stated in document.statements):
                    of_document = self._claims_of(document)
                    if isinstance(of_document, Problem):
                        problems.append(of_document)
                        continue
                    claims += of_document
                    sentences += [marks_of(document, claim) for claim in of_document]
            elif isinstance(each, Problem):
                problems.append(each)
        if own := stated_values(self.ruleset, tables):
            return Gathered(tuple(infos), problems=tuple(problems), stated=own)
        notices = [*unread(tables, claims, self.ruleset), *map(_guess, filter(_is_guess, infos))]
        return Gathered(tuple(infos), tuple(claims), tuple(sentences), tuple(problems), tuple(notices))

    def _keep_if_there_is_room(self, document: Document) -> None:
        self._keep -= len(document.text)
        if self._keep > 0:
            self._kept[document.path] = document

    def __getstate__(self) -> tuple[Ruleset, Columns]:
        return self.ruleset, self.columns

    def __setstate__(self, state: tuple[Ruleset, Columns]) -> None:
        self.__init__(*state)  # type: ignore[misc]


def _is_guess(info: DocumentInfo) -> bool:
    return info.encoding_from == "guessed"


def _guess(info: DocumentInfo) -> Problem:
    return Problem(info.path, f"read as {info.encoding}, which is a guess", "save it as UTF-8")
