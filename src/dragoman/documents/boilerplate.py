"""Which parts of a web page are its text, and which are navigation, banners, share bars, related links, footers.

The page's prose (sentences outside links) decides: a part that a class name calls "complementary" or "sidebar" stays
when most of the prose is in it, and the text is taken from the smallest element that holds nearly all of the prose.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from dragoman.datafiles import data_file

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_NEVER_TEXT = """
script style noscript template iframe object embed svg math canvas audio video map head select option datalist button
input textarea progress meter dialog menu applet frameset noframes link meta
"""
_BLOCKS = """
p div section article main header footer aside nav h1 h2 h3 h4 h5 h6 ul ol li dl dt dd table tbody thead tfoot tr td th
caption pre blockquote figure figcaption form fieldset address hr center details summary body html
"""
NEVER_TEXT = frozenset(_NEVER_TEXT.split())
BLOCKS = frozenset(_BLOCKS.split())
LINKED_BLOCKS = frozenset({"ul", "ol", "dl", "table", "p", "div"})
OUTSIDE = frozenset({"nav", "footer", "aside"})
OUTSIDE_ROLES = frozenset(
    {"navigation", "banner", "contentinfo", "complementary", "search", "dialog", "alertdialog", "menu", "tablist"}
)
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
TITLED = HEADINGS | {"dt", "summary"}
"""Elements whose button is no control but the words themselves: the question that opens its answer."""
HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
YEAR = re.compile(r"(?<!\d)(?:1[89]|20)\d\d(?!\d)")
CONTROL_EDGES = " :.›»«‹>"
"""What may stand round the words of a control: "Related links ›"."""
SENTENCE = 50
"""Characters outside links from which a block counts as prose; shorter ones are labels, buttons, captions."""
KEPT_SHARE = 0.35
"""A part that looks like boilerplate but holds this share of the prose is the text."""
MOST_SHARE = 0.65
"""Boxes of one class that hold this share of the prose together are the text."""
HELD_SHARE = 0.92
"""The text is looked for inward as long as one child holds this share of what its parent holds."""


@dataclass(frozen=True, slots=True)
class Signs:
    """The words of ``data/boilerplate.yml``, compiled."""

    names: re.Pattern[str]
    tokens: frozenset[str]
    folded: re.Pattern[str]
    instruments: re.Pattern[str]
    headings: frozenset[str]
    lines: frozenset[str]


@lru_cache(maxsize=1)
def signs() -> Signs:
    table = data_file("boilerplate.yml")
    anywhere = "|".join(map(re.escape, table["anywhere"]))
    words = "|".join(map(re.escape, table["word"]))
    names = re.compile(rf"{anywhere}|(?<![a-z0-9])(?:{words})(?![a-z0-9])")
    folded = re.compile("|".join(map(re.escape, table["folded"])))
    instruments = re.compile(rf"\b(?:{'|'.join(map(re.escape, table['instruments']))})", re.IGNORECASE)
    tokens, headings, lines = (frozenset(table[name]) for name in ("token", "headings", "lines"))
    return Signs(names, tokens, folded, instruments, headings, lines)


@dataclass(slots=True)
class _Mass:
    """Characters under an element: of prose, of all words, and of words inside links."""

    prose: int = 0
    words: int = 0
    linked: int = 0


def choose(body: HtmlElement) -> tuple[HtmlElement, frozenset[HtmlElement]]:
    """The element that holds the text, and the elements within it that are left out."""
    order = list(body.iter())
    masses = _masses(order)
    total = max(1, masses[body].prose)
    repeated = _repeated(body, masses)
    left_out: set[HtmlElement] = set()
    for element in order:
        if not isinstance(element.tag, str) or element is body:
            continue
        mass = masses[element]
        named = mass.prose < KEPT_SHARE * total and _boilerplate_name(element) and element not in repeated
        links = element.tag in LINKED_BLOCKS and _only_links(element, mass)
        hidden = _hidden(element) and not (mass.prose and _folded(element))
        if named or links or _never_text(element) or hidden:
            left_out.add(element)
    left_out |= _teasers(body, masses)
    return _holder(body, masses, left_out), frozenset(left_out)


def _never_text(element: HtmlElement) -> bool:
    parent = element.getparent()
    question = element.tag == "button" and parent is not None and parent.tag in TITLED
    question = question and not (parent.text or "").strip()  # "Background [copy]"
    return element.tag in NEVER_TEXT and not question


def _repeated(body: HtmlElement, masses: dict[HtmlElement, _Mass]) -> frozenset[HtmlElement]:
    """Boxes side by side with one class that hold most of the prose together: the items of a newsletter, each of
    them too small for `KEPT_SHARE`, are the text in spite of their class."""
    groups: dict[tuple[HtmlElement, str, str], list[HtmlElement]] = {}
    for element in body.iter("div", "section", "article", "li"):
        if masses[element].prose and (name := element.get("class")):
            groups.setdefault((element.getparent(), element.tag, name), []).append(element)
    most = MOST_SHARE * masses[body].prose
    held = [group for group in groups.values() if sum(masses[element].prose for element in group) > most]
    return frozenset(element for group in held if len(group) > 1 for element in group)


def _masses(order: list[HtmlElement]) -> dict[HtmlElement, _Mass]:
    """The masses of all elements, summed from the leaves up without recursion."""
    masses = {element: _Mass() for element in order}
    own_prose: dict[HtmlElement, int] = {}
    for element in reversed(order):  # children before parents
        mass = masses[element]
        is_element = isinstance(element.tag, str)
        if is_element and not _never_text(element):
            text = len(element.text.strip()) if element.text else 0
            mass.words += text
            if element.tag == "a":
                mass.linked = mass.words
            else:
                own_prose[element] = own_prose.get(element, 0) + text
            if element.tag in BLOCKS and own_prose.get(element, 0) >= SENTENCE:
                mass.prose += own_prose[element]
        else:
            mass.words = mass.linked = mass.prose = 0
        parent = element.getparent()
        if parent is None or parent not in masses:
            continue
        tail = len(element.tail.strip()) if element.tail else 0
        above = masses[parent]
        above.words += mass.words + tail
        above.linked += mass.linked
        above.prose += mass.prose
        inline = own_prose.get(element, 0) if is_element and element.tag not in BLOCKS and element.tag != "a" else 0
        own_prose[parent] = own_prose.get(parent, 0) + tail + inline
    return masses


def _hidden(element: HtmlElement) -> bool:
    attributes = element.attrib
    if "hidden" in attributes and attributes["hidden"] != "until-found":
        return True
    return attributes.get("aria-hidden") == "true" or bool(HIDDEN.search(attributes.get("style", "")))


def _boilerplate_name(element: HtmlElement) -> bool:
    if element.tag in OUTSIDE or element.get("role") in OUTSIDE_ROLES:
        return True
    if element.tag in ("h1", "html", "main", "tr", "td", "th", "tbody"):
        return False
    # The id of a heading, a paragraph or an item is made of its words: "social-protection".
    own = "" if element.tag in HEADINGS or element.tag in ("p", "li", "dt", "dd") else element.get("id") or ""
    name = f"{element.get('class') or ''} {own}".lower()[:500]
    return signs().names.search(name) is not None or not signs().tokens.isdisjoint(name.split())


def _folded(element: HtmlElement) -> bool:
    """What is hidden until a reader opens it, like the answers of a page of questions."""
    name = f"{element.get('role') or ''} {element.get('class') or ''} {element.get('id') or ''}".lower()[:500]
    return signs().folded.search(name) is not None and not _boilerplate_name(element)


def _only_links(element: HtmlElement, mass: _Mass) -> bool:
    """A list, line or box that is nothing but links to other places: short link texts, hardly a word around them."""
    if mass.words == 0 or mass.prose or mass.linked < 0.8 * mass.words:
        return False
    links = [link for _, link in zip(range(200), element.iter("a"), strict=False)]
    if len(links) < 2:
        return False
    if element.tag in ("ul", "ol", "dl", "table"):
        if _instruments(links):
            return False
        return mass.linked / len(links) < 45 or mass.linked >= 0.95 * mass.words
    return len(links) >= 3 and mass.linked / len(links) < 45


def _teasers(body: HtmlElement, masses: dict[HtmlElement, _Mass]) -> set[HtmlElement]:
    """The boxes under a heading such as "Latest news" that lead to other pages by their own headings."""
    found: set[HtmlElement] = set()
    seen: set[HtmlElement] = set()
    for heading in body.iter(*sorted(HEADINGS)):
        if heading.getparent() in seen or _caption(heading) not in signs().headings:
            continue
        seen.add(heading.getparent())  # the first such heading among siblings is enough, and keeps it linear
        boxes = [box for box in heading.itersiblings() if any(_all_linked(inner) for inner in box.iter(*HEADINGS))]
        if sum(masses[box].prose for box in boxes) < KEPT_SHARE * masses[body].prose:
            found.update(boxes)
    return found


def _caption(heading: HtmlElement) -> str:
    words = "".join(str(part) for _, part in zip(range(20), heading.itertext(), strict=False))
    return " ".join(words.split()).casefold().strip(CONTROL_EDGES)


def _all_linked(heading: HtmlElement) -> bool:
    return len(heading) == 1 and heading[0].tag == "a" and not (heading.text or "").strip()


def _instruments(links: list[HtmlElement]) -> bool:
    """Most of the links are agreements with their years: a list of them is the text, each entry linked to its own."""
    texts = ["".join(str(part) for part in link.itertext())[:500] for link in links]
    named = [text for text in texts if signs().instruments.search(text) and YEAR.search(text)]
    return len(named) > 0.6 * len(texts)


def _holder(body: HtmlElement, masses: dict[HtmlElement, _Mass], left_out: set[HtmlElement]) -> HtmlElement:
    """The smallest element that holds nearly all prose, its heading included where that is just outside."""
    holder = body
    while True:
        here = sum(_prose(child, masses, left_out) for child in holder)
        if not here:
            return holder
        best = max(holder, key=lambda child: _prose(child, masses, left_out), default=None)
        if best is None or best.tag not in (
            "div",
            "main",
            "section",
            "article",
            "form",
            "table",
            "tbody",
            "tr",
            "td",
            "center",
        ):
            return holder
        if _prose(best, masses, left_out) < HELD_SHARE * masses[holder].prose or _has_heading(holder, best):
            return holder
        holder = best


def _prose(element: HtmlElement, masses: dict[HtmlElement, _Mass], left_out: set[HtmlElement]) -> int:
    return 0 if element in left_out else masses[element].prose


def _has_heading(holder: HtmlElement, best: HtmlElement) -> bool:
    """A heading of first or second rank stands in ``holder`` before ``best``, outside of any left-out name."""
    for child in holder:
        if child is best:
            return False
        if child.tag in ("h1", "h2") or (
            isinstance(child.tag, str)
            and child.tag in BLOCKS
            and not _boilerplate_name(child)
            and _first_heading(child)
        ):
            return True
    return False


def _first_heading(element: HtmlElement) -> bool:
    return next(iter(element.iter("h1")), None) is not None
