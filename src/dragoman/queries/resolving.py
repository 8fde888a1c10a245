"""Names and ids that a user gives, to what the ledger has."""

from __future__ import annotations

import difflib
import os
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace

from sqlalchemy import Connection

from dragoman.actors.directory import directory
from dragoman.codebook import codebook
from dragoman.errors import InvalidRecord, UnknownName
from dragoman.ledger import Ledger
from dragoman.ledger.folding import fold
from dragoman.ledger.rows import storable
from dragoman.ledger.sql import Found as Row
from dragoman.ledger.sql import one as one_row
from dragoman.ledger.sql import rows
from dragoman.queries.records import Filter

NEAR = 3  # names that are told where the one asked for is not known
_COMPARED = 5_000  # names of a ledger that are compared with one that it does not have
_ALIKE = 0.75


@dataclass(frozen=True, slots=True)
class Keys:
    """An actor as postings know it: usually one number; a bare name may stand for several actors.

    Where it stands for nobody, ``near`` are those with names like it.
    """

    asked: str
    numbers: tuple[int, ...]
    actors: tuple[str, ...]
    statements: int
    near: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        """Whom they stand for, for the head of an answer."""
        return " or ".join(self.actors)


def known(keys: Keys) -> Keys:
    """The same. Raises `UnknownName` where they stand for nobody."""
    if not keys.numbers:
        raise UnknownName(no_actor(keys.asked, keys.near))
    return keys


def no_actor(name: str, near: Sequence[str]) -> str:
    """What to say where the ledger has no actor of this name."""
    alike = near or in_directory(name)
    others = f"; near: {', '.join(alike)}" if alike else ""
    return f"the ledger has no actor {name!r}{others}; `dragoman actors` lists those it has"


def keys_of(connection: Connection, asked: str) -> Keys:
    """The actors that ``asked`` means: a code or actor exactly, else a name. Merged ones lead to their target."""
    sql = (
        "SELECT coalesce(m.n, a.n) AS n, coalesce(m.actor, a.actor) AS actor, coalesce(m.shown, a.shown) AS shown"
        " FROM actor a LEFT JOIN actor m ON m.n = a.merged_into WHERE "
    )
    found = rows(connection, sql + "a.actor = :asked", asked=asked)
    if not found and fold(asked):
        found = rows(connection, sql + "a.folded = :folded ORDER BY 2", folded=fold(asked))
    actors = {r["n"]: r for r in found}
    if not actors:
        return Keys(asked, (), (), 0, near_actors(connection, asked))
    return Keys(
        asked, tuple(actors), tuple(str(r["actor"]) for r in actors.values()), sum(r["shown"] for r in actors.values())
    )


def in_directory(name: str) -> tuple[str, ...]:
    """Actors of the directory with a name much like this one, each once; none where it is the name of one."""
    with suppress(UnknownName):
        directory().resolve(name)
        return ()
    # Several names of one actor may be like it: its code stands behind each.
    codes = {said.partition(" (")[2]: said for said in reversed(directory().suggest(name, 4 * NEAR))}
    return tuple(reversed(codes.values()))[:NEAR]


def near_actors(connection: Connection, name: str) -> tuple[str, ...]:
    """Actors of the ledger with a word that begins so, as a surname is; else those whose names are much like it."""
    folded = fold(name)
    if not folded:
        return ()
    sql = "SELECT actor, folded FROM actor WHERE merged_into IS NULL"
    most = " ORDER BY shown DESC, actor LIMIT :most"
    likes = {"first": f"{folded}%", "later": f"% {folded}%"}  # folded text has no sign that LIKE would read
    begun = rows(connection, f"{sql} AND (folded LIKE :first OR folded LIKE :later){most}", most=NEAR, **likes)
    if begun:
        return tuple(str(r["actor"]) for r in begun)
    named = {
        r["folded"]: str(r["actor"]) for r in rows(connection, f"{sql} AND name IS NOT NULL{most}", most=_COMPARED)
    }
    return tuple(named[key] for key in difflib.get_close_matches(folded[:100], named, NEAR, _ALIKE))


