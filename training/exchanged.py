"""Annotated documents once more with other countries in them: what is learnt from is how a role is told, not who
usually has it.

exchanged(raw, random) -> the document with its states exchanged, in text, title, publisher and statements alike
"""

from __future__ import annotations

import random
import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from dragoman.actors.directory import Actor, directory

Raw = dict[str, Any]
Forms = tuple[str, str, str, str]
"""Name, demonym, people and capital, each one word: "Kenya", "Kenyan", "Kenyans", "Nairobi"."""

KEPT = frozenset(["USA", "RUS", "CHN", "GBR", "FRA", "DEU"])
"""Named in too many other ways ("the Kremlin", "U.S.") to be exchanged for another word by word."""
AMBIGUOUS = frozenset(["GEO", "JOR", "TCD", "MKD", "XKX", "GIN", "NER", "COG", "COD", "DMA", "IRL", "PSE", "IRN"])
"""Part of other names ("South Georgia", "Guinea-Bissau"), or contested."""
ACTORS = ("source", "target", "by")


def forms_of(state: Actor) -> Forms | None:
    """The words that a text has for a state, where each is one word; None for others."""
    demonym = next((name.text for name in state.demonyms if name.language == "en"), "")
    capital = next((name.text for name in state.capitals if name.language == "en"), "")
    alone = state.name.isalpha() and demonym.isalpha() and capital.isalpha()
    if not alone or not demonym.endswith(("n", "i")) or capital == state.name:
        return None
    return state.name, demonym, f"{demonym}s", capital


@cache
def exchangeable() -> Mapping[str, Forms]:
    """States of today by code, with their forms."""
    states = [a for a in directory().actors if a.kind == "state" and a.iso and a.end is None]
    found = {a.code: forms for a in states if (forms := forms_of(a))}
    return {code: forms for code, forms in found.items() if code not in KEPT | AMBIGUOUS}


def exchanged(raw: Raw, order: random.Random) -> Raw | None:
    """``raw`` with each state that it names and that can be exchanged replaced by one it does not name, drawn by
    ``order``; None where there is none to replace."""
    states, text = exchangeable(), raw["text"]
    codes = {actor.partition("/")[0] for s in raw["statements"] for role in ACTORS for actor in s[role] or ()}
    mine = [code for code in states if code in codes and re.search(rf"\b{states[code][0]}\b", text)]
    if not mine:
        return None
    others = [code for code in states if code not in codes and states[code][0] not in text]
    order.shuffle(others)
    pairs = dict(zip(mine, others, strict=False))
    words: dict[str, str] = {}
    for old, new in pairs.items():
        for before, after in zip(states[old], states[new], strict=True):
            words |= {before: after, before.upper(): after.upper()}
    longest_first = "|".join(sorted(map(re.escape, words), key=lambda word: (-len(word), word)))
    pattern = re.compile(rf"(?<![\w-])(?:{longest_first})(?!\w)")

    def put(words_of: str | None) -> str | None:
        return words_of and pattern.sub(lambda match: words[match.group()], words_of)

    def named(actor: str) -> str:
        code, slash, name = actor.partition("/")
        return f"{pairs.get(code, code)}{slash}{put(name) or ''}"

    statements = [
        s
        | {role: [named(actor) for actor in s[role] or ()] for role in ACTORS}
        | {"object": put(s["object"]), "quote": put(s["quote"])}
        for s in raw["statements"]
    ]
    around = {key: put(raw.get(key)) for key in ("title", "publisher")}
    return raw | around | {"text": put(text), "statements": statements}
