"""Pronouns: (text, pronoun, actors of the last mention with that wording; None where nobody is meant)."""

import pytest

from dragoman.actors.directory import directory
from dragoman.actors.linking import linked_mentions
from dragoman.records import Document, Known


def last(text: str, mention: str, publisher: str = "") -> tuple[str, ...] | None:
    known = [Known(side or None, "test") for side in ("2021-06-01", "", publisher)]
    document = Document("d", text, date=known[0], title=known[1], publisher=known[2])
    return next((m.actors for m in reversed(linked_mentions(document, directory())) if m.text == mention), None)


def test_who_only_backs_somebody_is_not_meant() -> None:
    assert last("Chad met Mali. Chad and Peruvian-backed rebels said they agreed.", "they") != ("TCD", "PER")
    assert last("Chad met Mali. Chad and Peru said they agreed.", "they") == ("TCD", "PER")


def test_who_follows_what_only_opens_the_sentence_is_its_subject() -> None:
    text = "In talks with U.S. Special Envoy Jo Lind, Minister Al Mora of Chad announced that he would ask Mali."
    assert last(text, "he") == ("TCD/Al Mora",)


STRANGERS = [
    ("Mr Al Mora met the UN Secretary-General, Jo Lind. Mr Mora said he agreed.", "he", "/Al Mora"),
    ("Mr Al Mora met the UN Secretary-General, Jo Lind. Mr Mora said he thanked him.", "him", "UN/Jo Lind"),
    ("Mr Al Mora met Minister Jo Lind of Chad. Mr Mora left. He called for more.", "He", "/Al Mora"),
    ("Minister Jo Lind of Chad met Bo Berg. Berg said she was glad.", "she", "/Bo Berg"),
    ("Minister Jo Lind of Chad met the banker Bo Berg. Berg left.", "Berg", "/Bo Berg"),
    ("Minister Jo Lind of Chad came. Minister Al Mora of Peru met the Lucky Strike. He agreed.", "He", "PER/Al Mora"),
    ("Minister Jo Lind of Chad met Bo Lake. Lake water is cold. The lake is deep.", "Lake", None),
]


@pytest.mark.parametrize(("text", "mention", "actor"), STRANGERS)
def test_a_person_of_no_state_is_somebody(text: str, mention: str, actor: str | None) -> None:
    assert last(text, mention) == ((actor,) if actor else None)