def actor_called(connection: Connection, name: str) -> str:
    """The actor that a correction means, as the contract writes it: as every question takes a name, or one that is new,
    of a state or organisation that is known (``CODE/Name``) or of none (``/Name``). Raises `InvalidRecord`."""
    given = name.strip()
    try:
        return directory().resolve(given).code
    except UnknownName as error:
        several = str(error) if "can be any of" in str(error) else ""
    if one_row(connection, "SELECT actor FROM actor WHERE actor = :given", given=given):
        return given
    code, slash, rest = given.partition("/")
    if slash and rest.strip() and (not code or code in directory() or _is_code(connection, code)):
        return " ".join(given.split())
    keys = keys_of(connection, given)
    if len(keys.actors) == 1:
        return keys.actors[0]
    if several or keys.actors:
        raise InvalidRecord(several or f"{given!r} can be any of {', '.join(keys.actors)}; write one of them")
    wrong = f"the code {code!r}" if slash else f"an actor {given!r}"
    near = (_codes_for(code) if slash else keys.near) or in_directory(given)
    others = f"; near: {', '.join(near)}" if near else ""
    new = "an actor that is new is written CODE/Name, or /Name where it serves none"
    raise InvalidRecord(f"neither the directory nor the ledger has {wrong}{others}; {new}")


def actor_meant(ledger: Ledger, name: str) -> str:
    """The actor that a name means in a correction or a merge; the name itself where it means none."""
    with ledger.reading() as connection, suppress(InvalidRecord):
        return actor_called(connection, name) if name.strip() else name
    return name


def _codes_for(name: str) -> tuple[str, ...]:
    try:
        return (directory().resolve(name).code,)
    except UnknownName:
        return in_directory(name)


def _is_code(connection: Connection, code: str) -> bool:
    sql = "SELECT n FROM actor WHERE actor = :code AND name IS NULL"
    return one_row(connection, sql, code=code) is not None


def near_to(ledger: Ledger, name: str) -> tuple[str, ...]:
    """Actors of the ledger, else of the directory, that may be meant by a name that is nobody's."""
    with ledger.reading() as connection:
        return near_actors(connection, name) or in_directory(name)


def kind_called(name: str) -> str:
    """The kind of this name, whatever its case. Raises `InvalidRecord`."""
    kind = name.strip().lower()
    if kind not in codebook().kinds:
        raise InvalidRecord(f"kind {name!r} is not one of {', '.join(codebook().kinds)}")
    return kind


def settled(ledger: Ledger, asked: Filter) -> Filter:
    """The question with its names as the ledger has them. Raises `UnknownName` for an actor, document, publisher or
    language that it does not have, and for an earlier version of a document that is asked for what it says now: these
    would be answered as if there were nothing."""
    document, language = asked.document, asked.language
    with ledger.reading() as connection:
        for actor in asked.actors:
            known(keys_of(connection, actor))
        if document is not None:
            document = _as_stored(ledger, connection, document)
            called = documents_called(connection, document)
            if not called:
                raise UnknownName(_no(connection, "document", "stem", asked.document or ""))
            if asked.as_of is None and not any(r["present"] for r in called):
                raise UnknownName(_earlier(connection, document, called))
        if asked.publisher is not None:
            sql = "SELECT 1 FROM document WHERE publisher_folded = :folded LIMIT 1"
            if not rows(connection, sql, folded=fold(asked.publisher)):
                raise UnknownName(_no(connection, "publisher", "publisher", asked.publisher))
        if language is not None:
            sql = "SELECT language FROM document WHERE language = :as_given OR lower(language) = :lower LIMIT 1"
            found = rows(connection, sql, as_given=language, lower=language.strip().lower())
            if not found:
                raise UnknownName(_no(connection, "document in the language", "language", language))
            language = str(found[0]["language"])
    return replace(asked, document=document, language=language)


