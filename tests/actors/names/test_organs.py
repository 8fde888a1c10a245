"""Missions, offices and organs of organisations, and who makes up one (text, mention, actors of the last such)."""

import pytest

from linked_samples import last

MEANT = [
    # A mission is its sender's, and not the state's where it works.
    ("The AU sent experts to Chad. The observation mission visited Chad.", "observation mission",
     "AU/Observation mission"),
    ("The EU sent experts to Mali. The monitoring mission left.", "monitoring mission", "EU/Monitoring mission"),
    ("EUTM Mali trained troops. The mission left Mali.", "The mission", "EU/EUTM Mali"),
    ("The UN mission in Mali left. The mission had no plan.", "The mission", "UN/Mission"),
    ("The EU thanked Chad. The diplomatic mission left.", "diplomatic mission", "TCD/Diplomatic mission"),
    # A list of organs, of which the last one tells whose they are.
    ("The Council of Trade Ministers, the Transport Council and the Economic Court of the CIS met in Minsk.",
     "Transport Council", "CIS/Transport Council"),
    ("The Council of Foreign Ministers and the Council of Defense Ministers of the CSTO met in Minsk.",
     "Council of Foreign Ministers", "CSTO/Council of Foreign Ministers"),
    ("Peru left. The Ministry of Trade and the Economic Court of the CIS met.", "Ministry of Trade",
     "PER/Ministry of Trade"),
    # An organ that only meets in a state.
    ("The Coordination Council of bodies of the CIS member states met in Minsk.", "Coordination Council",
     "CIS/Coordination Council"),
    ("Belarus met the CIS. The Coordination Council met in Minsk.", "Coordination Council", "BLR/Coordination Council"),
    # An organ of the organisation that was told of last.
    ("Officials of Chad chaired the OSCE. The Secretariat agreed.", "The Secretariat", "OSCE/Secretariat"),
    ("The Council of Europe met. The Committee of Ministers thanked the Assembly for its report on Moldova.",
     "Assembly", "CoE/Assembly"),
    ("The EU praised Chad. The Constitutional Court agreed.", "Constitutional Court", "TCD/Constitutional Court"),
    ("The OAS Secretary General quoted a General Assembly resolution.", "General Assembly", "OAS/General Assembly"),
    ("Mali thanked the 15-member Security Council.", "Security Council", "UN/Security Council"),
    ("Mali agreed. The Security Council met.", "Security Council", "MLI/Security Council"),
    # ... and the same later, whoever was told of since.
    ("The OSCE met. The Permanent Council agreed. Ukraine and its president Bo Berg welcomed this. Mr Berg left Kyiv. "
     "By a decision of the Permanent Council observers came to Ukraine.", "Permanent Council",
     "OSCE/Permanent Council"),
    ("The SADC Troika met in Lesotho.", "SADC Troika", "SADC/Troika"),
    ("The Troika of the SADC met. Lesotho thanked the Troika.", "Troika", "SADC/Troika"),
    # Members of an organisation.
    ("The ASEAN Member States welcomed it.", "ASEAN Member States", "ASEAN/Member States"),
    ("NATO members agreed.", "NATO members", "NATO/Member States"),
    ("The member states of the African Union met.", "member states of the African Union", "AU/Member States"),
    ("EU members Chad and Mali met.", "EU", "EU"),
    ("The EU delegations met.", "EU delegations", "EU"),
    # Who is of a mission, and what it does.
    ("The KFOR troops left.", "KFOR troops", "NATO/KFOR"),
    ("MINUSMA military personnel left.", "MINUSMA military personnel", "UN/MINUSMA"),
    ("The EUTM Mali mission left.", "EUTM Mali mission", "EU/EUTM Mali"),
    ("The EUNAVFOR Atalanta naval mission left.", "EUNAVFOR Atalanta naval mission", "EU/EUNAVFOR Atalanta"),
    ("KFOR comprises troops of many states.", "KFOR", "NATO/KFOR"),
    ("The UN Security Council mission left.", "UN Security Council mission", "UN/Mission"),
    # An acronym that stands for the inner one of two names.
    ("The Committee of Ministers of the Council of Europe (CoE) agreed.", "CoE", "CoE"),
    ("The Trade Department of the Ministry of Justice (MoJ) of Chad met. The MoJ agreed.", "MoJ",
     "TCD/Ministry of Justice"),
    ("The Assistance Programme to the African Union (APAU) began. APAU helped.", "APAU", None),
    # Names.
    ("The National Assembly of the Republic of Serbia met.", "National Assembly of the Republic of Serbia",
     "SRB/National Assembly"),
    ("The OSCE Mission to Serbia and Montenegro left.", "OSCE Mission to Serbia and Montenegro",
     "OSCE/OSCE Mission to Serbia"),
    ("N. Korea left.", "N. Korea", "PRK"),
    ("S. Sudan left.", "S. Sudan", "SSD"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "mention", "actor"), MEANT)
def test_whose_organ_is_meant(text: str, mention: str, actor: str | None) -> None:
    assert last(text, mention, head=True) == ((actor,) if actor else None)


ON_A_PAGE = [
    ("The Office will be set up in Kigali.", "The Office", "OSCE", "OSCE Office in Kigali", "OSCE/Office"),
    ("The OSCE Presence in Albania left. The Presence agreed.", "Presence", "OSCE", "",
     "OSCE/OSCE Presence in Albania"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "mention", "publisher", "title", "actor"), ON_A_PAGE)
def test_on_the_page_of_a_publisher(text: str, mention: str, publisher: str, title: str, actor: str) -> None:
    assert last(text, mention, publisher, title, head=True) == (actor,)


REGIONS = [
    ("Some countries of Central Asia agreed.", "countries", ("/Countries",)),
    ("The two states of Central Asia agreed.", "Central Asia", ("/Central Asia",)),
    ("Two EU members agreed.", "EU", ("EU",)),
    ("The countries of Central Asia agreed.", "The countries of Central Asia", ("KAZ", "KGZ", "TJK", "TKM", "UZB")),
    ("All three countries in the South Caucasus agreed.", "All three countries in the South Caucasus",
     ("ARM", "AZE", "GEO")),
    ("All four countries in the South Caucasus agreed.", "All four countries in the South Caucasus", None),
    ("The delegations of Panama and Peru met.", "delegations of Panama and Peru", ("PAN", "PER")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "mention", "actors"), REGIONS)
def test_all_of_a_region(text: str, mention: str, actors: tuple[str, ...] | None) -> None:
    assert last(text, mention, head=True) == actors
