"""What comments in documents and the settings silence; a suppression that silences nothing is told (FC901)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from factcheck.codes import UNUSED
from factcheck.model import DocumentInfo, Finding, Span, Suppression
from factcheck.read.walk import shown
from factcheck.reconcile.fingerprint import fingerprint
from factcheck.settings import Settings, Suppress
from factcheck.values import Relation


class Silence:
    """Knows every suppression of a run, and which of them had something to silence."""

    def __init__(self, documents: Sequence[DocumentInfo], settings: Settings) -> None:
        self._documents = {document.path: document for document in documents}
        self._settings = settings
        self._files = [(each, _matching(each, settings, documents)) for each in settings.suppress]
        self._used: set[tuple[str, Suppression | Suppress]] = set()  # with the path of the document where it stands

    def over(self, finding: Finding) -> list[str]:
        """Return the reasons why a finding is silent: its place is, or all claims of a side are."""
        reasons: list[str] = []
        places = [[claim.span for claim in side.claims if claim.span is not None] for side in finding.sides]
        for side in places or ([finding.at] if finding.at is not None else [],):
            of_side = [self._over(span, finding) for span in side]
            if of_side and all(of_side):
                reasons += [each.reason for found in of_side for each in found]
        return list(dict.fromkeys(reasons))

    def unused(self) -> Iterator[Finding]:
        """Yield a warning for every suppression that has no reason, or had nothing to silence."""
        for document in self._documents.values():
            for each, at in document.suppressions:
                if not each.reason:
                    hint = "it has no effect: write `factcheck: ignore[film.year] reason: ...`"
                    yield _finding("suppression without a reason", hint, at)
                elif (document.path, each) not in self._used:
                    yield _finding(_NOTHING, _told(each.patterns), at)
        for setting, _ in self._files:
            if ("", setting) not in self._used:
                at = Span(shown(self._settings.file or Path()), 0, 0, setting.line, 1, setting.line, 1, "")
                yield _finding(_NOTHING, f"suppress: {setting.path}: {_told(setting.ignore)}", at)

    def _over(self, span: Span, finding: Finding) -> list[Suppression | Suppress]:
        """Return what silences a finding at the place of one of its claims, and note that it has been of use."""
        found: list[tuple[str, Suppression | Suppress]] = [
            (span.path, each)
            for each, _ in (self._documents[span.path].suppressions if span.path in self._documents else ())
            if each.reason and each.first < span.end and span.start < each.last and _names(each.patterns, finding)
        ]
        found += [("", each) for each, paths in self._files if span.path in paths and _names(each.ignore, finding)]
        self._used.update(found)
        return [each for _, each in found]


_NOTHING = "suppression that silences nothing"


def _told(patterns: Sequence[str]) -> str:
    return f"no finding about {', '.join(patterns)} stands there" if patterns else "no finding stands there"


def _names(patterns: Sequence[str], finding: Finding) -> bool:
    return not patterns or finding.named(patterns)


def _matching(suppress: Suppress, settings: Settings, documents: Sequence[DocumentInfo]) -> set[str]:
    """Return the paths of the documents that a pattern of the settings means; it starts from the settings' folder."""
    from pathspec import GitIgnoreSpec

    spec = GitIgnoreSpec.from_lines([suppress.path])
    root = (settings.file.parent if settings.file is not None else Path()).resolve()
    real = {document.path: Path(document.path).resolve() for document in documents}
    return {
        path
        for path, at in real.items()
        if at.is_relative_to(root) and spec.match_file(at.relative_to(root).as_posix())
    }


def _finding(message: str, why: str, at: Span) -> Finding:
    return Finding(
        fingerprint=fingerprint(("suppression", at.path), "", (), UNUSED, (f"{at.line}:{at.column}",)),
        code=UNUSED,
        field="",
        subject="",
        status=Relation.INCOMPLETE,
        severity="warning",
        sides=(),
        message=message,
        why=why,
        at=at,
    )
