"""What a mention is in its sentence: whether it leads it or a clause of it, and what it is joined to."""

from __future__ import annotations

from dragoman.actors.context.beside import token_after
from dragoman.actors.context.page import Page, once
from dragoman.actors.mentions.found import END, Found, is_form, is_past, takes_object

LONG = 60
"""Words of a clause that may open a sentence: "As Mali left, Niger closed"."""

CALLING = frozenset(["call", "appeal"])
"""Who is asked by these stands behind "on" or "to"."""
JOINERS = frozenset([",", "and", "&", "as", "well", "with", "together"])
FEW = 8
"""Tokens between two that a few small words join."""
AIDED = frozenset(["along", "with", "in", "on", "through", "well", "every", "all"])
"""What may follow who is helped: "help Chad with its law", "wish Chad well in its work"."""


def whole_end(page: Page, mention: Found) -> int:
    """The mention's end with an "of Chad" or "(OAS)" behind it: "President Lind | of Chad |"."""
    of, the, state = [*page.tokens[mention.last : mention.last + 3], END, END, END][:3]
    skip = 2 if the.entry else 3 if the.low == "the" and state.entry else 0
    owned = of.low == "of" and mention.kind in ("person", "office", "body")
    short = of.kind == "(" and the.kind in "UE" and state.kind == ")"
    return mention.last + (skip if owned else 3 if short else 0)


def article_start(page: Page, mention: Found) -> int:
    """Where the mention begins with its article or form of address: "the | Amir", "His Highness the | Amir"."""
    at = mention.first - (mention.first > 1 and page.tokens[mention.first - 1].low == "the")
    courtesy = _is_courtesy_noun(page, page.tokens[at - 1].low) if at > 2 else False
    return at - 2 if courtesy and page.tokens[at - 2].low in ("his", "her") else at


def _is_courtesy_noun(page: Page, word: str) -> bool:
    """ "Highness", "Excellency"."""
    return word == "excellency" or word in page.words.majesties


def leads_sentence(page: Page, mention: Found) -> bool:
    """Whether the mention may be its sentence's subject: no preposition before it and it is not a modifier. One
    that is joined to another is what that is: no "Tonga" in "the work of Fiji and Tonga and agreed"."""
    behind = page.tokens[whole_end(page, mention) : whole_end(page, mention) + 1]
    follower = behind[0] if token_after(page, mention).kind == "(" and behind else token_after(page, mention)
    if mention.nested or follower.kind not in ("w", ","):
        return False
    joined = joined_by(page, mention) if page.listed else ""
    # "After talks with Al Mora, Minister Lind agreed"
    opened = joined == "," and mention.kind == "person" and (_predicate(page, mention) or _is_invited(page, mention))
    if page.listed and joined and not opened and not leads_clause(page, mention):
        return page.listed[2]
    at = article_start(page, mention)
    at -= at > 0 and page.tokens[at - 1].low in page.words.epithets  # "with neighbouring | Peru |"
    at -= at > 0 and page.tokens[at - 1].low in ("his", "her")  # "met his | Kenyan counterpart |"
    before = page.tokens[at - 1] if at else None
    if before and before.low.startswith("ask") and behind and behind[0].low in ("if", "whether"):
        return True  # "asked the Minister if he had": of the next clause
    return before is None or not (is_preposition(page, before.low) or takes_object(before, page.words))


def gender_of(page: Page, mention: Found) -> str:
    """ "she" for "spokeswoman Jo Lind", "his wife, Jo Lind", "Her Excellency Jo Lind", "the Queen of Denmark"; ""
    where no word tells."""
    person = page.people.find(mention) if mention.kind == "person" else None
    if person and person.gender:
        return person.gender
    known = page.words.reference
    near = page.tokens[max(0, mention.first - 2) : mention.first]
    before = next((t.low for t in reversed(near) if t.low != ","), "")
    if before in ("her", "his") and _is_courtesy_noun(page, page.tokens[mention.first].low):
        return "she" if before == "her" else "he"
    said = {before, *mention.title.lower().split(" of ")[0].split()[-1:]}
    said.update(t.low for t in page.tokens[mention.first : mention.last] if t.low in page.words.honorifics)
    return "she" if said & known["women"] else "he" if said & known["men"] else ""


