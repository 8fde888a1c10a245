"""Who speaks: by a label at the start of a line, and in quotation marks."""

import pytest

from dragoman.actors.directory import directory
from dragoman.actors.linking import linked
from linked_samples import PERU, document, last, link


def test_transcript_labels_say_who_we_are() -> None:
    text = "SECRETARY BLINKEN: We agree.\n\nFOREIGN MINISTER PAET: We do too.\n\n"
    text += "Estonian Foreign Minister Urmas Paet came."
    pronouns = [m.actors for m in link(text, publisher="US Department of State") if m.text == "We"]
    assert pronouns == [("USA",), ("EST",)]


LABELS = [
    ("MINISTER LIND (Chad): We agree.\n\nMinister Jo Lind of Chad came.", ["TCD"]),
    ("They met Chadian Minister Jo Lind: We agree.", ["PER"]),  # a colon within a sentence is no label
    ("Chad: We agree.", ["PER"]),  # a state has no label
]


@pytest.mark.parametrize(("text", "actors"), LABELS)
def test_only_a_person_before_a_colon_at_the_start_of_a_line_is_a_label(text: str, actors: list[str]) -> None:
    assert [actor for m in link(text, PERU) if m.text == "We" for actor in m.actors] == actors


QUOTED = [
    ("President Jo Lind of Chad said: “We thank Mali.” They left.", [("We thank Mali.", ("TCD/Jo Lind",))]),
    ("Chad said that “we will help Mali”.", [("we will help Mali", ("TCD",))]),
    ("The “Open Doors” plan helps Mali.", []),
]


@pytest.mark.parametrize(("text", "quoted"), QUOTED)
def test_quotations_have_the_one_who_is_quoted(text: str, quoted: list[tuple[str, tuple[str, ...]]]) -> None:
    found = linked(document(text, PERU), directory()).quoted
    assert [(text[q.start : q.end], q.actors) for q in found] == quoted


OTHERS = [
    ("MINISTER LIND: We do all to stop him.", "him", None),
    ("MINISTER LIND: President Al Mora of Mali came. I thank him for his help.", "his", "MLI/Al Mora"),
    ("On trade\n\nJo Lind, Minister of Trade\n\nMR LIND: Yes.\n\nQUESTION: Has he left?", "he", None),
    ("On the trial\n\nJo Lind, Minister of Trade\n\nWe saw her trial.", "her", None),
    ("MINISTER LIND: We left.\n\nMinister Lind then rose. He left.", "He", "PER/Lind"),
    ("MINISTER LIND: Minister Lind, as they say, is old. He left.", "He", "PER/Lind"),
]


@pytest.mark.parametrize(("text", "pronoun", "actor"), OTHERS)
def test_who_speaks_or_signs_is_no_he(text: str, pronoun: str, actor: str | None) -> None:
    assert last(text, pronoun, PERU) == ((actor,) if actor else None)
