"""Whose a body is that the text names without its state: "the delegation", ", the foreign ministry said".

Each function that gives a code gives "" where the text does not tell it.
"""

from __future__ import annotations

from itertools import pairwise, takewhile

from dragoman.actors.context.beside import token_after
from dragoman.actors.context.page import Page
from dragoman.actors.directory import owner_of
from dragoman.actors.discourse.antecedents import REACH
from dragoman.actors.discourse.coreference import FAR
from dragoman.actors.mentions.found import END, Found

NEAR = 120
"""Words that the same noun is looked for behind it."""
SENT = 300
"""Characters that an ambassador is looked for behind "the embassy"."""


def whose_body(page: Page, mention: Found) -> str:
    """Whose "the delegation", "the government", "the foreign ministry" is: of the one with whom the same noun was
    named, else of the one that acts, else the state in hand."""
    code = introduced(page, mention) or acting_body(page, mention)
    sentence = mention.token.sentence
    code = code or _guests(page, mention)
    return code or next(iter(page.discourse.state(sentence, not_publisher=False)), "")


def _guests(page: Page, mention: Found) -> str:
    """ "In Mali, the delegation": whose those are who came, as told before, else the state that something is not
    only in; "" for others than guests, and where no place is told of first."""
    noun, sentence = page.tokens[mention.last - 1].low, mention.token.sentence
    here = page.discourse.back(sentence, 0, "state")
    if noun not in page.words.guests or not any(m.where for m in here):
        return ""
    same = (m.actors[0] for m in page.discourse.back(sentence, FAR, "body") if m.actors[0].lower().endswith(noun))
    hosts = {actor for m in here if m.where for actor in m.actors}
    told = (m for m in page.discourse.back(sentence, REACH, "state") if len(m.actors) == 1 and not m.abroad)
    others = (m.actors[0] for m in told if m.actors[0] not in hosts)
    return owner_of(next(same, "")) or next(others, "")


def introduced(page: Page, mention: Found) -> str:
    """ "An IMF team came. The team", "A delegation led by Minister Lind of Chad came. The delegation": whose the
    same noun was when it was named last with an owner."""
    noun = page.tokens[mention.last - 1]
    first = mention.first + (page.tokens[mention.first].low == "the")
    if page.tokens[first - 1].low != "the" or noun.low in page.words.states_own:
        return ""  # "his government", of whoever he is; "the Council" is the publisher's
    words = [t.low for t in page.tokens[first : mention.last]]
    for at in range(first - 2, max(len(words) - 1, first - NEAR), -1):
        if page.tokens[at].sentence < noun.sentence - REACH:
            break
        begin = at + 1 - len(words)
        same = page.tokens[at].low == noun.low and [t.low for t in page.tokens[begin : at + 1]] == words
        if same and (owner := _owner_beside(page, begin, at)):
            return owner
    return ""


def post_owner(page: Page, mention: Found, name: str) -> str:
    """Whose "the High Commission in Pretoria" is, never of the state where it sits: of the one whose post was named
    last or who "has an embassy" there, else the publishing state's; "" for other bodies."""
    if not f" {name.lower()}".endswith(tuple(f" {post}" for post in page.words.posts)):
        return ""
    host, noun = _host_behind(page, mention.last), page.tokens[mention.last - 1]
    posts = {post.split()[-1] for post in page.words.posts}  # "the French Embassy in Lima and the consulate in Ica"
    for at in range(mention.last - 1, max(-1, mention.first - NEAR), -1):
        token = page.tokens[at]
        same = token.low == noun.low or (token.low in posts and token.sentence == noun.sentence)
        if same and (owner := _owner_of_post(page, at, host)) and owner != host:
            return owner
    if (sender := _envoys_state(page, mention)) and sender != host:
        return sender
    meant = introduced(page, mention) or acting_body(page, mention)
    near = page.discourse.state(mention.token.sentence, not_publisher=False)
    states = (page.setting.own, meant, *near, *page.setting.topics)
    return next((code for code in states if page.directory.is_state(code) and code != host), "")


def _host_behind(page: Page, at: int) -> str:
    """The code of the place in which a post sits that ends before ``at``: "the embassy | in Pretoria"."""
    link, place = [*page.tokens[at : at + 2], END, END][:2]
    return place.entry.code if place.entry and link.low in ("in", "at") else ""


def _owner_of_post(page: Page, at: int, host: str) -> str:
    """The state whose post the noun at ``at`` was linked as, "Chad's Embassy", or whose it is as the subject of the
    sentence that has or opens "an embassy". On a state's page what another opens as "its Embassy" is the one that
    is meant only where it sits in the same ``host``."""
    before = {t.low for t in page.tokens[max(0, at - 3) : at]}
    its = not before.isdisjoint(("its", "their"))
    if its and page.setting.own and (not host or _host_behind(page, at + 1) != host):
        return ""
    token = page.tokens[at]
    near = takewhile(lambda m: m.start > token.start - NEAR, reversed(page.out))
    linked = next((m for m in near if m.how == "body" and m.start <= token.start < m.end), None)
    if linked or not (its or before & {"a", "an"}):
        return owner_of(linked.actors[0]) if linked else ""
    past = (m for m in reversed(page.discourse.past) if m.sentence == token.sentence and m.token < at)
    told = (m for m in past if m.subject)
    return owner_of(next((m.actors[0] for m in told if m.sort == "state" and len(m.actors) == 1), ""))


