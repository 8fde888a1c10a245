"""What is known of a document before its mentions are linked: publisher, title, parties, whom a bare title serves."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable

from dragoman.actors.context.apart import title_apart, title_limit
from dragoman.actors.context.making import of_un
from dragoman.actors.context.page import Mention, Page
from dragoman.actors.context.parties import parties as joint_parties
from dragoman.actors.context.people import People, relatives
from dragoman.actors.context.publishers import is_paper, is_site, is_society, publisher_actor, publisher_home
from dragoman.actors.context.spelled import spelled_out
from dragoman.actors.context.venues import only_venues
from dragoman.actors.directory import Directory
from dragoman.actors.discourse.coreference import Discourse
from dragoman.actors.discourse.setting import Setting
from dragoman.actors.mentions.found import Found
from dragoman.actors.mentions.gazetteer import gazetteer_for
from dragoman.actors.mentions.tokens import Token
from dragoman.actors.mentions.words import Words
from dragoman.actors.persons.holding import known_head, served_by
from dragoman.actors.persons.posts import only_posts
from dragoman.records import Document

JOINT = re.compile(r"\bjoint\b|\bcommuniqu|\btrilateral\b|\bdeclaration\b", re.I)
STATEMENT = re.compile(r"\bstatement\b|\bleaders\b", re.I)
OFFICE = re.compile(
    r"(?:Office of the |The )?(President|Prime Minister|Chancellor|Foreign Minister|Secretary General)\b"
)
DATELINE = 10
"""Tokens at the beginning that may say where a report comes from."""
OPENING = 20
"""Mentions of the beginning that may say in whose name the text speaks."""


def open_page(
    document: Document,
    directory: Directory,
    tokens: list[Token],
    found: list[Found],
    words: Words,
    step: Callable[[Page, Found], Mention | None],
) -> Page:
    """The page of ``document``, in whose ``tokens`` these mentions were ``found``, with all that is known before any of
    them is linked; ``step`` is what will link each."""
    publisher = (publisher_home(document, directory) or "").partition("/")[0]
    year = (document.date.value or "")[:4]
    named = {t.entry.code for t in tokens if t.entry} | {publisher}
    people = People(int(year) if year.isdigit() else None, named)
    page = Page(document, directory, tokens, found, words, step, people, publisher)
    page.portal = _is_portal(page)
    page.press = page.portal or _is_press(page)
    apart = title_apart(page)
    limit = title_limit(page)
    page.headline = [m for m in found if tokens[m.first].start < limit] if apart is None else apart
    page.title_is_apart = apart is not None
    _own_offices(page)
    _disown(page)
    things = words.companions | words.instrument_nouns  # "Munich Agreement Signed" is nobody's name
    apart_named = (m for m in apart or () if things.isdisjoint(m.name.lower().split()))
    people.meet([*found, *apart_named], relatives(tokens, found))
    page.setting = _setting_of(page)
    alone = (code for m in apart or () if m.kind == "entity" and not m.nested for code in m.codes)
    page.setting.venues = only_venues(tokens, found, words)
    page.posts = only_posts(found, tokens, words.sent_heads, alone)
    page.discourse = Discourse(page.setting)
    page.spelled = spelled_out(document.text, tokens, found, directory)
    _look_up_words(page)
    page.default = _default_state(page)
    page.setting.host = _publishing_person(page)
    return page


def _look_up_words(page: Page) -> None:
    """Notes which words and names the text has in such a form that others of them mean something else."""
    tokens, words = page.tokens, page.words
    lower, unsure = page.document.text.lower(), words.unsure_titles
    page.titles_written = {long for short, long in words.short_titles.items() if short in unsure and long in lower}
    page.lower_words = {t.low for t in tokens if t.kind == "w"}
    page.vessels = {m.name for m in page.found if m.kind == "name" and _is_vessel(page, m.first)}
    beside = zip(tokens, tokens[1:], tokens[2:], strict=False)
    page.inner_acronyms = {u.text for a, u, b in beside if a.kind == "w" and u.kind == "U" != b.kind}
    page.names_un = any(of_un(t.text) for t in tokens if t.kind == "E")


def _own_offices(page: Page) -> None:
    """ "UN High Commissioner for Refugees X", on a page of the UNHCR, serves the UNHCR."""
    for mention in page.found:
        office = mention.token.entry if mention.kind == "person" and mention.codes else None
        if office and office.kind == "org" and office.code == page.publisher:
            mention.codes = (page.publisher,)


def _disown(page: Page) -> None:
    """ "Foreign Office spokesperson Jo Lind said Chad": nobody says that it is Britain's where the text never names
    Britain otherwise."""
    many = page.words.bodies_of_many
    named = {t.entry.code for t in page.tokens if t.entry and t.low not in many} | {page.publisher}
    for mention in page.found:
        code = mention.token.entry.code if mention.token.entry and mention.token.low in many else ""
        if mention.kind != "entity" and mention.codes == (code,) and code not in named:
            mention.codes = ()


def _is_press(page: Page) -> bool:
    """Whether a paper or a society publishes, no party to what it tells of: "the two countries" are others."""
    name = page.document.publisher.value or ""
    found = gazetteer_for(page.directory).matches(name, None)
    actors = [page.directory.actor(e.actor) for _, _, e in found if e.actor in page.directory]
    private = is_society(name) and publisher_actor(page.document, page.directory) is None
    return is_paper(name) or private or any(actor.sector == "JRN" for actor in actors)


def _is_portal(page: Page) -> bool:
    """Whether a site publishes that is no government's and whose state the text never names: it tells of others."""
    named = {t.entry.code for t in page.tokens if t.entry}
    site = is_site(page.document.publisher.value or "") and page.publisher not in named
    return site and page.directory.is_state(page.publisher)


