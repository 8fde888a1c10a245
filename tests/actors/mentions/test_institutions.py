"""Names that have a state, a capital or a region in them: (text, mention, actors of its outermost mention)."""

from functools import partial

import pytest

from linked_samples import PERU, first

actors_of = partial(first, publisher=PERU, head=True)

INSTITUTIONS = [
    ("The Kiribati Press Association left.", "Kiribati Press Association", "/Kiribati Press Association"),
    ("They signed the Georgia Association Agreement.", "Georgia", "GEO"),
    ("The Pacific People’s Organization left.", "Pacific People’s Organization", "/Pacific People's Organization"),
    ("The Levant Company left.", "Levant Company", "/Levant Company"),
    ("They took German New Guinea.", "German New Guinea", "/German New Guinea"),
    ("The Sudan Liberation Army left Peru.", "The Sudan Liberation Army", "/Sudan Liberation Army"),
    ("The Chadian Liberation Front left Peru.", "Chadian Liberation Front", "/Chadian Liberation Front"),
    ("Chad's Liberation Army left Peru.", "Chad's Liberation Army", "TCD/Liberation Army"),
    ("The London School of Economics met them.", "London School of Economics", "/London School of Economics"),
    ("He taught at the Riga Graduate School of Law.", "Riga Graduate School of Law", "/Riga Graduate School of Law"),
    ("The Geneva Centre for Security Policy met them.", "Geneva Centre for Security Policy",
     "/Geneva Centre for Security Policy"),
    ("The American University in Cairo opened.", "American University in Cairo", "/American University in Cairo"),
    ("The Stockholm School of Economics in Riga opened.", "Stockholm School of Economics in Riga",
     "/Stockholm School of Economics in Riga"),
    ("The University of Ljubljana hosted them.", "University of Ljubljana", "/University of Ljubljana"),
    ("The Chad Fund for Poverty Reduction paid.", "Chad Fund for Poverty Reduction",
     "/Chad Fund for Poverty Reduction"),
    ("He taught at the Kyiv-Mohyla Academy.", "Kyiv-Mohyla Academy", "/Kyiv-Mohyla Academy"),
    ("The National University of Kyiv-Mohyla Academy opened.", "National University of Kyiv-Mohyla Academy",
     "/National University of Kyiv-Mohyla Academy"),
    ("The Moscow-Beijing talks ended.", "Moscow", "RUS"),
    # A state that pays, in a heading.
    ("Japan and Germany Fund New Bridge in Chad.", "Germany", "DEU"),
    ("Japan Fund Bridge in Chad.", "Japan", "JPN"),
    ("The Japan Fund paid.", "Japan", None),
    # A party that has a body's head in its name.
    ("The Congress Party won.", "Congress Party", "/Congress Party"),
    ("Malawi Congress Party members left.", "Malawi", "MWI"),
    ("Malawi Congress Party members left.", "Congress Party", "/Congress Party"),
    ("The Kenya Labour Party won.", "Kenya Labour Party", "/Kenya Labour Party"),
    # Where the town is only where something is, or its government.
    ("The Polish University in Warsaw opened.", "Polish University", "/Polish University"),
    ("In Paris University staff left.", "University", None),
    ("In Paris University staff left.", "Paris University", None),
    ("In London Foreign Secretary Jo Lind met them.", "London", "GBR"),
    ("London said so.", "London", "GBR"),
    ("The Ukraine Recovery Conference opened.", "The Ukraine Recovery Conference", None),
    # Those of a region, and its bodies.
    ("Chad met the Gulf states.", "Gulf states", "/Gulf states"),
    ("Chad met Latin American countries.", "Latin American countries", "/Latin American countries"),
    ("Chad met Latin American and Caribbean countries.", "Latin American and Caribbean countries",
     "/Latin American and Caribbean countries"),
    ("Chad met its Indo-Pacific allies and partners.", "Indo-Pacific allies and partners",
     "/Indo-Pacific allies and partners"),
    ("The Sahel needs aid.", "Sahel", "/Sahel"),
    ("The Gulf war ended.", "Gulf", "/Gulf"),
    ("The Baltic Council of Ministers met.", "Baltic Council of Ministers", "/Baltic Council of Ministers"),
    ("The Kurdistan Parliament of Iraq met.", "Kurdistan Parliament of Iraq", "IRQ/Kurdistan Parliament"),
    ("In Africa Trade Minister Jo Lind met them.", "Trade Minister Jo Lind", "PER/Jo Lind"),
    ("In Africa Police Commissioner Jo Lind met them.", "Africa", "/Africa"),
    ("The World Heritage Committee met.", "World Heritage Committee", "UNESCO/World Heritage Committee"),
    ("The world agreed.", "The world", "/The world"),
    ("The World Rivers Council met.", "World Rivers Council", "/World Rivers Council"),
    ("The World Rivers Council of Chad met.", "World Rivers Council of Chad", "TCD/World Rivers Council"),
    ("Africa partners with Chad on health.", "Africa", "/Africa"),
    ("The West forces Russia out.", "The West", "/the West"),
    # States together under one of them.
    ("The Saudi-led coalition left.", "Saudi-led coalition", "/Saudi-led coalition"),
    ("The Saudi-led talks ended.", "Saudi", "SAU"),
    # A term at the head of an organisation is no body.
    ("The French EU Presidency ended.", "French", "FRA"),
    ("The French EU Presidency ended.", "EU", "EU"),
    ("Chad's presidency of the African Union ended.", "Chad", "TCD"),
    ("Chad's presidency of the African Union ended.", "African Union", "AU"),
    ("The EU Presidency said so.", "EU Presidency", "EU/Presidency"),
    ("The French Presidency said so.", "French Presidency", "FRA/Presidency"),
    ("The presidency of Chad said so.", "presidency of Chad", "TCD/Presidency"),
    ("Chad met the Freely Associated States.", "Freely Associated States", "/Freely Associated States"),
    ("The States Parties to the Convention met.", "States Parties", "/States Parties"),
    ("Many Latin American and European countries left.", "Latin American and European countries",
     "/Latin American and European countries"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "mention", "actor"), INSTITUTIONS)
def test_an_institution(text: str, mention: str, actor: str | None) -> None:
    assert actors_of(text, mention) == ((actor,) if actor else None)


GROUPS = [
    ("The Nordic and Baltic countries met.", "The Nordic and Baltic countries", 8),
    ("The five Central Asian states met.", "The five Central Asian states", 5),
    ("Central Asian countries met.", "Central Asian countries", 5),
    ("The three Baltic countries met.", "The three Baltic countries", 3),
    ("The Baltic nations met.", "The Baltic nations", 3),
    ("The Andean countries met.", "Andean countries", 1),
]


@pytest.mark.parametrize(("text", "mention", "count"), GROUPS)
def test_a_group_of_known_states_is_its_states(text: str, mention: str, count: int) -> None:
    assert len(actors_of(text, mention) or ()) == count


def test_a_state_in_an_institutions_name_is_not_the_state_in_hand() -> None:
    text = "Chad left. The Japan Fund for Poverty Reduction paid. The Parliament agreed."
    assert actors_of(text, "Parliament") == ("TCD/Parliament",)
    text = "Chad left. The Malian Sport Foundation paid. The Parliament agreed."
    assert actors_of(text, "Parliament") == ("MLI/Parliament",)
