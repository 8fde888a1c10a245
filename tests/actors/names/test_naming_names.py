"""Whose the bodies are that a text names: (text, mention, actor of the last mention with that wording)."""

import pytest

from linked_samples import last, link

GROUPS = [
    ("Houthi rebels left.", "Houthi", "/Houthis (Houthi movement, Ansar Allah)"),
    ("The KLA left. The Kosovo Liberation Army left.", "KLA", "/Kosovo Liberation Army (KLA)"),
    ("Hizballah left.", "Hizballah", "/Hizballah"),
    ("The Sandinista regime met Chad.", "Sandinista", "NIC"),
    ("The Houthi government met Chad.", "Houthi", "/Houthis (Houthi movement, Ansar Allah)"),
    ("The Sandinista poets met Chad.", "Sandinista", "/Sandinistas"),
    ("Hezbollah left. Hizballah came back.", "Hizballah", "/Hezbollah"),
    ("The Croats attacked Tuzla.", "Croats", "HRV"),
    ("Czechoslovakia left Chad. Prague agreed.", "Prague", "CSK"),
    ("Czechoslovakia left Chad. Prague agreed. The Czechs left.", "Prague", "CSK"),
    ("Czechoslovakia left Chad. The Czech Republic did not. Prague agreed.", "Prague", "CZE"),
    ("Austria-Hungary left Chad. Vienna agreed.", "Vienna", "AUH"),
    ("The Soviet Union left Chad. Moscow agreed.", "Moscow", "SUN"),
    ("The Soviet Union left Chad. Russian troops stayed. Moscow agreed.", "Moscow", "RUS"),
    ("The Bosnian Croats met NATO. The Croats attacked Tuzla.", "Croats", "/Croats"),
]  # fmt: skip
OF_MANY = [
    ("Peru and Austria met. The Bundesrat agreed.", "Bundesrat", "AUT/Bundesrat"),
    ("The Bundesrat agreed.", "Bundesrat", "DEU/Bundesrat"),
    ("Peru and Canada met. The House of Commons agreed.", "House of Commons", "CAN/House of Commons"),
    ("Peru welcomed the vote in the House of Commons.", "House of Commons", "GBR/House of Commons"),
    ("Oman and Peru met. The Majlis al-Shura agreed.", "Majlis al-Shura", "OMN/Majlis al-Shura"),
    ("The Dutch foreign office said no.", "Dutch foreign office", "NLD/Foreign office"),
    ("Bangladesh lodged a protest with Myanmar. The Foreign Office said no.", "Foreign Office", "BGD/Foreign Office"),
    ("Britain met Chad. The Foreign Office said no.", "Foreign Office", "GBR/Foreign Office"),
    ("Foreign Office spokesperson Jo Lind said Pakistan agreed.", "Foreign Office spokesperson Jo Lind", "PAK/Jo Lind"),
    ("Chad met the Foreign Office in Islamabad.", "Foreign Office", "PAK/Foreign Office"),
    ("Vietnam met Laos. The Politburo agreed.", "Politburo", "VNM/Politburo"),
    ("Chad held Foreign Office Consultations.", "Foreign Office", None),
]  # fmt: skip
ENTRIES = [
    ("The ILO, IMO and WHO met Chad.", "IMO", "IMO"),
    ("The IMO met Chad.", "IMO", None),
    ("The UN Secretary-General left Chad.", "UN Secretary-General", "UN/Secretary-General"),
    ("The UN Secretary-General, Jo Lind, spoke. The UN Secretary-General left.", "UN Secretary-General", "UN/Jo Lind"),
    ("The Kenyan Broadcast Agency (ECA) sat. The ECA agreed.", "ECA", "KEN/Broadcast Agency"),
    ("The Council of the Organization of the Black Sea Economic Cooperation (BSEC) met Chad.", "BSEC", "BSEC"),
]  # fmt: skip
OWNERS = [
    # The owner before the first of a list, of somebody of no state, of whom the text told.
    ("Norway met Kenya's Ministry of Health and Ministry of Water.", "Ministry of Water", "KEN/Ministry of Water"),
    ("Norway met Kenya's Ministry of Health and the Ministry of Water.", "Ministry of Water", "NOR/Ministry of Water"),
    ("Qatar praised Hamas and its Military Council.", "Military Council", "/Hamas Military Council"),
    ("The AU met in Accra. The Assembly of Heads of State agreed.", "Assembly of Heads of State",
     "AU/Assembly of Heads of State"),
    ("Togo left. The IMF met. The Committee of Heads of Agency agreed.", "Committee of Heads of Agency",
     "IMF/Committee of Heads of Agency"),
    ("Bosnia left. The Dutch asked for patrols by the federal army.", "federal army", "BIH/Federal army"),
    # Who leads a government, and who is the lord of an army.
    ("The regime of Bashar al-Assad accused Jordan.", "regime", "SYR/Regime"),
    ("The government of Viktor Orban accused Jordan.", "government", "HUN"),
    ("Iran met Mali. The forces of General Haftar left.", "forces", "LBY/Forces"),
    ("Iran met Mali. He served at the court of Henry III.", "court", "/Court of Henry III"),
    ("Iran met Mali. The forces of the Ming Dynasty left.", "forces", "/Forces of the Ming Dynasty"),
    ("Iran met Mali. The police of Goma left.", "police", "IRN/Police"),
    ("Iran met Mali. They met under the presidency of Prince Al Mora.", "presidency", None),
    # Those who serve a state, behind a pronoun for it.
    ("Kenya recalled its diplomats from Peru.", "diplomats", "KEN"),
    ("Kenya recalled its envoys from Peru.", "envoys", "KEN"),
    ("Kenya met its counterparts in Peru.", "counterparts", "/Counterparts"),
    # A body that no state has, or nobody that is known.
    ("The Committee of Permanent Representatives thanked Chad.", "Committee of Permanent Representatives", None),
    ("They sang at QXC's Cable School in Chad.", "Cable School", "/Cable School"),
    ("It met the Nippon Foundation.", "Nippon Foundation", "/Nippon Foundation"),
]  # fmt: skip
SHORT = [
    ("The UN Stabilization Mission in Mali (MINUSMA) left.", "UN Stabilization Mission", "UN/MINUSMA"),
    ("The UN Mission in South Sudan (UNMISS) left. UNMISS agreed.", "UNMISS", "UN/UNMISS"),
    ("The UN Mission in South Sudan left, to join the AU (UNMISS).", "UN Mission", "UN/Mission"),
]  # fmt: skip
NO_STATES = [
    ("The WHO praised the Ministry of Health. Togo agreed.", "Ministry of Health", "TGO/Ministry of Health"),
    ("ILO experts met the Prime Minister. Togo agreed.", "Prime Minister", "TGO/Prime Minister"),
    ("The EBRD and Moldova signed. The Department of Roads agreed.", "Department of Roads", "MDA/Department of Roads"),
    ("The Ministry of Finance and UNDP signed.", "Ministry of Finance", "/Ministry of Finance"),
    ("An IMF team met the finance minister in Accra.", "finance minister", "GHA/Finance minister"),
    ("Following the military coup, the AU met. Gabon left. The AU said no.", "military", "GAB/Military"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "mention", "actor"), [*GROUPS, *OF_MANY, *ENTRIES, *OWNERS, *SHORT, *NO_STATES])
