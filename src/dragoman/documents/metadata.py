"""What a document says about itself: a web page in its head, any other near its title or at its end."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING, Any

from dragoman.datafiles import data_file
from dragoman.documents.assemble import Piece, tidy
from dragoman.documents.dateline import (
    address_date,
    closing_date,
    dateline_date,
    done_date,
    goes_on,
    is_label,
    line_date,
    machine_date,
    numbered_head,
    stamped_date,
)
from dragoman.records import UNKNOWN, Known

if TYPE_CHECKING:
    from lxml.html import HtmlElement

TITLE_JOINTS = re.compile(r"\s+[|•·»—–/]\s+|\s+-\s+|\s+::\s+|(?<=\w)_(?=[A-Z])")
OF_A_NAME = re.compile(r"[A-ZÀ-ÞА-Я]|[a-z]{1,3}\b")
"""How the words begin that name a site behind a slash, or at length: "/ Ministry of Foreign Affairs", but not "/
fertiliser exports"."""
DATE_FIELDS = (
    "article:published_time", "datepublished", "dc.date.issued", "dcterms.issued", "dcterms.date", "dc.date",
    "dc.date.created", "dcterms.created", "date", "pubdate", "publishdate", "publish-date", "publication_date",
    "citation_publication_date", "citation_date", "parsely-pub-date", "sailthru.date", "og:published_time",
    "ya:ovs:upload_date", "release_date",
)  # fmt: skip
PUBLISHER_FIELDS = ("og:site_name", "dc.publisher", "dcterms.publisher", "citation_publisher", "publisher", "copyright",
                    "article:publisher", "application-name", "sitename", "dc.creator", "dcterms.creator")  # fmt: skip
COPYRIGHT = re.compile(r"(?:©|\(c\)|&copy;|copyright)\s*(?:©\s*)?(?:(?:19|20)\d\d\s*(?:[-–]\s*(?:19|20)\d\d)?[,.]?\s*)?"
                       r"(?:by\s+)?(?P<name>[^\n|•·.,;©\d]{3,80})", re.IGNORECASE)  # fmt: skip
