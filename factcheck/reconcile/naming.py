"""How subjects of each kind are named: the key by which a name is known, and the law of what two names can be."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import IntEnum
from functools import reduce

from factcheck.grammar.spelling import letters
from factcheck.model import RECORD
from factcheck.values.habits import can_be, is_near
from factcheck.values.name import OrganisationName, PersonName
from factcheck.values.similarity import organisation_score
from factcheck.values.work import Work, titles_alike, work_of

_LEAST_LETTERS = 8  # of a name that a slip of the pen leaves recognisable
_LEAST_WORD = 4
_FEW_WORDS = 2
_LONGEST_LISTED = 8  # words of a title, of which each is left out in turn
_MOST_LETTERS = 40
_ONE, _ONE_FIRM, _LIKE_FIRM = 0.97, 0.95, 0.7  # scores of titles and of organisations

Form = PersonName | OrganisationName | Work | str


class Alike(IntEnum):
    """What two names can be: nothing to one another, near in letters, one by a habit of naming, or one name."""

    NOT = 0
    NEAR = 1
    CAN_BE = 2
    SAME = 3


@dataclass(frozen=True, slots=True)
class Habits:
    """How names are read by a language: functions from a name as written. Without them only letters count."""

    person: Callable[[str], PersonName] | None = None
    organisation: Callable[[str], OrganisationName] | None = None


def exact_key(kind: str, name: str) -> str:
    """Return the letters and figures of a name, in any order of its words for a person; a record's name as it is."""
    return name if kind == RECORD else letters(name, any_order=kind == "person")


def form_of(kind: str, names: Iterable[str], habits: Habits) -> Form | None:
    """Return the names of a subject in comparable form, the commonest one first; None where no law is known."""
    names = tuple(names)
    match kind:
        case "work":
            works = [work_of(name, None, ()) for name in names]
            return reduce(lambda a, b: Work(a.titles | b.titles, a.parts | b.parts), works)
        case "person":
            return habits.person(names[0]) if habits.person is not None else None
        case "organisation":
            return habits.organisation(names[0]) if habits.organisation is not None else None
        case "event" | "place":
            return exact_key(kind, names[0])
    return None


def alike(a: Form, b: Form) -> tuple[Alike, str]:
    """Return what the names of two subjects of one kind can be to one another, and why."""
    if isinstance(a, PersonName) and isinstance(b, PersonName):
        return _people(a, b)
    if isinstance(a, Work) and isinstance(b, Work):
        return _titles(a, b)
    if isinstance(a, OrganisationName) and isinstance(b, OrganisationName):
        score = organisation_score(a, b)
        if score >= _ONE_FIRM:
            return Alike.SAME, "one name but for its legal form"
        return (Alike.CAN_BE if score >= _LIKE_FIRM else Alike.NOT), "the names are alike"
    if isinstance(a, str) and isinstance(b, str) and _a_slip_apart(a, b):
        return Alike.NEAR, "the names differ by a letter"
    return Alike.NOT, ""


def _people(a: PersonName, b: PersonName) -> tuple[Alike, str]:
    if a.is_same(b):
        return Alike.SAME, "spellings of one name"
    if min(len(a.tokens), len(b.tokens)) < _FEW_WORDS:
        return Alike.NOT, ""
    if why := can_be(a, b):
        return Alike.CAN_BE, why
    why = is_near(a, b)
    return (Alike.NEAR if why else Alike.NOT), why


def _titles(a: Work, b: Work) -> tuple[Alike, str]:
    score, why = titles_alike(a, b)
    if score >= _ONE:
        return Alike.SAME, why
    if not score:
        return Alike.NOT, ""
    shorter = min(max(map(len, each.titles), default=0) for each in (a, b))
    spelling = "spelling" in why
    return (Alike.NEAR if spelling or shorter < _FEW_WORDS else Alike.CAN_BE), why


def _a_slip_apart(a: str, b: str) -> bool:
    from rapidfuzz.distance import OSA

    return min(len(a), len(b)) >= _LEAST_LETTERS and OSA.distance(a, b, score_cutoff=1) <= 1


def blocks(form: Form) -> tuple[set[str], set[str], set[str]]:
    """Return where a name is looked for: keys that near names share, its whole names, and names that it may stand for.

    Near names share what is left when a word, or of a short name a letter, is taken out: the deletion neighbourhood.
    """
    match form:
        case PersonName():
            return _of_person(form)
        case OrganisationName():
            return _without_one(form.words), set(), set()
        case Work():
            near = {key for words in form.titles for key in _without_one(words)}
            whole = {"".join(words) for words in form.titles}
            parts = {"".join(part) for words in form.titles for part in _ends(words)}
            return near, whole, parts | {"".join(words) for words in form.parts}
    return _letters_out(form), set(), set()


def _of_person(name: PersonName) -> tuple[set[str], set[str], set[str]]:
    """Return where a person is looked for: by one end of the name and the outer letters of the other.

    Who is called by an initial asks for all who could be meant, who is called by a short name for the full ones.
    """
    if len(name.tokens) < _FEW_WORDS:
        return set(), set(), set()
    first, last = name.tokens[0], name.tokens[-1]
    ends = {f"{last} {first[0]}{first[-1]}", f"{first} {last[0]}{last[-1]}", f"{first} {last}"}
    if len(first) == 1:
        return set(), set(), {f"{last} {first}"}
    asked = {f"{last} {full}" for full in dict(name.full).get(first, ())}
    return ends, {f"{last} {first}", f"{last} {first[0]}"}, asked


def _without_one(words: tuple[str, ...]) -> set[str]:
    if len(words) <= _FEW_WORDS:
        return _letters_out("".join(words))
    listed = words[:_LONGEST_LISTED]
    rest = words[_LONGEST_LISTED:]
    left = ((*listed[:n], *listed[n + 1 :], *rest) for n in range(len(listed)))
    return {" ".join(sorted(each)) for each in left} | {" ".join(sorted(words))}


def _letters_out(letters: str) -> set[str]:
    if not _LEAST_LETTERS <= len(letters) <= _MOST_LETTERS:
        return {letters}
    return {letters, *(letters[:n] + letters[n + 1 :] for n in range(len(letters)))}


def _ends(words: tuple[str, ...]) -> Iterable[tuple[str, ...]]:
    """Yield the beginnings and ends of a title that can stand for it."""
    for n in range(1, min(len(words), _LONGEST_LISTED)):
        for part in (words[:n], words[-n:]):
            if len(part) > 1 or len(part[0]) > _LEAST_WORD:
                yield part
