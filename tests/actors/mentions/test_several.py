"""Bodies of several states, and lists of bodies: (text, mention, actors of the last mention with that wording)."""

import pytest

from linked_samples import PERU, last, link

SEVERAL = [
    # One of each.
    ("The Ministries of Health of Chad and Niger met.", "Ministries of Health of Chad and Niger",
     ("TCD/Ministry of Health", "NER/Ministry of Health")),
    ("The foreign ministries of Chad and Mali met.", "foreign ministries of Chad and Mali",
     ("TCD/Foreign ministry", "MLI/Foreign ministry")),
    ("The Parliaments of Chad, Mali and the Niger met.", "Parliaments of Chad, Mali and the Niger",
     ("TCD/Parliament", "MLI/Parliament", "NER/Parliament")),
    ("The Ministries of Finance and of Health of Chad met.", "Ministries of Finance and of Health of Chad",
     ("TCD/Ministries of Finance and of Health",)),
    ("The Ministry of Health of Chad and Niger met.", "Ministry of Health of Chad", ("TCD/Ministry of Health",)),
    ("The Ministries of Trade of Chad, Mali's friend, met.", "Ministries of Trade of Chad",
     ("TCD/Ministries of Trade",)),
    # Whose the first of a list is.
    ("They met the UK Department for Transport (DfT), Department for Education and Ministry of Defence.",
     "Ministry of Defence", ("GBR/Ministry of Defence",)),
    ("Chad's Coastguard and Navy left.", "Navy", ("TCD/Navy",)),
    ("Chad's Navy left the Ministry of Defence of Mali and Ministry of Trade.", "Ministry of Trade",
     ("PER/Ministry of Trade",)),
    # Those of a state and of an organisation.
    ("German and UN officials met.", "German and UN officials", ("DEU", "UN")),
    ("Maltese and EU ambassadors left Chad.", "Maltese and EU ambassadors", ("MLT", "EU")),
    ("The EU and German officials met.", "German officials", ("DEU",)),
    ("France met the governments of Togo, Mali and Benin.", "governments of Togo, Mali and Benin",
     ("TGO", "MLI", "BEN")),
    ("The armed forces of Chad and Niger met.", "armed forces of Chad and Niger",
     ("TCD/Armed forces", "NER/Armed forces")),
    ("The government of Chad and Mali met.", "government of Chad", ("TCD",)),
    # Of two and of neither alone.
    ("A Joint Commission was set up by Chad and Mali.", "Joint Commission", ("/Joint Commission",)),
    ("Chad and Mali set up a Joint Committee on Trade. The Joint Committee on Trade met.", "Joint Committee on Trade",
     ("/Joint Committee on Trade",)),
    ("The Joint Committee on Trade met.", "Joint Committee on Trade", ("PER/Joint Committee on Trade",)),
    ("Chad and Mali met the Joint Standing Committee on Trade.", "Joint Standing Committee on Trade",
     ("PER/Joint Standing Committee on Trade",)),
    ("Chad's Joint Committee on Trade met Mali.", "Chad's Joint Committee on Trade", ("TCD/Joint Committee on Trade",)),
    # Joined by a hyphen.
    ("The Ukraine-NATO Interparliamentary Council met.", "The Ukraine-NATO Interparliamentary Council",
     ("/Ukraine-NATO Interparliamentary Council",)),
    ("The EU-Moldova Association Council met.", "EU-Moldova Association Council", ("/EU-Moldova Association Council",)),
    ("The Chad-Niger Joint Commission on Trade met.", "Chad-Niger Joint Commission on Trade",
     ("/Chad-Niger Joint Commission on Trade",)),
    ("The Chad-Niger Joint Roads Fund met.", "Chad-Niger Joint Roads Fund", ("/Chad-Niger Joint Roads Fund",)),
    ("The Franco-German Council met.", "Franco-German Council", ("/Franco-German Council",)),
    ("The EU-Serbia Stabilisation and Association Council met.", "EU-Serbia Stabilisation and Association Council",
     ("/EU-Serbia Stabilisation and Association Council",)),
    ("The NATO-Georgia Commission met.", "NATO-Georgia Commission", ("NATO/NATO-Georgia Commission",)),
    ("Chad-Mali talks on the Trade Council began.", "Mali", ("MLI",)),
    ("Peru summoned ambassadors of Chad and Mali.", "ambassadors of Chad and Mali", ("TCD", "MLI")),
    ("Peru summoned ambassadors of the EU.", "ambassadors", ("/Ambassadors",)),
    ("Chad and Mali met in the Interstate Council.", "Interstate Council", ("/Interstate Council",)),
]  # fmt: skip


@pytest.mark.parametrize(("text", "mention", "actors"), SEVERAL)
def test_bodies_of_several(text: str, mention: str, actors: tuple[str, ...]) -> None:
    assert last(text, mention, PERU, head=True) == actors


def test_the_states_of_a_joint_body_are_named_in_it() -> None:
    found = {m.text: m.actors for m in link("The Chad-Niger Joint Commission met.", PERU) if not m.head}
    assert found == {"Chad": ("TCD",), "Niger": ("NER",)}