SCHEME = re.compile(r"corporate_?name\s*=\s*(?P<name>[^;]{2,200}).*", re.IGNORECASE)
"""How pages by the Australian standard of metadata write a publisher: "corporateName=Department of Health"."""
RIGHTS = re.compile(r"^\W*(?:all )?rights? reserved\W*|\W*all rights reserved.*$", re.IGNORECASE)
NAMING = frozenset({"footer", "small", "p", "div", "span", "font", "td", "li", "center", "br", "a"})
"""Elements in or behind which a copyright line stands."""
AROUND_TITLE = 8
CLOSING = 4
"""Pieces at the end among which a place and date are looked for ..."""
SIGNING = 12
"""... and the formula that closes a treaty, behind which its signatures stand."""
BYLINE_JOINTS = re.compile(r"\s[|•·]\s")
WITHIN_NAMES = re.compile(r"(?i)\s(?:of|for|in|to)\s(?:the\s)?")
TOLD_OF = re.compile(r"(?i)(?<!\w)(?:at|by|from|on|with)(?!\w)")
STAMP = 80
"""Characters of a line that only says when a page was changed."""
ELEMENTS = 20_000
LONG = 160
WORD = re.compile(r"\w+")
JSON_LD_ITEMS = 200


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known about a document beside its text, each with evidence; ``warnings`` about what was not usable."""

    title: Known = UNKNOWN
    publisher: Known = UNKNOWN
    date: Known = UNKNOWN
    language: str | None = None
    url: str | None = None
    warnings: tuple[str, ...] = ()


def page_facts(tree: HtmlElement, pieces: Sequence[Piece], address: str | None = None) -> Facts:
    """Title, publisher, date and address of a page from its head, its structured data and what stands by its title."""
    fields = _meta_fields(tree)
    linked = list(_json_ld(tree))
    url = address or fields.get("og:url") or _canonical(tree)
    title = _page_title(tree, fields, linked)
    top = list(around_title(pieces, title.value))
    date = _page_date(tree, fields, linked, top, url)
    return Facts(
        title=title,
        publisher=_page_publisher(tree, fields, linked),
        date=next((one for one in (date, signed_date(pieces), _stamp_outside(tree)) if one.value), UNKNOWN),
        language=_page_language(tree, fields),
        url=url if url and url.startswith(("http://", "https://")) else None,
    )


def visible_date(pieces: Iterable[Piece]) -> Known:
    """The date that stands near the title: as a line of its own, or in the dateline of the first long paragraph.

    A title dates a document with little more than a date in it, a list item or table row with nothing more.
    """
    before, listed = "", tuple(pieces)
    for number, piece in enumerate(listed):
        tabled = piece.kind == "row" and any(one.kind == "row" for one in listed[max(0, number - 1) : number + 2 : 2])
        allowed = 0 if piece.kind == "item" or tabled else 2 if piece.kind == "title" else 40
        value = None if goes_on(before) else line_date(_own_line(piece.text), names=allowed)
        value = value or next(filter(None, map(stamped_date, BYLINE_JOINTS.split(piece.text[:LONG])[1:])), None)
        if value is None and piece.kind == "paragraph":
            value = dateline_date(piece.text)
        if value:
            return Known(value, f"written near the title: {tidy(piece.text)[:60]}")
        before = piece.text
    return UNKNOWN


def signed_date(pieces: Sequence[Piece]) -> Known:
    """The date that stands with its place on a line of its own at the end, as notes and joint statements have it, or
    behind the word for what was done with a page then; or in the formula that closes a treaty."""
    ending = pieces[-SIGNING:] if len(pieces) > CLOSING else ()
    for piece in ending[-CLOSING:]:
        if piece.kind == "paragraph" and (value := closing_date(piece.text) or stamped_date(piece.text)):
            return Known(value, f"written at the end: {tidy(piece.text)[:60]}")
    for piece in ending:
        if value := done_date(piece.text):
            return Known(value, f"written at the end: {tidy(piece.text)[:60]}")
    return UNKNOWN


def around_title(pieces: Iterable[Piece], title: str | None = None) -> Iterator[Piece]:
    """What stands just above and below the title, or behind it, as far as the first long paragraph, that one
    included."""
    for piece in islice(pieces, AROUND_TITLE):
        if title and (rest := behind_title(piece.text, title)):
            yield replace(piece, text=rest)
        elif piece.text != title:
            yield piece
        elif head := numbered_head(title):
            yield replace(piece, text=head)
        if len(piece.text) > LONG and not (title and piece.text.startswith(title)):
            return


def behind_title(words: str, title: str) -> str:
    """The date or the like that stands on one line with the title, behind it; empty where nothing does, or a sentence
    that begins as the title does."""
    rest = words.removeprefix(title)
    return rest.strip() if rest != words and line_date(rest) else ""


def _own_line(text: str) -> str:
    """A first line that ends well before the second does is no part of the paragraph below it."""
    first, _, rest = text.partition("\n")
    return first if len(first) < 0.7 * len(rest.partition("\n")[0]) and len(text) > LONG else text


def without_site_name(title: str, site: str | None) -> str:
    """A page title without the site's name before or behind it ("Fact sheet | Ministry")."""
    parts = TITLE_JOINTS.split(title)
    if len(parts) < 2:
        return title
    if site:
        same = [part for part in (parts[0], parts[-1]) if part.casefold() == site.casefold()]
        if same:
            joint = TITLE_JOINTS.search(title) if parts[0] in same else list(TITLE_JOINTS.finditer(title))[-1]
            return title[joint.end() :] if joint and parts[0] in same else title[: joint.start() if joint else None]
    last = list(TITLE_JOINTS.finditer(title))[-1]
    site = title[last.end() :]
    doubtful = "/" in last[0] or len(site) > 60
    short = last.start() < 20 and not is_site_of_office(site)
    if short or len(site) > 80 or (doubtful and not all(map(OF_A_NAME.match, site.split()))):
        return title
    return title[: last.start()]


