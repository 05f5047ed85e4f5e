"""What HTML's elements, roles and usual classes say of the text in them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

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
# Beginnings of class names, and their last words in names such as "site-footer" and "c-article__related-links". Taken
# from what pages have in common, checked against the lists of trafilatura 2.3 (Apache-2.0).
_CLASSES: tuple[tuple[re.Pattern[str], Part], ...] = (
    (re.compile(r"(?:nav|navbar|navbox|navigation|menu|breadcrumbs?|pagination|toc)(?:$|[-_])"), "navigation"),
    (re.compile(r".*[-_](?:nav|navbar|navigation|menu|breadcrumbs?|pagination|pager)$"), "navigation"),
    (re.compile(r"(?:comments?|commentlist|disqus|respond)(?:$|[-_])(?!count)"), "comment"),
    (re.compile(r".*[-_](?:comments|commentlist)$"), "comment"),
    (re.compile(r"(?:references|reflist|footnotes?|bibliography|citations?)(?:$|[-_])"), "reference"),
    (
        re.compile(
            r"(?:related|recommended|recommendations|sidebar|widget|promo|newsletter|subscribe|shar(?:e|ing)|social|footer|"
            r"cookies?|adverts?|advertisement|ads?|most-?read|most-?popular|trending|read-?more|more-?from|outbrain|taboola|"
            r"criteo|gdpr|consent|paywall|sociable|sharedaddy|teasers?|tag-?list|tags|post-?tags|jp-relatedposts|"
            r"author-?(?:box|bio|info)|about-?the-?author|sign-?up|right-?rail|left-?rail)(?:$|[-_])"
        ),
        "aside",
    ),
    (
        re.compile(
            r".*[-_](?:related|related[-_](?:posts|links|articles|stories|content|news|items|films)|recommended|recommendations|"
            r"sidebar|newsletter(?:[-_]signup)?|sign-?up|footer|most-?(?:read|popular|viewed)|trending|teasers?|social-?links|"
            r"share-?(?:buttons|links|bar)|rail|promo|cookie-?banner|(?:latest|recent|popular|more|top|other)[-_](?:posts|stories|"
            r"news|articles))$"
        ),
        "aside",
    ),
)
# Names that say what a page has and how it is laid out: "has-sidebar", "menu-open", "sidebar-right".
_STATES = re.compile(
    r"(?:.*[-_])?(?:has|with|without|no|is|show|hide|not)[-_].*|"
    r".*[-_](?:open|opened|closed|active|enabled|disabled|visible|collapsed|expanded|fixed|sticky|wrap|wrapper|price.*)"
)
_OWN = frozenset({"main", "articlebody"})  # roles and properties of a page's own text, whatever stands around it
TELLING = ("class", "id", "role", "itemprop")  # attributes that tell an element's part
_WHOLE_PAGE = frozenset({"html", "body", "main", "article"})  # whose classes say what a page has, not what it is


def part_of(tag: str, attributes: Mapping[str, str], above: Part) -> Part:
    """Return the part of the page that an element is: what it is itself, else what it stands in."""
    if tag == "main" or {attributes.get("role", "").lower(), attributes.get("itemprop", "").lower()} & _OWN:
        return "text"
    if above not in ("text", "heading", "title"):
        return above
    if tag in HEADINGS:
        return "heading"
    part = _PARTS.get(tag) or _ROLES.get(attributes.get("role", "").strip().lower())
    if part is not None or tag in _WHOLE_PAGE:
        return part or "text"
    names = f"{attributes.get('class', '')} {attributes.get('id', '')}".lower().split()
    return _named(tuple(names), above) if names else above


def _named(names: Sequence[str], above: Part) -> Part:
    telling = [name for name in names if not _STATES.fullmatch(name)]
    return next((part for pattern, part in _CLASSES if any(map(pattern.match, telling))), above)