def _is_invited(page: Page, mention: Found) -> bool:
    """ "At the invitation of President Lind, | President Mora | of Peru, on 5 May, left": no list, unless "and"
    follows."""
    earliest = max(0, mention.first - LONG)
    before = range(mention.first - 1, earliest - 1, -1)
    start = next((n + 1 for n in before if page.tokens[n].kind == "|"), earliest)
    at, the, invitation = [*page.tokens[start : start + 3], END, END, END][:3]
    behind = [*page.tokens[past_apposition(page, mention) :][:1], END][0].low
    return (at.low, the.low, invitation.low) == ("at", "the", "invitation") and behind != "and"


@once
def _citing_sentences(page: Page) -> frozenset[int]:
    """The sentences that say according to whom something is so."""
    return frozenset(t.sentence for t in page.tokens if t.low == "according")


def is_cited(page: Page, mention: Found) -> bool:
    """ "The talks failed, according to a statement by | Minister Lind |", "spoke of the late | President Mora |": who
    only says what the sentence tells, or is dead."""
    if mention.first and page.tokens[mention.first - 1].low == "late":
        return True
    if mention.token.sentence not in _citing_sentences(page):
        return False
    near = [t.low for t in page.tokens[max(0, mention.first - 8) : mention.first] if t.kind != "|"]
    at = next((n for n in range(len(near) - 1, -1, -1) if near[n] == "according"), -1)
    return at >= 0 and "," not in near[at:]


def is_preposition(page: Page, word: str) -> bool:
    return word in page.words.prepositions or word in page.words.reference["prepositions"]


def joined_by(page: Page, mention: Found) -> str:
    """The last word or comma that joins the mention to the one before it, "Chad, Mali | and | Niger"; "" for
    none."""
    if page.listed is None or mention.nested or mention.token.sentence != page.listed[0].token.sentence:
        return ""
    if mention.first - page.listed[1] > FEW:
        return ""
    between = [t.low for t in page.tokens[page.listed[1] : mention.first] if t.low != "the"]
    if not between or len(between) > 4 or not JOINERS.issuperset(between) or between in (["with"], ["as"]):
        return ""
    return between[-1]


def list_up(page: Page, mention: Found, leads: bool) -> None:
    """Keeps the mention for what follows it; "Chad" of "President Lind of Chad and ..." belongs to him."""
    if mention.nested:
        return
    before = page.tokens[article_start(page, mention) - 1].low if mention.first else ""
    if page.listed and before == "of" and 0 < mention.first - page.listed[1] <= 2:
        page.listed = (page.listed[0], mention.last, page.listed[2])
    elif page.listed and page.tokens[mention.first - 1].kind == "(" and mention.first - page.listed[1] == 1:
        page.listed = (page.listed[0], mention.last + 1, page.listed[2])  # "the European Union (EU)"
    else:
        page.listed = (mention, mention.last, leads)


def leads_clause(page: Page, mention: Found) -> bool:
    """Whether the mention is the subject of a clause inside its sentence or joined to it."""
    if mention.nested or mention.first == 0 or mention.last >= len(page.tokens):
        return False
    return _leads_joined(page, mention) or _leads_told(page, mention) or _is_made_to(page, mention)