def _dateline(page: Page) -> str:
    """The state that a report begins with: "KINGSTON, Jamaica - The programme"."""
    dash = next((n for n, t in enumerate(page.tokens[:DATELINE]) if t.kind == "-"), 0)
    named = [t.entry for t in page.tokens[:dash] if t.entry and t.entry.kind in ("state", "seat")]
    return next((entry.code for entry in reversed(named) if page.directory.is_state(entry.code)), "")


def _setting_of(page: Page) -> Setting:
    counts: Counter[str] = Counter()
    orgs: Counter[str] = Counter()
    for mention in page.found:
        entry = mention.token.entry
        many = mention.token.low in page.words.bodies_of_many  # "the Foreign Office" tells of no state
        if mention.kind == "entity" and entry and entry.code and mention.codes and not many:
            seat = entry.kind == "seat" and page.directory.is_organisation(entry.code)
            (orgs if seat or entry.kind == "org" else counts)[mention.codes[0]] += 1 + (entry.kind in ("state", "org"))
    title_states, title_actors = _title_actors(page)
    ranked = [c for c, _ in sorted(counts.items(), key=lambda item: (-item[1], item[0]))]
    topics = tuple(dict.fromkeys([*title_states, *ranked]))
    title = page.document.title.value or page.document.text[:200]
    joint = bool(JOINT.search(title)) and "joint" in title.lower()
    listed = JOINT.search(title) or STATEMENT.search(title)
    parties = joint_parties(page.found, page.tokens, page.words) if listed else ()
    if not parties and STATEMENT.search(title):
        named = [m for m in page.found[:4] if m.token.entry and m.token.entry.kind == "org"]
        parties = named[0].codes if named and named[0].token.sentence <= 1 else ()
    parties = _spoken_for(page) or parties
    publisher = "" if page.press and page.publisher not in title_states else page.publisher
    return Setting(
        publisher, "", topics, title_states, title_actors, tuple(c for c, _ in orgs.most_common(12)),
        joint, parties, own=publisher if page.directory.is_state(publisher) else "",
    )  # fmt: skip


def _spoken_for(page: Page) -> tuple[str, ...]:
    """The states in whose name a text speaks: "a statement on behalf of the Nordic-Baltic countries", "Joint
    Statement by the Visegrad Four"."""
    known = page.words.collective_actors
    for mention in page.found[:OPENING]:
        before = [t.low for t in page.tokens[max(0, mention.first - 3) : mention.first]]
        if mention.name in known and before[:3] == ["on", "behalf", "of"] and len(known[mention.name]) > 1:
            return known[mention.name]
    titled = (m.name for m in page.headline if m.kind == "collective")
    joint = bool(JOINT.search(page.document.title.value or ""))
    return next((known[name] for name in titled if joint and len(known.get(name, ())) > 1), ())


def _title_actors(page: Page) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """States and persons named in the title."""
    states: list[str] = []
    people: list[str] = []
    for mention in page.headline:
        person = page.people.find(mention) if mention.kind == "person" else None
        code = mention.codes[0] if mention.codes else served_by(page, person) if person else ""
        if mention.kind == "person" and person:
            people.append(f"{code}/{person.name}")
        many = mention.kind == "entity" and mention.token.low in page.words.bodies_of_many
        if code and mention.kind in ("entity", "person", "office", "body") and not many:
            states.append(code)
    return tuple(dict.fromkeys(states)), tuple(dict.fromkeys(people))


def _default_state(page: Page) -> str:
    """Whom a bare title serves: the country a profile is of, else the publisher's state, else the topic."""
    title = (page.document.title.value or "").split(":")[0].strip()
    first = page.setting.title_states[:1]
    if first and len(page.setting.title_states) == 1 and 0 < len(title.split()) <= 4 and _is_name(page, title):
        page.setting.profile = first[0] if first[0] != page.publisher else ""
        return first[0]
    reports = _dateline(page) if page.portal else ""
    topics = (reports,) if reports else (*(c for c in page.setting.topics if c not in page.posts), "")
    return topics[0] if page.press and page.publisher not in topics else page.publisher or topics[0]


def _is_name(page: Page, title: str) -> bool:
    return any(mention.kind == "entity" and page.tokens[mention.first].text == title for mention in page.found[:3])


def _publishing_person(page: Page) -> str:
    """ "President of Russia" as publisher is whoever holds the office: in the text, else by plain knowledge."""
    office = OFFICE.match(page.document.publisher.value or "")
    if not office:
        return ""
    for person in page.people.all:
        if person.holds(office.group(1)) and served_by(page, person) == page.publisher:
            return f"{page.publisher}/{person.name}"
    return known_head(page, page.publisher, office.group(1))


def _is_vessel(page: Page, at: int) -> bool:
    """ "The tanker Sounion", "on board the Kursk": whether the name at ``at`` is that of a ship."""
    the = at > 1 and page.tokens[at - 1].low == "the"
    before = page.tokens[at - 1 - the].low if at else ""
    return before in page.words.vessels or (the and before in page.words.aboard)
