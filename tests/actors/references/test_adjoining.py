"""Whom a pronoun or an office means by what stands right before it: (text, mention, actors of the last one)."""

import pytest

from linked_samples import last

JOINED = [
    ("Chad thanked EUFOR and its commander.", "its", ("EU/EUFOR Althea",)),
    ("The minister of Mali thanked Chad's President Jo Lind for his help.", "his", ("TCD/Jo Lind",)),
    ("Minister Jo Lind of Chad met Minister Al Mora of Peru and his delegation.", "his", ("PER/Al Mora",)),
    ("Hezbollah left. Israel praised Chad and its army.", "its", ("TCD",)),
    ("The Permanent Council of the Organization of American States (OAS) praised Haiti and its plan.", "its", ("HTI",)),
    ("Chad praised the European Union (EU) and its council.", "its", ("EU",)),
    ("Ireland has included Zambia among the focus countries for its aid.", "its", ("IRL",)),
    # A phrase between commas.
    ("The Security Council of the United Nations (UN), at its session, thanked Peru.", "its", ("UN/Security Council",)),
    ("Jo Lind, President of Fiji, met President Al Mora of Tonga, for his part, in Samoa.", "his", ("TON/Al Mora",)),
    ("President Jo Lind of Fiji met President Al Mora of Tonga, on his visit, in Samoa.", "his", ("FJI/Jo Lind",)),
]  # fmt: skip
WISHED = [
    ("Chad's President Jo Lind congratulated Mali's President Al Mora on his plan.", "his", ("MLI/Al Mora",)),
    ("Chad's President Jo Lind consulted Mali's President Al Mora on his plan.", "his", ("TCD/Jo Lind",)),
    ("Minister Jo Lind of Chad congratulated Dr Al Mora on his appointment.", "his", ("/Al Mora",)),
    ("Minister Jo Lind of Chad felicitated Dr Al Mora, who leads UNDP, on his post.", "his", ("/Al Mora",)),
    ("Norway thanked the Lithuanian delegation for their hospitality.", "their", ("LTU/Delegation",)),
    ("Fiji thanked the Government and the people of Tonga for their aid.", "their", ("TON", "/People of Tonga")),
    # What is asked for somebody.
    ("Minister Jo Lind of Chad asked Peru to free Bo Berg and ensure his safe return.", "his", ("/Bo Berg",)),
    ("Minister Jo Lind of Chad asked Peru to free Bo Berg and ensure his safe return. They agreed, she said.", "she",
     ("TCD/Jo Lind",)),
    ("Minister Jo Lind of Chad met Minister Al Mora of Peru and ensured her support.", "her", ("TCD/Jo Lind",)),
    ("Norway urged Chad to free the farmers and ensure their safe return.", "their", ("/Farmers",)),
]  # fmt: skip
OWNED = [
    ("Kenya praised Malawi's economy and its army.", "its", ("MWI",)),
    ("Qatar values Norway's role in the talks as well as its help.", "its", ("NOR",)),
    ("Peru has changed since Paraguay's defeat in the war and its loss of land.", "its", ("PRY",)),
    ("Norway noted the Kenyan government's policy to expand its presence.", "its", ("KEN",)),
    ("Norway used the Kenyan government's port to expand its presence.", "its", ("NOR",)),
    ("Togo noted Kenya's plan to widen its ports.", "its", ("KEN",)),
]  # fmt: skip
OFFICES = [
    # In whose capacity somebody speaks, and what he is besides.
    ("Minister Jo Lind of Chad came. In her capacity as the Partnership's Co-chair, she left.", "she",
     ("TCD/Jo Lind",)),
    ("Minister Jo Lind of Chad left her post as Peru's Vice-President.", "Peru's Vice-President", ("TCD/Jo Lind",)),
    ("Chad's Minister Bo Berg, the ECOWAS envoy on Togo, praised his work.", "his", ("TCD/Bo Berg",)),
    ("Fiji's Minister Jo Lind, the incoming SADC chair, praised Tonga.", "SADC chair", ("FJI/Jo Lind",)),
    ("Fiji's Minister Jo Lind, the SADC chair, and Tonga agreed.", "SADC chair", ("SADC",)),
    ("Jo Lind, President of Peru and Chair of the OAS, spoke.", "Chair of the OAS", ("PER/Jo Lind",)),
    ("Jo Lind, President of Peru and the Chair of the OAS, spoke.", "Chair of the OAS", ("OAS/Chair of the OAS",)),
]  # fmt: skip


@pytest.mark.parametrize(("text", "mention", "actors"), [*JOINED, *WISHED, *OWNED, *OFFICES])
def test_who_stands_beside_is_meant(text: str, mention: str, actors: tuple[str, ...]) -> None:
    assert last(text, mention) == actors
