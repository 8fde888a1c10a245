"""Whom a person serves by the words round a name: (text, mention, actors), on a page that may have a publisher and a
title."""

import pytest

from linked_samples import last_ending, link

ROWS = [
    ("The foreign ministers of Oman (Jo Lind) and Chad (Al Mora) met.", "Jo Lind", "OMN/Jo Lind"),
    ("The foreign ministers of Oman (Jo Lind) and Chad (Al Mora) met. Mora spoke.", "Mora", "TCD/Al Mora"),
    ("The President of Oman (Jo Lind) left.", "Jo Lind", "OMN/Jo Lind"),
    ("The ministers of Chile (Foreign Trade) and Peru left.", "ministers of Chile", "CHL/Ministers of Chile"),
    ("The ministers of Peru (Lima) and Chile left.", "Lima", "PER"),
    ("The ministers of Oman, Jo Lind, and Chad, Al Mora, met.", "Al Mora", "TCD/Al Mora"),
    ("The ministers of the Andean Community, Jo Lind of Peru and Al Mora of Chile, met.", "Jo Lind", "PER/Jo Lind"),
    ("Four ministers visited Ghana, Jo Lind of Peru and Al Mora of Chile.", "Al Mora", "CHL/Al Mora"),
    ("The ministers met farmers Jo Lind of Peru and Al Mora of Chile.", "Al Mora", "/Al Mora"),
    ("The runners are in Ghana, Jo Lind of Peru and Al Mora of Chile.", "Al Mora", "/Al Mora"),
    ("The ambassadors of Chile in Ghana were: J. Lind (May 1990), A. Mora (1994).", "A. Mora", "CHL/A. Mora"),
    ("Oman left. The ambassadors of Chile were: J. Lind, Chargé d'Affaires (1990), A. Mora.", "A. Mora", "CHL/A. Mora"),
    ("The ministers of Chile include: Foreign Trade, Jo Lind.", "Jo Lind", "/Jo Lind"),
    ("The ministers of Oman, Jo Lind; Chad, Al Mora; and Mali, Bo Berg, met.", "Al Mora", "TCD/Al Mora"),
    ("The Omani and Chadian ministers Jo Lind and Al Mora met.", "Al Mora", "TCD/Al Mora"),
    ("Oman's Jo Lind and Chad's Al Mora have signed it.", "Jo Lind", "OMN/Jo Lind"),
    ("Oman's Jo Lind welcomed it.", "Jo Lind", "OMN/Jo Lind"),
    ("The Chadian Embassy's Jo Lind said no.", "Jo Lind", "TCD/Jo Lind"),
    ("The Fijian Police Force's Jo Lind told Oman so.", "Jo Lind", "FJI/Jo Lind"),
    ("The Bank of Chad's Jo Lind praised Oman.", "Jo Lind", "TCD/Jo Lind"),
    ("The African Development Bank's Jo Lind praised Oman.", "Jo Lind", "AfDB/Jo Lind"),
    ("The Chadian Embassy's Bamboo Garden grew.", "Bamboo Garden", "/Bamboo Garden"),
    ("Oman's Jo Lind opened.", "Jo Lind", "/Jo Lind"),
    ("Oman's Jo Lind and Chad's Al Mora have signed it.", "Al Mora", "TCD/Al Mora"),
    ("Oman's Wadi Lind and Chad's Al Mora are dry.", "Wadi Lind", "/Wadi Lind"),
    ("Chad left Mali. Ambassador Jo Lind, who served the President, left.", "Jo Lind", "TCD/Jo Lind"),
    ("The Peruvian health official Jo Lind left.", "Peruvian health official Jo Lind", "PER/Jo Lind"),
    ("They met Chad's Al Mora.", "Al Mora", "TCD/Al Mora"),
    ("They saw Chad's Al Mora.", "Al Mora", "/Al Mora"),
]


@pytest.mark.parametrize(("text", "end", "actor"), ROWS)
def test_whom_those_of_a_row_serve(text: str, end: str, actor: str) -> None:
    assert last_ending(text, end) == (actor,)


