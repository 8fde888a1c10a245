"""Who holds an office that is named without a person: (text, mention, actor)."""

import pytest

from linked_samples import PERU, joined, last

GHANA = "Ghanaian President Jo Lind came to Oslo."
MALTA = "The Deputy Prime Minister and Minister of Foreign Affairs of Malta Jo Lind came."
HELD = [
    (f"{GHANA} The President of the Republic of Ghana left.", "President of the Republic of Ghana", "GHA/Jo Lind"),
    (f"{GHANA} The Ghanaian head of state left.", "Ghanaian head of state", "GHA/Jo Lind"),
    (f"{GHANA} The new President of Ghana left.", "President of Ghana", "GHA/President of Ghana"),
    (f"{GHANA} The first visit of a Ghanaian President was in 1999.", "Ghanaian President", "GHA/President"),
    (
        "The President of the Senate of Ghana, Jo Lind, came. The Ghanaian President left.",
        "Ghanaian President",
        "GHA/President",
    ),
    ("Former Ghanaian President Jo Lind came. The Ghanaian President left.", "Ghanaian President", "GHA/President"),
    ("Kenya mourned the late Emir of Qatar, Jo Lind. The Emir of Qatar wrote.", "Emir of Qatar", "QAT/Emir of Qatar"),
    ("Kenya mourned the late Emir of Qatar, Jo Lind. The late Emir of Qatar wrote.", "Emir of Qatar", "QAT/Jo Lind"),
    ("Indian Prime Minister Jo Lind came. The Indian Premier left.", "Indian Premier", "IND/Jo Lind"),
    ("Indian Deputy Prime Minister Jo Lind came. The Indian Premier left.", "Indian Premier", "IND/Premier"),
    (
        "Indian Deputy Prime Minister Jo Lind came. The Indian Deputy Premier left.",
        "Indian Deputy Premier",
        "IND/Jo Lind",
    ),
    (f"{MALTA} The Maltese Foreign Minister left.", "Maltese Foreign Minister", "MLT/Jo Lind"),
    (f"{MALTA} The Maltese Prime Minister left.", "Maltese Prime Minister", "MLT/Prime Minister"),
    ("Latvian Ambassador Jo Lind came. Each Latvian Ambassador left.", "Latvian Ambassador", "LVA/Ambassador"),
    ("Jo Lind, a Latvian Ambassador, came.", "Jo Lind", "LVA/Jo Lind"),
    ("OSCE Secretary General Jo Lind came. The SG left.", "SG", "OSCE/Jo Lind"),
    ("Norway came. The SG left.", "SG", ""),
    (f"{GHANA} It was the first visit of a foreign President.", "President", ""),
    # A prime minister is "the Minister" only where there is no other.
    ("Oman sent Minister Jo Lind. Prime Minister Al Mora of Oman left. The Minister spoke.", "Minister", "OMN/Jo Lind"),
    ("Prime Minister Al Mora of Oman left. The Minister spoke.", "Minister", "OMN/Al Mora"),
    # Whom a plain word means.
    ("Latvian Minister Jo Lind met Estonia. The Latvian official left.", "Latvian official", "LVA/Jo Lind"),
    ("Latvian Minister Jo Lind met Estonia. A Latvian official left.", "Latvian official", "LVA"),
    ("Latvian Minister Jo Lind met an official. The Latvian official left.", "Latvian official", "LVA"),
    ("Latvian Ministers Jo Lind and Al Mora left. The Latvian official left.", "Latvian official", "LVA"),
    # As what somebody does something.
    ("Jo Lind met Mr. Mora as Prime Minister of the day.", "Mr. Mora", "/Mora"),
    ("Oman met Mr. Lind. It is the first time Mr. Lind visits Oman as Prime Minister.", "Prime Minister", "/Lind"),
    ("Oman left. Peru named Jo Lind as the ambassador to Oman.", "ambassador to Oman", "PER/Jo Lind"),
    ("Oman met Mr. Lind as well as the Prime Minister.", "Prime Minister", "OMN/Prime Minister"),
    ("Peru left. Mr. Lind visits it as the Trade Minister left.", "Trade Minister", "PER/Trade Minister"),
    ("Peru left. Succeeding Mr. Lind, he left as Trade Minister.", "Trade Minister", "PER/Trade Minister"),
]


OWN = [
    ("President Lind met President Mora of Chad. The President told Oman so.", "President", "PER/Lind"),
    ("Minister Jo Lind met her Chadian counterpart, Al Mora. The minister thanked Oman.", "minister", "PER/Jo Lind"),
    ("President Mora of Chad met President Lind. The President told Oman so.", "President", "PER/Lind"),
    ("President Lind left. President Mora of Chad met Oman. The President told Mali so.", "President", "TCD/Mora"),
    ("The Ambassador of Chad, Jo Lind, came. The envoy thanked Peru.", "envoy", "TCD/Jo Lind"),
    ("High Commissioner Jo Lind of Malawi came. The envoy thanked Peru.", "envoy", "MWI/Jo Lind"),
    ("Minister Jo Lind of Chad came. The envoy thanked Peru.", "envoy", "PER/Envoy"),
]


@pytest.mark.parametrize(("text", "mention", "actor"), OWN)
def test_who_holds_an_office_on_a_governments_page(text: str, mention: str, actor: str) -> None:
    assert joined(last(text, mention, PERU)) == actor


@pytest.mark.parametrize(("text", "mention", "actor"), HELD)
def test_who_holds_an_office(text: str, mention: str, actor: str) -> None:
    assert (joined(last(text, mention)) or "") == actor