CLAUSES = [
    ("The IMF said that Togo had met its targets.", "TGO"),
    ("The European Commission reported that Serbia has adopted its plan.", "SRB"),
    ("Peru said Chile must reverse its decision.", "CHL"),
    ("Norway helped Chad draft its law.", "TCD"),
    ("USAID will help Malawi reach its goal.", "MWI"),
    ("USAID will help Malawi with its goal.", "MWI"),
    ("Norway urged Mali to open its border.", "MLI"),
    ("Peru called on Chile to revoke its decision.", "CHL"),
    ("Norway asked Chile to open its ports.", "CHL"),
    ("Kenya accused Malawi of hiding its troops.", "MWI"),
    ("Norway met Mali to open its border.", "NOR"),
    ("As Mali left, Norway closed its border.", "NOR"),
    ("Peru, Chile, and Chad agreed. Norway met Chad and praised its border.", "NOR"),
    ("Peru called Chile to open its summit.", "PER"),
    ("Ukraine discussed with Poland its accession.", "UKR"),
    ("France established relations with Zambia in 1964 following its independence.", "ZMB"),
    ("Kenya praised Malawi's economy and its army.", "MWI"),
    ("Norway noted the Kenyan government's policy to expand its presence.", "KEN"),
    ("Norway used the Kenyan government's port to expand its presence.", "NOR"),
    ("The IMF took stock of the work of Fiji and Tonga and considered its aid.", "IMF"),
    ("Angola asked UNITA to free its prisoners.", "/UNITA"),
    ("Hezbollah left. Israel praised Chad and its army.", "TCD"),
    ("Peru demands that Chile immediately stop its war.", "CHL"),
    ("Peru said that Chile and Mali praised its war.", "PER"),
    ("Norway wishes Peru well in reaching its goals.", "PER"),
    ("Norway wishes Peru every success in its work.", "PER"),
    ("Poland regretted that Belarus expelled its diplomats.", "POL"),
    ("Poland met Chile. Belarus violated its airspace.", "POL"),
    ("Poland said Belarus recalled its diplomats.", "BLR"),
    ("Poland said Belarus attacked its neighbour.", "BLR"),
    ("The Permanent Council of the Organization of American States (OAS) praised Haiti and its plan.", "HTI"),
    ("The Security Council of the United Nations (UN), at its session, thanked Peru.", "UN/Security Council"),
    ("Chad praised the European Union (EU) and its council.", "EU"),
    ("Peru met Chile. Though small, its trade with Peru grew.", "CHL"),
    ("Jordan's relations with neighbouring Syria formed the core of its policy.", "JOR"),
    ("Fiji's exports to China were worth 20 million dollars, while its imports were worth 30 million.", "FJI"),
    ("Nepal's trade with India fell, and its exports fell too.", "NPL"),
    ("China's investment in Kenya has strengthened its economy.", "KEN"),
    ("Mali's ties with its neighbour Niger are close, and Niger praised its help.", "NER"),
    ("Qatar values Norway's role in the talks as well as its help.", "NOR"),
    ("Peru has changed since Paraguay's defeat in the war and its loss of land.", "PRY"),
    ("Norway stands with Chad as it recovers and opens its ports.", "TCD"),
    ("Norway met Chad as it opened its ports.", "NOR"),
    ("Norway works with Chad as it opens its ports.", "NOR"),
    ("Latvia praised Norway's seizure of drugs in its ports.", "NOR"),
    ("Ireland has included Zambia among the focus countries for its aid.", "IRL"),
    ("Latvia said that Minsk's expulsion of six of its diplomats was wrong.", "LVA"),
    ("Gabon feared Cameroonian seizure of its wells.", "GAB"),
    ("Gabon feared Cameroonian control of its wells.", "CMR"),
    ("Ghana complained that the Togolese army had fired shells across the border into its territory.", "GHA"),
    ("Ghana said that Togo had held elections on its territory.", "TGO"),
    ("Egypt criticised Sudan, saying Khartoum was in the way and vowing to continue its work.", "EGY"),
    ("Ghana will shelter the Togolese writer at its embassy in Lome.", "GHA"),
    ("Germany stood ready once the British government submits its plan.", "GBR"),
]


@pytest.mark.parametrize(("text", "actor"), CLAUSES)
def test_its_in_a_clause_of_its_own(text: str, actor: str) -> None:
    assert last(text, "its") == (actor,)


AHEAD = [
    ("Serbia came. In its annual report, the European Commission praised Chad.", "its", "EU/European Commission"),
    ("Jo Lind, President of Peru, came. On his part, President Al Mora of Chile said no.", "his", "CHL/Al Mora"),
    ("Mali came. In its turn Peru said no.", "its", "PER"),
    ("Mali came. It (see Peru) left.", "It", "MLI"),
    ("I congratulate the people of the Republic of Peru as it marks a year.", "it", "PER"),
    ("Jo Lind, President of Peru, came. Al Mora, for his part, said no. Al Mora left.", "his", "/Al Mora"),
    ("China hosted the talks. Since its creation, the African Union has helped peace.", "its", "AU"),
    ("Minister Jo Lind of Peru came. In her speech, host President Al Mora of Chile said no.", "her", "CHL/Al Mora"),
    ("Minister Jo Lind of Peru came. During his visit, President Al Mora of Chile met him.", "his", "PER/Jo Lind"),
    ("Peru came. In its capital, Chad, Mali and Niger met.", "its", "PER"),
    ("Minister Jo Lind of Peru came. On his turn, His Majesty the Sultan of Oman left.", "his", "OMN/Sultan of Oman"),
]


@pytest.mark.parametrize(("text", "mention", "actor"), AHEAD)
def test_a_pronoun_before_whom_it_means(text: str, mention: str, actor: str) -> None:
    assert last(text, mention) == (actor,)


