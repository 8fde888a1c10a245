"""Whom a pronoun or an office means by what stands right before it: "thanked Peru for its help"."""

from __future__ import annotations

from dataclasses import replace
from itertools import takewhile

from dragoman.actors.context.beside import token_after
from dragoman.actors.context.making import last_whole
from dragoman.actors.context.page import Mention, Page
from dragoman.actors.directory import owner_of
from dragoman.actors.discourse.antecedents import PERSONS
from dragoman.actors.mentions.found import END, Found, is_form, is_past
from dragoman.actors.references.clauses import is_preposition, whole_end

POSSESSIVE = ("its", "their", "his", "her")


def joined_before(page: Page, mention: Found) -> Mention | None:
    """ "EUFOR and its commander", "thanked Peru for its help", "congratulated Ms X on her election": what "its" is
    joined to, where it is one that the pronoun can mean."""
    at = mention.first
    if at < 2 or last_whole(page) is None:
        return None
    link, comma = page.tokens[at - 1].low, page.tokens[at - 2].low == ","
    if link in ("on", "upon", "for") and (thanked := _thanked_before(page, mention)):
        return thanked
    if _is_cared_for(page, mention):
        freed = _ending_at(page, at - 2, person=mention.name != "their")
        return freed if freed and may_mean(page, mention, freed) else None
    aside = comma and is_preposition(page, link) and _is_aside(page, at)
    if link not in ("and", "for") and not aside:
        return None
    last = _ending_at(page, at - 1 - comma, person=page.words.pronouns[mention.name] in ("he", "she"))
    return last if last and (aside or not comma) and may_mean(page, mention, last) else None


def _is_aside(page: Page, at: int) -> bool:
    """ "The Council of the OAS (OAS), at | its session |, thanked Chad": a phrase between commas tells more of who
    stands before it; "Jo Lind met Al Mora, during his visit," does not."""
    phrase = list(takewhile(lambda t: t.kind not in ",;.|()", page.tokens[at + 1 : at + 8]))
    closes = page.tokens[at + 1 + len(phrase) :][:1]
    free = page.words.reference["stays"].isdisjoint(t.low for t in phrase)
    return bool(phrase and closes and closes[0].kind == "," and free)


def _is_cared_for(page: Page, mention: Found) -> bool:
    """ "Release Jo Lind | and ensure his safe return |": what is asked for the one whom the verb before "and" is
    about."""
    at, known = mention.first, page.words.reference
    joined = page.tokens[at - 2].low == "and" and is_form(page.tokens[at - 1].low, known["caring"])
    return joined and mention.name != "its" and token_after(page, mention).low in known["cared"]


def _ending_at(page: Page, at: int, *, person: bool) -> Mention | None:
    """The longest mention that ends before the token ``at``, where it may have its acronym in brackets, or the
    ``person`` before "of Chad"."""
    opening, short, closing = page.tokens[max(0, at - 3) : at][-3:] if at > 2 else (END, END, END)
    at -= 3 if (opening.kind, closing.kind) == ("(", ")") and short.kind in "UE" else 0
    of = at - 2 - (at > 2 and page.tokens[at - 2].low in page.words.definite)
    at = of if person and of > 0 and page.tokens[of].low == "of" and page.tokens[at - 1].entry else at
    ended = (m for m in page.out[-6:] if m.head and at > 0 and m.end == page.tokens[at - 1].end)
    return next(ended, None)


def _thanked_before(page: Page, mention: Found) -> Mention | None:
    """ "congratulated Ms X, who leads UNDP, on her election": who is thanked, or wished well, behind the last such
    verb of the sentence. No other subject may follow before "her"."""
    at = mention.first
    words = page.tokens[max(0, at - 25) : at]
    verb = next((t for t in reversed(words) if t.low in page.words.thanks), None)
    if verb is None or verb.sentence != mention.token.sentence:
        return None
    thanked = [m for m in page.out[-12:] if m.start > verb.end and m.head and m.how != "seat"]
    named = [m for m in thanked if may_mean(page, mention, m)]
    if mention.name == "their" and len(thanked) > 1:
        whole = [m for m in thanked if not page.document.text.endswith(" of ", 0, m.start)] or thanked
        return together(whole) if thanked[-1].end == page.tokens[at - 2].end else None
    near = named and sum(verb.end <= t.start < named[0].start for t in words) < 4
    near = near and not any(t.start > named[0].end and t.low in ("for", "on", "upon") for t in words[:-1])
    past = page.discourse.back(mention.token.sentence, 0, f"{PERSONS} state org body")
    apart = any(m.clause and page.tokens[m.token].start > verb.end for m in past)
    return named[0] if near and not apart else None


