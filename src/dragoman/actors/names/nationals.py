"""Where a word for the people of a state stands for the state: "The Poles recalled their ambassador" is told of Poland,
"The Poles living in London protested" of some Poles.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from dragoman.actors.mentions.found import END, is_form, is_past
from dragoman.actors.mentions.tokens import Token
from dragoman.actors.mentions.words import Words

LINKS = ("with", "against")


def act_as_state(tokens: Sequence[Token], at: int, words: Words, others: Collection[str]) -> bool:
    """Whether the name at ``at``, behind an article, is of who does or suffers what states do, or has it with somebody:
    "The Dutch signed", "expelled by the Poles", "a treaty with the Turks". ``others`` are of those of whom the text has
    another kind, "Bosnian Serbs", so that "the Serbs" may be these."""
    name, known = tokens[at].low, words.nationals
    if name in known["always"]:
        return True
    before = [t.low for t in tokens[max(0, at - 3) : at]]
    if before[-1:] != ["the"] or name in others or name in known["peoples"]:
        return False
    verb, link = ([END, END, *tokens[max(0, at - 3) : at - 1]])[-2:]
    if link.low == "by" and is_form(verb.low, known["do"]):
        return True
    if link.low in LINKS and verb.low in known["with"]:
        return True
    here = at + 1
    while tokens[here].kind == "w" and (tokens[here].low in known["between"] or tokens[here].low.endswith("ly")):
        here += 1
    verb, behind = ([*tokens[here : here + 2], END, END])[:2]
    if is_past(verb, words) and behind.low in known["done_to"]:  # "The Poles expelled from Chad"
        return False
    return verb.kind == "w" and is_form(verb.low, known["do"]) and not verb.low.endswith("ing")


def peoples_of(tokens: Sequence[Token]) -> set[str]:
    """Those of whom the text has others than the state's own: "Serbs" beside "Bosnian Serbs", "the Serbs in Bosnia"."""
    found = set[str]()
    for before, token, link in zip([END, *tokens], tokens, [*tokens[1:], END], strict=False):
        if token.entry and token.entry.kind == "group":
            found.add(token.low.rpartition(" ")[2])
        if token.entry and token.entry.kind == "nationals":
            adjective = before.entry is not None and before.entry.kind in ("state", "demonym", "region")
            found |= {token.low} if adjective or link.low in ("in", "of") else set()
    return found
