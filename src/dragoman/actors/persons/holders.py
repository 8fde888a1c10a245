"""Who of the persons of a document holds an office: the one who is meant by it alone, "the Ghanaian head of state", and
what it tells of whom a person does not serve."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.actors.context.beside import token_after, tokens_before
from dragoman.actors.context.making import mention_of
from dragoman.actors.context.page import Mention, Page, once
from dragoman.actors.context.people import Person, includes, offices_of
from dragoman.actors.context.turns import gives_conference
from dragoman.actors.directory import owner_of
from dragoman.actors.mentions.found import Found
from dragoman.actors.mentions.name_parts import ascii_lower

NEAR = 3
"""Sentences that the one official of a state is looked for behind it."""
LONG = 40
"""Words of a sentence before "as Prime Minister"."""


def holder_of(page: Page, mention: Found, code: str, title: str = "") -> str:
    """The person named in the document who holds the office: the last one named, else the only one to come."""
    title = _written_out(page, _without_state(page, mention, title or mention.title))
    if not is_sitting(page, mention):
        return ""
    of_state = bool(mention.codes) and title.lower() in page.words.one_holder
    head = ""
    for past in page.discourse.back(mention.token.sentence, 30, "person"):
        actor = past.actors[0]
        actor_code, _, name = actor.partition("/")
        if (code and actor_code != code) or not name:
            continue
        person = page.people.match(tuple(ascii_lower(name).split()))
        if person and _may_be(page, person, mention) and _has_office(page, person, title, of_state=of_state):
            if not _only_leads(page, person, title):
                return actor
            head = head or actor
    if head:
        return head
    theirs = [p for p in page.people.few if code and p.code() == code and _may_be(page, p, mention)]
    to_come = [p for p in theirs if _has_office(page, p, title, of_state=of_state)]
    to_come = to_come or _plainly_titled(page, theirs, title)
    return f"{code}/{to_come[0].name}" if len(to_come) == 1 else ""


def own_acting(page: Page, mention: Found) -> str:
    """ "President Lind met President Mora. | The President | said": on a government's page its own, who was the
    subject where the other was named last; "" elsewhere."""
    if not page.setting.own or [t.low for t in tokens_before(page, mention, 2)] != ["the"]:
        return ""
    own, last = holder_of(page, mention, page.setting.own), holder_of(page, mention, "")
    past = page.discourse.back(mention.token.sentence, 30, "person")
    where = next((m.sentence for m in past if m.actors == (last,)), -1)
    acting = any(m.actors == (own,) and m.subject and m.sentence == where for m in past)
    return own if own != last and acting else ""


def same_official(page: Page, mention: Found) -> tuple[str, ...]:
    """ "The Polish official" after "his Polish counterpart Jo Lind": the one person of the state of whom the text
    was telling, where none without a name was spoken of."""
    noun, before = mention.name.lower(), tokens_before(page, mention, 1)
    if noun not in page.words.one_official or len(mention.codes) != 1 or not before or before[0].low != "the":
        return ()
    earlier = page.tokens[max(0, mention.first - 3 * LONG) : mention.first]
    if noun in {t.low.removesuffix("s") for t in earlier}:
        return ()
    near = page.discourse.back(mention.token.sentence, NEAR, "person")
    theirs = {m.actors for m in near if owner_of(m.actors[0]) == mention.codes[0] and "/" in m.actors[0]}
    return theirs.pop() if len(theirs) == 1 else ()


def acting_as(page: Page, mention: Found) -> Mention | None:
    """ "Mr Lind is visiting Peru as | Prime Minister": the person of the sentence whose office it is."""
    near = tokens_before(page, mention, LONG)
    near = near[: len(near) - (bool(near) and near[-1].low == "the")]
    follower, lows = token_after(page, mention), [t.low for t in near[-2:]]
    verb = follower.kind == "w" and follower.low not in page.words.prepositions | {"and"}
    if mention.codes or verb or lows[-1:] != ["as"] or lows[0] in ("well", "such", "same"):
        return None
    here = [m for m in page.out[-LONG:] if m.start >= near[0].start and (m.how == "person" or m.unlinked)]
    told = here and here[0].how == "person"
    told = told and len({m.actors for m in here}) == 1 and page.words.followed.isdisjoint(t.low for t in near)
    return mention_of(page, mention, here[0].actors, "office", here[0].unlinked) if told else None


def sent_there(page: Page, mention: Found) -> str:
    """ "The UN ambassador" after "US Ambassador to the UN Jo Lind": who is sent to the organisation that the office
    is named with, as it sends no ambassadors itself."""
    entry = mention.token.entry
    if not entry or entry.kind != "org" or mention.title.lower() not in page.words.sent_to:
        return ""
    names = (mention.token.text, entry.code, page.directory.actor(entry.code).name)
    holders = (holder_of(page, mention, "", f"{name} {mention.title}") for name in dict.fromkeys(names))
    return next(filter(None, holders), "")


def _has_office(page: Page, person: Person, office: str, *, of_state: bool) -> bool:
    """Whether the person has the office or one that it is called by as well, "the Premier" for "Prime Minister";
    the president ``of_state`` is not that of its parliament."""
    called = (office, *page.words.also_called.get(office.lower(), ()))
    if not of_state:
        return any(person.holds(name) for name in called)
    held = [part for title in person.titles for part in (title, *offices_of(title))]
    own = [title for title in held if page.words.body_heads.isdisjoint(title.lower().split())]
    return any(includes(title, name) for title in own for name in called)


def _only_leads(page: Page, person: Person, office: str) -> bool:
    """Whether a "minister" is so only as the prime minister, whom "the Minister" means where no other is told."""
    heads = (includes(title, "prime minister") for title in person.titles if includes(title, office))
    return office.lower() == "minister" and all(heads)


def is_sitting(page: Page, mention: Found) -> bool:
    """Whether an office without a name may be that of its holder: not "a Polish prime minister", "each Latvian
    ambassador", "the new President of Kenya"; but "Jo Lind, a deputy minister,", "is a deputy minister"."""
    at = mention.first - 1
    word = page.tokens[at].low if at >= 0 else ""
    if word in page.words.coming and mention.codes:
        return False
    before = page.tokens[at - 1].low if at > 0 else ""
    return word not in page.words.any_of or before in (",", "-") or before in page.words.copulas


