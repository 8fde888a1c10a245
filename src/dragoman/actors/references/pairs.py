"""Whom "the two countries", "both sides" mean: the two whom the text named together last."""

from __future__ import annotations

from collections.abc import Callable

from dragoman.actors.context.page import Page, once
from dragoman.actors.directory import owner_of
from dragoman.actors.discourse.antecedents import Mentioned, unique
from dragoman.actors.mentions.found import Found, is_form, takes_object

PAIR_REACH = 1
"""Sentences that a phrase for two looks for its pair behind it."""
CLAUSE = 30
"""Words that "we" is looked for behind those who are asked."""
HOST_REACH = 6
"""Sentences that who met somebody is looked for behind "at the meeting with"."""


def two_of(page: Page, mention: Found, fits: Callable[[str], bool]) -> tuple[str, ...]:
    """The two of whom somebody met the other in this sentence or the one before, where title and publisher do not
    say which two the document is about; else the document's pair. Only those that ``fits`` accepts."""
    sentence = mention.token.sentence
    titled = page.setting.title_states if page.document.title.value else ()
    if guest := _met_with(page, mention, fits):
        return guest
    named = {*filter(page.directory.is_state, titled), page.setting.publisher} - {""}
    many = _titles_many(page)
    if len(named) > 1 and not many:
        return page.discourse.pair(sentence, fits)
    told = page.discourse.back(sentence, PAIR_REACH, "person state")
    for number in range(sentence, sentence - PAIR_REACH - 1, -1):
        heads = [m for m in reversed(told) if m.sentence == number and not (m.nested or m.place or m.cited)]
        heads = [m for m in heads if fits(owner_of(m.actors[0])) or not _is_territory(page, m.actors[0])]
        if pair := _joined_pair(page, heads, fits, alone=many or not titled) or _met_pair(page, heads, fits):
            return pair
    return page.discourse.pair(sentence, fits, near=many)


@once
def _titles_many(page: Page) -> bool:
    """Whether the title names more than two states; the town that a report begins with is none of it."""
    end = len(page.document.title.value or "")
    named = (m.codes[0] for m in page.headline if m.codes and m.token.start < end)
    return len({*filter(page.directory.is_state, named)}) > 2


def _met_with(page: Page, mention: Found, fits: Callable[[str], bool]) -> tuple[str, ...]:
    """ "At the meeting with President Mora of Peru, the sides": who is met there and whose the document is."""
    here = page.discourse.back(mention.token.sentence, 0, "person state org")
    guest = here[-1] if here else None
    if guest is None or guest.subject or not is_met(page, guest):
        return ()
    opening = [t.low for t in page.tokens[max(0, guest.token - 12) : guest.token]
               if t.sentence == guest.sentence and t.kind != "|"]  # fmt: skip
    led = opening[:1] and opening[0] in page.words.clause_openers and len(opening) < 12
    if not led or "with" not in opening or page.words.received.isdisjoint(opening):
        return ()
    other = owner_of(guest.actors[0])
    acting = (owner_of(m.actors[0]) for m in page.discourse.back(guest.sentence, HOST_REACH, "person") if m.subject)
    hosts = (page.setting.own, owner_of(page.setting.host), *acting, *page.setting.title_states)
    host = next((code for code in hosts if code != other and fits(code)), "")
    return (host, other) if host and len(guest.actors) == 1 and fits(other) and other in page.directory else ()


def _is_territory(page: Page, actor: str) -> bool:
    """ "The Falkland Islands", which a state has and which are no country beside others."""
    code = owner_of(actor)
    known = page.directory.actor(code) if code in page.directory else None
    return known is not None and known.kind == "territory" and bool(known.parent)


def is_met(page: Page, mention: Mentioned) -> bool:
    """ "Met the new | Minister Lind |", "talks with | Chad |": whether somebody met the one who is mentioned."""
    for at in range(mention.token - 1, max(-1, mention.token - 5), -1):
        token = page.tokens[at]
        if token.sentence != mention.sentence or token.kind in "|,;:":
            return False
        if token.low == "with" or takes_object(token, page.words):
            return True
        if token.low in page.words.prepositions:
            return False
    return False