POSTS = [
    # Whose the post is that is named with its head.
    ("Fiji thanked High Commissioner Jo Lind for the work of the Indian High Commission.", "Jo Lind", "",
     "IND/Jo Lind"),
    ("Fiji thanked High Commissioner Jo Lind at the Indian High Commission.", "Jo Lind", "", "FJI/Jo Lind"),
    # The source of what a state does.
    ("Indian aid came to India. Hungary sends a team, says Foreign Minister Jo Lind.", "Jo Lind", "", "HUN/Jo Lind"),
    ("Indian aid came to India. Hungary sends a team, Foreign Minister Jo Lind said.", "Jo Lind", "", "HUN/Jo Lind"),
    ("Indian aid came to India. Hungary sends a team, says Foreign Minister Jo Lind.", "Jo Lind", "India",
     "IND/Jo Lind"),
    ("Indian aid came to India. Hungary sends a team to Foreign Minister Jo Lind.", "Jo Lind", "", "IND/Jo Lind"),
    # Those of a list.
    ("Minister Otieno met Secretary of the Security Council Jo Lind and Director of the Water Service Al Mora.",
     "Al Mora", "Kenya", "KEN/Al Mora"),
    ("They met US Treasury Secretary Jo Lind, Commerce Secretary Al Mora.", "Al Mora", "Kenya", "USA/Al Mora"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "end", "publisher", "actor"), POSTS)
def test_whom_an_official_serves(text: str, end: str, publisher: str, actor: str) -> None:
    assert last_ending(text, end, publisher) == (actor,)


GUESTS = "They met:\nHis Excellency Jo Lind,\nMinister of Oman\nHer Excellency Ana Mora,\nMinister of Peru"
SENT = [
    ("Ghana's U.N. ambassador, Jo Lind, left.", "Jo Lind", "GHA/Jo Lind"),
    ("Ghanaian UN envoy Jo Lind left.", "Jo Lind", "GHA/Jo Lind"),
    ("Ghana's UN coordinator, Jo Lind, left.", "Jo Lind", "UN/Jo Lind"),
    ("US Ambassador to the UN Jo Lind left. The UN ambassador spoke.", "UN ambassador", "USA/Jo Lind"),
    ("The OAS met. Jo Lind, Ambassador and Permanent Representative of Peru to the OAS, left.", "Jo Lind",
     "PER/Jo Lind"),
    ("Iraq met Iran. Japan's new Ambassador to Iraq Jo Lind left.", "Jo Lind", "JPN/Jo Lind"),
    ("Iraq met Iran. Japan's new president, Jo Lind, left.", "Jo Lind", "JPN/Jo Lind"),
    ("Iraq met Iran. Japan's new guest President Jo Lind left.", "Jo Lind", "IRQ/Jo Lind"),
    ("Jo Lind serves as the new Chilean Ambassador to Ghana.", "Jo Lind", "CHL/Jo Lind"),
    ("Jo Lind is serving as the Chilean Ambassador in Ghana.", "Jo Lind", "CHL/Jo Lind"),
    ("Jo Lind, considered Chile's first ambassador to Ghana, died.", "Jo Lind", "CHL/Jo Lind"),
    ("Jo Lind, elected President Mora's envoy, met Chile.", "Jo Lind", "/Jo Lind"),
    ("The AU has appointed Dr Jo Lind as its Special Envoy. Lind left Chad.", "Lind", "AU/Jo Lind"),
    ("Dr Jo Lind was appointed by the AU as its Special Envoy.", "Jo Lind", "AU/Jo Lind"),
    ("Danish defence ministry official Jo Lind left.", "Jo Lind", "DNK/Jo Lind"),
    ("Vice-Minister Jo Lind of Peru left.", "Jo Lind", "PER/Jo Lind"),
    ("Dr. Jo Lind Executive Secretary of ECOWAS left.", "Jo Lind", "ECOWAS/Jo Lind"),
    ("Lao Public Health Minister Jo Lind left.", "Lao Public Health Minister Jo Lind", "LAO/Jo Lind"),
    ("India's Trade & Industry Minister Jo Lind left.", "India's Trade & Industry Minister Jo Lind", "IND/Jo Lind"),
    ("Hon'ble Prime Minister of Nepal Jo Lind left.", "Prime Minister of Nepal Jo Lind", "NPL/Jo Lind"),
    ("NATO Secretary General Jo Lind left. The Secretary-General of NATO spoke.", "Secretary-General of NATO",
     "NATO/Jo Lind"),
    ("Foreign Minister Jo Lind of Chile left. Chile's top diplomat spoke.", "top diplomat", "CHL/Jo Lind"),
    # An office on the line below the name.
    ("Hon. Jo Lind\nMinister of Defence of Peru\n\nDr. Al Mora\n\nMinister of Trade of Chad", "Jo Lind", "PER/Jo Lind"),
    ("Hon. Jo Lind\n\nMinister of Defence of Peru Al Mora left.", "Jo Lind", "/Jo Lind"),
    (GUESTS, "Jo Lind", "OMN/Jo Lind"),
    (GUESTS, "Ana Mora", "PER/Ana Mora"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "end", "actor"), SENT)
