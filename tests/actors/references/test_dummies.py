"""Words for nobody: "it" that stands for no actor, and for a treaty or the like: (text, pronoun, actors)."""

import pytest

from linked_samples import last

NOBODY = [
    "It has been two years since they left", "It was outlined how they left", "It is not clear if they left",
    "It is now clear that they left", "It will not be easy to leave", "This makes it clear that they left",
    "That made it possible to leave", "Peru considers it a great honour to leave", "Peru finds it vital that they left",
    "It was the first visit by Peru", "It was envoy Jo Lind who left", "It gives Peru great pleasure to leave",
    "Peru said how important it is to leave", "It was stressed by the parties that they left",
    "Here it must suffice to say that they left", "It would be the next Spanish minister who left",
    "It is very unlikely any war will follow",
    "Peru came whenever it was convenient", "It enters into force today", "It does not mean war",
    "Peru left, describing it as good", "It was attended by Peru", "It is extremely important to leave",
    "It is likely that they left", "It goes without saying", "It was sad to hear that they left",
    "It was noted by Peru that they left",
    "It’s very good to leave", "It is great to be here", "It was something that they wanted", "It is up to the voters",
    "It’s why they left", "Much is won when it comes to trade", "They came to turn it into a plan",
    "It is our belief that they left", "It was agreed to leave", "It is open to all friends",
]  # fmt: skip


@pytest.mark.parametrize("sentence", NOBODY)
def test_it_is_nobody(sentence: str) -> None:
    assert last(f"Chad met Mali. {sentence}.", "It") is None
    assert last(f"Chad met Mali. {sentence}.", "it") is None


SOMEBODY = [
    "It is known for its ports",
    "It is the only country that left",
    "It depends on trade",
    "It has been a member since March",
    "It has agreed to leave",
    "It is concerned that they left",
    "It was able to leave",
    "It is bound by the treaty that Peru signed",
    "It is one of two that left",
    "It is of the view that they left",
    "It was recognised by Peru",
    "It has been a member for years since the war",
    "It was elected on the first day",
    "It was founded by Jo Lind who left",
    "It is likely to leave",
    "It is unlikely to leave",
    "It gave Peru time to leave",
    "It goes to the polls",
    "It will open all its ports",
    "It believes it has the right to leave",
    "It gave no details",
    "It comes to Lima",
    "It is a great ally",
    "It was about to leave",
    "They came to ensure it has ports",
    "They did all to deter it",
]


@pytest.mark.parametrize("sentence", SOMEBODY)
def test_it_is_somebody(sentence: str) -> None:
    found = (last(f"Chad met Mali. {sentence}.", it) for it in ("It", "it"))
    assert next((actors for actors in found if actors), None) == ("TCD",)


THINGS = [
    ("Chile and Peru signed a treaty. It contains four goals.", "It", None),
    ("Chile and Peru signed a treaty. It contains four goals. They are simple.", "They", None),
    ("Norway and Peru signed a treaty. It entered into force.", "It", None),
    ("Grants for EBRD projects were signed. They include roads.", "They", None),
    ("The programme is run by the UN. It is open to all.", "It", None),
    ("The UN signed a treaty. It thanked Chad.", "It", ("UN",)),
    ("Chad held an exercise. It will apply for help.", "It", ("TCD",)),
    ("The UN met Chad. It includes many states.", "It", ("UN",)),
    ("Norway met Chad. The Chad resolution bans arms. It names Mali.", "It", None),
    ("The joint statement condemned Chad. It said the war must end.", "It", None),
    ("The joint statement condemned Chad. “The war must end,” it said.", "it", None),
    ("The port of Jolu lies in Chad. It grew.", "It", None),
    ("The plan was made by Chad. It welcomed the help.", "It", ("TCD",)),
    ("Chad welcomes the plan. It will stay.", "It", ("TCD",)),
    ("Under the plan, Chad sends arms. It will stay.", "It", ("TCD",)),
    ("The plan commission of Chad left. It will stay.", "It", ("TCD",)),
    ("Chad is big. It is hardly an exaggeration to say so.", "It", None),
    ("Italy launched a rocket. It flew about 300 kilometres.", "It", None),
    ("Italy launched a rocket. It praised Chad.", "It", ("ITA",)),
    ("Norway attacked the convoy as it was patrolling the road.", "it", None),
    ("Peru and Chile signed an accord. It followed long talks.", "It", None),
    ("Iceland has said that Canada will attend it.", "it", None),
    ("Nepal suffers from drought and also condemns it.", "it", None),
    ("Nepal will leave if others recognise it.", "it", ("NPL",)),
]


@pytest.mark.parametrize(("text", "mention", "actors"), THINGS)
def test_it_is_a_treaty(text: str, mention: str, actors: tuple[str, ...] | None) -> None:
    assert last(text, mention) == actors


TIES = [
    ("Laos will review its relations with Nepal and deepen them.", "them", None),
    ("Relations of Mali with Israel were cut, and they were not restored.", "they", None),
    ("Chad and Mali have good relations. They were restored in 1990.", "They", None),
    ("Chad and Mali have good relations. They established a council.", "They", ("TCD", "MLI")),
    ("Laos praised the farmers and helped them.", "them", ("/Farmers",)),
]


@pytest.mark.parametrize(("text", "mention", "actors"), TIES)
def test_they_are_ties(text: str, mention: str, actors: tuple[str, ...] | None) -> None:
    assert last(text, mention) == actors