def _joined_pair(
    page: Page, heads: list[Mentioned], fits: Callable[[str], bool], *, alone: bool = False
) -> tuple[str, ...]:
    """ "Chad-Mali relations", "Minister Lind of Chad and Minister Mora of Mali": the last row of two; not of
    what something is only about, "the war in Chad and Mali". ``alone`` where two states suffice, "Chad and Mali
    signed", since no title says whom the document is about."""
    for row in reversed(_rows(page, heads)):
        codes = unique(owner_of(actor) for m in row for actor in m.actors)
        aside = _word_before(page, row[0]) in page.words.phrases["aside"]
        known = all(fits(code) and code in page.directory for code in codes)
        acts = row[0].subject or row[0].clause or _word_before(page, row[0]) == "between"
        met = alone and acts and row[-1].joined != ","  # "Chad, Mali and others"
        met = met or any(m.sort == "person" for m in row) or _word_before(page, row[-1]) == "-"
        if len(codes) == 2 and known and met and not aside and not row[-1].possessive:
            return codes
    return ()


def _rows(page: Page, heads: list[Mentioned]) -> list[list[Mentioned]]:
    """``heads``, those that stand in one list together."""
    rows: list[list[Mentioned]] = []
    for mention in heads:
        if rows and (mention.joined or _word_before(page, mention) in ("and", "-", "–")):
            rows[-1].append(mention)
        else:
            rows.append([mention])
    return rows


def _word_before(page: Page, mention: Mentioned) -> str:
    """The word before a mention and its article."""
    at = mention.token - 1
    while at > 0 and page.tokens[at].low in page.words.definite:
        at -= 1
    return page.tokens[at].low if at >= 0 and page.tokens[at].sentence == mention.sentence else ""


def _met_pair(page: Page, heads: list[Mentioned], fits: Callable[[str], bool]) -> tuple[str, ...]:
    """ "Minister Lind of Chad met the President of Mali in Peru", "Chad held talks with Mali": who acts and the
    other, where they are two."""
    rows = _rows(page, heads)
    acting = next((n for n, row in enumerate(rows) if row[0].subject and not row[0].possessive), len(rows))
    for row in rows[acting + 1 :]:
        before = page.tokens[max(0, row[0].token - 1)]
        before = page.tokens[max(0, row[0].token - 2)] if before.low in page.words.definite else before
        codes = unique(owner_of(actor) for m in (*rows[acting], *row) for actor in m.actors)
        other = len(codes) == 2 and all(fits(code) and code in page.directory for code in codes)
        if other and not row[-1].possessive and (before.low == "with" or takes_object(before, page.words)):
            return codes
    return ()


def _says_states(page: Page, mention: Found) -> bool:
    """Whether a phrase for two can mean states only: "the two countries", not "the two sides"."""
    return mention.name.split()[-1] in page.words.pairs_of_states


def fits_pair(page: Page, mention: Found, *, territories: bool = False) -> Callable[[str], bool]:
    """Which codes a phrase for two may stand for: no organisations and territories where it says states, not the
    one who "urged both sides", and no organisation that is only "told" of them."""
    states = _says_states(page, mention)
    at = mention.first - (mention.first > 0 and page.tokens[mention.first - 1].low == "on")
    verb = page.tokens[at - 1].low if at > 0 else ""
    asks = verb in page.words.asking or is_form(verb, page.words.reference["causing"])
    asks = asks and mention.name != "each other"
    here = page.discourse.back(mention.token.sentence, 0, "state org body person he") if asks else []
    asking = next((owner_of(m.actors[0]) for m in here if m.subject or m.clause), "")
    if asks and not asking and _says_we(page, mention):
        asking = next(iter(page.discourse.we()), "")
    told = _only_told(page, mention.token.sentence)

    def fits(code: str) -> bool:
        other = page.directory.is_organisation(code) or (not territories and _is_territory(page, code))
        return bool(code) and code != asking and code not in told and not (states and other)

    return fits


def _says_we(page: Page, mention: Found) -> bool:
    """ "We reject that and call on | both sides |"."""
    near = page.tokens[max(0, mention.first - CLAUSE) : mention.first]
    return any(t.low == "we" and t.sentence == mention.token.sentence for t in near)


def _only_told(page: Page, sentence: int) -> set[str]:
    """The organisations that are told of something and do nothing: "informed the UN that"."""
    near = page.discourse.back(sentence, 2, "state org body person")
    told = {owner_of(m.actors[0]) for m in near if _word_before(page, m) in page.words.phrases["telling"]}
    acting = {owner_of(m.actors[0]) for m in near if m.subject or m.clause}
    return set(filter(page.directory.is_organisation, told - acting))
