"""Words for nobody: "it" in "it is clear that", "it was agreed to", and in sentences about a treaty or programme."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from dragoman.actors.mentions.found import is_form, is_past
from dragoman.actors.mentions.tokens import Token
from dragoman.actors.mentions.words import Words

PASSIVE = frozenset(["are", "were", "be", "been", "being"])
TIES_REACH = 40
"""Words before "them" among which ties are looked for."""
NEAR = 9
"""Words behind "it" that are looked at."""
BE = frozenset(
    ["is", "was", "be", "been", "being", "'s", "seems", "seemed", "becomes", "became", "remains", "remained"]
)
CHAIN = BE | frozenset(["will", "would", "has", "had", "should", "can", "could", "may", "might", "must", "does", "did"])
LINKS = frozenset(
    ["that", "to", "if", "whether", "how", "why", "when", "what", "since", "for", "where", "who", "which"]
)
STOPS = frozenset(',.;:|)(”"')
CONTENT = frozenset(["that", "how", "whether", "if", "why", "which"])
FEELINGS = frozenset(["pleasure", "satisfaction", "honour", "honor"])
BEHIND_EVENTS = frozenset(["since", "after", "before", "during", "this", "that", "last", "next"])
"""What ends the words that tell what "it" was: "it was the first visit | this year"."""


def says_nothing(tokens: Sequence[Token], at: int, words: Words) -> bool:
    """ "It is important that", "it was agreed to", "makes it clear": the "it" at ``at`` stands for no actor."""
    behind = list(tokens[at + 1 : at + 1 + NEAR])
    stop = next((n for n, t in enumerate(behind) if t.kind in STOPS), len(behind))
    clause = behind[:stop]
    if not clause:
        return False
    lows = [t.low for t in clause]
    return (
        is_judged(tokens, at, lows, words)
        or is_of_vehicle(tokens, at, words)
        or is_impersonal(lows, words)
        or (lows[:2] == ["comes", "to"] and at > 0 and tokens[at - 1].low == "when")
        or (lows[0] in CHAIN and (is_empty(lows, words) or is_cleft(clause, words)))
    )


def is_judged(tokens: Sequence[Token], at: int, lows: list[str], words: Words) -> bool:
    """ "Makes it clear", "considers it a great honour", "describing it as", "how important it is to"."""
    verb = tokens[at - 1].low if at else ""
    known = words.reference
    if is_form(verb, known["finding"]) and lows[0] not in CHAIN:
        found = (low for low in lows[:5] if low not in known["between"] and low not in BE and not low.endswith("ly"))
        return next((low for low in found if low not in ("as", "all", "even")), "") in known["judging"]
    if is_form(verb, known["describing"]) and lows[0] in ("as", "a", "an"):
        return True
    return at > 1 and tokens[at - 2].low == "how" and verb in known["judging"]


def is_impersonal(lows: list[str], words: Words) -> bool:
    """ "It enters into force", "it does not mean", "it gives Peru great pleasure", "it seems that"."""
    verbs = [low for low in lows[:4] if low not in CHAIN and low not in ("not", "also")]
    verb, rest = (verbs[0], lows[lows.index(verbs[0]) + 1 :]) if verbs else ("", [])
    known = words.reference
    if is_form(verb, known["impersonal"]):
        return True
    if is_form(verb, known["seeming"]):
        return "that" in rest[:3]
    if verb in ("gives", "gave", "give"):
        return not FEELINGS.isdisjoint(rest[:5])
    whole = ("took place", "takes place", "goes without")
    return " ".join(rest[:2]) in ("into force", "into effect") or " ".join(lows[:2]) in whole


def is_empty(lows: list[str], words: Words) -> bool:
    """ "It is not clear if", "it was stressed by", "it has been two years since", "it was the first visit by"."""
    known = words.reference
    between = CHAIN | known["between"]
    chance = ("likely", "unlikely")
    start = next((n for n, w in enumerate(lows) if w in chance or not (w in between or w.endswith("ly"))), len(lows))
    if start == len(lows):
        return False
    passive = bool(BE & set(lows[:start]))
    head, after = lows[start], lows[start + 1 : start + 5]
    if not passive:
        return False
    if (head in known["of_matters"] and [head, *after[:1]] != ["about", "to"]) or (
        head in LINKS and lows[start - 1] in known["judging"]
    ):
        return True  # "it is why we left", "it is great to be here"
    if head in known["judging"]:
        if head in chance and after[:1] == ["to"]:
            return False  # "It is likely to join"
        if head in chance:
            return True  # "it is unlikely any war will follow"
        return not after or not LINKS.isdisjoint(after)
    if head in known["reported"]:
        # "It was recognised by Peru" is of somebody.
        return not CONTENT.isdisjoint(lows[start + 1 :] if "by" in after else after)
    if head in known["agreed"]:
        return not {"that", "to", "how", "by", "on"}.isdisjoint(after)
    if head in known["held"]:
        return True
    told = lows[start : start + 6]
    ends = words.prepositions | BEHIND_EVENTS
    if not known["events"].isdisjoint(told[: next((n for n, low in enumerate(told) if low in ends), 6)]):
        return True
    since = lows.index("since") if "since" in lows[1:] else 0
    if since and lows[since - 1] in known["spans"] and words.prepositions.isdisjoint(lows[start:since]):
        return True
    described = not {"a", "an", "the"}.isdisjoint(lows[:start]) or head in known["minded"]
    return "that" in lows[:6] and not described and not is_told_of(lows[start : lows.index("that")], words)


def is_told_of(before: list[str], words: Words) -> bool:
    """ "It is bound by the treaty that", "it is of the view that": whether ``before``, what stands before "that", says
    something of somebody."""
    if not before or before[0] in words.prepositions:
        return bool(before) and before[0] == "of" and before[-1] in ("view", "opinion", "belief")
    # "It is sad to hear that" is of nobody.
    return before[0] == "among" or not (words.prepositions - {"to"}).isdisjoint(before)


def is_cleft(clause: list[Token], words: Words) -> bool:
    """ "It was envoy Lind who left", not "it was led by envoy Lind, who left"."""
    who = next((n for n, t in enumerate(clause) if t.low == "who"), 0)
    if any(t.low in words.prepositions for t in clause[1:who]):
        return False
    first = 1 + (len(clause) > 1 and clause[0].low in ("would", "will", "has", "had"))
    known = clause[who - 1].kind in "ENU" or clause[who - 1].low in words.title_heads
    return clause[first - 1].low in ("is", "was", "be", "been") and who > first and known


def is_of_vehicle(tokens: Sequence[Token], at: int, words: Words) -> bool:
    """ "Peru launched a rocket. | It | flew", "the convoy was hit as | it | was patrolling": does what a ship or rocket
    does, and one was named in its sentence or the one before."""
    known = words.reference
    behind = [t.low for t in tokens[at + 1 : at + 5]]
    verb = next((low for low in behind if low not in CHAIN and not low.endswith("ly")), "")
    if not is_form(verb, known["moving"]):
        return False
    near = tokens[max(0, at - 60) : at]
    return any(t.low in known["vehicles"] and t.sentence >= tokens[at].sentence - 1 for t in near)


def is_of_thing(tokens: Sequence[Token], at: int, end: int, words: Words) -> bool:
    """ "The Chad resolution bans arms. | It | names", "The port lies in Peru. It grows": whether the sentence that ends
    at ``end`` opens with a thing that the "it" at ``at`` means. A text may say something, "It | said"."""
    known = words.reference
    start = next((n + 1 for n in range(end - 1, -1, -1) if tokens[n].kind == "|"), 0)
    small = words.prepositions | known["prepositions"] | words.auxiliaries | words.clause_openers
    for n in range(start, min(start + NEAR, end)):
        token, follower = tokens[n], tokens[n + 1]
        if (token.low in known["told_of"] or (n > start and token.low in known["texts"])) and token.kind in "wN":
            told = follower.low in words.prepositions | words.auxiliaries | words.speaking or follower.kind in ",|"
            told = told or is_past(follower, words) or (follower.kind == "w" and follower.low.endswith("s"))
            return told and (token.low in known["texts"] or not is_acting(tokens, at, words))
        if token.low in small or token.kind in ",;:" or is_past(token, words):
            return False
        acts = n == start + 1 and token.kind == "w" and token.low.endswith("s")  # "Chad hosts | summit"
        if acts or (n > start and token.low in words.definite):
            return False  # "The Council recalls | the declaration"
    return False


def is_of_ties(tokens: Sequence[Token], at: int, words: Words) -> bool:
    """ "Review relations with Chad and deepen | them", "relations were cut and | they | were not restored": whether the
    pronoun at ``at`` means ties that were told of shortly before."""
    known = words.reference
    behind = [t for t in tokens[at + 1 : at + 6] if t.low not in CHAIN | PASSIVE | {"not", "also", "have"}]
    being = not PASSIVE.isdisjoint(t.low for t in tokens[at + 1 : at + 5])
    passive = being and bool(behind) and (is_past(behind[0], words) or behind[0].low == "cut")
    done = tokens[at - 1] if tokens[at].low == "them" and at else behind[0] if passive else None
    if done is None or not is_form(done.low, known["to_ties"]):
        return False
    near = [t for t in tokens[max(0, at - TIES_REACH) : at] if tokens[at].sentence - t.sentence <= 1]
    return any(t.low in known["ties"] and t.low.endswith(("s", "p")) and t.kind in "wN" for t in near)


def is_acting(tokens: Sequence[Token], at: int, words: Words) -> bool:
    """ "It thanked Chad", "It has also agreed", not "it was agreed": whether an actor does what follows ``at``."""
    behind = [t.low for t in tokens[at + 1 : at + 5]]
    verb = next((n for n, low in enumerate(behind) if low not in CHAIN and low != "also" and not low.endswith("ly")), 0)
    return BE.isdisjoint(behind[:verb]) and bool(behind) and is_form(behind[verb], words.reference["of_actors"])


def tells_of_thing(tokens: Sequence[Token], at: int, words: Words) -> bool:
    """ "Chile and Peru signed a treaty. | It contains | ...": the pronoun opens a sentence and has a predicate that
    treaties and programmes have, where the sentence before names one."""
    behind = [t.low for t in tokens[at + 1 : at + 6]]
    known = words.reference
    verbs = [low for low in behind[:3] if low not in CHAIN]
    like_thing = bool(verbs) and is_form(verbs[0], known["of_things"])
    like_thing = like_thing or any(" ".join(pair) in known["of_things"] for pair in pairwise(behind))
    if "open to all" in " ".join(behind):
        return True
    if not like_thing:
        return False
    end = at - 1 if at and tokens[at - 1].kind == "|" else -1
    nouns = words.instrument_nouns | words.companions | known["things"] | known["events"]
    near = tokens[max(0, end - 60) : end] if end > 0 else []
    return any(t.sentence == tokens[end].sentence and t.low in nouns and t.kind in "wN" for t in near)
