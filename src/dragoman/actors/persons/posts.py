"""Where envoys are sent: the state behind "to" in an office, "Ambassador to Chad", which its holder does not serve."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dragoman.actors.mentions.found import Found
from dragoman.actors.mentions.tokens import Token

FAR = 24
"""Tokens of a list of states that is looked back over."""
JOINERS = (",", "and", "the")


def is_post(tokens: Sequence[Token], at: int, heads: frozenset[str]) -> bool:
    """Whether the name at ``at`` is where one of ``heads`` is sent: "Ambassador to | Chad", "Envoy of Peru to Mali and
    | Chad"."""
    here = at - 1
    while here > max(0, at - FAR) and (tokens[here].low in JOINERS or tokens[here].entry):
        here -= 1
    if here < 1 or tokens[here].low != "to":
        return False
    here -= 1
    owner = here
    while owner > 0 and (tokens[owner].entry or tokens[owner].low == "the"):
        owner -= 1
    here = owner - 1 if owner < here and tokens[owner].low == "of" else here
    return here >= 0 and tokens[here].low.removesuffix("s") in heads


def only_posts(
    found: Iterable[Found], tokens: Sequence[Token], heads: frozenset[str], others: Iterable[str]
) -> frozenset[str]:
    """The states that a document names only as those to which somebody is sent, and that are none of ``others``: whose
    its officials are is never told by them."""
    named = [m for m in found if m.kind == "entity" and m.codes]
    sent = [is_post(tokens, m.first, heads) for m in named]
    free = {code for m, post in zip(named, sent, strict=True) if not post for code in m.codes}
    posts = {code for m, post in zip(named, sent, strict=True) if post for code in m.codes}
    return frozenset(posts - free - set(others))
