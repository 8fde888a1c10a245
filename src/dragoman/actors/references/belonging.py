"""Whose "its" is where somebody else is named nearer to it: "Jordan's trade with Syria fell, and its exports"."""

from __future__ import annotations

from dragoman.actors.context.beside import token_after
from dragoman.actors.context.page import Mention, Page
from dragoman.actors.mentions.found import Found, is_form, is_past
from dragoman.actors.references.clauses import is_preposition

THINGS = "state org body movement it"
NEAR = 10
"""Words before "its" in which it is told what is done to it."""
OPENING = 3
"""Words that may stand before the first name of a sentence, "The small state of"."""
OF = ("of", "on", "against")
"""What joins a deed to whom it is done to; behind any other such word somebody else may be told of."""
SINCE = ("following", "after", "since", "upon", "before", "until", "despite")
ON = ("into", "onto", "across", "over", "inside", "on", "at")


def topic_of(page: Page, mention: Found) -> tuple[str, ...]:
    """ "| Jordan's | relations with Syria formed the core of its policy", "Fiji's exports to China grew, while its
    imports": whose the noun is that opens the sentence, where what is said of it has begun and no other clause."""
    here = [m for m in page.discourse.back(mention.token.sentence, 0, THINGS) if not m.nested]
    if mention.name not in ("it", "its") or len(here) < 2 or any(m.clause or m.subject for m in here):
        return ()
    first, nearest = here[-1], here[0]
    opening = page.tokens[max(0, first.token - OPENING) : first.token]
    opening = [t for t in opening if t.sentence == mention.token.sentence and t.kind != "|"]
    if not first.possessive or len(first.actors) != 1 or any(is_preposition(page, t.low) for t in opening):
        return ()
    if len(opening) == OPENING or any(t.kind in ",;:" for t in opening):
        return ()
    between = page.tokens[first.token : nearest.token]
    ties = any(t.low in page.words.reference["ties"] for t in between)
    before = page.tokens[mention.first - 1].low
    clause = before in page.words.conjunctions and _goes_on_with_verb(page, mention)
    return first.actors if (ties or clause) and _is_said(page, nearest.token + 1, mention.first) else ()


def _is_said(page: Page, first: int, last: int) -> bool:
    """Whether a verb stands between two tokens: "Jordan's ties with Syria | formed the core of | its"."""
    tokens = page.tokens[first:last]
    if tokens and tokens[0].kind == "w" and tokens[0].low.endswith("s") and len(tokens[0].low) > 3:
        return True  # "ties with Syria form", "trade with Syria | grows |"
    verbs = (page.words.seat_verbs | page.words.reference["changes"]) - {"and", "to"}
    return any(t.low in verbs or is_past(t, page.words) for t in tokens)


def _goes_on_with_verb(page: Page, mention: Found) -> bool:
    """ "While | its | imports were": a verb in the words behind, before a comma."""
    behind = page.tokens[mention.last : mention.last + NEAR]
    end = next((n for n, t in enumerate(behind) if t.kind in ",;|."), len(behind))
    return _is_said(page, mention.last + 1, mention.last + end)


def accompanied(page: Page, mention: Found) -> Mention | None:
    """ "Norway stands | with Chad as it | recovers": who is helped by what he is told to do himself."""
    at = mention.first - 1
    if mention.name not in ("it", "they") or at < 2 or page.tokens[at].low not in ("as", "while"):
        return None
    named = next((m for m in page.out[-4:] if m.head and m.end == page.tokens[at - 1].end), None)
    others = ("person", "office", "group" if mention.name == "it" else "")
    if named is None or named.how in others or named.unlinked or len(named.actors) != 1:
        return None
    start = next((n for n in range(at - 1, max(0, at - 12), -1) if page.tokens[n].start == named.start), 0)
    link = start - 1 - (start > 1 and page.tokens[start - 1].low == "the")
    beside = link > 0 and page.tokens[link].low == "with"
    verb, known = page.tokens[max(0, link - beside)].low, page.words.reference
    return named if is_form(verb, known["siding" if beside else "supporting"]) else None


def deed_of(page: Page, mention: Found) -> frozenset[str]:
    """ "Minsk's | expulsion of six of its diplomats |": who does to another what the noun says, so that "its" means
    somebody else."""
    if mention.name != "its":
        return frozenset()
    deeds = page.words.reference["deeds"]
    for n in range(mention.first - 1, max(1, mention.first - NEAR), -1):
        token = page.tokens[n]
        if token.kind in "|,;" or (is_preposition(page, token.low) and token.low not in OF):
            break
        if token.low in deeds and page.tokens[n + 1].low in OF:
            end = page.tokens[n - 1].start if page.tokens[n - 1].kind == "P" else page.tokens[n - 1].end
            return frozenset(a for m in page.out[-8:] if m.end in (end, page.tokens[n - 1].end) for a in m.actors)
    return frozenset()


def is_entered(page: Page, mention: Found) -> bool:
    """ "Had fired shells | into its territory |", "had entered its waters": what is done to another's land."""
    known, behind = page.words.reference, (t.low for t in page.tokens[mention.last : mention.last + 2])
    if mention.name != "its" or known["theirs"].isdisjoint(behind):
        return False
    before = page.tokens[max(0, mention.first - NEAR) : mention.first]
    into = before[-1:] and before[-1].low in ON
    verbs = [t for t in (before if into else before[-1:]) if t.sentence == mention.token.sentence]
    return any(is_form(t.low, known["crossing"]) for t in verbs)


def verb_joined_since(page: Page, mention: Found) -> int:
    """Where the last of two participles stands that are the subject's: "criticised Sudan, saying Khartoum was an
    obstacle | and vowing to continue its help"; 0 for none."""
    sentence = mention.token.sentence
    near = range(mention.first - 1, max(1, mention.first - NEAR), -1)
    last = next((n for n in near if _is_participle(page, n, "and")), 0)
    earlier = range(last - 1, max(1, last - 3 * NEAR), -1) if last else range(0)
    first = next((n for n in earlier if _is_participle(page, n, ",")), 0)
    return last if first and page.tokens[first].sentence == sentence else 0


def _is_participle(page: Page, at: int, link: str) -> bool:
    """ ", saying", "and vowing"."""
    token = page.tokens[at]
    return token.kind == "w" and token.low.endswith("ing") and page.tokens[at - 1].low == link


def won_by(page: Page, mention: Found) -> tuple[str, ...]:
    """ "relations with Zambia in 1964 following its independence", "recognized Zambia as it became independent": the
    state named last; not "thanked Zambia for supporting its accession"."""
    before = page.tokens[mention.first - 1].low if mention.first else ""
    won = mention.name == "its" and token_after(page, mention).low in page.words.reference["won"]
    if not (won and before in SINCE) and not _is_recognised(page, mention):
        return ()
    here = page.discourse.back(mention.token.sentence, 0, "state")
    return here[0].actors if here and len(here[0].actors) == 1 else ()


def _is_recognised(page: Page, mention: Found) -> bool:
    """Whether "it" becomes independent in a sentence that tells of its recognition before."""
    behind = page.tokens[mention.last : mention.last + 4]
    free = mention.name == "it" and not {"independent", "independence"}.isdisjoint(t.low for t in behind)
    near = (
        page.tokens[max(0, mention.first - 2 * NEAR) : mention.first] if free and is_past(behind[0], page.words) else []
    )
    return any(t.low.startswith("recogni") and t.sentence == mention.token.sentence for t in near)
