"""What a document's acronyms stand for: by the initials before their brackets, else by the name that ends there."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.actors.directory import Directory
from dragoman.actors.mentions.acronyms import ACRONYM, SMALL, WORD, expansion_before
from dragoman.actors.mentions.found import Found, state_and_acronym
from dragoman.actors.mentions.tokens import Token

BEGINNING = 5
"""Letters of a word that tell it from others in any spelling."""


def spelled_out(
    text: str, tokens: Sequence[Token], mentions: Sequence[Found], directory: Directory
) -> dict[str, tuple[int, int]]:
    """Acronyms of the text with the span of what they stand for."""
    found: dict[str, tuple[int, int]] = {}
    for match in ACRONYM.finditer(text):
        span = expansion_before(text, match.start(), match.group(1))
        if span:
            found.setdefault(match.group(1), span)
    for mention in mentions:
        if acronym := acronym_behind(tokens, mention):
            found.setdefault(acronym, (tokens[mention.first].start, tokens[mention.last - 1].end))
    return initials(tokens, mentions, directory) | found


def initials(tokens: Sequence[Token], mentions: Sequence[Found], directory: Directory) -> dict[str, tuple[int, int]]:
    """Acronyms that no brackets tell, with the name before them that has their letters: "the DFA" after "Department of
    Foreign Affairs", "CBL" after "Central Bank of Libya". One of the directory's is another's where the text names that
    one by nothing else."""
    capitals = (t for t in tokens if t.kind in "UE" and len(t.text) > 2 and t.text.isupper() and t.text.isalpha())
    last = {token.text: token.start for token in capitals}
    named = {t.entry.code for t in tokens if t.entry and t.text not in last} if last else set()
    entries = [(t.text, t.entry) for t in tokens if t.text in last and t.entry]
    known = {text for text, entry in entries if entry.kind == "state" or entry.code in named}
    organisations = {
        text: directory.actor(e.code).name for text, e in entries if e.kind == "org" and e.code in directory
    }
    found: dict[str, tuple[int, int]] = {}
    for mention in mentions if last.keys() - known else ():
        if mention.kind not in ("body", "organisation"):
            continue
        here = tokens[mention.first : mention.last]
        ends = [n for n, t in enumerate(here) if t.low == "of" and n + 1 < len(here) and here[-1].entry] or [len(here)]
        for end in {len(here), ends[-1]}:
            words = [word for token in here[:end] for word in WORD.findall(token.text)]
            short = "".join(word[0] for word in words if word.lower() not in SMALL)
            for letters in (short, "".join(word[0] for word in words).upper()):
                free = last.get(letters, -1) > here[-1].end and letters not in known
                if free and not is_called(organisations.get(letters, ""), words):
                    found.setdefault(letters, (here[0].start, here[-1].end))
    return found


def is_called(name: str, words: Sequence[str]) -> bool:
    """Whether ``words`` are the ``name`` of an organisation in another spelling, "Organisation of Petroleum Exporting
    Countries": most beginnings of its words are among theirs."""
    own, written = ({word[:BEGINNING].lower() for word in some} - SMALL for some in (WORD.findall(name), words))
    return bool(own) and 4 * len(own & written) >= 3 * len(own)


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
