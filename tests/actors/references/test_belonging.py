"""Whose "its" is where somebody else is named nearer to it: (text, actor of the last "its")."""

import pytest

from linked_samples import last

OPENING = [
    ("Jordan's relations with neighbouring Syria formed the core of its policy.", "JOR"),
    ("Fiji's exports to China were worth 20 million dollars, while its imports were worth 30 million.", "FJI"),
    ("Nepal's trade with India fell, and its exports fell too.", "NPL"),
    ("China's investment in Kenya has strengthened its economy.", "KEN"),
    ("Mali's ties with its neighbour Niger are close, and Niger praised its help.", "NER"),
    ("Fiji's sales to Samoa were small, while its purchases were large.", "FJI"),
    ("Fiji's war with Samoa over its islets ended.", "WSM"),
    ("Samoa came. Fiji traded with Samoa and its imports fell.", "WSM"),
]
HELPED = [
    ("Norway stands with Chad as it recovers and opens its ports.", "TCD"),
    ("Norway met Chad as it opened its ports.", "NOR"),
    ("Norway works with Chad as it opens its ports.", "NOR"),
    ("Fiji joined Samoa while it rebuilt its port.", "WSM"),
]
DEEDS = [
    ("Latvia praised Norway's seizure of drugs in its ports.", "NOR"),
    ("Latvia said that Minsk's expulsion of six of its diplomats was wrong.", "LVA"),
    ("Gabon feared Cameroonian seizure of its wells.", "GAB"),
    ("Gabon feared Cameroonian control of its wells.", "CMR"),
    ("Togo deplored Benin's bombing of its port.", "TGO"),
    ("Togo deplored Benin's neglect of its port.", "BEN"),
]
ENTERED = [
    ("Ghana complained that the Togolese army had fired shells across the border into its territory.", "GHA"),
    ("Ghana said that Togo had held elections on its territory.", "TGO"),
    ("Togo said that Beninese boats had entered its waters.", "TGO"),
    ("Togo said that Beninese boats had left its waters.", "BEN"),
]
GOING_ON = [
    ("Egypt criticised Sudan, saying Khartoum was in the way and vowing to continue its work.", "EGY"),
    ("Togo warned Benin, hinting that Cotonou was wrong and vowing to defend its port.", "TGO"),
]


@pytest.mark.parametrize(("text", "actor"), [*OPENING, *HELPED, *DEEDS, *ENTERED, *GOING_ON])
def test_whose_its_is_by_the_grammar(text: str, actor: str) -> None:
    assert last(text, "its") == (actor,)