def _meta_fields(tree: HtmlElement) -> dict[str, str]:
    fields: dict[str, str] = {}
    for number, meta in enumerate(tree.iter("meta")):
        if number > 500:
            break
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or ""
        content = tidy(meta.get("content") or "")
        if name and content:
            fields.setdefault(name.lower(), content)
    return fields


def _json_ld(tree: HtmlElement) -> Iterator[dict[str, Any]]:
    """The objects of all JSON-LD blocks, depth first, at most `JSON_LD_ITEMS`."""
    queue: list[Any] = []
    for script in tree.iter("script"):
        if (script.get("type") or "").lower() == "application/ld+json" and script.text and len(script.text) < 500_000:
            try:
                queue.append(json.loads(script.text))
            except (ValueError, RecursionError):
                continue
    seen = 0
    while queue and seen < JSON_LD_ITEMS:
        value = queue.pop(0)
        seen += 1
        if isinstance(value, list):
            queue = [*value[:JSON_LD_ITEMS], *queue]
        elif isinstance(value, dict):
            yield value
            queue += [inner for inner in (value.get("@graph"), value.get("mainEntity")) if inner]


def _canonical(tree: HtmlElement) -> str | None:
    for link in tree.iter("link"):
        if (link.get("rel") or "").lower() == "canonical":
            return str(link.get("href") or "") or None
    return None


def _page_title(tree: HtmlElement, fields: dict[str, str], linked: list[dict[str, Any]]) -> Known:
    site = fields.get("og:site_name") or fields.get("application-name")
    headings = [words for words in (tidy(_words(h1)) for h1 in list(tree.iter("h1"))[:20]) if words]
    page = next((tidy(_words(element)) for element in tree.iter("title")), "")
    shared = [words for words in headings if words.casefold() in page.casefold() and words != site]
    if shared:
        return Known(shared[0], "h1")
    if (said := fields.get("og:title")) or (said := fields.get("dc.title")) or (said := fields.get("twitter:title")):
        return Known(without_site_name(said, site), "og:title" if "og:title" in fields else "meta title")
    for item in linked:
        if isinstance(headline := item.get("headline"), str) and headline.strip():
            return Known(tidy(headline), "JSON-LD headline")
    if len(headings) == 1 or (headings and not page):
        return Known(headings[0], "h1")
    if page:
        return Known(without_site_name(page, site), "title element")
    return UNKNOWN


def _page_publisher(tree: HtmlElement, fields: dict[str, str], linked: list[dict[str, Any]]) -> Known:
    for item in linked:
        publisher = item.get("publisher")
        name = publisher.get("name") if isinstance(publisher, dict) else publisher
        if isinstance(name, str) and name.strip() and not name.startswith("http"):
            return Known(tidy(name), "JSON-LD publisher")
    for name in PUBLISHER_FIELDS:
        if (value := fields.get(name)) and not value.startswith(("http", "@")) and not value.isdigit():
            value = SCHEME.sub(lambda m: m["name"], value)
            value = RIGHTS.sub("", COPYRIGHT.sub(lambda m: m["name"], value)).strip(" .,-–") or value
            return Known(value, name)
    for element in list(tree.iter(*sorted(NAMING)))[-200:]:
        for line in (element.text, element.tail):
            words = tidy(line or "")
            if len(words) < 200 and (match := COPYRIGHT.search(words)):
                if match[0].lower().startswith("(c)") and match["name"][0].islower():
                    continue  # the third point of a list: "(c) to promote trade"
                name = RIGHTS.sub("", match["name"]).strip(" .,-–")
                if len(name) >= 3:
                    return Known(name, "copyright line")
    return _site_in_title(tree)


