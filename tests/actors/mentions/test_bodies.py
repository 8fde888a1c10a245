"""Names of bodies: where they end and whose they are (text, mention, actor of the last mention with that wording)."""

from functools import partial

import pytest

import linked_samples
from linked_samples import PERU, link

last = partial(linked_samples.last, publisher=PERU, head=True)

NAMES = [
    # What only tells how a body is.
    ("The valiant Armed Forces of Ghana left.", "valiant Armed Forces of Ghana", "GHA/Armed Forces"),
    ("Chad's seven-member Constitutional Court ruled.", "Chad's seven-member Constitutional Court",
     "TCD/Constitutional Court"),
    ("Chad's federal police left.", "Chad's federal police", "TCD/Federal police"),
    ("The government of Buenos Aires refused.", "government of Buenos Aires", "ARG"),
    ("The Ghanaian Party shall pay rent.", "Ghanaian", "GHA"),
    ("The Ghanaian Party shall pay rent.", "Ghanaian Party", None),
    ("Either Party shall tell Ghana.", "Either Party", None),
    ("The Requesting Party shall tell Ghana.", "Requesting", None),
    ("They met in 27 Departments of Mali.", "Departments of Mali", None),
    ("They met in the three Departments of Mali.", "Departments of Mali", None),
    ("They met in the Department of Trade of Mali.", "Department of Trade of Mali", "MLI/Department of Trade"),
    ("The Ministry of Women's Affairs of Chad left.", "Ministry of Women's Affairs of Chad",
     "TCD/Ministry of Women's Affairs"),
    ("The Ministry of Gender and Children's Affairs left.", "Ministry of Gender and Children's Affairs",
     "PER/Ministry of Gender and Children's Affairs"),
    ("The Scottish Parliament voted.", "Scottish Parliament", "GBR/Scottish Parliament"),
    # Whose owner is no state and no organisation of the directory.
    ("Chad said that AQIM's Shura Council agreed.", "Shura Council", "/AQIM Shura Council"),
    ("Chad met Hamas and its Shura Council.", "Shura Council", "/Hamas Shura Council"),
    ("Chad met the Houthis' Supreme Political Council.", "Supreme Political Council",
     "/Houthis Supreme Political Council"),
    ("Chad met Hamas. The Shura Council of Kuwait agreed.", "Shura Council of Kuwait", "KWT/Shura Council"),
    ("Chad fought Hamas, whose rockets hit the Ministry of Health.", "Ministry of Health", "PER/Ministry of Health"),
    ("Chad met Jo Lind's Electoral Commission.", "Electoral Commission", "TCD/Electoral Commission"),
    ("Chad praised the OECD's Council.", "OECD's Council", "OECD/Council"),
    ("The Palestinians' Legislative Council met.", "Legislative Council", "PSE/Legislative Council"),
    # Who calls itself by its noun alone.
    ("The Peace and Security Council of the African Union sat. Council requests Chad to leave.", "Council",
     "AU/Peace and Security Council"),
    # Made of holders of offices.
    ("The Conference of Heads of Government of the Caribbean Community met.",
     "Conference of Heads of Government of the Caribbean Community", "CARICOM/Conference of Heads of Government"),
    ("The African Union's Conference of Trade Ministers met.", "The African Union's Conference of Trade Ministers",
     "AU/Conference of Trade Ministers"),
    ("CARICOM met. The Conference of Heads of Government agreed.", "Conference of Heads of Government",
     "CARICOM/Conference of Heads of Government"),
    # Those whom a body is made of.
    ("Chad left. The Council of Ministers agreed.", "Council of Ministers", "PER/Council of Ministers"),
    ("The Kenyan Council of Governors agreed.", "Kenyan Council of Governors", "KEN/Council of Governors"),
    ("Mali left. The Committee of Permanent Representatives of the African Union sat.",
     "Committee of Permanent Representatives of the African Union", "AU/Committee of Permanent Representatives"),
    ("The Ministry of Justice and the Council of Ministers of Chad met.", "Ministry of Justice",
     "PER/Ministry of Justice"),
    ("The Council of Heads of Government of the Commonwealth of Independent States sat.",
     "Council of Heads of Government of the Commonwealth of Independent States", "CIS/Council of Heads of Government"),
    # Words before "and" that say what one body is for; two bodies.
    ("Chad's Supreme People's Court and the People's Bank met.", "Chad's Supreme People's Court",
     "TCD/Supreme People's Court"),
    ("The Coast Guard and the Navy of Ghana met.", "Navy of Ghana", "GHA/Navy"),
    ("The Ministry of Justice and the Police of Chad met.", "Ministry of Justice and the Police of Chad",
     "TCD/Ministry of Justice and the Police"),
    ("The Ministry of Finance Jo Lind (PPP) left.", "Ministry of Finance", "PER/Ministry of Finance"),
    # Named for who leads them, in or before the year of the text.
    ("Chad met the Bush administration.", "Bush", "USA"),
    ("Chad met the Clinton Administration.", "Clinton Administration", "USA"),
    ("Chad met the Lind administration.", "Lind", "/Lind"),
    ("Chad met the Bush family.", "Bush", "/Bush"),
    # Named for an office.
    ("The Office of the Attorney General agreed.", "Office of the Attorney General",
     "PER/Office of the Attorney General"),
    ("The Office of the President of Chad agreed.", "Office of the President of Chad", "TCD/Office of the President"),
    ("Chad's Attorney General's Office agreed.", "Chad's Attorney General's Office", "TCD/Attorney General's Office"),
    ("Chad's Special Prosecutor's Office for War Crimes agreed.", "Chad's Special Prosecutor's Office for War Crimes",
     "TCD/Special Prosecutor's Office for War Crimes"),
    ("The prime minister's office agreed.", "prime minister's office", "PER/Prime minister's office"),
    ("The Office of the High Commissioner for Human Rights agreed.",
     "Office of the High Commissioner for Human Rights", "OHCHR"),
    ("Chad left. The speaker's office agreed.", "speaker's office", "PER/Speaker's office"),
    ("The Joint Staff left Chad.", "Joint Staff", "PER/Joint Staff"),
    ("Japan's Joint Staff left.", "Japan's Joint Staff", "JPN/Joint Staff"),
    # Parts of a body or organisation.
    ("The Chadian Police's Victim Support Unit left.", "Victim Support Unit", "TCD/Victim Support Unit"),
    ("Thailand's Department of Health's Crisis Center left.", "Crisis Center", "THA/Crisis Center"),
    ("The OGP Multi-Donor Trust Fund paid.", "OGP Multi-Donor Trust Fund", "OGP/Multi-Donor Trust Fund"),
    ("The OGP Research Centre of Excellence left.", "OGP Research Centre of Excellence",
     "OGP/Research Centre of Excellence"),
    ("Thanks went to Wakanda State's Cable School of Music in Chad.", "Cable School of Music",
     "/Cable School of Music"),
    ("They saw staff at Mongolia's Sunrise Center.", "Sunrise Center", "/Sunrise Center"),
    ("SLNS Samudura left Chad.", "SLNS Samudura", "LKA/SLNS Samudura"),
    ("The Special Operations Force left Chad.", "Special Operations Force", "PER/Special Operations Force"),
    # Heads of bodies.
    ("The Special Field Force left Chad.", "Special Field Force", "PER/Special Field Force"),
    ("The Imperial Family left Chad.", "Imperial Family", "PER/Imperial Family"),
    ("The Chadian General Staff left.", "Chadian General Staff", "TCD/General Staff"),
    ("The Chadian General Labour Union left.", "Chadian General Labour Union", "/Chadian General Labour Union"),
    ("The General Labour Union left.", "General Labour Union", "/General Labour Union"),
    ("The Kenya Medical Supplies Authority left.", "Kenya Medical Supplies Authority",
     "KEN/Medical Supplies Authority"),
    ("The Special Force to Combat Drugs left.", "Special Force to Combat Drugs",
     "PER/Special Force to Combat Drugs"),
    ("GNS Science of Chad left.", "GNS Science", "/Gns Science"),
    ("The Extraordinary NATO Summit and President Jo Lind met.", "President Jo Lind", "PER/Jo Lind"),
    ("The Commission on Human Rights left.", "Commission on Human Rights", "PER/Commission on Human Rights"),
    # The whole of a name.
    ("The Police Service Academy of Ghana left.", "Police Service Academy of Ghana", "GHA/Police Service Academy"),
    ("The State Bank of Pakistan paid.", "State Bank of Pakistan", "PAK/State Bank of Pakistan"),
    ("The Uganda Ministry of Foreign affairs agreed.", "Uganda Ministry of Foreign affairs",
     "UGA/Ministry of Foreign affairs"),
    # Where another begins.
    ("The Nairobi City Council and Development Bank of Kenya paid.", "Nairobi City Council", "KEN/City Council"),
    ("The Nairobi City Council and Development Bank of Kenya paid.", "Development Bank of Kenya",
     "KEN/Development Bank of Kenya"),
    ("They met in Perm District, the Foreign Ministers of Chad and Mali said.", "Perm District", "PER/Perm District"),
    # Another's of the same name.
    ("The Security Council of Belarus met.", "Security Council of Belarus", "BLR/Security Council"),
    ("State Secretary of the Security Council of Belarus Al Mora left.",
     "State Secretary of the Security Council of Belarus Al Mora", "BLR/Al Mora"),
    ("The Chadian Agency for International Development Cooperation left.",
     "Chadian Agency for International Development Cooperation",
     "TCD/Agency for International Development Cooperation"),
    ("Chad's Ministry of Foreign Affairs and Trade Minister Jo Lind left.",
     "Chad's Ministry of Foreign Affairs and Trade Minister Jo Lind", "TCD/Jo Lind"),
    # No office and nobody's.
    ("The IAEA Board of Governors left. He thanked Chad.", "IAEA Board of Governors", "IAEA/Board of Governors"),
    # Missions by their acronym.
    ("The African Union Mission to Somalia, AMISOM, left.", "The African Union Mission to Somalia", "AU/AMISOM"),
    # The United Nations in the name of one of its own.
    ("The United Nations World Food Programme left Chad.", "United Nations World Food Programme", "WFP"),
    ("The Executive Director of the United Nations World Food Programme, Jo Lind, left Chad.",
     "Executive Director of the United Nations World Food Programme, Jo Lind", "WFP/Jo Lind"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "mention", "actor"), NAMES)
