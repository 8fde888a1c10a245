"""Whose side a person is on: (text, name, actor), on a page of Norway's government."""

import pytest

from linked_samples import link

NORWAY = "Government of Norway"


def person(text: str, name: str) -> str | None:
    return next((m.actors[0] for m in link(text, NORWAY) if m.text.endswith(name)), None)


SIDES = [
    ("Jo Lind, Minister of Trade, represented Peru; Bo Berg, Minister of Health, represented Chile.", "Bo Berg", "CHL"),
    ("Minister Jo Lind, who represented Chile, left.", "Jo Lind", "CHL"),
    ("Minister Jo Lind represented Chile's interests.", "Jo Lind", "NOR"),
    ("It was signed for Peru by Al Mora, Minister of Trade.", "Al Mora", "PER"),
    ("Minister Jo Lind and Minister Al Mora signed for Peru and Chile.", "Jo Lind", "PER"),
    ("Minister Jo Lind and Minister Al Mora signed for Peru and Chile.", "Al Mora", "CHL"),
    (
        "Jo Lind, Head of Trade, and Al Mora, the manager, signed on behalf of Peru and the EU, respectively.",
        "Al Mora",
        "EU",
    ),
    ("The treaty was signed by Minister Jo Lind on behalf of Chad.", "Jo Lind", "TCD"),
    ("Minister Jo Lind spoke on behalf of Chad.", "Jo Lind", "NOR"),
    # One name for each state.
    ("It was signed by Count Lind for Peru, and Prince Mora for Chile.", "Lind", "PER"),
    ("It was signed by Count Lind for Peru, and Prince Mora for Chile.", "Mora", "CHL"),
    ("It was negotiated by Count Lind for the Japanese and Al Mora for the Koreans.", "Al Mora", "KOR"),
    ("There were Jo Lind for Peru and Al Mora for Chile.", "Al Mora", "CHL"),
    ("It was signed by Minister Jo Lind for Peru Trade.", "Jo Lind", "NOR"),
    ("Minister Jo Lind left for Peru.", "Jo Lind", "NOR"),
    ("Jo Lind represented Peru; Count Berg, Mali; Al Mora, Chile.", "Al Mora", "CHL"),
    ("Jo Lind represented Peru; Count Berg, Mali; Al Mora, Chile.", "Berg", "MLI"),
    ("Minister Jo Lind left Peru; Minister Al Mora, Chile.", "Al Mora", "NOR"),
    ("Minister Jo Lind signed the treaty on behalf of Chad.", "Jo Lind", "TCD"),
    ("Minister Jo Lind signed a loan for Chad.", "Jo Lind", "NOR"),
    ("Minister Jo Lind and Minister Al Mora signed a plan of aid for Peru and Chile.", "Al Mora", "NOR"),
    # Who leads a delegation and who belongs to one.
    ("Led by Minister Jo Lind, the delegation of Peru left.", "Jo Lind", "PER"),
    ("Led by Minister Jo Lind, the meeting praised the delegation of Peru.", "Jo Lind", "NOR"),
    ("The delegation of Peru was led by Minister Jo Lind.", "Jo Lind", "PER"),
    ("Talks with the delegation of Peru were led by Minister Jo Lind.", "Jo Lind", "NOR"),
    ("Ministers of Peru met a delegation led by Minister Jo Lind.", "Jo Lind", "NOR"),
    ("The delegation of Peru at the meeting included Minister Jo Lind.", "Jo Lind", "PER"),
    ("Ministers of Peru met a group including Minister Jo Lind.", "Jo Lind", "NOR"),
    ("Minister Jo Lind headed the Peruvian delegation.", "Jo Lind", "PER"),
    ("Minister Jo Lind headed the meeting and the Peruvian delegation left.", "Jo Lind", "NOR"),
    ("The delegation of Peru included Minister Jo Lind; Minister Al Mora.", "Al Mora", "PER"),
    ("They met Peru's leadership including Minister Jo Lind and Minister Al Mora.", "Al Mora", "PER"),
    # Who is met in one row, where the state follows a name.
    ("She met with President Jo Lind of Peru and Foreign Minister Al Mora.", "Al Mora", "PER"),
    (
        "She met with Estonian Prime Minister Jo Lind, counterpart Al Mora and Minister of Justice Bo Berg.",
        "Bo Berg",
        "EST",
    ),
    ("She met with President Jo Lind of Chile and Prime Minister Al Mora.", "Al Mora", "NOR"),  # Chile has none
    (
        "She met with Prime Minister Jo Lind, Speaker of Parliament of Peru Bo Berg and Minister of Justice Al Mora.",
        "Al Mora",
        "PER",
    ),
    (
        "Chile's Ambassador to Peru Jo Lind, Ambassador to Laos Bo Berg, and Ambassador to Mali Al Mora left.",
        "Al Mora",
        "CHL",
    ),
    ("At the meeting with Jo Lind, Peru's Minister of Trade, Minister Al Mora asked for help.", "Al Mora", "NOR"),
    ("The Foreign Minister of Peru, Jo Lind, and the Minister of Trade, Al Mora, signed.", "Al Mora", "NOR"),
    # Who is received in a place, also one that the sentence before names.
    (
        "He will visit Nepal. During the visit, he will call on President Jo Lind and Minister Al Mora.",
        "Al Mora",
        "NPL",
    ),
    ("He will visit Nepal. Chile has agreed. During the visit, he will call on Minister Jo Lind.", "Jo Lind", "NOR"),
    ("He will visit Nepal. During the talks, Minister Jo Lind spoke.", "Jo Lind", "NOR"),
    ("He was received in the Portuguese capital by Minister Jo Lind.", "Jo Lind", "PRT"),
    # Who is appointed, who is called by a state, and who has a second office.
    ("The President of Ghana has appointed Dr. Jo Lind, the minister of ports.", "Jo Lind", "GHA"),
    ("The President of Peru appointed Dr. Jo Lind its envoy to Chile.", "Jo Lind", "PER"),
    ("Peru appointed Jo Lind as Special Representative of the UN.", "Jo Lind", "UN"),
    ("The Prime Minister of Samoa and Minister for Ports Lord Lind left.", "Lord Lind", "WSM"),
    ("Chilean President Lind and First Lady Al Mora left.", "Al Mora", "CHL"),
    ("Chilean President Lind and Mrs. Al Mora left.", "Al Mora", ""),
    ("Japanese Emperor Bo Lind and Empress Al Mora left.", "Al Mora", "JPN"),
    ("The Foreign Minister of Peru and Foreign Minister Jo Lind left.", "Jo Lind", "NOR"),
    ("The Ambassador of Peru and Minister Jo Lind left.", "Jo Lind", "NOR"),
    ("The Minister came from Mali. Ambassador Jo Lind left.", "Jo Lind", "NOR"),
    ("Diplomatic representation from Mali: Ambassador Jo Lind", "Jo Lind", "MLI"),
    ("The High Representative of the EU and Foreign Minister Jo Lind left.", "Jo Lind", "NOR"),
    ("The talks between the President of Peru and Minister Jo Lind went on.", "Jo Lind", "NOR"),
    ("Chad's Jo Lind arrived in Juba.", "Jo Lind", "TCD"),
    ("Chad's Rift Valley met Kenya.", "Rift Valley", ""),
    # Offices that only one has.
    ("European Commissioner for Trade Jo Lind left.", "Jo Lind", "EU"),
    ("Secretary of Homeland Security Jo Lind left.", "Jo Lind", "USA"),
]