def may_mean(page: Page, mention: Found, named: Mention) -> bool:
    """Whether the pronoun fits the one mention by its kind: "his" a person, "its" none, "their" people."""
    person = page.words.pronouns[mention.name] in ("he", "she")
    several = len(named.actors) > 1 or named.how in ("body", "group")
    if mention.name == "their":
        return several and named.how != "pronoun"
    if named.how == "pronoun":
        return named.text.lower() in ("him", "her") and person
    if mention.name == "its" and named.how == "group" and named.text.endswith("s"):
        return False  # "among the focus countries for its aid"
    stranger = named.unlinked is not None and named.text[:1].isupper()
    if len(named.actors) != 1 or (named.unlinked is not None and not (person and stranger)):
        return False
    return (named.how in ("person", "office") or stranger) is person


def possessing(page: Page, mention: Found) -> Mention | None:
    """ "praised Malawi's economy and its army", "Kenya's policy to expand its presence": whose the noun is that
    "its" is joined to, or that says what its owner will do."""
    near = page.tokens[max(0, mention.first - 12) : mention.first]
    mark = next((n for n in range(len(near) - 1, -1, -1) if near[n].kind == "P"), -1)
    between = near[mark + 1 :]
    if mention.name != "its" or mark < 1 or not between or any(t.kind != "w" for t in between):
        return None
    lows = [t.low for t in between]
    links = 3 if lows[-3:] == ["as", "well", "as"] else lows[-1] == "and"
    plain = page.words.function_words - page.words.definite - {"of", "in", "on", "for", "at", "a", "an"}
    verb = any(is_past(t, page.words) for t in between[1:])
    joined = bool(links) and not verb and not set(lows[: len(lows) - links]) & plain
    willed = "to" in lows[1:-1] and lows[lows.index("to") - 1] in page.words.reference["wills"]
    owners = (m for m in reversed(page.out[-6:]) if m.head and m.end in (near[mark].end, near[mark - 1].end))
    owned = next(owners, None) if joined or willed else None
    return owned if owned and owned.how not in ("person", "office") and len(owned.actors) == 1 else None


def in_capacity(page: Page, mention: Found) -> Mention | None:
    """ "In her capacity as the Partnership's Co-chair": the one whose capacity it is, and nobody new."""
    words = [t.low for t in page.tokens[max(0, mention.first - 8) : mention.first]]
    at = next((n for n in range(len(words) - 1, 1, -1) if words[n] in ("as", "of")), 0)
    if at < 2 or words[at - 1] not in page.words.reference["capacities"] or words[at - 2] not in POSSESSIVE[2:]:
        return None
    start = page.tokens[max(0, mention.first - 8) + at - 2].start
    return next((m for m in reversed(page.out[-5:]) if m.start == start and m.how == "pronoun"), None)


def apposed_to(page: Page, mention: Found) -> Mention | None:
    """ "Chad's President Al Mora, | the ECOWAS envoy |, spoke": the person before the comma, where the office
    behind it is of an organisation, of his own state or one that he has now, and no list goes on."""
    person, now = page.previous, page.words.reference["for_now"]
    last = next((m for m in reversed(page.out[-6:]) if m.how == "person"), None)
    if person is None or last is None or last.start != page.tokens[person.first].start or not mention.title:
        return None
    comma, end = whole_end(page, person), whole_end(page, mention)
    between = [t.low for t in page.tokens[comma : mention.first]]
    lows = [*between[1:], *mention.title.lower().split()]
    if between[:1] != [","] or not set(between[1:]) <= page.words.definite | now or lows[-1].endswith("s"):
        return None
    code = mention.codes[0] if mention.codes else ""
    own = page.directory.is_organisation(code) if code else False
    told = not now.isdisjoint(lows)
    if not (own or (code and code == owner_of(last.actors[0])) or (told and not code)):
        return None
    closing, behind = [*page.tokens[end : end + 2], END, END][:2]
    listed = behind.kind != "w" or behind.low in page.words.definite or (behind.low == "and" and not told)
    return last if closing.kind in ".;|)" or (closing.low == "," and not listed) else None


def further(page: Page, mention: Found) -> Mention | None:
    """ "Jo Lind, President of Peru and | Chair of the OAS |, spoke": the person whose office stands before "and",
    where the second one, with no article, is an organisation's."""
    at = mention.first - 1
    code = mention.codes[0] if len(mention.codes) == 1 else ""
    if at < 1 or page.tokens[at].low != "and" or not code or not page.directory.is_organisation(code):
        return None
    end = page.tokens[at - 1].end
    first = next((m for m in reversed(page.out[-6:]) if m.how == "office" and m.end == end), None)
    persons = (m for m in reversed(page.out[-8:]) if first and m.how == "person" and m.actors == first.actors)
    person = next(persons, None)
    apart = first and person and page.document.text[person.end : first.start].strip() in (",", ", the")
    return person if apart and not mention.title.partition(" of ")[0].endswith("s") else None


def together(thanked: list[Mention]) -> Mention:
    """One mention for several, "the Government and the people of Rwanda": what "their" means behind them."""
    return replace(thanked[0], actors=tuple(dict.fromkeys(actor for m in thanked for actor in m.actors)))
