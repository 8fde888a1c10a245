"""The SQL that both databases understand."""

from __future__ import annotations

from dragoman.ledger import Ledger, schema
from dragoman.ledger.index import actor_row
from dragoman.ledger.sql import insert, next_number, one, rows, rows_in, run, scalar


def test_lists_stand_for_any_of_their_values(filled: Ledger) -> None:
    sql = "SELECT actor FROM actor WHERE actor IN :names ORDER BY actor"
    with filled.reading() as connection:
        for names in (["SRB", "XKX", "ZZZ"], ("SRB", "XKX"), {"SRB", "XKX"}, frozenset(("SRB", "XKX"))):
            assert [r["actor"] for r in rows(connection, sql, names=names)] == ["SRB", "XKX"]
        assert rows(connection, "SELECT actor FROM actor WHERE n IN :numbers", numbers=[]) == []


def test_any_string_may_be_asked_for(filled: Ledger) -> None:
    with filled.reading() as connection:
        for name in ("\0", "\ud800", "' OR 1=1 --", ":name", "%"):
            assert rows(connection, "SELECT n FROM actor WHERE actor = :name", name=name) == []
            assert rows(connection, "SELECT n FROM actor WHERE actor IN :names", names=[name]) == []


def test_keys_are_asked_for_in_chunks_each_once(filled: Ledger) -> None:
    sql = "SELECT n FROM actor WHERE n IN :keys AND shown >= :least"
    with filled.reading() as connection:
        found = [r["n"] for r in rows_in(connection, sql, [*range(20_000), *range(20_000)], least=0)]
        assert list(rows_in(connection, sql, [], least=0)) == []
    assert sorted(found) == sorted(set(found))
    assert len(found) == 4


def test_there_may_be_no_row(filled: Ledger) -> None:
    sql = "SELECT shown, actor FROM actor WHERE actor = :name"
    with filled.reading() as connection:
        assert (one(connection, sql, name="ZZZ"), scalar(connection, sql, name="ZZZ")) == (None, None)
        found = one(connection, sql, name="SRB")
        assert found is not None
        assert (found["actor"], scalar(connection, sql, name="SRB")) == ("SRB", 2)


def test_few_rows_and_many_are_added_alike(ledger: Ledger) -> None:
    names = ['/O\'Brien "x"', "/tab\tnew\nline\\N", "/ž", *(f"/Name {number}" for number in range(30))]
    with ledger.writing() as connection:
        insert(connection, schema.actor, [])
        assert next_number(connection, schema.actor) == 1
        insert(connection, schema.actor, [actor_row(1, names[0])])
        insert(connection, schema.actor, [actor_row(n, name) for n, name in enumerate(names[1:], 2)])
        assert next_number(connection, schema.actor) == len(names) + 1
        run(connection, "UPDATE actor SET shown = :shown WHERE n = :n", [{"n": n, "shown": n} for n in (1, 2)])
        run(connection, "DELETE FROM actor WHERE n = :n", [])
    with ledger.reading() as connection:
        found = rows(connection, "SELECT actor, code, shown FROM actor ORDER BY n")
    assert [r["actor"] for r in found] == names
    assert [r["shown"] for r in found][:3] == [1, 2, 0]
    assert {r["code"] for r in found} == {None}