@pytest.mark.parametrize(("text", "name", "code"), SIDES)
def test_whose_side_a_person_is_on(text: str, name: str, code: str) -> None:
    assert (person(text, name) or "").partition("/")[0] == code


def test_a_later_sentence_tells_whom_a_person_serves_from_the_first_one_on() -> None:
    text = "Peru and Chile met. Minister Jo Lind came. Minister Jo Lind signed for Chile. He left."
    found = [(m.actors, m.others) for m in link(text, "Government of Peru") if "Jo Lind" in m.text or m.text == "He"]
    assert found == [(("CHL/Jo Lind",), ())] * 3


NOT_OFFERED = [
    # Somebody else is that state's foreign minister, the state has no such office, or no state has it.
    ("Foreign Minister Jo Lind met Slovenian Foreign Minister Al Mora.", "Government of Croatia"),
    ("Peru was named. Prime Minister Jo Lind met the press of Chile.", "Government of Peru"),
    ("Secretary General Jo Lind went to Georgia. Jo Lind left Georgia.", "OSCE"),
]


@pytest.mark.parametrize(("text", "publisher"), NOT_OFFERED)
def test_another_state_is_offered_only_where_the_office_may_be_its(text: str, publisher: str) -> None:
    others = {actor for m in link(text, publisher) if m.text.endswith("Jo Lind") for actor in m.others}
    assert others & {"SVN/Jo Lind", "CHL/Jo Lind", "GEO/Jo Lind"} == set()


def test_another_state_is_offered_where_only_the_setting_tells() -> None:
    (minister,) = [m for m in link("Minister Jo Lind met Chile.", NORWAY) if m.text == "Minister Jo Lind"]
    assert (minister.actors, minister.others) == (("NOR/Jo Lind",), ("CHL/Jo Lind",))