def _envoys_state(page: Page, mention: Found) -> str:
    """ "Lind received Peru's ambassador and spoke of the embassy": whose the one is who was named last of those
    whom states send; "" where none is or where two of different states are."""
    codes = set[str]()
    for linked in reversed(page.out):
        if linked.start < mention.token.start - SENT:
            break
        sent = linked.how in ("person", "office") and len(linked.actors) == 1
        if sent and not page.words.phrases["envoys"].isdisjoint(linked.text.lower().replace(",", "").split()):
            codes.add(owner_of(linked.actors[0]))
    code = codes.pop() if len(codes) == 1 else ""
    return code if page.directory.is_state(code) else ""


def come_from(page: Page, mention: Found) -> str:
    """ "The delegation from Tonga": the code of the state or organisation behind "from"."""
    near = [*page.tokens[mention.last : mention.last + 3], END, END, END]
    entry = near[1 + (near[1].low == "the")].entry if near[0].low == "from" else None
    named = entry is not None and entry.kind in ("state", "org", "seat")
    noun = page.tokens[mention.last - 1].low
    return entry.code if entry and named and noun in page.words.phrases["come_from"] else ""


def seated_in(page: Page, mention: Found) -> str:
    """ "The foreign ministry in Beijing", "the Directorate of Food in Chad", "Mopti Region, Mali": the state that
    stands or whose capital stands behind a body that sits at home."""
    noun, link, place = (page.tokens[min(mention.last + n, len(page.tokens) - 1)] for n in (-1, 0, 1))
    first, land = page.tokens[mention.first].low, noun.low in page.words.lands
    seats = land or noun.low in page.words.seated or first in page.words.seated_first
    seat = place.entry if seats and (link.low == "in" or (land and link.low == ",")) else None
    kinds = ("seat", "state") if land or first in page.words.seated_first else ("seat",)
    return seat.code if seat and seat.kind in kinds and page.directory.is_state(seat.code) else ""


def joined_of(page: Page, mention: Found) -> str:
    """ "The Government and people of Chad": the state behind what the mention is joined with."""
    near = [*page.tokens[mention.last : mention.last + 6], *[END] * 6]
    at = 1 + (near[1].low == "the")
    joined = near[0].low == "and" and near[at].low in ("people", "peoples", "nation") and near[at + 1].low == "of"
    entry = near[at + 2 + (near[at + 2].low == "the")].entry if joined else None
    return entry.code if entry and entry.kind == "state" else ""


def sends(page: Page, mention: Found) -> bool:
    """Whether the name of a state belongs to one who is sent to another: "Chad's acting High Commissioner"."""
    at = mention.last + (page.tokens[mention.last].kind == "P" if mention.last < len(page.tokens) else 0)
    near = [t.low for t in page.tokens[at : at + 4]]
    named = near[: next((n for n, low in enumerate(near) if low in page.words.function_words), len(near))]
    words = {*named, *(f"{one} {two}" for one, two in pairwise(named))}
    return not words.isdisjoint(page.words.phrases["envoys"])


def _owner_beside(page: Page, first: int, at: int) -> str:
    """The code of the owner that is named right beside the words from ``first`` to the noun at ``at``: "Chad's
    team", "team of the IMF", "team led by Minister Lind"."""
    near = (first - 1, first - 2) if page.tokens[first - 1].kind == "P" else (first - 1,)
    ends = {page.tokens[n].end for n in near if n >= 0}
    link = [t.low for t in page.tokens[at + 1 : at + 4]]
    of = at + 2 + (link[1:2] == ["the"])
    of = of if link[:1] in (["of"], ["from"]) and of < len(page.tokens) else 0
    by = len(link) == 3 and link[0] in page.words.led and link[1] == "by"
    led = page.tokens[at + 3].start if by else -1
    for mention in reversed(page.out):
        if mention.start < page.tokens[at].start - NEAR:
            break
        before = mention.end in ends and mention.how in ("named", "demonym", "acronym") and not mention.place
        behind = of > 0 and mention.start == page.tokens[of].start
        leader = 0 <= led <= mention.start <= led + 10 and mention.how == "person"
        code = owner_of(mention.actors[0])
        if (before or behind or leader) and (code in page.directory or (code.startswith("/") and not before)):
            return code
    return ""


def acting_body(page: Page, mention: Found, *, not_publisher: bool = False) -> str:
    """The state that acts in the sentence or the one before, where the mention acts as well: "Chad protested to
    Mali, the foreign ministry said", "Chad summoned Mali's envoy. A protest was lodged by the government". Where
    that is less sure, only one that the document is more about than the state named last."""
    start = mention.first - (mention.first > 0 and page.tokens[mention.first - 1].low == "the")
    before = page.tokens[start - 1] if start else END
    sentence = mention.token.sentence
    reports = before.low == "," and token_after(page, mention).low in page.words.speaking
    opens = before.kind == "|" or before.sentence < sentence
    if not (reports or opens or before.low in ("by", "that")):
        return ""
    near = sentence - (1 if opens else 0)
    told = [m for m in page.discourse.back(sentence, REACH, "state person body") if m.sentence <= near]
    nearest = [m for m in told if m.sentence == told[0].sentence and len(m.actors) == 1]
    codes = [owner_of(m.actors[0]) for m in reversed(nearest) if m.subject and not m.place]
    first = next((code for code in codes if page.directory.is_state(code)), "")
    if reports or before.low == "that" or not first:
        return first
    if not_publisher and first == page.publisher:
        return ""
    ranks = {code: rank for rank, code in enumerate(page.setting.topics)}
    last = next(iter(page.discourse.state(sentence, not_publisher=not_publisher)), "")
    return first if ranks.get(first, len(ranks)) < ranks.get(last, len(ranks)) else ""
