"""What HTML's elements, roles and usual classes say of the text in them."""

from __future__ import annotations

import re
from collections.abc import Mapping

from factcheck.model import Part


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


HEADINGS = _names("h1 h2 h3 h4 h5 h6")
BLOCKS = HEADINGS | _names(
    "address article aside blockquote body br caption center dd details dialog div dl dt fieldset figcaption figure "
    "footer form header hr html legend li main menu nav ol p pre section summary table tbody td tfoot th thead "
    "title tr ul"
)
VOID = _names("area base br col embed hr img input link meta param source track wbr")
SKIPPED = _names("script style template svg math iframe object select button textarea noscript canvas audio video")
CLOSING_STOPS = HEADINGS | _names("table ul ol dl div section body blockquote")
CLOSED_BY: Mapping[str, frozenset[str]] = {  # elements that their next sibling ends: their end tags are often left out
    "li": frozenset({"li"}),
    "dt": frozenset({"dt", "dd"}),
    "dd": frozenset({"dt", "dd"}),
    "tr": frozenset({"tr", "td", "th"}),
    "td": frozenset({"td", "th"}),
    "th": frozenset({"td", "th"}),
    "p": frozenset({"p"}),
    "option": frozenset({"option"}),
}
_PARTS: Mapping[str, Part] = {
    "nav": "navigation",
    "menu": "navigation",
    "footer": "aside",
    "aside": "aside",
    "blockquote": "quote",
    "figcaption": "caption",
    "caption": "caption",
    "title": "title",
}
_ROLES: Mapping[str, Part] = {
    "navigation": "navigation",
    "menu": "navigation",
    "menubar": "navigation",
    "search": "navigation",
    "contentinfo": "aside",
    "complementary": "aside",
}
_CLASSES: tuple[tuple[re.Pattern[str], Part], ...] = (
    (re.compile(r"(?:nav|navbar|navbox|navigation|menu|breadcrumbs?|pagination|toc)(?:$|[-_])"), "navigation"),
    (re.compile(r"(?:comments?|commentlist|disqus|respond)(?:$|[-_])(?!count)"), "comment"),
    (re.compile(r"(?:references|reflist|footnotes?|bibliography|citations?)(?:$|[-_])"), "reference"),
    (
        re.compile(
            r"(?:related|recommended|recommendations|sidebar|widget|promo|newsletter|subscribe|shar(?:e|ing)|social|footer|"
            r"cookies?|adverts?|advertisement|ads?|most-?read|most-?popular|trending|read-?more|more-?from)(?:$|[-_])"
        ),
        "aside",
    ),
)
_WHOLE_PAGE = frozenset({"html", "body", "main", "article"})  # whose classes say what a page has, not what it is


def part_of(tag: str, attributes: Mapping[str, str], above: Part) -> Part:
    """Return the part of the page that an element is: what it is itself, else what it stands in."""
    if above not in ("text", "heading", "title"):
        return above
    if tag in HEADINGS:
        return "heading"
    part = _PARTS.get(tag) or _ROLES.get(attributes.get("role", "").strip().lower())
    if part is not None or tag in _WHOLE_PAGE:
        return part or "text"
    names = f"{attributes.get('class', '')} {attributes.get('id', '')}".lower().split()
    return next((part for pattern, part in _CLASSES if any(map(pattern.match, names))), above)