NOBODY = [
    "It has been two years since they left", "It was outlined how they left", "It is not clear if they left",
    "It is now clear that they left", "It will not be easy to leave", "This makes it clear that they left",
    "That made it possible to leave", "Peru considers it a great honour to leave", "Peru finds it vital that they left",
    "It was the first visit by Peru", "It was envoy Jo Lind who left", "It gives Peru great pleasure to leave",
    "Peru said how important it is to leave", "It was stressed by the parties that they left",
    "Here it must suffice to say that they left", "It would be the next Spanish minister who left",
    "It is very unlikely any war will follow",
    "Peru came whenever it was convenient", "It enters into force today", "It does not mean war",
    "Peru left, describing it as good", "It was attended by Peru", "It is extremely important to leave",
    "It is likely that they left", "It goes without saying", "It was sad to hear that they left",
    "It was noted by Peru that they left",
    "It is our belief that they left", "It was agreed to leave", "It is open to all friends",
]  # fmt: skip


@pytest.mark.parametrize("sentence", NOBODY)
def test_it_is_nobody(sentence: str) -> None:
    assert last(f"Chad met Mali. {sentence}.", "It") is None
    assert last(f"Chad met Mali. {sentence}.", "it") is None


SOMEBODY = [
    "It is known for its ports",
    "It is the only country that left",
    "It depends on trade",
    "It has been a member since March",
    "It has agreed to leave",
    "It is concerned that they left",
    "It was able to leave",
    "It is bound by the treaty that Peru signed",
    "It is one of two that left",
    "It is of the view that they left",
    "It was recognised by Peru",
    "It has been a member for years since the war",
    "It was elected on the first day",
    "It was founded by Jo Lind who left",
    "It is likely to leave",
    "It is unlikely to leave",
    "It gave Peru time to leave",
    "It goes to the polls",
    "It will open all its ports",
    "It believes it has the right to leave",
    "It gave no details",
]


@pytest.mark.parametrize("sentence", SOMEBODY)
def test_it_is_somebody(sentence: str) -> None:
    assert last(f"Chad met Mali. {sentence}.", "It") == ("TCD",)


def test_who_says_it_behind_a_quotation() -> None:
    assert last("NATO met Chad. “Armenia has met the conditions,” it said.", "it") == ("NATO",)
    assert last("“Armenia has met the conditions,” it said.", "it", "Council of Europe") == ("CoE",)


THINGS = [
    ("Chile and Peru signed a treaty. It contains four goals.", "It", None),
    ("Chile and Peru signed a treaty. It contains four goals. They are simple.", "They", None),
    ("Norway and Peru signed a treaty. It entered into force.", "It", None),
    ("Grants for EBRD projects were signed. They include roads.", "They", None),
    ("The programme is run by the UN. It is open to all.", "It", None),
    ("The UN signed a treaty. It thanked Chad.", "It", ("UN",)),
    ("Chad held an exercise. It will apply for help.", "It", ("TCD",)),
    ("The UN met Chad. It includes many states.", "It", ("UN",)),
    ("Norway met Chad. The Chad resolution bans arms. It names Mali.", "It", None),
    ("The joint statement condemned Chad. It said the war must end.", "It", None),
    ("The joint statement condemned Chad. “The war must end,” it said.", "it", None),
    ("The port of Jolu lies in Chad. It grew.", "It", None),
    ("The plan was made by Chad. It welcomed the help.", "It", ("TCD",)),
    ("Chad welcomes the plan. It will stay.", "It", ("TCD",)),
    ("Under the plan, Chad sends arms. It will stay.", "It", ("TCD",)),
    ("The plan commission of Chad left. It will stay.", "It", ("TCD",)),
    ("Chad is big. It is hardly an exaggeration to say so.", "It", None),
    ("Italy launched a rocket. It flew about 300 kilometres.", "It", None),
    ("Italy launched a rocket. It praised Chad.", "It", ("ITA",)),
    ("Norway attacked the convoy as it was patrolling the road.", "it", None),
    ("Peru and Chile signed an accord. It followed long talks.", "It", None),
    ("Iceland has said that Canada will attend it.", "it", None),
    ("Nepal suffers from drought and also condemns it.", "it", None),
    ("Nepal will leave if others recognise it.", "it", ("NPL",)),
]