def _site_in_title(tree: HtmlElement) -> Known:
    """The office or ministry that the page's title names behind or before its heading, or at its end where there is
    none: "Talks in Lima | Ministry of Trade". No other name is taken: behind many titles is a section or a topic."""
    page = next((tidy(_words(element)) for element in tree.iter("title")), "")
    headings = {tidy(_words(h1)).casefold() for h1 in list(tree.iter("h1"))[:20]} - {""}
    parts = TITLE_JOINTS.split(page) if len(page) < 500 else []
    if len(parts) < 2:
        return UNKNOWN
    around = [part for part in (parts[-1:] + parts[:1]) if not any(one in part.casefold() for one in headings)]
    if not headings:
        around = [part for part in parts[-1:] if is_site_of_office(part)]
    elif not any(one in part.casefold() for part in parts for one in headings):
        return UNKNOWN
    name = next((part for part in around if len(part) <= 80 and is_office(part)), "")
    return Known(name, "title element") if name and all(map(OF_A_NAME.match, name.split())) else UNKNOWN


def is_office(name: str) -> bool:
    """Whether one of its words says that a name is that of an office, or it is what ministries are called for short:
    "Embassy of Peru", "DFAT"."""
    table = data_file("mentions.yml")
    official, short = frozenset(table["official"]), table.part("bodies")["own_acronyms"]
    return name in short or not official.isdisjoint(WORD.findall(name.lower()))


def is_site_of_office(name: str) -> bool:
    """Whether what stands behind the title of a page is the name of an office, and no words that tell of one:
    "Statement by the Embassy"."""
    parts = [part.split() for part in WITHIN_NAMES.split(name)]
    heads = [part[-1] for part in parts if part]  # "ministry" of "Foreign Ministry of Peru", but no "National Day"
    named = any(map(is_office, heads)) and not is_label(" ".join(parts[0]))
    return named and all(map(OF_A_NAME.match, name.split())) and not TOLD_OF.search(name)


def _page_date(
    tree: HtmlElement, fields: dict[str, str], linked: list[dict[str, Any]], top: list[Piece], url: str | None
) -> Known:
    for item in linked:
        said = item.get("datePublished")
        if isinstance(said, str) and (value := machine_date(said)):
            return Known(value, "JSON-LD datePublished")
    for name in DATE_FIELDS:
        if name in fields and (value := machine_date(fields[name])):
            return Known(value, name)
    lines = {piece.text for piece in top}
    for element in list(tree.iter("time"))[:50]:
        published = (element.get("itemprop") or "").lower() == "datepublished" or element.get("pubdate") is not None
        said = element.get("datetime") or _words(element)
        if (value := machine_date(tidy(said))) and (published or tidy(_words(element)) in lines):
            return Known(value, "time element")
    near = visible_date(top)
    if near.value:
        return near
    if url and (value := address_date(url)):
        return Known(value, "address")
    return UNKNOWN


def _stamp_outside(tree: HtmlElement) -> Known:
    """The date of the one line outside the text, in the page's foot as a rule, that says when it was changed."""
    found: dict[str, str] = {}
    for element in islice(tree.iter("p", "div", "span", "li", "dl", "small", "td"), ELEMENTS):
        parts = list(islice(element.itertext(), 9))
        words = tidy("".join(map(str, parts))) if len(parts) < 9 else ""
        if len(words) <= STAMP and (value := stamped_date(words)):
            found.setdefault(value, words)
    value, words = next(iter(found.items())) if len(found) == 1 else (None, "")
    return Known(value, f"written outside the text: {words[:60]}") if value else UNKNOWN


def _page_language(tree: HtmlElement, fields: dict[str, str]) -> str | None:
    root = tree.getroottree().getroot()
    said = root.get("lang") or root.get("xml:lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang")
    return said or fields.get("content-language") or fields.get("dc.language") or fields.get("og:locale")


def _words(element: HtmlElement) -> str:
    return "".join(str(part) for _, part in zip(range(2000), element.itertext(), strict=False))
