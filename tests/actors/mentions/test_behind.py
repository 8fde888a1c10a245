"""The office behind a name: (text, mention, actor of the last mention with that wording)."""

import pytest

from linked_samples import who

CASES = [
    # An office in apposition, and what stands before it.
    ("They met Jo Lind, Secretary General of the Chadian Foreign Ministry.", "Jo Lind", "TCD/Jo Lind"),
    ("Jo Lind, chief engineer of the Chad Roads Authority, came.", "Jo Lind", "TCD/Jo Lind"),
    ("Jo Lind, the deposed Chadian ruler, left.", "Jo Lind", "TCD/Jo Lind"),
    ("Jo Lind, the visiting Foreign Minister of Chad, left.", "Jo Lind", "TCD/Jo Lind"),
    ("Jo Lind, outgoing Chadian Ambassador to Mali, left.", "Jo Lind", "TCD/Jo Lind"),
    ("Jo Lind, the newly appointed Chadian Ambassador to Mali, left.", "Jo Lind", "TCD/Jo Lind"),
    ("Jo Lind, later Chad's Foreign Minister, left.", "Jo Lind", "TCD/Jo Lind"),
    ("General Jo Lind (Rtd), High Commissioner of Chad, left.", "High Commissioner of Chad", "TCD/Jo Lind"),
    ("Chad sent envoys.\nJo Lind – Ambassador to Mali\nAl Mora – Ambassador to Oman", "Al Mora", "PER/Al Mora"),
    ("Jo Lind, the current chairman of the Council of Europe and Chad's Foreign Minister, left.", "Jo Lind",
     "TCD/Jo Lind"),
    ("Jo Lind, the chairman of the OSCE and the Foreign Minister of Chad, left.", "Jo Lind", "TCD/Jo Lind"),
    ("Jens Stoltenberg, Secretary General of NATO, spoke.", "Jens Stoltenberg", "NATO/Jens Stoltenberg"),
    ("D.Ortega, President of Nicaragua, paid a visit.", "D.Ortega", "NIC/D.Ortega"),
    # A comma alone between the office and where it is held, honours, a ministry without an office.
    ("Dr. Jo Lind, Director General, WTO, left Chad.", "Dr. Jo Lind", "WTO/Jo Lind"),
    ("Hon. Jo Lind, Minister of Health, Chad, left.", "Hon. Jo Lind", "TCD/Jo Lind"),
    ("Shri Jo Lind, Joint Secretary, Ministry of Trade of Chad led the talks.", "Shri Jo Lind", "TCD/Jo Lind"),
    ("The Narcotics Control Bureau, Chad (NCB) met Mali. Mr. Jo Lind, Director General, NCB left.", "Mr. Jo Lind",
     "TCD/Jo Lind"),
    ("It was signed by Jo Lind, Joint Secretary EAD and Al Mora of Chad.", "Jo Lind", "PER/Jo Lind"),
    ("It was signed by Jo Lind, Chief Representative UNDP, in Chad.", "Jo Lind", "UNDP/Jo Lind"),
    ("Jo Lind, Director Africa, Chadian Ministry of Trade (MoT), came.", "Jo Lind", "TCD/Jo Lind"),
    ("Mr. Jo Lind, T.D., Minister of Chad, came.", "Mr. Jo Lind", "TCD/Jo Lind"),
    ("Mr. Jo Lind, Ministry of Finance, Government of Chad, came.", "Mr. Jo Lind", "TCD/Jo Lind"),
    ("Mr. Jo Lind, the Ministry of Finance of Chad, came.", "Mr. Jo Lind", "/Jo Lind"),
    ("Mr. Jo Lind MP, Minister of Chad, came.", "Mr. Jo Lind", "TCD/Jo Lind"),
    ("Ida Roth (Rtd.), Minister of Trade of Ghana, left.", "Ida Roth", "GHA/Ida Roth"),
    # It is over though no comma closes it.
    ("They met Jo Lind, Minister of Chad as well as others.", "Jo Lind", "TCD/Jo Lind"),
    ("Jo Lind, president of the Mercosur commission told them so.", "Jo Lind", "MERCOSUR/Jo Lind"),
    ("In talks with Jo Lind, the Chadian minister told them so.", "Jo Lind", "/Jo Lind"),
    ("After the talks with Jo Lind, the Chadian minister in Lima left.", "Jo Lind", "/Jo Lind"),
    # One of a body's people, a counterpart, an aide.
    ("Jo Lind, a Foreign Ministry spokesman, left.", "Jo Lind", "PER/Jo Lind"),
    ("Jo Lind, a Chadian finance ministry spokesman, left.", "Jo Lind", "TCD/Jo Lind"),
    ("Jo Lind, a Chadian diplomat, left.", "Jo Lind", "TCD/Jo Lind"),
    ("Jo Lind, a Chadian farmer, left.", "Jo Lind", "/Jo Lind"),
    ("Jo Lind, a Hamas member, left.", "Jo Lind", "/Jo Lind"),
    ("Jo Lind, the economic policy aide to the Chadian president, left.", "Jo Lind", "TCD/Jo Lind"),
    ("Bo Berg, his Chilean counterpart, left.", "Bo Berg", "CHL/Bo Berg"),
    ("Bo Berg, his adviser, left Chile.", "Bo Berg", "/Bo Berg"),
    ("Foreign Minister Ida Roth of Malta met Oskar Tamm, his Ghanaian counterpart. The Ghanaian foreign minister left.",
     "Ghanaian foreign minister", "GHA/Oskar Tamm"),
    # Several with an office or a state each.
    ("Jo Lind and Al Mora, leaders of Chad and Mali, came.", "Jo Lind", "TCD/Jo Lind"),
    ("The envoys are Bo Berg of Laos, Jo Lind of Chad and Al Mora of Mali.", "Al Mora", "MLI/Al Mora"),
    ("The envoys were Jo Lind, representing Chad; Al Mora of the Republic of Mali; Bo Berg, the Republic of Peru.",
     "Al Mora", "MLI/Al Mora"),
    ("The envoys were Jo Lind, representing Chad; Al Mora of the Republic of Mali; Bo Berg, the Republic of Peru.",
     "Bo Berg", "PER/Bo Berg"),
    ("They met President Jo Lind of Chad and Al Mora of Mali.", "Al Mora", "MLI/Al Mora"),
    ("The ministers met farmers Jo Lind of Chad and Al Mora of Mali.", "Al Mora", "/Al Mora"),
    ("They met Jo Lind; Mali of the north; and others.", "Jo Lind", "/Jo Lind"),
    ("Guests were Jo Lind from Chad, Al Mora from Mali and Bo Berg from Oman.", "Jo Lind", "TCD/Jo Lind"),
    ("The athletes Jo Lind from Chad, Al Mora from Mali and Bo Berg from Oman won.", "Jo Lind", "/Jo Lind"),
    ("Tourists Jo Lind from Chad, Al Mora from Mali and Bo Berg from Oman left.", "Al Mora", "/Al Mora"),
    ("The guests of the day were Jo Lind from Chad and Al Mora from Mali.", "Jo Lind", "/Jo Lind"),
    ("Four ministers came, Ida Roth of Ghana and Oskar Tamm of Malta.", "Oskar Tamm", "MLT/Oskar Tamm"),
    ("Four friends came, Ida Roth of Ghana and Oskar Tamm of Malta.", "Oskar Tamm", "/Oskar Tamm"),
    ("Ida Roth and Oskar Tamm, ministers of Ghana, left.", "Ida Roth", "GHA/Ida Roth"),
    # What the predicate tells.
    ("Jo Lind, who served as Chad's Foreign Minister, left.", "Jo Lind", "TCD/Jo Lind"),
    ("Jo Lind, who had been the Foreign Minister of Chad, left.", "Jo Lind", "TCD/Jo Lind"),
    ("Jo Lind, who met Chad's Foreign Minister, left.", "Jo Lind", "/Jo Lind"),
    ("Jo Lind came to Mali as the first consul of Chad.", "Jo Lind", "TCD/Jo Lind"),
    ("Jo Lind left Mali as the consul of Chad came.", "Jo Lind", "/Jo Lind"),
    ("Jo Lind worked in Mali as ambassador.", "Jo Lind", "/Jo Lind"),
    ("General Jo Lind is Chad's chargé in Lima.", "General Jo Lind", "TCD/Jo Lind"),
    ("Jo Lind was the first American consul in Lima.", "Jo Lind", "USA/Jo Lind"),
    ("Jo Lind was promoted to Ambassador of Chad.", "Jo Lind", "TCD/Jo Lind"),
    ("Jo Lind was the last to leave Chad.", "Jo Lind", "/Jo Lind"),
    ("Jo Lind presented his credentials to the King as Ambassador of Chad.", "Jo Lind", "TCD/Jo Lind"),
    ("Jo Lind presented his credentials as Chadian Envoy to the Government of Mali.", "Jo Lind", "TCD/Jo Lind"),
    ("Jo Ann Lind was appointed U.S. Ambassador to Chad.", "Jo Ann Lind", "USA/Jo Ann Lind"),
    ("Jo Lind, Jr. was appointed Peruvian envoy to Chad.", "Jo Lind, Jr.", "PER/Jo Lind, Jr."),
    ("Ida Roth, named Ghana's consul, left.", "Ida Roth", "GHA/Ida Roth"),
    ("Ida Roth served the President of Ghana.", "Ida Roth", "/Ida Roth"),
    # On the next line, or without a comma.
    ("Hon. Ida Roth\nMinister of Defence of Ghana\n\nMali left.", "Hon. Ida Roth", "GHA/Ida Roth"),
    # Two offices of one person.
    ("Mr. Jo Lind, Deputy Prime Minister and Minister of Trade of Chad, left Mali.", "Mr. Jo Lind", "TCD/Jo Lind"),
    ("Mr. Jo Lind, Deputy Prime Minister and Minister of Trade of Chad, left.", "Minister of Trade of Chad",
     "TCD/Jo Lind"),
    ("Dr. Ida Roth Executive Secretary of ECOWAS left.", "Dr. Ida Roth", "ECOWAS/Ida Roth"),
    # A state in brackets.
    ("Ida Roth (Ghana) met Malta.", "Ida Roth", "GHA/Ida Roth"),
    ("They met in Cebu City (Ghana).", "Cebu City", "/Cebu City"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "mention", "actor"), CASES)
def test_whom_the_words_behind_a_name_say_that_one_serves(text: str, mention: str, actor: str | None) -> None:
    assert who(text, mention) == actor
