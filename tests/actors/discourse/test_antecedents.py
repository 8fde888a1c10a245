"""Whom a pronoun means among the mentions before it: (text, pronoun, actors of the last one), and lists of mentions."""

import pytest

from dragoman.actors.discourse.antecedents import KEPT, Mentioned, in_rows, is_several, leader, listed, unique
from dragoman.actors.discourse.coreference import Discourse
from dragoman.actors.discourse.setting import Setting
from linked_samples import last

PERSONS = [
    ("Peru's President Jo Lind met Al Mora, Chile's president. Laotian President Bo Berg thanked him.", "him",
     ("PER/Jo Lind",)),
    ("Chad's President Jo Lind came. Chile's Trade Minister Al Mora and Peru's Trade Minister Bo Berg met him.", "him",
     ("TCD/Jo Lind",)),
    ("Chad's President Jo Lind met Chile's President Al Mora and thanked him.", "him", ("CHL/Al Mora",)),
    ("Chair Jo Lind of Peru left with Ms Al Mora of Chad. She agreed.", "She", ("TCD/Al Mora",)),
    ("Minister Jo Lind of Chad said President Al Mora had asked him to stay, so he left.", "he", ("TCD/Jo Lind",)),
    ("Minister Bo Berg of Chad met Mr. Al Mora, Minister of Peru. He left.", "He", ("TCD/Bo Berg",)),
    ("Minister Jo Lind of Chad came. Today he met Minister Al Mora of Peru. He left.", "He", ("TCD/Jo Lind",)),
    ("Prime Minister Bo Berg of Fiji says Tonga's commander Al Mora has promised a vote. He says more must follow.",
     "He", ("FJI/Bo Berg",)),
]  # fmt: skip
THINGS = [
    ("Aid was sent by UNDP under Japan's grant, and its envoy left.", "its", ("UNDP",)),
    ("Togo left. It met Benin.", "It", ("TGO",)),
    ("Togo was met in Cotonou. It agreed.", "It", ("TGO",)),
    ("Togo helps Benin as it opens its port.", "its", ("BEN",)),
]  # fmt: skip
MANY = [
    ("Ministers from Norway, Peru and Chile met in Lima. Ministers agreed to help Haiti. They left.", "They",
     ("NOR", "PER", "CHL")),
    ("Chad fosters relations with Niger and Mali and boosts trade with them.", "them", ("NER", "MLI")),
    ("The EBRD, the EIB and the KfW pledged their help.", "their", ("EBRD", "EIB", "DEU/KfW")),
    ("The White House said Syrian troops had crossed their border.", "their", ("SYR/Troops",)),
    ("Chad met Mali. They praised the world. They left.", "They", ("TCD", "MLI")),
    ("Chad met Mali. They praised refugees. They left.", "They", ("TCD", "MLI")),
    ("Chad came. They left.", "They", None),
    ("UNICEF said they agreed.", "they", ("UNICEF",)),
    ("Minister Jo Lind of Peru and Minister Al Mora of Chad spoke of youth at their meeting.", "their",
     ("PER/Jo Lind", "TCD/Al Mora")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "mention", "actors"), [*PERSONS, *THINGS, *MANY])
def test_whom_a_pronoun_means(text: str, mention: str, actors: tuple[str, ...] | None) -> None:
    assert last(text, mention) == actors


def told(*mentions: Mentioned) -> Discourse:
    discourse = Discourse(Setting())
    for mention in mentions:
        discourse.tell(mention)
    return discourse


CHAD, MALI = Mentioned(("TCD",), "state", 0, 0, subject=True), Mentioned(("MLI",), "state", 1, 9, joined="and")
LIND = Mentioned(("PER/Jo Lind",), "person", 1, 12, gender="she")


def test_the_nearest_mention_of_a_sort_comes_first_and_none_from_far_away() -> None:
    discourse = told(CHAD, MALI, LIND)
    assert discourse.back(1, 1, "state person") == [LIND, MALI, CHAD]
    assert discourse.back(1, 0, "state") == [MALI]


def test_only_so_many_mentions_are_kept() -> None:
    discourse = told(*[CHAD] * (4 * KEPT), MALI)
    assert len(discourse.past) <= 2 * KEPT
    assert discourse.past[-1] == MALI


def test_a_woman_is_no_he() -> None:
    berg = Mentioned(("PER/Bo Berg",), "person", 1, 14)
    discourse = told(LIND, berg)
    assert discourse.person("he", 2, leading=True, but=frozenset()) == berg.actors
    assert discourse.person("she", 2, leading=True, but=frozenset()) == LIND.actors
    assert discourse.gender == {"PER/Jo Lind": "she", "PER/Bo Berg": "he"}


def test_a_clause_is_about_its_subject() -> None:
    clause = Mentioned(("MLI",), "state", 0, 4, clause=True)
    assert told(CHAD, clause).doer(0, "state") == clause
    assert told(CHAD).doer(0, "state") == CHAD
    assert told(CHAD).doer(0, "person") is None


def test_it_behind_a_quotation_is_who_was_told_of_before_it() -> None:
    inside = Mentioned(("NER",), "state", 1, 20)
    assert told(CHAD, inside).said_before(1, 18) == ("TCD",)
    assert told(inside).said_before(1, 18) == ()


def test_it_is_the_subject_of_the_sentence_before() -> None:
    other = Mentioned(("MLI",), "state", 0, 4)
    discourse = told(CHAD, other)
    assert discourse.thing(1, leading=True, after_preposition=False) == ("TCD",)
    assert discourse.thing(1, leading=True, after_preposition=False, but=frozenset(["TCD"])) == ("MLI",)
    assert discourse.thing(0, leading=False, after_preposition=True) == ("MLI",)


def test_they_are_those_who_are_joined() -> None:
    first = Mentioned(("TCD",), "state", 1, 6, subject=True)
    assert told(first, MALI).many(2, leading=True) == ("TCD", "MLI")
    assert told(first, MALI).many(2, leading=True, but=frozenset(["MLI"])) == ("TCD",)
    assert told(first).many(2, leading=True) == ()


def test_the_host_and_his_guest_are_they() -> None:
    assert told(LIND).many(2, leading=True, host="TCD/Al Mora") == ("TCD/Al Mora", "PER/Jo Lind")


def test_a_list_is_what_is_joined_and_of_one_kind() -> None:
    first, comma = Mentioned(("NER",), "state", 1, 4), Mentioned(("TGO",), "state", 1, 11, joined=",")
    joined = Mentioned(("PER/Jo Lind",), "person", 1, 12, joined="and")
    assert in_rows([first, MALI, joined]) == [[first, MALI], [joined]]
    assert in_rows([first, LIND]) == [[first], [LIND]]
    assert listed([first, MALI, comma]) == [first, MALI]
    assert listed([first, comma]) == [first]


def test_one_of_a_list_is_not_several() -> None:
    assert is_several([CHAD, MALI])
    assert not is_several([CHAD, CHAD])
    assert is_several([Mentioned(("/Farmers",), "group", 0, 0, plural=True)])


def test_who_leads_is_the_subject_and_not_what_says_more_of_him() -> None:
    chair = Mentioned(("AU/Chair",), "person", 1, 15, joined=",")
    assert leader([MALI, CHAD]) == CHAD
    assert leader([chair, LIND]) == LIND
    assert leader([chair]) == chair
    assert unique(["TCD", "MLI", "TCD"]) == ("TCD", "MLI")
