"""How a linked mention is made, and where it stands: in a heading, at the start of a sentence."""

from __future__ import annotations

from dragoman.actors.context.page import Mention, Page
from dragoman.actors.mentions.found import Found

MAX_SECTORS = 2_000


def mention_of(
    page: Page,
    mention: Found,
    actors: tuple[str, ...],
    how: str,
    unlinked: str | None = None,
    others: tuple[str, ...] = (),
) -> Mention:
    start, end = page.tokens[mention.first].start, page.tokens[mention.last - 1].end
    text = page.document.text[start:end]
    sector = _sector(page, mention.title or mention.name) if mention.kind in ("body", "office", "person") else None
    return Mention(start, end, text, actors, how, place=mention.place, unlinked=unlinked, sector=sector, others=others)


def _sector(page: Page, title: str) -> str | None:
    """The PLOVER sector of an office or kind of body ("Ministry of Defence": MIL), by the directory."""
    kept: dict[str, str | None] = vars(page.directory).setdefault("_sectors", {})
    if title not in kept and len(title) <= 100:
        if len(kept) > MAX_SECTORS:
            kept.clear()
        office = page.directory.office(title)
        kept[title] = office.sector if office else None
    return kept.get(title)


def is_heading(page: Page, mention: Found) -> bool:
    """Whether most words of the sentence are capitalised, so that a capital means nothing."""
    first = mention.first
    while first > 0 and page.tokens[first - 1].kind != "|" and mention.first - first < 25:
        first -= 1
    last = mention.last
    while last < len(page.tokens) and page.tokens[last].kind != "|" and last - mention.last < 25:
        last += 1
    within = [t for t in page.tokens[first:last] if t.kind in "NUEw"]
    lower = [t.low for t in within if t.kind == "w"]
    if len(within) >= 25 or len(lower) * 2 >= len(within):
        return False
    # A full stop makes a sentence, unless there are only small words between the capitals.
    return page.tokens[last - 1].kind != "." or all(low in page.words.function_words for low in lower)


def starts_sentence(page: Page, mention: Found) -> bool:
    return mention.first == 0 or page.tokens[mention.first - 1].kind in '|".:“'


def last_whole(page: Page) -> Mention | None:
    """The last linked mention that does not stand inside another."""
    return next((mention for mention in reversed(page.out) if mention.head), None)


def in_hand(page: Page, mention: Found) -> tuple[str, ...]:
    """The state that the title names, where it is one, else that of which the text was telling."""
    state = page.directory.is_state
    titled = [code for code in page.setting.title_states if code != page.publisher and state(code)]
    return tuple(titled) if len(titled) == 1 else page.discourse.state(mention.token.sentence)


def is_state(page: Page) -> bool:
    return page.directory.is_state(page.default)


def of_un(text: str) -> bool:
    """Whether a name begins with that of the United Nations."""
    return text.lower().startswith(("un ", "u.n. ", "united nations")) or text in ("UNGA", "UNSC")


def capital(text: str) -> str:
    """With a capital; a name written all in capitals ("MINISTRY OF DEFENCE") as it is written elsewhere."""
    if text.isupper() and " " in text:
        text = " ".join(w.lower() if w in ("OF", "AND", "FOR", "THE", "ON") else w.capitalize() for w in text.split())
    return text[:1].upper() + text[1:]
