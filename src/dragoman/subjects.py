"""What a person means by a name: an actor of the directory or the ledger, or a thing that statements are about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman import queries
from dragoman.actors.directory import Directory
from dragoman.errors import UnknownName
from dragoman.ledger import Ledger
from dragoman.queries import Filter, Found, Profile

# Facts that are fetched at a time where all of them are wanted.
PAGE = 500


def code_of(name: str, directory: Directory) -> str:
    """The actor in the contract's notation where the directory has the name in any language, else the name itself."""
    try:
        return directory.resolve(name).code
    except UnknownName:
        return name


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

    One name is an actor where it is one (and, for all but states, also the thing that statements are about: a mission,
    a body, a partnership), else an instrument. Raises `UnknownName` where the ledger has neither.
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
        pair = [code_of(name, directory) for name in names]
        yield queries.dyad(ledger, *pair, kinds=kinds, limit=limit, as_of=as_of), False
        return
    (name,) = names
    actor = code_of(name, directory)
    profile = None
    try:
        profile = queries.profile(ledger, actor, kinds=kinds, limit=limit, as_of=as_of)
    except UnknownName as error:
        unknown = error
    if profile is not None:
        yield profile, False
    if profile is None or not profile.facts_count or not directory.is_state(actor):
        try:
            found = queries.instrument(ledger, name, limit=limit)
        except UnknownName:
            if profile is None:
                raise UnknownName(_neither(name, directory, unknown)) from None
            return
        seen = {line.number for line in profile.facts} if profile else set()
        if not {line.number for line in found.facts} <= seen:
            yield found, True


def statements_about(
    ledger: Ledger,
    names: Sequence[str],
    directory: Directory,
    *,
    kinds: Sequence[str] = (),
    as_of: str | None = None,
) -> Iterator[Found]:
    """The statements that `about` rests on, each once. Raises `UnknownName` as it does."""
    seen: set[str] = set()
    asked = Filter(kinds=tuple(kinds), actors=tuple(code_of(name, directory) for name in names), as_of=as_of)
    for _, is_thing in _meanings(ledger, names, directory, kinds, PAGE, as_of):
        for found in _of_thing(ledger, names[0]) if is_thing else queries.every(ledger, asked):
            if found.id not in seen:
                seen.add(found.id)
                yield found


def _of_thing(ledger: Ledger, name: str) -> Iterator[Found]:
    cursor: str | None = None
    while True:
        page = queries.instrument(ledger, name, limit=PAGE, cursor=cursor)
        for line in page.facts:
            whole = line.count <= len(line.statements)
            yield from line.statements if whole else queries.explain(ledger, line.best.id).group
        cursor = page.cursor
        if cursor is None:
            return


def _neither(name: str, directory: Directory, unknown: UnknownName) -> str:
    try:
        actor = directory.resolve(name)
    except UnknownName as error:
        # Where a name has several meanings, the directory's message lists their codes.
        return str(error) if "can be any of" in str(error) else f"the ledger has nothing about {name!r}; {error}"
    return f"the ledger has nothing about {actor.name} ({actor.code}); `dragoman actors` lists whom it has"
