"""Why a value is likely: the voices for and against it, how far each is trusted, and what a plain vote would say."""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.model import Likely, Voice
from factcheck.report.place import answer

_MOST = 20  # voices that are told one by one


def rows(likely: Likely | None) -> Iterable[tuple[str, str]]:
    """Yield rows of a name and a text on the likely value of a fact."""
    if likely is None:
        return
    what = answer(likely.value)
    sure = f"{likely.confidence:.0%} sure"
    yield "likely", f"{what} ({sure})" if likely.decided else f"undecided; best guess {what} ({sure})"
    yield "because", likely.why
    if likely.vote is not None and likely.vote != likely.value:
        yield "plain vote", answer(likely.vote)
    for name, backs in (("for it", True), ("against", False)):
        voices = [voice for voice in likely.voices if voice.backs is backs]
        told = [_voice(voice) for voice in voices[:_MOST]]
        if len(voices) > _MOST:
            told.append(f"and {len(voices) - _MOST} more")
        if told:
            yield name, "\n".join(told)


def _voice(voice: Voice) -> str:
    names = " = ".join(voice.sources)
    once = ", counted once" if len(voice.sources) > 1 else ""
    weight = f", weight {voice.says:.2f}" if voice.says else ""
    return f"{names}: right in about {voice.accuracy:.0%} of its claims{weight}{once}"
