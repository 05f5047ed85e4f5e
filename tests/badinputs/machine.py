"""How a situation is brought about: what is done to a case's folder, and to the program while it runs."""

from __future__ import annotations

import os
import resource
import shutil
import signal
import socket
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

# ---- What a step does in the folder of a case, before the program runs.


def link(here: Path, name: str, target: str) -> None:
    (here / name).symlink_to(target)


def second_name(here: Path, name: str, target: str) -> None:
    os.link(here / target, here / name)


def folder(here: Path, name: str) -> None:
    (here / name).mkdir(parents=True)


def pipe(here: Path, name: str) -> None:
    os.mkfifo(here / name)


def door(here: Path, name: str) -> None:
    """Make a socket; its path must be short."""
    before = Path.cwd()
    with socket.socket(socket.AF_UNIX) as made:
        os.chdir(here)
        made.bind(name)
        os.chdir(before)


def mode(here: Path, name: str, bits: str) -> None:
    (here / name).chmod(int(bits))


def sparse(here: Path, name: str, size: str) -> None:
    with (here / name).open("wb") as stream:
        stream.truncate(int(size))


def many(here: Path, name: str, count: str) -> None:
    for i in range(int(count)):
        (here / name / f"m{i:05d}.txt").write_text("Running time: 91 minutes\n")


def deep(here: Path, name: str, levels: str, called: str) -> None:
    """Make folders in folders, beyond what a path may hold."""
    at = os.open(here / name, os.O_RDONLY)
    for _ in range(int(levels)):
        os.mkdir(called, dir_fd=at)
        inner = os.open(called, os.O_RDONLY, dir_fd=at)
        os.close(at)
        at = inner
    file = os.open("leaf.txt", os.O_CREAT | os.O_WRONLY, dir_fd=at)
    os.write(file, b"nine-month detention\n")
    os.close(file)
    os.close(at)


def no_documents(here: Path) -> None:
    shutil.rmtree(here / "docs")
    (here / "docs").mkdir()


def no_folder(here: Path) -> None:
    shutil.rmtree(here / "docs")


def rules_folder(here: Path) -> None:
    (here / "rules/rules.yaml").unlink()
    (here / "rules/rules.yaml").mkdir()


def replace(here: Path, name: str, kind: str, target: str = "") -> None:
    """Put something else in the place of a file or folder."""
    path = here / name
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
    path.parent.mkdir(exist_ok=True)
    made: dict[str, Callable[[], Any]] = {
        "link": lambda: path.symlink_to(target),
        "folder": path.mkdir,
        "pipe": lambda: os.mkfifo(path),
        "empty": path.touch,
        "locked": lambda: path.touch(0),
        "nothing": lambda: None,
    }
    made[kind]()


STEPS: dict[str, Callable[..., None]] = {
    each.__name__: each
    for each in (
        link,
        second_name,
        folder,
        pipe,
        door,
        mode,
        sparse,
        many,
        deep,
        no_documents,
        no_folder,
        rules_folder,
        replace,
    )
}


# ---- What happens while it runs.


def grow(file: Path, over: threading.Event) -> None:
    """Append to a file as long as the program runs."""
    with suppress(OSError), file.open("ab") as stream:
        while not over.wait(0.002) and stream.tell() < 200_000_000:
            stream.write(b"Running time: 91 minutes.\n" * 2_000)


def remove(file: Path, over: threading.Event) -> None:
    over.wait(0.4)
    with suppress(OSError):
        shutil.rmtree(file) if file.is_dir() else file.unlink()


def truncate(file: Path, over: threading.Event) -> None:
    over.wait(0.4)
    with suppress(OSError):
        os.truncate(file, 10)


MEANWHILE = {"grow": grow, "remove": remove, "truncate": truncate}


def limited(steps: tuple[tuple[object, ...], ...], megabytes: int) -> Callable[[], None]:
    """Return what sets limits and signals in the program's process before it starts."""
    limits = [(getattr(resource, f"RLIMIT_{step[1]}"), int(str(step[2]))) for step in steps if step[0] == "limit"]
    if not any(what == resource.RLIMIT_AS for what, _ in limits):
        limits.append((resource.RLIMIT_AS, megabytes << 20))

    def begin() -> None:
        os.setsid()
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        for what, most in limits:
            resource.setrlimit(what, (most, most))

    return begin


def signalled(group: int, steps: tuple[tuple[object, ...], ...]) -> None:
    """Send the signals of the steps, each at its time."""
    began = time.monotonic()
    for step in steps:
        if step[0] == "signal":
            time.sleep(max(0.0, float(str(step[2])) - (time.monotonic() - began)))
            with suppress(ProcessLookupError):
                os.killpg(group, getattr(signal, f"SIG{step[1]}"))
