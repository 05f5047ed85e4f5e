"""What many tests share: the rules, the sample pages, and `--accept` for stories."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from factcheck.map_step import ClaimsOf
from factcheck.model import Block, Document
from factcheck.pipeline import habits, numbered
from factcheck.reconcile import Reconciled, reconcile
from factcheck.ruleset import Ruleset, load_ruleset
from tests.gate.repository import LISTING, REVIEW, Repository

ROOT = Path(__file__).parent.parent
SEEDS = ROOT / "seeds"
# Other people's pages, which may lie beside the project; the suite passes without them.
PAGES = ROOT.parent / "shared" / "seeds"
GOLD = ROOT.parent / "shared" / "gold"
for name, examples in {"longer": 500, "long": 10_000}.items():
    settings.register_profile(name, max_examples=examples, deadline=None, suppress_health_check=list(HealthCheck))
FOLDERS = [folder for folder in (SEEDS, PAGES) if folder.is_dir()]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--accept", action="store_true", help="write what the stories print as what they expect")


@pytest.fixture(scope="session", autouse=True)
def own_cache(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Let no test use, or fill, the cache of whoever runs it."""
    os.environ["FACTCHECK_CACHE_DIR"] = str(tmp_path_factory.mktemp("cache"))


@pytest.fixture(scope="session")
def ruleset() -> Ruleset:
    return load_ruleset()


@pytest.fixture(scope="session")
def reconciled(ruleset: Ruleset) -> Callable[[Sequence[str]], Reconciled]:
    """Reconcile texts as if each were a document of its own, titled alike."""
    claims_of = ClaimsOf(ruleset)

    def run(texts: Sequence[str], names: Sequence[str] = ()) -> Reconciled:
        paths = names or [f"{n}.txt" for n in range(len(texts))]
        documents = [
            Document(path, text, blocks=(Block(0, len(text), "text"),), title="The Film")
            for path, text in zip(paths, texts, strict=True)
        ]
        return reconcile(numbered(map(claims_of, documents)), ruleset, habits(ruleset.language))

    return run


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """Two pages under git that contradict each other twice, and a baseline that knows it."""
    made = Repository(tmp_path / "pages")
    made.write(listing_txt=LISTING, review_txt=REVIEW)
    assert made.run("baseline", "create").returncode == 0
    made.commit("Pages and a baseline")
    return made
