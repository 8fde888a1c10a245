"""What a document's acronyms stand for: by the initials before their brackets, else by the name that ends there."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.actors.acronyms import ACRONYM, expansion_before
from dragoman.actors.found import Found, state_and_acronym
from dragoman.actors.tokens import Token


def spelled_out(text: str, tokens: Sequence[Token], mentions: Sequence[Found]) -> dict[str, tuple[int, int]]:
    """Acronyms of the text with the span of what they stand for."""
    found: dict[str, tuple[int, int]] = {}
    for match in ACRONYM.finditer(text):
        span = expansion_before(text, match.start(), match.group(1))
        if span:
            found.setdefault(match.group(1), span)
    for mention in mentions:
        if acronym := acronym_behind(tokens, mention):
            found.setdefault(acronym, (tokens[mention.first].start, tokens[mention.last - 1].end))
    return found


def acronym_behind(tokens: Sequence[Token], mention: Found) -> str:
    """The acronym behind the name of an organisation or body, "Suriname Police Corps (KPS)", which is then not
    Kosovo's; "" where none is. One behind a name of the directory has no other letters than its own."""
    behind = tokens[mention.last : mention.last + 3]
    bracketed = [t.low for t in behind[::2]] == ["(", ")"]
    apart = state_and_acronym(tokens, mention.last) if mention.kind == "body" else None
    acronym = apart[1] if apart else behind[1] if bracketed else None
    if acronym is None or mention.kind not in ("organisation", "body", "entity"):
        return ""
    written = " ".join(t.text for t in tokens[mention.first : mention.last])
    fits = set(acronym.text) <= {word[0] for word in written.split()}
    entry, known = mention.token.entry, acronym.entry if acronym.text.isupper() else None
    if mention.kind == "entity":
        return acronym.text if entry and entry.kind in ("org", "body") and acronym.kind == "U" and fits else ""
    others = known is not None and bool(mention.codes) and known.code not in mention.codes
    foreign = known is not None and others and (known.kind == "body" or (known.kind == "org" and fits))
    return acronym.text if acronym.kind == "U" or foreign else ""
