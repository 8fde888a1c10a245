"""What a person means by a name: an actor of the directory or the ledger, or a thing that statements are about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress

from dragoman import queries
from dragoman.actors.directory import Directory
from dragoman.actors.linking import linked_mentions
from dragoman.documents import document_from_text
from dragoman.errors import UnknownName
from dragoman.ledger import Ledger
from dragoman.queries import Filter, Found, Profile
from dragoman.queries.resolving import NEAR, near_to
from dragoman.queries.show import instrument_statements

# Facts that are fetched at a time where all of them are wanted.
PAGE = 500


def code_of(name: str, directory: Directory) -> str:
    """The actor in the contract's notation where the directory has the name in any language, else the name itself."""
    try:
        return directory.resolve(name).code
    except UnknownName:
        return name


def pair_of(a: str, b: str, directory: Directory) -> tuple[str, str]:
    """Two actors as `code_of` gives them. Raises `UnknownName` where both names are one actor's."""
    pair = code_of(a, directory), code_of(b, directory)
    if pair[0] == pair[1]:
        raise UnknownName(f"{a!r} and {b!r} are one actor; a pair needs two")
    return pair


def named_in(ledger: Ledger, question: str, directory: Directory) -> tuple[str, ...]:
    """The actors of the ledger that a question names, in its order: "what holds between Kenya and the EU". Where it
    names none, at most `NEAR` that have a word in their names that begins so, as a surname is."""
    mentions = linked_mentions(document_from_text(question), directory)
    said = dict.fromkeys([code_of(question, directory), *(actor for one in mentions for actor in one.actors)])
    lines = [line for actor in said for line in queries.find_actors(ledger, actor)]
    found = dict.fromkeys(line.merged_into or line.actor for line in lines)
    return tuple(found) or tuple(line.actor for line in queries.suggest_actors(ledger, question, limit=NEAR))


def about(
    ledger: Ledger,
    names: Sequence[str],
    directory: Directory,
    *,
    kinds: Sequence[str] = (),
    limit: int = 50,
    as_of: str | None = None,
) -> tuple[Profile, ...]:
    """What the ledger holds about one name or a pair of actors.

    One name is an actor where it is one (and, for all but states, also the thing that other statements are about: a
    mission, a body, a partnership), else an instrument. Raises `UnknownName` where the ledger has neither.
    """
    return tuple(profile for profile, _ in _meanings(ledger, names, directory, kinds, limit, as_of))


def _meanings(
    ledger: Ledger,
    names: Sequence[str],
    directory: Directory,
    kinds: Sequence[str],
    limit: int,
    as_of: str | None,
) -> Iterator[tuple[Profile, bool]]:
    """What `about` gives, each with whether it is about the thing of that name instead of an actor."""
    if len(names) == 2:
        pair = pair_of(names[0], names[1], directory)
        yield queries.dyad(ledger, *pair, kinds=kinds, limit=limit, as_of=as_of), False
        return
    (name,) = names
    actor = code_of(name, directory)
    profile: Profile | None = None
    with suppress(UnknownName):
        profile = queries.profile(ledger, actor, kinds=kinds, limit=limit, as_of=as_of)
    if profile is not None:
        yield profile, False
    if profile is None or not profile.facts_count or not directory.is_state(actor):
        without = None if profile is None else actor
        try:
            found = queries.instrument(ledger, name, kinds=kinds, limit=limit, as_of=as_of, without=without)
        except UnknownName:
            if profile is None:
                raise UnknownName(_neither(ledger, name, directory)) from None
            return
        if profile is None or found.facts_count:
            yield found, True


def statements_about(
    ledger: Ledger,
    names: Sequence[str],
    directory: Directory,
    *,
    kinds: Sequence[str] = (),
    as_of: str | None = None,
) -> Iterator[tuple[Found, bool]]:
    """The statements that `about` rests on, each once, with whether it is about the thing of that name instead of an
    actor. Raises `UnknownName` as it does."""
    seen: set[str] = set()
    asked = Filter(kinds=tuple(kinds), actors=tuple(code_of(name, directory) for name in names), as_of=as_of)
    after_actor: str | None = None
    for _, is_thing in _meanings(ledger, names, directory, kinds, PAGE, as_of):
        things = (
            instrument_statements(ledger, names[0], kinds=kinds, as_of=as_of, without=after_actor) if is_thing else ()
        )
        for found in things if is_thing else queries.every(ledger, asked):
            if found.id not in seen:
                seen.add(found.id)
                yield found, is_thing
        after_actor = asked.actors[0]


def _neither(ledger: Ledger, name: str, directory: Directory) -> str:
    try:
        actor = directory.resolve(name)
    except UnknownName as error:
        # Where a name has several meanings, the directory's message lists their codes.
        if "can be any of" in str(error):
            return str(error)
        near = ", ".join(near_to(ledger, name))
        others = f"near: {near}" if near else str(error)
        return f"the ledger has nothing about {name!r}; {others}; `dragoman search` looks in the texts"
    return f"the ledger has nothing about {actor.name} ({actor.code}); `dragoman actors` lists whom it has"