def test_whom_somebody_serves(text: str, end: str, actor: str) -> None:
    assert last_ending(text, end) == (actor,)


OFFICES = [
    ("The Government of Mali, represented herein by the Ministry of Health, and the Government of Chad (the Donor), "
     "represented by the Ministry of Trade, agreed.", "Ministry of Trade", ("TCD/Ministry of Trade",)),
    ("Peru met Mali. Chad was represented at the talks by Minister Jo Lind.", "Jo Lind", ("TCD/Jo Lind",)),
    ("It read the report of the Secretary-General on the Gambia.", "Secretary-General", ("UN/Secretary-General",)),
    ("Representatives of the African Union Commission, Japan and Peru met.", "Peru", ("PER",)),
    ("Representatives of the African Union Commission, Japan and Chad met.",
     "Representatives of the African Union Commission, Japan and Chad", ("AU", "JPN", "TCD")),
    ("He read the greetings of the head of Peru to the President of Chad.", "head of Peru", ("PER/Head of Peru",)),
]  # fmt: skip


@pytest.mark.parametrize(("text", "end", "actors"), OFFICES)
def test_whose_an_office_or_body_is(text: str, end: str, actors: tuple[str, ...]) -> None:
    assert last_ending(text, end) == actors


SITES = [
    ("newsline.ca (Canada)", "KINGSTON, Jamaica – State Minister Jo Lind thanked Peru and Peru.", "JAM/Jo Lind"),
    ("newsline.ca (Canada)", "KINGSTON, Jamaica – State Minister Jo Lind thanked Canada.", "CAN/Jo Lind"),
    ("newsline.gc.ca (Canada)", "KINGSTON, Jamaica – State Minister Jo Lind thanked Peru.", "CAN/Jo Lind"),
]


@pytest.mark.parametrize(("publisher", "text", "actor"), SITES)
def test_a_site_tells_of_others_than_its_own_state(publisher: str, text: str, actor: str) -> None:
    assert last_ending(text, "Jo Lind", publisher) == (actor,)


@pytest.mark.parametrize(
    "text",
    [
        "NATO officials in Brussels said that they left.",
        "The ministers of Peru (Jo Lind) and Chile (Foreign Trade) met.",
        "The ministers of Peru (Jo Lind) and Chile (Al Mora) met in Lima.",
    ],
)
def test_a_row_that_goes_no_further_leaves_nobody_twice(text: str) -> None:
    spans = [(m.start, m.end) for m in link(text)]
    assert len(spans) == len(set(spans))


@pytest.mark.parametrize(
    "text", ["Dr Jo Lind was appointed", "Minister Al Mora has been named\nChad left.", "’s lieutenant mediator I its"]
)
def test_a_text_that_breaks_off_is_linked(text: str) -> None:
    assert all(text[m.start : m.end] == m.text for m in link(text))


@pytest.mark.slow
def test_who_is_named_thousands_of_times_is_read_in_time() -> None:
    assert link("Minister Jo Lind met her Ugandan counterpart. " * 3_000)