def _leads_joined(page: Page, mention: Found) -> bool:
    """ "The embassy opened in 2012, and Niger closed its own", "As Mali left, Niger closed its own"."""
    at = article_start(page, mention)
    if at < 2 or not _predicate(page, mention):
        return False
    before, comma = page.tokens[at - 1], page.tokens[at - 2]
    in_list = page.listed is not None and bool(joined_by(page, mention)) and page.listed[2]
    if before.low in page.words.conjunctions and comma.text.endswith((",", ";")):
        return not in_list
    if before.low != "," or in_list:
        return False
    earlier = range(at - 1, max(-1, at - LONG), -1)
    opening = next((n + 1 for n in earlier if page.tokens[n].kind == "|"), max(0, at - LONG))
    return page.tokens[opening].low in page.words.clause_openers


def _leads_told(page: Page, mention: Found) -> bool:
    """ "The IMF said that | Togo | has met", "Peru said | Chile | must"."""
    before = page.tokens[article_start(page, mention) - 1]
    opens = before.low in page.words.reference["complementizers"] or before.low in page.words.speaking
    opens = opens or is_form(before.low, page.words.reference["hoping"])
    if before.kind == "w" and before.low == "that" and _is_to(page, mention):
        return True
    return opens and before.kind == "w" and _predicate(page, mention)


def _is_to(page: Page, mention: Found) -> bool:
    """ "Peru demands that | Chile | immediately | stop": whether a verb in its first form may follow. Behind "that"
    this is so of any word but the small ones."""
    token = ([*page.tokens[_past_adverbs(page, whole_end(page, mention)) :][:1], END])[0]
    small = token.low in page.words.function_words or token.low in page.words.no_predicates
    return token.kind == "w" and not small and not is_preposition(page, token.low)


def past_apposition(page: Page, mention: Found) -> int:
    """The mention's end, with the comma that closes a name behind an office: "The President, Jo Lind, | left"."""
    at = whole_end(page, mention)
    comma = mention.kind == "person" and at < len(page.tokens) and page.tokens[at].low == ","
    return at + (comma and any(t.low == "," for t in page.tokens[mention.first : mention.last]))


def _past_adverbs(page: Page, at: int) -> int:
    """Past "immediately" at ``at``."""
    while at < len(page.tokens) and page.tokens[at].low.endswith(page.words.adverb_endings):
        at += 1
    return at


def _predicate(page: Page, mention: Found) -> bool:
    """Whether a verb stands right behind the mention: "Chad has", "Chad also agreed", "Chad opens"."""
    at = _past_adverbs(page, past_apposition(page, mention))
    token = page.tokens[min(at, len(page.tokens) - 1)]
    token = page.tokens[min(at + 1, len(page.tokens) - 1)] if token.low in ("also", "not", "now") else token
    if token.kind != "w" or token.low in ("and", "to"):
        return False
    present = mention.kind in ("entity", "body") and token.low.endswith("s")
    present = present and token.low not in page.words.function_words
    known = any(token.low in many for many in (page.words.auxiliaries, page.words.seat_verbs, page.words.speaking))
    return known or present or is_past(token, page.words)


def _is_made_to(page: Page, mention: Found) -> bool:
    """ "Norway urged | Mali | to open its border", "helped Chad draft its law", "accused Mali of hiding its men":
    the mention is to do what the next verb says."""
    at = article_start(page, mention) - 1
    asked = at > 0 and page.tokens[at].low in ("on", "upon", "to")
    at -= asked
    end = whole_end(page, mention)
    verb, link, then = page.tokens[at], *[*page.tokens[end : end + 2], END, END][:2]
    helps = is_form(verb.low, page.words.reference["helping"])
    if verb.kind != "w" or (not asked and is_form(verb.low, CALLING)):
        return False  # "called Mali to offer its help"
    if not (helps or is_form(verb.low, page.words.reference["causing"])):
        return False
    if link.low == "to":
        return then.kind == "w" and then.low not in page.words.function_words
    if is_form(verb.low, page.words.reference["aiding"]) and link.low in AIDED:
        return True
    if link.low in ("of", "for", "from", "in", "into"):
        return then.kind == "w" and then.low.endswith("ing")
    return helps and link.kind == "w" and link.low not in page.words.function_words
