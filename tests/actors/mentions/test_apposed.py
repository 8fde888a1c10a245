"""Two offices of one person, and an office and a name that stand apart: (text, mention, actor)."""

import pytest

from dragoman.actors.directory import directory
from dragoman.actors.linking import linked_mentions
from dragoman.records import Document, Known

CASES = [
    # A second office, behind "and", a dash or a comma, and a part of an organisation.
    ("H.E. Jo Lind, President of Chad and Chair of the OAS, came.", "Chair of the OAS", "TCD/Jo Lind"),
    ("Jo Lind, President of Chad and the Chair of the OAS, came.", "Chair of the OAS", "OAS/Chair of the OAS"),
    ("The Deputy Prime Minister - Minister of Trade of Chad Jo Lind came.",
     "Deputy Prime Minister - Minister of Trade of Chad Jo Lind", "TCD/Jo Lind"),
    ("UN Envoy for Iraq, Head of UNAMI, Jo Lind came.", "UN Envoy for Iraq, Head of UNAMI, Jo Lind", "UN/Jo Lind"),
    ("Jo Lind, Deputy Foreign Minister, SOM Leader of Chad, came.", "Jo Lind", "TCD/Jo Lind"),
    ("Jo Lind, former President of Chad and OAS Mediator for Mali, Mr Al Mora, President of Chile, came.", "Mr Al Mora",
     "CHL/Al Mora"),
    ("The director of the World Bank's Rural Unit, Jo Lind, came.", "director of the World Bank's Rural Unit, Jo Lind",
     "WB/Jo Lind"),
    ("Jo Lind, World Bank task team leader for the Rural Roads Recovery project, came.", "Jo Lind", "WB/Jo Lind"),
    ("Jo Lind, Minister of Foreign Affairs and Chadians Abroad, came.", "Jo Lind", "TCD/Jo Lind"),
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
    # An acronym of an office and of a body.
    ("India's NSA Jo Lind came.", "India's NSA Jo Lind", "IND/Jo Lind"),
    ("NSA Jo Lind came.", "NSA Jo Lind", "PER/Jo Lind"),
    ("The Indian NSA came.", "Indian NSA", "IND/National security adviser"),
    ("The US NSA came.", "US NSA", "USA/NSA"),
    ("NSA Souda Bay opened.", "NSA", "USA/NSA"),
    ("NSA Utah Data Center opened.", "NSA", "USA/NSA"),
    ("NSA General Counsel Jo Lind came.", "NSA General Counsel Jo Lind", "USA/Counsel Jo Lind"),
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
    # The office behind a name.
    ("They met Jo Lind, Secretary General of the Chadian Foreign Ministry.", "Jo Lind", "TCD/Jo Lind"),
    ("Jo Lind, director general of the South Korean Foreign Ministry's Africa bureau, came.", "Jo Lind", "KOR/Jo Lind"),
    ("Jo Lind, chief adviser to the Chadian President, came.", "Jo Lind", "TCD/Jo Lind"),
    ("Jo Lind, adviser to the Chadian President Al Mora, came.", "Chadian President Al Mora", "TCD/Al Mora"),
    ("Jo Lind, U.S. special representative for Haiti policy, came.", "Jo Lind", "USA/Jo Lind"),
    ("Jo Lind, chief engineer of the Chad Roads Authority, came.", "Jo Lind", "TCD/Jo Lind"),
    ("Jo Lind, Director Africa, Chadian Ministry of Trade (MoT), came.", "Jo Lind", "TCD/Jo Lind"),
    ("Jo Lind, Ambassador/Permanent Representative of Chad to the UN, came.", "Jo Lind", "TCD/Jo Lind"),
    ("Mr. Jo Lind, T.D., Minister of Chad, came.", "Mr. Jo Lind", "TCD/Jo Lind"),
    ("Mr. Jo Lind MP, Minister of Chad, came.", "Mr. Jo Lind", "TCD/Jo Lind"),
    ("Mr. Jo Lind, Ministry of Finance, Government of Chad, came.", "Mr. Jo Lind", "TCD/Jo Lind"),
    ("Mr. Jo Lind, the Ministry of Finance of Chad, came.", "Mr. Jo Lind", "/Jo Lind"),
    # It is over though no comma closes it.
    ("They met Jo Lind, Minister of Chad as well as others.", "Jo Lind", "TCD/Jo Lind"),
    ("Jo Lind, president of the Mercosur commission told them so.", "Jo Lind", "MERCOSUR/Jo Lind"),
    ("In talks with Jo Lind, the Chadian minister told them so.", "Jo Lind", "/Jo Lind"),
    ("After the talks with Jo Lind, the Chadian minister in Lima left.", "Jo Lind", "/Jo Lind"),
    # Each of several has his own state.
    ("Jo Lind and Al Mora, leaders of Chad and Mali, came.", "Jo Lind", "TCD/Jo Lind"),
    ("The Directors General of Chad and Mali, Jo Lind and Al Mora, came.", "Al Mora", "MLI/Al Mora"),
    ("The envoys are Bo Berg of Laos, Jo Lind of Chad and Al Mora of Mali.", "Al Mora", "MLI/Al Mora"),
    ("They met President Jo Lind of Chad and Al Mora of Mali.", "Al Mora", "MLI/Al Mora"),
    ("The ministers met farmers Jo Lind of Chad and Al Mora of Mali.", "Al Mora", "/Al Mora"),
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
    ("Jo Lind, a Foreign Ministry spokesman, left.", "Jo Lind", "PER/Jo Lind"),
    ("Jo Lind, a Chadian finance ministry spokesman, left.", "Jo Lind", "TCD/Jo Lind"),
    ("Jo Lind, a Chadian diplomat, left.", "Jo Lind", "TCD/Jo Lind"),
    ("Jo Lind, a Chadian farmer, left.", "Jo Lind", "/Jo Lind"),
    ("Jo Lind, a Hamas member, left.", "Jo Lind", "/Jo Lind"),
    ("A Chadian Foreign Ministry official, Jo Lind, left.", "Chadian Foreign Ministry official, Jo Lind",
     "TCD/Jo Lind"),
    ("A Foreign Ministry official, Jo Lind, left.", "Foreign Ministry official, Jo Lind", "PER/Jo Lind"),
    ("A Foreign Ministry official, Jo Lind, and others left.", "Jo Lind", "/Jo Lind"),
    ("Chadian diplomat Jo van der Lind left.", "Chadian diplomat Jo van der Lind", "TCD/Jo van der Lind"),
    ("The EU mission led by the Swiss diplomat Jo Lind left Mali.", "Jo Lind", "/Jo Lind"),
    ("Chadian Presidency Member Jo Lind left.", "Chadian Presidency Member Jo Lind", "TCD/Jo Lind"),
    ("Jo Lind, the economic policy aide to the Chadian president, left.", "Jo Lind", "TCD/Jo Lind"),
    ("Jo Lind, the deposed Chadian ruler, left.", "Jo Lind", "TCD/Jo Lind"),
    # What stands between the name and the office.
    ("Jo Lind, the visiting Foreign Minister of Chad, left.", "Jo Lind", "TCD/Jo Lind"),
    ("Jo Lind, outgoing Chadian Ambassador to Mali, left.", "Jo Lind", "TCD/Jo Lind"),
    ("Jo Lind, the newly appointed Chadian Ambassador to Mali, left.", "Jo Lind", "TCD/Jo Lind"),
    ("Jo Lind, later Chad's Foreign Minister, left.", "Jo Lind", "TCD/Jo Lind"),
    ("Jo Lind, who served as Chad's Foreign Minister, left.", "Jo Lind", "TCD/Jo Lind"),
    ("Jo Lind, who had been the Foreign Minister of Chad, left.", "Jo Lind", "TCD/Jo Lind"),
    ("Jo Lind, who met Chad's Foreign Minister, left.", "Jo Lind", "/Jo Lind"),
    ("Jo Lind came to Mali as the first consul of Chad.", "Jo Lind", "TCD/Jo Lind"),
    ("Jo Lind left Mali as the consul of Chad came.", "Jo Lind", "/Jo Lind"),
    ("Jo Lind worked in Mali as ambassador.", "Jo Lind", "/Jo Lind"),
    ("Swiss member Jo Lind left the club.", "Jo Lind", "/Jo Lind"),
    ("Swiss lawmaker Jo Lind left.", "Swiss lawmaker Jo Lind", "CHE/Jo Lind"),
    ("General Jo Lind (Rtd), High Commissioner of Chad, left.", "High Commissioner of Chad", "TCD/Jo Lind"),
    ("Chad sent envoys.\nJo Lind – Ambassador to Mali\nAl Mora – Ambassador to Oman", "Al Mora", "PER/Al Mora"),
    ("Jo Lind, the current chairman of the Council of Europe and Chad's Foreign Minister, left.", "Jo Lind",
     "TCD/Jo Lind"),
    ("Jo Lind, the chairman of the OSCE and the Foreign Minister of Chad, left.", "Jo Lind", "TCD/Jo Lind"),
    # Several from several states.
    ("Guests were Jo Lind from Chad, Al Mora from Mali and Bo Berg from Oman.", "Jo Lind", "TCD/Jo Lind"),
    ("The athletes Jo Lind from Chad, Al Mora from Mali and Bo Berg from Oman won.", "Jo Lind", "/Jo Lind"),
    ("Tourists Jo Lind from Chad, Al Mora from Mali and Bo Berg from Oman left.", "Al Mora", "/Al Mora"),
    ("The guests of the day were Jo Lind from Chad and Al Mora from Mali.", "Jo Lind", "/Jo Lind"),
    ("The Secretary for Indian Ocean Affairs, Mr Lind, left.", "Secretary for Indian Ocean Affairs, Mr Lind",
     "PER/Lind"),
]  # fmt: skip


def actors_of(text: str, mention: str) -> tuple[str, ...] | None:
    known = [Known(side, "test") for side in ("2021-06-01", "Government of Peru")]
    mentions = linked_mentions(Document("d", text, date=known[0], publisher=known[1]), directory())
    return next((m.actors for m in mentions if m.text == mention and m.head), None)


def test_an_office_of_nobodys_is_not_the_publishers() -> None:
    assert actors_of("The Secretary-General of the MPLA left.", "Secretary-General of the MPLA") is None
    assert actors_of("The Secretary-General of Chad left.", "Secretary-General of Chad") == (
        "TCD/Secretary-General of Chad",
    )


@pytest.mark.parametrize(("text", "mention", "actor"), CASES)
def test_an_office_and_a_name(text: str, mention: str, actor: str) -> None:
    assert actors_of(text, mention) == (actor,)
