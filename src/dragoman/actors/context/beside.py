"""The words right before and behind a mention."""

from __future__ import annotations

from dragoman.actors.context.page import Page
from dragoman.actors.mentions.found import END, Found
from dragoman.actors.mentions.tokens import Token


def token_after(page: Page, mention: Found) -> Token:
    """The token right behind a mention; the empty one at the end of the text."""
    return page.tokens[mention.last] if mention.last < len(page.tokens) else END


def tokens_before(page: Page, mention: Found, count: int) -> list[Token]:
    """Up to ``count`` tokens before a mention, of its own sentence."""
    near = page.tokens[max(0, mention.first - count) : mention.first]
    return [t for t in near if t.sentence == mention.token.sentence and t.kind != "|"]


def tokens_after_office(page: Page, mention: Found, count: int) -> list[Token]:
    """Up to ``count`` tokens behind a mention and the office that is joined to it by a comma, of its sentence."""
    at = office_end(page, mention)
    at += page.tokens[at].low == "," if at < len(page.tokens) else 0
    near = page.tokens[at : at + count]
    return [t for t in near if t.sentence == mention.token.sentence and t.kind != "|"]


def office_end(page: Page, mention: Found) -> int:
    """Where the office ends that a comma joins to a name: "Jo Lind, Minister of Trade, Mines and Energy | signed";
    where the mention ends if none does. A title before the name is not looked for: behind "Treasury Secretary Lind"
    stands another's in ", Commerce Secretary Berg"."""
    before = [t.low for t in page.tokens[mention.first : mention.last]]
    in_front = mention.title and mention.title.split()[-1].lower() in before
    titles = [t for t in (() if in_front else (mention.title,)) + (mention.other_title,) if t]
    if mention.last >= len(page.tokens) or page.tokens[mention.last].low != ",":
        return mention.last
    for begin in page.tokens[mention.last + 1 : mention.last + 4]:
        length = next((len(t) for t in titles if page.document.text.startswith(t, begin.start)), 0)
        if length:
            rest = range(mention.last + 1, len(page.tokens))
            return next((n for n in rest if page.tokens[n].start >= begin.start + length), mention.last)
    return mention.last


def apposed_title(page: Page, mention: Found) -> range:
    """The tokens of the title that stands behind the comma after a name: "Jo Lind, President of the MPLA,"."""
    behind = range(mention.last + 1, min(mention.last + 12, len(page.tokens)))
    end = next((n for n in behind if page.tokens[n].kind in ",.|;:()"), mention.last)
    same = page.tokens[mention.last].low == "," and end > mention.last + 1
    last = page.tokens[end - 1].text
    own = same and (mention.title.endswith(last) or mention.other_title.endswith(last))
    return range(mention.last + 1, end) if own else range(0)