def is_foreign(page: Page, mention: Found) -> bool:
    """ "The first visit of a foreign President": one of nobody knows where."""
    return mention.first > 0 and page.tokens[mention.first - 1].low == "foreign"


def _may_be(page: Page, person: Person, mention: Found) -> bool:
    """Whether the person is in office where the mention is not "the late Amir", "the former Ghanaian President"."""
    gone = mention.first > 0 and page.tokens[mention.first - 1].low in page.words.bygone
    return gone or id(person) not in _people_gone(page)


@once
def _people_gone(page: Page) -> frozenset[int]:
    """The persons whom the document calls "the late", "former"."""
    titled = [m for m in page.found if m.kind == "person" and m.first and m.title]
    named = (m for m in titled if page.tokens[m.first - 1].low in page.words.bygone)
    return frozenset(id(person) for m in named if (person := page.people.find(m)))


def _without_state(page: Page, mention: Found, title: str) -> str:
    """ "President" for "President of the Republic of Ghana", "Chairman" for "Chairman of the OSCE": whose an office
    is, is known by its code."""
    for token in page.tokens[mention.first : mention.last]:
        if token.entry and token.entry.kind in ("state", "org") and token.entry.code in mention.codes:
            title = title.replace(f" of the {token.text}", "").replace(f" of {token.text}", "")
    return title


def _plainly_titled(page: Page, people: Sequence[Person], title: str) -> list[Person]:
    """Who may hold an office that their own title does not tell: "Minister Tamm" for "the Estonian foreign
    minister", and the one official of the publishing department for its head."""
    asked = ascii_lower(title).split()
    body = " ".join(asked[2:]).removeprefix("the ")
    if asked[:2] == ["head", "of"] and " " in body and body in ascii_lower(page.document.publisher.value or ""):
        return [p for p in people if p.titled and not p.holds("Ambassador")]
    if asked == ["leader"]:
        heads = {office for office, plain in page.words.plainly.items() if plain == "leader"}
        return [p for p in people if {t.lower() for t in p.titles} & heads]
    plain = page.words.plainly.get(" ".join(asked), "")
    return [p for p in people if plain and {t.lower() for t in p.titles if plain in t.lower()} == {plain}]


def _written_out(page: Page, title: str) -> str:
    """``title`` with the document's acronyms as they were introduced: "head of the Department of Trade" for DoT."""
    text, known = page.document.text, page.spelled
    return " ".join(text[slice(*known[word])] if word in known else word for word in title.split())


@once
def generals_states(page: Page) -> frozenset[str]:
    """Of whom the document names the secretary-general, as in "the CSTO Secretary General"."""
    titled = (m for m in (*page.found, *page.headline) if m.title.lower().replace("-", " ") == "secretary general")
    return frozenset(code for m in titled for code in m.codes)


def settle(page: Page, actor: str, code: str, person: Person | None) -> str:
    """Notes that ``actor``, who was guessed, serves ``code`` as a later sentence says, in the whole document."""
    page.settled[actor] = f"{code}/{actor.partition('/')[2]}"
    if person:
        person.codes.clear()
        person.codes[code] += 1
    return code


def held_by_others(page: Page, person: Person | None, title: str) -> set[str]:
    """The states of which somebody else has the same single office: Slovenia for the foreign minister who meets
    the Slovenian one."""
    office = _single_office(page, title)
    others = (other for other in page.people.few if office and other is not person)
    return {p.code() for p in others if p.codes and any(_single_office(page, t) == office for t in p.titles)}


def _single_office(page: Page, title: str) -> str:
    office = title.lower().replace("minister of foreign affairs", "foreign minister")
    return office if office in page.words.one_holder else ""


def titles_speaker(page: Page) -> str:
    """The one person whose words the title says the text is; "" for several or none."""
    title = page.document.title.value or ""
    opening, by, rest = ascii_lower(title).partition(" by ")
    host = next((m for m in page.headline if m.kind == "person"), None)
    if host and gives_conference(title, host.name):
        actor = next((a for a in page.setting.title_actors if a.endswith(host.name)), f"/{host.name}")
        return f"{(*host.codes, page.default)[0]}{actor}" if actor.startswith("/") else actor
    if not by or page.words.speeches.isdisjoint(opening.split()):
        return ""
    known = [(rest.find(ascii_lower(actor.partition("/")[2])), actor) for actor in page.setting.title_actors]
    named = sorted((at, actor) for at, actor in known if at >= 0)
    if not known and (office := _titles_office(page, rest.removeprefix("the "))):
        return office
    second = named[1][0] if len(named) > 1 else len(rest)
    return named[0][1] if named and " and " not in rest[named[0][0] : second] else ""


def _titles_office(page: Page, rest: str) -> str:
    """ "Statement by the Minister for Trade on Mali": who speaks where the title names an office alone."""
    told = (m for m in page.headline if m.kind == "office" and rest.startswith(ascii_lower(m.title)))
    office = next((m for m in told if m.title.lower() not in page.words.generic_titles), None)
    code = (*office.codes, page.default)[0] if office else ""
    return f"{code}/{office.title}" if office and code else ""