def test_the_name_of_a_body(text: str, mention: str, actor: str | None) -> None:
    assert last(text, mention) == ((actor,) if actor else None)


NOBODY_S = [
    ("The Board of Governors warned Iran.", "Board of Governors"),
    ("The Committee of Permanent Representatives sat in Lima.", "Committee of Permanent Representatives"),
    ("The Conference of European Ministers of Justice met.", "Conference of European Ministers of Justice"),
]


@pytest.mark.parametrize(("text", "mention"), NOBODY_S)
def test_a_body_that_no_state_has(text: str, mention: str) -> None:
    assert last(text, mention) is None
    assert last(text, mention, publisher="IAEA") == (f"IAEA/{mention}",)


def test_another_prime_minister_s_office() -> None:
    text = "Chad is calm. The Prime Minister's Office agreed."
    assert last(text, "Prime Minister's Office", publisher="US Department of State") == ("TCD/Prime Minister's Office",)


DATED = [
    ("Castro came to power in Cuba.", "Castro", "2022", "CUB/Castro"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "mention", "year", "actor"), DATED)
def test_a_name_is_of_whom_it_meant_then(text: str, mention: str, year: str, actor: str) -> None:
    assert last(text, mention, publisher="", date=f"{year}-07-01") == (actor,)


BY_ORGANISATION = [
    ("Chad and Mali left. The National Audit Office agreed.", "National Audit Office", "TCD/National Audit Office"),
    ("France left. The Prime Minister agreed.", "Prime Minister", "TCD/Prime Minister"),
    ("France left. Auditor General Jo Lind agreed.", "Auditor General Jo Lind", "TCD/Jo Lind"),
    ("Mali left. The Governor-General, Sir Jo Lind, agreed.", "Governor-General, Sir Jo Lind", "TCD/Jo Lind"),
]


@pytest.mark.parametrize(("text", "mention", "actor"), BY_ORGANISATION)
def test_an_organisation_s_page_on_one_state(text: str, mention: str, actor: str) -> None:
    assert last(text, mention, publisher="Open Government Partnership", title="Action plan of Chad") == (actor,)


def test_a_body_of_ministers_is_no_person() -> None:
    text = "The Committee of Ministers of the Council of Europe met. He thanked Chad."
    assert last(text, "Committee of Ministers of the Council of Europe") == ("CoE/Committee of Ministers",)
    assert last(text, "He") is None


def test_a_region_that_something_is_in_is_a_place() -> None:
    assert next(m.place for m in link("In Perm Region, Chad met Mali.", PERU) if m.text == "Perm Region")
    assert not next(m.place for m in link("They thanked Perm Region.", PERU) if m.text == "Perm Region")


def test_the_acronym_of_a_ministry_is_no_first_name() -> None:
    assert last("The Secretary of MoH Jo Lind left Chad.", "MoH Jo Lind") is None


def test_marks_of_footnotes_end_a_name() -> None:
    assert last("Kosovo\u00b9 and Albania signed.", "Kosovo") == ("XKX",)