def test_whose_a_named_body_is(text: str, mention: str, actor: str | None) -> None:
    assert last(text, mention) == (actor and (actor,))


ON_A_PAGE = [
    ("The Government of President Nicolás Maduro refused.", "Government", "VEN", "OAS"),
    ("The Government of Prime Minister Edi Rama refused.", "Government", "ALB",
     "Ministry of External Affairs, Government of India"),
    ("Kenya's Energy Council Authority (ECA) sat. The ECA agreed.", "ECA", "KEN/Energy Council Authority", ""),
]  # fmt: skip


@pytest.mark.parametrize(("text", "mention", "actor", "publisher"), ON_A_PAGE)
def test_whose_a_body_is_on_somebodys_page(text: str, mention: str, actor: str, publisher: str) -> None:
    assert last(text, mention, publisher) == (actor,)


def test_a_committee_of_ministers_is_no_office() -> None:
    (committee,) = [m for m in link("Chad met the Committee of Ministers.") if m.text == "Committee of Ministers"]
    assert (committee.actors, committee.how) == (("CoE/Committee of Ministers",), "body")


def test_the_senate_of_a_states_page_is_its_own() -> None:
    text = "Mali and Togo met. Money for Togo was what the Senate gave."
    assert last(text, "Senate", "Government of Chile") == ("CHL/Senate",)


def test_a_body_whose_name_many_states_have_may_be_that_of_the_state_in_hand() -> None:
    (senate,) = [m for m in link("Chile paused. The Senate voted.", "Embassy of Chile") if "Senate" in m.text]
    assert {*senate.actors, *senate.others} == {"CHL/Senate", "USA/Senate"}


def test_a_council_of_a_state_may_be_that_of_the_united_nations() -> None:
    (council,) = [m for m in link("The Security Council met.", "US Department of State") if "Council" in m.text]
    assert (council.actors, council.others) == (("USA/Security Council",), ("UN/Security Council",))


def test_an_organ_may_be_that_of_the_organisation_in_hand() -> None:
    page = link("The OPCW met in Chad. The Executive Council agreed.", "Government of Chad")
    (council,) = [m for m in page if "Council" in m.text]
    assert "OPCW/Executive Council" in (*council.actors, *council.others)
