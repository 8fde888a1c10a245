"""What may fill a role in a window."""

from __future__ import annotations

import pytest

from dragoman.reading.candidates import (
    ELSEWHERE,
    HERE,
    HOWS,
    TRAITS,
    Entity,
    in_reach,
    places,
    trait_of,
    type_index,
)
from dragoman.reading.prepared import OUTSIDE, Prepared, View, prepare
from dragoman.reading.windows import PUBLISHER_AT
from reader_samples import NEWS, document, tokenizer

TITLE = "Chile and Peru in talks"


def prepared(text: str, **sides: str) -> Prepared:
    return prepare(document(text, **sides), tokenizer())


def entity(view: View, actor: str) -> Entity:
    return next(e for e in view.entities if e.actor == actor)


def test_an_actor_has_every_place_that_names_it() -> None:
    found = prepared("Norway signed a treaty. Norway ratified it. It left.")
    [view] = found.views
    places = {found.mentions[s.index].text for s in entity(view, "NOR").slots if s.index != OUTSIDE}
    assert "Norway" in places
    assert len([s for s in entity(view, "NOR").slots if s.index != OUTSIDE]) >= 2


def test_every_slot_covers_the_words_of_what_it_stands_for() -> None:
    made = document(NEWS, title=TITLE, publisher="Chile")
    found = prepare(made, tokenizer())
    for view in found.views:
        spans = view.window.spans
        for slots, items in (
            ([s for e in view.entities for s in e.slots if s.index != OUTSIDE], found.mentions),
            (view.dates, found.dates),
            (view.values, found.values),
        ):
            for slot in slots:
                assert 0 <= slot.first < slot.last <= len(view.window.ids)
                item = items[slot.index]
                inside = [(s, e) for s, e in spans[slot.first : slot.last].tolist() if e > s]
                assert inside
                assert all(s < item.end and e > item.start for s, e in inside)


def test_the_publisher_may_fill_a_role() -> None:
    [view] = prepared("We signed a treaty with Peru.", publisher="Government of Norway").views
    slots = entity(view, "NOR").slots
    assert any(s.type == HOWS.index("publisher") and s.first == PUBLISHER_AT for s in slots)


def test_a_publishing_body_stands_for_its_state_too() -> None:
    [view] = prepared("A treaty was signed.", publisher="US Department of State").views
    assert "USA" in {e.actor for e in view.entities}


def test_who_the_document_is_about_may_fill_a_role() -> None:
    [view] = prepared("A treaty was signed.", publisher="NATO").views
    context = {e.actor for e in view.entities for s in e.slots if s.type == HOWS.index("context")}
    assert "NATO" in context


def test_unknown_types_are_the_first() -> None:
    assert type_index("no such", HOWS) == 0
    assert type_index("seat", HOWS) == HOWS.index("seat")


def in_reach_of(text: str, sentence: int) -> tuple[Prepared, dict[str, list[tuple[str, int]]]]:
    """What stands in the reach of a sentence: each actor's texts there and where they stand."""
    found = prepared(text)
    [view] = found.views
    all_slots = places(view)
    picked, where = in_reach(all_slots, sentence)
    texts: dict[str, list[tuple[str, int]]] = {}
    for slot, standing in zip(picked.tolist(), where.tolist(), strict=True):
        if all_slots.entity[slot] >= 0 and all_slots.index[slot] != OUTSIDE:
            mention = found.mentions[all_slots.index[slot]]
            texts.setdefault(view.entities[all_slots.entity[slot]].actor, []).append((mention.text, standing))
    return found, texts


def test_an_actor_that_the_sentence_names_is_taken_from_there_alone() -> None:
    _, texts = in_reach_of("Norway gave aid. Norway met Chile. Norway left.", 1)
    assert texts["NOR"] == [("Norway", HERE)]


def test_an_actor_that_the_sentence_does_not_name_is_taken_from_its_last_place_before() -> None:
    _, texts = in_reach_of("Peru left. Peru came. Norway met Chile. Peru said no.", 2)
    assert texts["PER"] == [("Peru", ELSEWHERE)]
    _, later = in_reach_of("Norway met Chile. Peru said no.", 0)
    assert later["PER"] == [("Peru", ELSEWHERE)]


def test_dates_and_values_are_of_the_sentence_alone() -> None:
    found = prepared("Norway gave 5 million euros in 2014. Chile gave 3 million euros in 2015.")
    [view] = found.views
    all_slots = places(view)
    picked, _ = in_reach(all_slots, 1)
    assert [found.dates[all_slots.index[i]].date for i in picked.tolist() if i in all_slots.dates] == ["2015"]
    assert [found.values[all_slots.index[i]].number for i in picked.tolist() if i in all_slots.values] == [3000000]


@pytest.mark.parametrize(
    ("actor", "publisher", "other"),
    [("SRB", "NOR", "SRB/Ministry of Interior"), ("SRB", "NOR", "CHL"), ("SRB", "SRB/Government", "NOR")],
)
def test_traits_tell_actors_apart(actor: str, publisher: str, other: str) -> None:
    ranks = {"SRB": 0, "NOR": 1}
    traits = {trait_of(a, publisher, ranks) for a in (actor, other)}
    assert len(traits) == 2
    assert all(0 <= trait < TRAITS for trait in traits)
