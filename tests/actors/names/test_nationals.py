"""Where a word for the people of a state is told of the state, and where of some people."""

import pytest

from linked_samples import last

TOLD = [
    ("The Poles recalled their ambassador.", "Poles", "POL"),
    ("The Poles recalled their ambassador to Chad.", "their", "POL"),
    ("The Poles had then signed a treaty with the Turks.", "Turks", "TUR"),
    ("Two envoys were expelled by the Danes.", "Danes", "DNK"),
    ("Chad distrusted the Soviets.", "Soviets", "SUN"),
    # Some people, and others than the state's.
    ("The Poles living in London protested.", "Poles", "/Poles"),
    ("Some Poles signed a letter.", "Poles", "/Poles"),
    ("The Poles in London left. The Poles signed a letter.", "Poles", "/Poles"),
    ("The Bosnian Serbs met NATO. The Serbs attacked Tuzla.", "Serbs", "/Serbs"),
    ("The Mongols invaded Chad.", "Mongols", "/Mongols"),
    ("The Poles signing were old.", "Poles", "/Poles"),
    ("The Poles expelled from Chad left.", "Poles", "/Poles"),
    ("The Poles sent home by Chad left.", "Poles", "/Poles"),
    ("The Poles withdrew from Chad.", "Poles", "POL"),
]


@pytest.mark.parametrize(("text", "mention", "actor"), TOLD)
def test_whom_a_word_for_people_means(text: str, mention: str, actor: str) -> None:
    assert last(text, mention, date="1985-06-01") == (actor,)
