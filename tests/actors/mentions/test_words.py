"""How the lists of words are read: what is made of the values of the data file."""

from dataclasses import fields

import pytest

from dragoman.actors.mentions.words import (
    Words,
    by_first_words,
    by_word,
    joined,
    kinds_of,
    openers_of,
    rows,
    sets,
    times,
    words,
    years,
)
from dragoman.datafiles import Entry, data_file
from dragoman.errors import InvalidRecord

PERIODS = [("1963-1964", (1963, 1964)), ("1990-", (1990, 9999)), (-1922, (0, 1922)), ("-1922", (0, 1922))]


@pytest.mark.parametrize(("period", "expected"), PERIODS)
def test_a_period_is_two_years(period: str | int, expected: tuple[int, int]) -> None:
    assert years(period) == expected
    assert times(Entry("data", {"MLT": {"king": [period]}})) == {"MLT": {"king": (expected,)}}


def test_a_period_that_is_none_is_named() -> None:
    with pytest.raises(InvalidRecord, match=r"data: MLT\.king: expected a list of periods"):
        times(Entry("data", {"MLT": {"king": ["since 1963"]}}))


def test_lists_by_key() -> None:
    lists = {"a": ["x", "y"], "b": ["z"]}
    assert sets(lists) == {"a": {"x", "y"}, "b": {"z"}}
    assert rows(lists) == {"a": ("x", "y"), "b": ("z",)}
    assert joined(lists) == {"x", "y", "z"}
    assert by_word(lists) == {"x": "a", "y": "a", "z": "b"}


def test_phrases_stand_under_their_first_two_words_the_longest_first() -> None:
    found = by_first_words(["the two", "the two big countries", "the two countries", "Women"])
    two = (("the", "two", "big", "countries"), ("the", "two", "countries"), ("the", "two"))
    assert found == {"the": {"two": two}, "women": {"": (("women",),)}}


def test_what_definite_phrases_stand_for() -> None:
    lists = {
        "pair": ["the two sides"],
        "pronouns": {"he": ["he"]},
        "actors": {"the nordic countries": ["DNK"]},
        "counted": {"leads": ["the"], "numbers": {"six": 6}, "nouns": ["states", "countries"]},
    }
    assert kinds_of(Entry("data", lists)) == {
        "the two sides": "pair",
        "the nordic countries": "actors",
        "the six states": "counted",
        "the six countries": "counted",
    }


def test_a_mention_may_begin_with_the_words_of_any_list_that_has_some() -> None:
    raw = {
        "titles": {"heads": ["envoy"], "modifiers": ["deputy"]},
        "bodies": {"plurals": {"coast guards": "coast guard"}, "unarticled": ["council"]},
        "collectives": {
            "pair": ["both sides"],
            "pronouns": {"he": ["she"]},
            "actors": {"nordic countries": ["DNK"]},
            "counted": {"leads": ["these"], "numbers": {"six": 6}, "nouns": ["states"]},
        },
        "groups": ["Civil society"],
        "grammar": {"definite": ["the"]},
        "group_heads": ["families"],
        "described_groups": ["men"],
    }
    assert openers_of(Entry("data", raw)) == {
        "envoy", "deputy", "coast", "council", "both", "she", "nordic", "these", "civil", "the", "families", "men",
        "two",
    }  # fmt: skip


def test_the_shipped_words_are_read_once_and_none_is_empty() -> None:
    assert words() is words()
    assert [one.name for one in fields(Words) if not getattr(words(), one.name)] == []


def test_a_file_is_parsed_once_for_all_words_in_it(monkeypatch: pytest.MonkeyPatch) -> None:
    parsed: list[str] = []

    def counted(name: str) -> object:
        parsed.append(name)
        return data_file(name)

    monkeypatch.setattr("dragoman.actors.mentions.words.data_file", counted)
    assert words.__wrapped__() == words()
    assert len(parsed) == len(set(parsed))


def test_the_shipped_words_say_what_the_grammar_asks_of_them() -> None:
    known = words()
    assert known.collective_kind["the two countries"] == "pair"
    assert known.collective_kind["the six countries"] == "counted"
    assert ("civil", "society") in known.groups["civil"]["society"]
    assert "minister" in known.title_heads & known.openers
    assert "serbia" not in known.openers
    assert "USD" in known.currencies
