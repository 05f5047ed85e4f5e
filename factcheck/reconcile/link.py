"""Record linkage: which subjects of different documents are one. Exact keys only, never chains."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace

from factcheck.grammar.fold import fold
from factcheck.grammar.tokens import tokenise
from factcheck.model import RECORD, Claim, Subject
from factcheck.ruleset import About

Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class _Seen:
    """One document's way of naming a subject."""

    subject: Subject
    path: str


class Linker:
    """Gives every subject the key of the one that it is, learnt from all claims at once.

    A work is known by its own title or by a fuller one that its document uses for it, whichever
    more documents share; a person by the letters of the name in any order of its words; an event
    by kind and place, and by year where two years are named.
    """

    def __init__(self, claims: Iterable[Claim], about: Iterable[About]) -> None:
        self._kinds: dict[str, str] = {each.id: each.kind for each in about} | {RECORD: RECORD}
        seen = {_Seen(claim.subject, claim.path or "") for claim in claims}
        self._support: Counter[Key] = Counter()
        self._years: dict[Key, set[int]] = defaultdict(set)
        names: dict[Key, Counter[str]] = defaultdict(Counter)
        for each in seen:
            kind = self._kinds[each.subject.about]
            for key in self._candidates(each.subject):
                self._support[key] += 1
            if each.subject.year is not None:
                self._years[kind, _key(kind, each.subject.name)].add(each.subject.year)
        for each in seen:
            names[self.key(each.subject)][each.subject.name] += 1
        self._names = {key: min(c, key=lambda name: (-c[name], -len(name), name)) for key, c in names.items()}

    def key(self, subject: Subject) -> Key:
        """Return the key of the subject's cluster; it depends on no path and no order."""
        kind = self._kinds[subject.about]
        if kind == "event":
            return self._event_key(subject)
        return min(self._candidates(subject), key=lambda key: (-self._support[key], -len(key[1]), key))

    def keys(self, subject: Subject) -> set[Key]:
        """Return every key that the subject could have, were other documents there."""
        if self._kinds[subject.about] != "event":
            return self._candidates(subject)
        key = _key("event", subject.name)
        return {("event", key), *([("event", f"{key} {subject.year}")] if subject.year else [])}

    def named(self, claim: Claim) -> Claim:
        """Return the claim with the name by which most documents call its subject; its own is kept as an alias."""
        subject = claim.subject
        name = self._names.get(self.key(subject), subject.name)
        if name == subject.name:
            return claim
        return replace(claim, subject=replace(subject, name=name, aliases=(*subject.aliases, subject.name)))

    def _candidates(self, subject: Subject) -> set[Key]:
        kind = self._kinds[subject.about]
        return {(kind, _key(kind, name)) for name in (subject.name, *subject.aliases)}

    def _event_key(self, subject: Subject) -> Key:
        key = min(self._candidates(subject), key=lambda key: (-self._support[key], -len(key[1]), key))
        if len(self._years[key]) < 2:
            return key
        return ("event", f"{key[1]} {subject.year or ''}".rstrip())


def _key(kind: str, name: str) -> str:
    if kind == RECORD:
        return name
    from anyascii import anyascii

    words = [token.text for token in tokenise(anyascii(fold(name)).lower()) if token.kind != "sign"]
    return "".join(sorted(words) if kind == "person" else words)