@pytest.mark.parametrize(("text", "mention", "actors"), THINGS)
def test_it_is_a_treaty(text: str, mention: str, actors: tuple[str, ...] | None) -> None:
    assert last(text, mention) == actors


MANY = [
    ("Ministers from Norway, Peru and Chile met in Lima. Ministers agreed to help Haiti. They left.", "They",
     ("NOR", "PER", "CHL")),
    ("Chad fosters relations with Niger and Mali and boosts trade with them.", "them", ("NER", "MLI")),
    ("Malawi and UNICEF signed with NORAD a renewal of their accord.", "their", ("MWI", "UNICEF")),
    ("The EBRD, the EIB and the KfW pledged their help.", "their", ("EBRD", "EIB", "DEU/KfW")),
    ("The European Union (EU) and Chad held their talks.", "their", ("EU", "TCD")),
    ("Norway thanked the Lithuanian delegation for their hospitality.", "their", ("LTU/Delegation",)),
    ("The White House said Syrian troops had crossed their border.", "their", ("SYR/Troops",)),
    ("Chad met Mali. They praised the world. They left.", "They", ("TCD", "MLI")),
    ("Chad met Mali. They praised refugees. They left.", "They", ("TCD", "MLI")),
    ("Chad came. They left.", "They", None),
    ("UNICEF said they agreed.", "they", ("UNICEF",)),
    ("Minister Jo Lind of Peru and Minister Al Mora of Chad spoke of youth at their meeting.", "their",
     ("PER/Jo Lind", "TCD/Al Mora")),
    ("Norway urged Chad to free the farmers and ensure their safe return.", "their", ("/Farmers",)),
    ("Norway met Chad. Their Excellencies the ministers left.", "Their", None),
    ("Laos will review its relations with Nepal and deepen them.", "them", None),
    ("Relations of Mali with Israel were cut, and they were not restored.", "they", None),
    ("Chad and Mali have good relations. They were restored in 1990.", "They", None),
    ("Chad and Mali have good relations. They established a council.", "They", ("TCD", "MLI")),
    ("Mali and Israel hold talks, and among them the summit.", "them", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "mention", "actors"), MANY)
def test_they(text: str, mention: str, actors: tuple[str, ...] | None) -> None:
    assert last(text, mention) == actors


