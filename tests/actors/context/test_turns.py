"""Who asks in a record of questions and answers, and whose conference it is."""

import pytest

from dragoman.actors.context.turns import gives_conference, is_asked

ASKED = [
    # What is called a question.
    ("Q: What do you|", "", True),
    ("Q. Did they|", "", True),
    ("Question 2: did they|", "", True),
    ("Question. Did they|", "", True),
    ("Q: Who came?\nSecond question: did they|", "", True),
    ("Question: did they|", "", True),
    ("Q3. We expect|", "", False),
    ("A: We came|", "", False),
    ("They met in Lima|", "", False),
    # A turn ends where another begins.
    ("Q: Who came?\n\nA: They|", "", False),
    ("Q: Who came?\nMinister Roth: They|", "", False),
    ("Q: Who came, and\nwho left|", "", True),
    ("A: They came.\n\nQ: Who|", "", True),
    # At somebody's conference others ask.
    ("The Herald: who|", "MLT/Ida Roth", True),
    ("The Herald: who|", "", False),
    ("Ida Roth: they|", "MLT/Ida Roth", False),
    ("Ms Roth: they|", "MLT/Ida Roth", False),
    ("Spokesperson: they|", "MLT/Ida Roth", False),
    ("Answer: they|", "MLT/Ida Roth", False),
    ("They left|", "MLT/Ida Roth", False),
]


@pytest.mark.parametrize(("text", "speaker", "asked"), ASKED)
def test_whether_one_is_asked_where_the_stroke_stands(text: str, speaker: str, asked: bool) -> None:
    assert is_asked(text.replace("|", " us?"), text.index("|"), speaker) is asked


def test_a_paragraph_is_looked_back_over_for_a_while_only() -> None:
    assert is_asked(f"Q: {'so ' * 1000}", 2900)
    assert not is_asked(f"Q: {'so ' * 2000}", 5900)


CONFERENCES = [
    ("Foreign Ministry Spokesperson Ida Roth's Regular Press Conference", "Ida Roth", True),
    ("Ida Roth’s Daily Briefing on 3 May", "Ida Roth", True),
    ("Spokesperson Ida Roth's Visit to Malta", "Ida Roth", False),
    ("Press Conference with Ida Roth", "Ida Roth", False),
    ("Oskar Tamm's Press Conference", "Ida Roth", False),
    ("'s Press Conference", "", False),
]


@pytest.mark.parametrize(("title", "name", "gives"), CONFERENCES)
def test_whose_conference_it_is(title: str, name: str, gives: bool) -> None:
    assert gives_conference(title, name) is gives
