"""Why a value is likely: the voices for and against it, how far each is trusted, and what a plain vote would say."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from factcheck.model import Likely, Voice
from factcheck.report.clean import clean_line
from factcheck.report.place import answer

_MOST = 20  # voices that are told one by one


def rows(likely: Likely | None) -> Iterable[tuple[str, str]]:
    """Yield rows of a name and a text on the likely value of a fact, and on who spoke for it and against it."""
    if likely is None:
        return
    yield from verdict(likely)
    for name, backs in (("for it", True), ("against", False)):
        voices = [voice for voice in likely.voices if voice.backs is backs]
        told = [_voice(voice) for voice in voices[:_MOST]]
        if len(voices) > _MOST:
            told.append(f"and {len(voices) - _MOST} more")
        if told:
            yield name, "\n".join(told)


def verdict(likely: Likely) -> Iterable[tuple[str, str]]:
    """Yield rows of a name and a text: the likely value with how sure it is, why, and the plain vote beside it."""
    what = answer(likely.value)
    sure = f"{likely.confidence:.0%} sure"
    if likely.holds is not None:
        sure = f"{likely.holds:.0%} sure, {likely.confidence:.0%} that nothing finer is meant"
    yield "likely", f"{what} ({sure})" if likely.decided else f"undecided; best guess {what} ({sure})"
    yield "because", likely.why
    if likely.vote is not None and likely.vote != likely.value:
        yield "plain vote", answer(likely.vote)


def weights(likely: Likely, ids: Mapping[str, str]) -> list[dict[str, Any]]:
    """Return the voices for a page, the weightiest of each side first; `ids` are those of the documents shown there."""
    kept = [v for backs in (True, False) for v in [v for v in likely.voices if v.backs is backs][:_MOST]]
    most = max((voice.says for voice in kept), default=0.0) or 1.0
    return [
        {
            "backs": voice.backs,
            "sources": [(clean_line(name), ids.get(name, "")) for name in voice.sources],
            "accuracy": f"{voice.accuracy:.0%}",
            "says": f"{voice.says:.2f}" if voice.says else "",
            "width": round(voice.says / most * 100, 1),
        }
        for voice in kept
    ]


def weighed(likely: Likely) -> str:
    """Return in words how many voices there are on each side, and how many of them are not told one by one."""
    sides = [sum(voice.backs is backs for voice in likely.voices) for backs in (True, False)]
    more = sum(max(0, each - _MOST) for each in sides)
    told = f"{sides[0]} voice{'' if sides[0] == 1 else 's'} for it, {sides[1]} against"
    return f"{told}; {more} of them are not listed" if more else told


def _voice(voice: Voice) -> str:
    names = " = ".join(voice.sources)
    once = ", counted once" if len(voice.sources) > 1 else ""
    weight = f", weight {voice.says:.2f}" if voice.says else ""
    return f"{names}: right in about {voice.accuracy:.0%} of its claims{weight}{once}"
