"""What is held for the next page: for how long, and who has to go where there is no room."""

from __future__ import annotations

from dragoman.web.accounts.held import AGE, Held


def test_it_is_there_for_its_key_and_page_until_it_is_taken() -> None:
    held = Held[str]()
    held.keep("key", "/a", "one", size=3, origin="here")
    assert (held.find("key", "/b"), held.find("other", "/a")) == (None, None)
    assert (held.find("key", "/a"), held.take("key", "/a"), held.take("key", "/a")) == ("one", "one", None)


def test_it_is_gone_after_a_while() -> None:
    now = 0.0
    held = Held[str](clock=lambda: now)
    held.keep("key", "/a", "one", size=3, origin="here")
    now = AGE + 1
    assert held.find("key", "/a") is None


def test_who_keeps_most_makes_room() -> None:
    held = Held[str](most=10)
    held.keep("mine", "/a", "one", size=3, origin="here")
    for n in range(9):
        held.keep(f"theirs {n}", "/a", "one", size=3, origin="there")
    assert held.find("mine", "/a") == "one"
    assert [n for n in range(9) if held.find(f"theirs {n}", "/a")] == [7, 8]
