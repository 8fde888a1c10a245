"""Two offices of one person, and an office and a name that stand apart: (text, mention, actor)."""

from functools import partial

import pytest

from linked_samples import PERU, first

actors_of = partial(first, publisher=PERU, head=True)

CASES = [
    # A second office, behind "and", a dash or a comma, and a part of an organisation.
    ("H.E. Jo Lind, President of Chad and Chair of the OAS, came.", "Chair of the OAS", "TCD/Jo Lind"),
    ("Jo Lind, President of Chad and the Chair of the OAS, came.", "Chair of the OAS", "OAS/Chair of the OAS"),
    ("UN Envoy for Iraq, Head of UNAMI, Jo Lind came.", "UN Envoy for Iraq, Head of UNAMI, Jo Lind", "UN/Jo Lind"),
    ("Jo Lind, Deputy Foreign Minister, SOM Leader of Chad, came.", "Jo Lind", "TCD/Jo Lind"),
    ("Jo Lind, former President of Chad and OAS Mediator for Mali, Mr Al Mora, President of Chile, came.", "Mr Al Mora",
     "CHL/Al Mora"),
    ("Jo Lind, World Bank task team leader for the Rural Roads Recovery project, came.", "Jo Lind", "WB/Jo Lind"),
    # A state's -s is no plural.
    ("Ambassador Jo Lind, Permanent Representative of Cyprus, came.", "Permanent Representative of Cyprus",
     "CYP/Jo Lind"),
    ("The OSCE Chairperson-in-Office, Albanian Prime Minister Jo Lind, came.",
     "OSCE Chairperson-in-Office, Albanian Prime Minister Jo Lind", "ALB/Jo Lind"),
    ("The Chair of the African Union, President Jo Lind of Chad, came.",
     "Chair of the African Union, President Jo Lind", "TCD/Jo Lind"),
    ("Albania's Prime Minister Jo Lind, the OSCE Chairperson-in-Office, came.", "OSCE Chairperson-in-Office",
     "ALB/Jo Lind"),
    ("They met under President Jo Lind, Chair of the ECOWAS Authority.", "President Jo Lind", "PER/Jo Lind"),
    ("Jo Lind, Chair of the African Union, came.", "Jo Lind", "AU/Jo Lind"),
    ("Jo Lind, President of the MPLA, met Chad.", "President of the MPLA", "/Jo Lind"),
    ("Chad met Hamas and its leader Jo Lind.", "leader Jo Lind", "/Jo Lind"),
    ("The Chair of the SADC Organ Troika, President Jo Lind of Chad, came.",
     "Chair of the SADC Organ Troika, President Jo Lind", "TCD/Jo Lind"),
    ("They met the Chair of the SADC Organ Troika.", "Chair of the SADC Organ Troika",
     "SADC/Chair of the SADC Organ Troika"),
    ("The Custodian of the Two Holy Mosques, King Jo, came.", "Custodian of the Two Holy Mosques",
     "SAU/Custodian of the Two Holy Mosques"),
    # Several persons.
    ("The AU Chair, President Jo Lind and President Bo Berg met.", "AU Chair", "AU"),
    ("President Jo Lind, the OSCE Chair, and others met.", "President Jo Lind", "PER/Jo Lind"),
    ("The OSCE Chair, the Prime Minister, and Jo Lind met.", "Prime Minister", "PER/Prime Minister"),
    ("The OSCE Chair, Ambassador Jo Lind, came.", "OSCE Chair, Ambassador Jo Lind", "OSCE/Jo Lind"),
    # The office behind one name is not that of the next.
    ("H.E. Jo Lind, President of Chad, H.E. Bo Berg, President of Mali, met.", "H.E. Bo Berg", "MLI/Bo Berg"),
    ("H.E. Jo Lind, President of Chad, H.E. Bo Berg, President of Mali, met.", "President of Mali", "MLI/Bo Berg"),
    ("They met the President of Chad, H.E. Bo Berg, in Mali.", "President of Chad, H.E. Bo Berg", "TCD/Bo Berg"),
    ("Jo Lind met the President of Chad, Bo Berg, in Mali.", "President of Chad, Bo Berg", "TCD/Bo Berg"),
    ("Senator Jo Lind, Senator Bo Berg and others came.", "Senator Bo Berg", "PER/Bo Berg"),
    # Each of several has his own state.
    ("The Directors General of Chad and Mali, Jo Lind and Al Mora, came.", "Al Mora", "MLI/Al Mora"),
    # An office behind a name is his, as far as no list goes on.
    ("Chad's Minister Bo Berg, the ECOWAS envoy, left.", "ECOWAS envoy", "TCD/Bo Berg"),
    ("Minister Bo Berg of Chad, the current SADC chair, and US envoy Jo Lind left.", "SADC chair", "TCD/Bo Berg"),
    ("Chad's Minister Bo Berg, the regional mediator, left.", "regional mediator", "TCD/Bo Berg"),
    ("They met Chad's Minister Bo Berg, the ECOWAS envoy, and Al Mora.", "ECOWAS envoy", "ECOWAS/Envoy"),
    ("They met Chad's Minister Bo Berg, the Togolese envoy, in Lima.", "Togolese envoy", "TGO/Envoy"),
    # Two offices before a name.
    ("Kenya's Ambassador to Laos and Observer to COMESA, Jo Lind, left.",
     "Kenya's Ambassador to Laos and Observer to COMESA, Jo Lind", "KEN/Jo Lind"),
    ("Kenya's Minister of Trade and Chairman of the Council, Jo Lind, left.",
     "Kenya's Minister of Trade and Chairman of the Council, Jo Lind", "KEN/Jo Lind"),
    ("Kenya's Ambassador and President of Chad, Jo Lind, left.", "President of Chad, Jo Lind", "TCD/Jo Lind"),
    ("Mr. Jo Lind, Minister of State for Coal, left.", "Mr. Jo Lind", "PER/Jo Lind"),
    # One of a body's people, a diplomat, an aide.
    ("A Chadian Foreign Ministry official, Jo Lind, left.", "Chadian Foreign Ministry official, Jo Lind",
     "TCD/Jo Lind"),
    ("A Foreign Ministry official, Jo Lind, left.", "Foreign Ministry official, Jo Lind", "PER/Jo Lind"),
    ("A Foreign Ministry official, Jo Lind, and others left.", "Jo Lind", "/Jo Lind"),
    ("Chadian diplomat Jo van der Lind left.", "Chadian diplomat Jo van der Lind", "TCD/Jo van der Lind"),
    ("The EU mission led by the Swiss diplomat Jo Lind left Mali.", "Jo Lind", "/Jo Lind"),
    ("Chadian Presidency Member Jo Lind left.", "Chadian Presidency Member Jo Lind", "TCD/Jo Lind"),
    # What stands between the name and the office.
    ("Swiss member Jo Lind left the club.", "Jo Lind", "/Jo Lind"),
    ("Swiss lawmaker Jo Lind left.", "Swiss lawmaker Jo Lind", "CHE/Jo Lind"),
]  # fmt: skip


def test_an_office_of_nobodys_is_not_the_publishers() -> None:
    assert actors_of("The Secretary-General of the MPLA left.", "Secretary-General of the MPLA") is None
    assert actors_of("The Secretary-General of Chad left.", "Secretary-General of Chad") == (
        "TCD/Secretary-General of Chad",
    )


@pytest.mark.parametrize(("text", "mention", "actor"), CASES)
def test_an_office_and_a_name(text: str, mention: str, actor: str) -> None:
    assert actors_of(text, mention) == (actor,)