PERSONS = [
    ("Minister Jo Lind of Peru spoke to Minister Al Mora of Chad and thanked her for her help.", "her", "TCD/Al Mora"),
    ("Kenyan Ambassador Jo Lind met Maltese Prime Minister Al Mora, wishing him success.", "him", "MLT/Al Mora"),
    ("Minister Jo Lind of Chad congratulated Dr Al Mora on his appointment.", "his", "/Al Mora"),
    ("Minister Jo Lind of Chad felicitated Dr Al Mora, who leads UNDP, on his post.", "his", "/Al Mora"),
    ("Minister Jo Lind of Chad said President Al Mora had asked him to stay, so he left.", "he", "TCD/Jo Lind"),
    ("Minister Jo Lind of Chad spoke to Minister Al Mora of Peru who invited him to Lima.", "him", "TCD/Jo Lind"),
    ("Minister Jo Lind of Chad thanked Minister Al Mora of Peru for inviting him.", "him", "TCD/Jo Lind"),
    ("Minister Jo Lind of Chad removed opponents who could overshadow him.", "him", "TCD/Jo Lind"),
    ("Minister Jo Lind of Chad asked Minister Al Mora of Peru if he had left.", "he", "PER/Al Mora"),
    ("Minister Jo Lind of Chad came. Today he met Minister Al Mora of Peru. He left.", "He", "TCD/Jo Lind"),
    ("Minister Jo Lind of Chad came. In her capacity as the Partnership's Co-chair, she left.", "she", "TCD/Jo Lind"),
    ("Minister Jo Lind of Chad left her post as Peru's Vice-President.", "Peru's Vice-President", "TCD/Jo Lind"),
    (
        "At the invitation of President Jo Lind of Peru, the President of Chad, Al Mora, visited Peru. He left.",
        "He",
        "TCD/Al Mora",
    ),
    (
        "At the invitation of President Jo Lind of Peru, President Al Mora of Chad, on 5 May, visited Peru. He left.",
        "He",
        "TCD/Al Mora",
    ),
    ("Minister Jo Lind of Chad asked Peru to free Bo Berg and ensure his safe return.", "his", "/Bo Berg"),
    (
        "Minister Jo Lind of Chad asked Peru to free Bo Berg and ensure his safe return. They agreed, she said.",
        "she",
        "TCD/Jo Lind",
    ),
    ("Minister Jo Lind of Chad met Minister Al Mora of Peru and ensured her support.", "her", "TCD/Jo Lind"),
    ("Minister Jo Lind of Chad met Minister Al Mora of Peru and his delegation.", "his", "PER/Al Mora"),
    ("Minister Al Mora of Chad met spokeswoman Jo Lind of Peru. She left.", "She", "PER/Jo Lind"),
    ("Minister Al Mora of Chad met the Queen of Denmark. She left.", "She", "DNK/Queen of Denmark"),
    ("Minister Al Mora of Chad met Her Excellency Jo Lind, Minister of Peru. She left.", "She", "PER/Jo Lind"),
    ("Minister Bo Berg of Chad came with his wife, Minister Jo Lind of Chad. She left.", "She", "TCD/Jo Lind"),
    ("Minister Bo Berg of Chad met Mr. Al Mora, Minister of Peru. He left.", "He", "TCD/Bo Berg"),
    (
        "There were talks with Minister Bo Berg of Chad, according to Minister Al Mora of Peru. He left.",
        "He",
        "TCD/Bo Berg",
    ),
    ("The talks failed, according to Minister Al Mora of Peru. He left.", "He", "PER/Al Mora"),
    ("Minister Bo Berg of Chad is ill. “His talks failed,” Minister Al Mora of Peru said.", "His", "TCD/Bo Berg"),
    ("Chad's Minister Bo Berg, the ECOWAS envoy on Togo, praised his work.", "his", "TCD/Bo Berg"),
    (
        "Prime Minister Bo Berg of Fiji says Tonga's commander Al Mora has promised a vote. He says more must follow.",
        "He",
        "FJI/Bo Berg",
    ),
    (
        "Prime Minister Bo Berg of Fiji spoke to President Al Mora of Croatia, telling him that he will visit Zagreb.",
        "he",
        "FJI/Bo Berg",
    ),
    ("Minister Bo Berg of Fiji must answer him (Spanish President Al Mora).", "him", "ESP/Al Mora"),
    ("Minister Bo Berg of Fiji met President Al Mora of Peru. He invited him to visit Fiji.", "He", "FJI/Bo Berg"),
]


@pytest.mark.parametrize(("text", "mention", "actor"), PERSONS)
def test_he_and_she(text: str, mention: str, actor: str) -> None:
    assert last(text, mention) == (actor,)


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("Ukraine said that Russia invaded it.", ("UKR",)),
        ("Mali condemned the sanctions against it.", ("MLI",)),
        ("Togo brokered the deal. Chad signed it.", None),
        ("Togo spoke of the deal. Chad objected to it.", None),
    ],
)
def test_it_behind_a_verb_is_somebody_only_where_it_is_done_to_somebody(
    text: str, actors: tuple[str, ...] | None
) -> None:
    assert last(text, "it") == actors


def test_those_to_whom_somebody_speaks_are_no_they() -> None:
    text = "Chad and Mali met Niger. Minister Jo Lind of Chad told reporters that they agreed."
    assert last(text, "they") != ("/Reporters",)
    assert last("Chad jailed reporters. They left.", "They") == ("/Reporters",)
