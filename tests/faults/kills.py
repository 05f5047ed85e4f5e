"""Kills the program at random moments while it rewrites a file: afterwards the old file is there, or the new one.

Of the cache, which is no file that is replaced, the next run must give what it gives without a cache.

    python -m tests.faults.kills [--kills 1000] [--story NAME] [--seed 1]

Moments are spread over the time that a run takes just now, which is measured again and again since machines are shared.
Every fiftieth kill is followed by a run that nobody disturbs, which must write the new file and leave nothing else.
"""

from __future__ import annotations

import argparse
import os
import shutil
import signal
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from random import Random

from tests.faults.forked import ended, ran, started
from tests.faults.stories import CACHED, STORIES, UNCACHED, VARIANTS, Story, content, vary

RECOVERED_EVERY = 50
GRACE = 11  # seconds after which what a killed run left may be taken away


def finished(story: Story, folder: Path) -> tuple[bytes | None, float]:
    """Run a story to its end, and return what the file then holds and how many seconds that took."""
    file = story.prepare(folder)
    began = time.monotonic()
    assert ran(story.command, folder / "state") == story.code
    return content(file), time.monotonic() - began


def killed(story: Story, folder: Path, after: float) -> bool:
    """Run a story and kill it after so many seconds; tell whether it still ran."""
    running = started(story.command, folder / "state")
    time.sleep(after)
    os.kill(running, signal.SIGKILL)
    return ended(running) == -signal.SIGKILL


def told(story: Story, kills: int, rng: Random) -> Counter[str]:
    """Kill a story so often, and count what was there afterwards."""
    seen: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        new, takes = finished(story, folder)
        for n in range(1, kills + 1):
            file = story.prepare(folder)
            old = content(file)
            seen["killed" if killed(story, folder, rng.uniform(0, takes)) else "finished before"] += 1
            now = content(file)
            seen["old" if now == old else "new" if now == new else "LOST"] += 1
            if n % RECOVERED_EVERY == 0 or n == kills:
                left = len(strays(file))
                time.sleep(GRACE if left else 0)
                again, takes = finished(story, folder)
                seen["NOT RECOVERED"] += again != new
                seen["STRAYS"] += len(strays(file))
    return seen


def told_of_cache(kills: int, rng: Random) -> Counter[str]:
    """Kill runs that fill a cache, a new one or an older one, and count what the next run made of what they left."""
    seen: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        answers = []
        for variant in range(VARIANTS):
            made, takes = finished(vary(UNCACHED, variant), folder)
            answers.append(made)
        for n in range(1, kills + 1):
            variant = n % VARIANTS
            if not variant:
                shutil.rmtree(folder / "state" / "cache", ignore_errors=True)
            story = vary(CACHED, variant)
            story.prepare(folder)
            seen["killed" if killed(story, folder, rng.uniform(0, takes)) else "finished before"] += 1
            again, takes = finished(story, folder)
            seen["the same answer" if again == answers[variant] else "LOST"] += 1
    return seen


def strays(file: Path) -> list[Path]:
    """Return the temporary files beside a file."""
    return list(file.parent.glob(".factcheck-*.tmp"))


def main() -> None:
    """Kill every story; the exit code is 1 where anything was lost."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=1000)
    parser.add_argument("--story", choices=[story.name for story in (*STORIES, CACHED)], action="append")
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    bad = 0
    for story in (*STORIES, CACHED):
        if story.name in (args.story or [story.name]):
            rng = Random(args.seed)
            seen = told_of_cache(args.kills, rng) if story is CACHED else told(story, args.kills, rng)
            lost = seen["LOST"] + seen["NOT RECOVERED"] + seen["STRAYS"]
            counted = ", ".join(f"{count} {what}" for what, count in sorted(seen.items()))
            print(f"{story.name}: {args.kills - seen['LOST']} of {args.kills} lost nothing ({counted})", flush=True)
            bad += lost
    sys.exit(1 if bad else 0)


if __name__ == "__main__":
    main()