def documents_called(connection: Connection, name: str) -> list[Row]:
    """The documents, earlier versions too, that a name means, else those that an address or path does."""
    columns = "d.n, d.id, d.stem, d.present, v.source_n, v.locator, v.from_day, v.until_day, v.retired_at"
    conditions = (
        "d.stem = :name",
        "v.source_n IN (SELECT n FROM source WHERE address = :name UNION"
        " SELECT w.source_n FROM input i JOIN version w ON w.n = i.version_n WHERE i.locator = :name)",
        # Where it was read from once; this has no index.
        "d.locator = :name OR v.locator = :name",
    )
    for condition in conditions:
        sql = f"SELECT {columns} FROM document d JOIN version v ON v.document_n = d.n WHERE {condition}"
        if found := rows(connection, f"{sql} ORDER BY v.source_n, v.from_day, v.n", name=name):
            return found
    return []


def source_called(ledger: Ledger, name: str) -> int:
    """The source (whose versions follow each other) that a document's name, path or address means. Raises
    `UnknownName`, also where there are several."""
    with ledger.reading() as connection:
        called = documents_called(connection, _as_stored(ledger, connection, name))
        if not called:
            raise UnknownName(_no(connection, "document from or called", "stem", name))
        # A file that got an address is that of two sources, of which the earlier one has nothing present.
        kept = [r for r in called if r["retired_at"] is None] or called
        sources = {r["source_n"]: r["locator"] for r in kept}
        if len(sources) > 1:
            some = ", ".join(sorted(sources.values())[: 2 * NEAR])
            raise UnknownName(f"{len(sources)} documents are called {name!r}; give the path of one: {some}")
        return int(next(iter(sources)))


def _as_stored(ledger: Ledger, connection: Connection, name: str) -> str:
    """A whole path as the ledger calls it; all else as it is, but spelt as it would be stored."""
    called = storable(name) or ""
    if os.path.isabs(called) and not documents_called(connection, called):
        return storable(ledger.locator(called)) or ""
    return called


def _earlier(connection: Connection, name: str, called: Sequence[Row]) -> str:
    """What to say where only earlier versions are called so."""
    sql = (
        "SELECT d.stem FROM version v JOIN document d ON d.n = v.document_n"
        " WHERE v.retired_at IS NULL AND v.source_n IN :sources ORDER BY v.n"
    )
    now = rows(connection, sql, sources=[r["source_n"] for r in called])
    of = f"an earlier version of {now[0]['stem']!r}" if now else "a document that is no longer there"
    days = [f"{r['from_day']:08d}" for r in called if r["from_day"] < r["until_day"]]
    if not days:
        return f"{name!r} is {of}; the changes between the two tell what it said"
    return f"{name!r} is {of}; ask what it said as of {days[-1][:4]}-{days[-1][4:6]}-{days[-1][6:]}"


def _no(connection: Connection, what: str, column: str, name: str) -> str:
    """What to say where no document has this name in this column, with names that are much like it."""
    sql = f"SELECT DISTINCT {column} AS name FROM document WHERE {column} IS NOT NULL ORDER BY 1 LIMIT :most"
    named = {fold(str(r["name"])): str(r["name"]) for r in rows(connection, sql, most=_COMPARED)}
    folded = fold(name)[:200]
    holding = [key for key in named if folded and folded in key]
    alike = holding or difflib.get_close_matches(folded, named, NEAR, 0.6)
    near = f"; near: {', '.join(named[key] for key in alike[:NEAR])}" if alike else ""
    return f"the ledger has no {what} {name!r}{near}; `dragoman documents` lists those it has"


def statement_by_id(connection: Connection, prefix: str) -> Row:
    """The row of the statement with this id or unique beginning of one. Raises `UnknownName`."""
    wanted = prefix.strip().lower()
    if not wanted or any(c not in "0123456789abcdef" for c in wanted):
        raise UnknownName(f"{prefix!r} is no statement id; ids are hexadecimal, as `dragoman statements` prints them")
    sql = "SELECT * FROM statement WHERE id >= :low AND id < :high ORDER BY id LIMIT 3"
    found = rows(connection, sql, low=wanted, high=wanted + "g")
    if not found:
        raise UnknownName(f"no statement has an id that begins with {prefix!r}")
    if len(found) > 1 and found[0]["id"] != wanted:
        these = ", ".join(str(r["id"]) for r in found)
        raise UnknownName(f"several statements have ids that begin with {prefix!r}: {these} ...; give more digits")
    return found[0]
