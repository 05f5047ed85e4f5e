"""One case: what lies in the folder, how the machine is, and what is expected of the program."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

Content = str | bytes | Callable[[], bytes]  # made when the case is run
Files = Mapping[str, Content]  # bytes of a name that are no text as Python keeps them
Step = tuple[object, ...]  # the name of a function in `machine`, and what it is told

PORT = 48173  # on which nobody may call
CANARY = "canary-5be1c7"  # content of files that nobody may read
MARK = "MARKED"  # stands beside each payload

FINDINGS, CANNOT, CLEAN, INTERRUPTED = 1, 2, 0, 130
KILLED = (INTERRUPTED, 143, -2, -15)

GOOD = {
    "good_a.txt": "The Long Wait\n\nThe film is about his arrest and two-month detention by the authorities.\n"
    "Year: 2012\nRunning time: 91 minutes\nProducer: Adam Schlesinger\n",
    "good_b.txt": "The Long Wait\n\nIn spring he was released after a five-month detention.\n"
    "Year: 2012\nRunning time: 104 minutes\nProducer: Adam Schlesinger\n",
}


def claim(payload: str = "") -> str:
    """Return sentences with several claims, and a payload beside each."""
    return (
        f"After his {payload} nine-month detention {payload} he left. Produced by {payload} Jane {payload} Roe.\n"
        f"Running time: 77 minutes {payload}\n"
    )


def document(text: str) -> bytes:
    """Return a text's bytes; lone surrogates stay what they are."""
    return text.encode("utf-8", "surrogatepass")


@dataclass(frozen=True)
class Case:
    """A case of a group; files by their names in the folders of these names.

    `seconds` is for an unloaded machine. A case with `injected` text has its reports checked for anything that is not
    plain words; one that `must_fail` has to say why and exit with 2. Of `linear` ones four times the text may take no
    more than four times as long.
    """

    id: str
    group: str
    docs: Files = field(default_factory=dict)
    rules: Content | None = None
    config: Files = field(default_factory=dict)
    baseline: Content | None = None
    cache: Files = field(default_factory=dict)
    steps: tuple[Step, ...] = ()
    env: Mapping[str, str] = field(default_factory=dict)
    seconds: float = 10
    megabytes: int = 1024
    exits: tuple[int, ...] = ()
    formats: tuple[str, ...] = ("json",)
    injected: bool = False
    must_fail: bool = False
    linear: bool = False
    conflict: bool = True  # the good documents' conflict has to be reported
    read_or_named: bool = False
    core: bool = False

    @property
    def may_refuse(self) -> bool:
        """Whether it is right to do nothing but say what is wrong: what is bad is no document."""
        return self.rules is not None or self.baseline is not None or bool(self.config)

    @property
    def allowed(self) -> tuple[int, ...]:
        """The exit codes that are right."""
        if self.must_fail:
            return (CANNOT,)
        return self.exits or ((FINDINGS, CANNOT) if self.may_refuse else (FINDINGS,))


def content_of(content: Content) -> bytes:
    """Return a file's bytes."""
    if callable(content):
        return content()
    return document(content) if isinstance(content, str) else content
