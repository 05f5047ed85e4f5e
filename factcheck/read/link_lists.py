"""Lists of links: several blocks in a row that are nothing but links lead to other pages, and are no own text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, groupby, islice

from factcheck.model import Block

_FEWEST = 3  # blocks in a row
_SHARE = 0.95  # of a block's characters
_LONGEST = 200  # characters; what is longer is a text that was made a link as a whole


def without_link_lists(blocks: Iterable[Block], links: Sequence[tuple[int, int]]) -> Iterator[Block]:
    """Yield the blocks, those of lists of links as asides; `links` are stretches of the text, in order."""
    for linked, run in groupby(_marked(blocks, links), key=lambda each: each[1]):
        few = [block for block, _ in islice(run, _FEWEST)]
        aside = linked and len(few) == _FEWEST
        for block in chain(few, (block for block, _ in run)):
            yield block._replace(part="aside") if aside else block


def _marked(blocks: Iterable[Block], links: Sequence[tuple[int, int]]) -> Iterator[tuple[Block, bool]]:
    """Yield each block with whether it is nothing but links."""
    number = 0
    for block in blocks:
        inside = 0
        while number < len(links) and links[number][0] < block.end:
            start, end = links[number]
            inside += max(0, min(end, block.end) - max(start, block.start))
            number += 1
        length = block.end - block.start
        yield block, block.part == "text" and length <= _LONGEST and inside >= _SHARE * length
