"""Who takes which side, given scores: no one official twice, and nobody left out who is named."""

from __future__ import annotations

import numpy as np
import pytest

from dragoman.reading.anchored import Anchored
from dragoman.reading.candidates import places
from dragoman.reading.prepared import prepare
from dragoman.reading.roles import Settings, fill_roles, fill_values
from reader_samples import document, tokenizer

TITLE = "Visit from Chad"
PUBLISHER = "Ministry of Foreign Affairs of Norway"
CUTS = Settings(source=0.5, target=0.5, party=0.5, other_party=0.3)


def sides(text: str, kind: str, scores: dict[str, tuple[float, float]]) -> tuple[set[str], set[str]]:
    """Source and target of a statement of the last sentence, every slot of an actor having its scores as either."""
    page = document(f"{TITLE}\n\n{text}", title=TITLE, publisher=PUBLISHER)
    prepared = prepare(page, tokenizer())
    view = prepared.views[-1]
    found = places(view)
    rows = np.zeros((len(found.entity), 5), dtype=np.float32)
    for slot, entity in enumerate(found.entity.tolist()):
        rows[slot, :2] = scores.get(view.entities[entity].actor, (0, 0)) if entity >= 0 else 0
    last = int(view.window.sentence.max())
    actors, _ = fill_roles(kind, Anchored(page, prepared, view, found, last, rows, np.arange(len(rows))), CUTS)
    return set(actors["source"]), set(actors["target"])


def amounts(text: str, *likely: float) -> list[float]:
    """The numbers that a statement of ``text`` has, where the network holds these ``likely``."""
    page = document(text, title=TITLE, publisher=PUBLISHER)
    prepared = prepare(page, tokenizer())
    view = prepared.views[-1]
    found = places(view)
    rows = np.zeros((len(found.entity), 5), dtype=np.float32)
    for slot, value in zip(found.values, view.values, strict=True):
        rows[slot, 4] = prepared.values[value.index].number in likely
    values, _ = fill_values(Anchored(page, prepared, view, found, 0, rows, np.arange(len(rows))), CUTS)
    return [value.number for value in values]


def test_an_amount_told_again_in_other_money_goes_with_it() -> None:
    assert amounts("Norway gave $100 (about £62) to Chad.", 62) == [100, 62]
    assert amounts("Norway gave $100 (£62) to Chad.", 100) == [100, 62]
    assert amounts("Norway gave $100 (up from £62) to Chad.", 62) == [62]
    assert amounts("Norway gave $100 (and then £62 more) to Chad.", 62) == [62]


def test_an_amount_told_twice_is_one() -> None:
    assert amounts("Norway gave Chad $100, and Mali had $100 too.", 100) == [100]
    assert amounts("Norway gave Chad $100 and 100 buses.", 100) == [100, 100]


CASES = [
    ("Minister Lind met the French side.", "meeting", {"NOR/Lind": (0.8, 0.8), "TCD/Lind": (0.7, 0.7)}, "NOR/Lind"),
    ("Minister Lind met the French side.", "meeting", {"NOR/Lind": (0.6, 0.6), "TCD/Lind": (0.7, 0.7)}, "TCD/Lind"),
    ("Minister Lind met the French side.", "meeting", {"NOR/Lind": (0.7, 0.7), "TCD/Lind": (0.7, 0.7)}, "NOR/Lind"),
    ("Minister Lind thanked France.", "position", {"NOR/Lind": (0.8, 0.1), "TCD/Lind": (0.3, 0.7)}, "NOR/Lind"),
]


@pytest.mark.parametrize(("text", "kind", "scores", "official"), CASES)
def test_an_official_of_either_state_is_on_one_side(
    text: str, kind: str, scores: dict[str, tuple[float, float]], official: str
) -> None:
    source, target = sides(text, kind, scores | {"FRA": (0.1, 0.6)})
    assert {a for a in source | target if "Lind" in a} == {official}
    assert "FRA" in target


def test_officials_of_several_states_with_one_title_all_take_part() -> None:
    text = "The Serbian Foreign Minister, the Kosovo Foreign Minister and the Albanian Foreign Minister met."
    named = [f"{code}/Foreign Minister" for code in ("SRB", "XKX", "ALB")]
    source, target = sides(text, "meeting", dict.fromkeys(named, (0.9, 0.9)))
    assert source | target == set(named)


def test_whom_one_mention_means_together_acts_together() -> None:
    scores = {"SRB": (0.9, 0.9), "GRC": (0.8, 0.8), "ALB": (0.1, 0.1)}
    source, target = sides("The Serbian, Greek and Albanian foreign ministers met.", "meeting", scores)
    assert source | target == {"SRB", "GRC", "ALB"}
    source, target = sides("Serbia and Greece met in the presence of Albania.", "meeting", scores)
    assert source | target == {"SRB", "GRC"}


def test_of_two_bodies_of_one_state_the_sentence_s_own_acts() -> None:
    both = {"NOR/Ministry of Finance": (0.8, 0.1), "NOR/Ministry of Education": (0.7, 0.1), "TCD": (0.1, 0.9)}
    before = "The Norwegian Ministry of Finance paid for wells in Chad."
    after = "The Norwegian Ministry of Education pays for schools in Chad."
    assert sides(f"{before} {after}", "assistance", both)[0] == {"NOR/Ministry of Education"}
    together = "The Norwegian Ministry of Finance and the Norwegian Ministry of Education pay for schools in Chad."
    assert sides(together, "assistance", both)[0] == {"NOR/Ministry of Finance", "NOR/Ministry of Education"}


GROUPS = [
    ("aid for the people of Benin, for Beninese people", ("/People of Benin", "/Beninese people"), 1),
    ("aid for refugees, for Syrian refugees", ("/Refugees", "/Syrian refugees"), 1),
    ("aid for refugees and for the teachers", ("/Refugees", "/Teachers"), 2),
    ("aid for women teachers, for religious teachers", ("/Women teachers", "/Religious teachers"), 2),
    ("aid for Baylor University and Makerere University", ("/Baylor University", "/Makerere University"), 2),
]


@pytest.mark.parametrize(("told", "groups", "count"), GROUPS)
@pytest.mark.parametrize("surest", [0, 1])
def test_a_group_of_two_names_is_taken_once_by_the_surer(
    told: str, groups: tuple[str, str], count: int, surest: int
) -> None:
    scores = {name: (0.1, 0.9 if number == surest else 0.8) for number, name in enumerate(groups)}
    _, target = sides(f"Norway promised {told}.", "assistance", scores | {"NOR": (0.9, 0.1)})
    assert len(target) == count
    assert groups[surest] in target


def test_a_group_of_two_names_meets_once() -> None:
    scores = {"/Refugees": (0.1, 0.8), "/Syrian refugees": (0.9, 0.1), "NOR": (0.8, 0.8)}
    source, target = sides("Refugees, among them Syrian refugees, met Norway's minister.", "meeting", scores)
    assert source | target == {"/Syrian refugees", "NOR"}


def test_a_gift_goes_to_the_likeliest_even_below_the_cut_and_a_goal_may_be_nobodys() -> None:
    scores = {"NOR": (0.9, 0.1), "FRA": (0.1, 0.3), "TCD": (0.1, 0.2)}
    text = "Norway and France spoke of Chad."
    assert sides(text, "assistance", scores) == ({"NOR"}, {"FRA"})
    assert sides(text, "objective", scores) == ({"NOR"}, set())


def test_relations_are_between_the_two_likeliest_while_more_may_meet() -> None:
    scores = {"NOR": (0.9, 0.9), "FRA": (0.7, 0.7), "TCD": (0.8, 0.8)}
    source, target = sides("Norway has ties with Chad in spite of France.", "relations", scores)
    assert source | target == {"NOR", "TCD"}
    text = "Norway, France and Chad have ties."
    source, target = sides(text, "relations", scores)
    assert source | target == {"NOR", "FRA", "TCD"}
    source, target = sides(text, "meeting", scores)
    assert source | target == {"NOR", "FRA", "TCD"}


def test_relations_of_a_list_are_with_whom_the_list_does_not_name() -> None:
    scores = {"NOR": (0.9, 0.9), "FRA": (0.8, 0.8), "TCD": (0.75, 0.75), "MLI": (0.7, 0.7), "NER": (0.6, 0.6)}
    source, target = sides("Norway, France and Chad opened relations with Mali near Niger.", "relations", scores)
    assert source | target == {"NOR", "FRA", "TCD", "MLI"}
    source, target = sides("Norway and France opened relations near Chad.", "relations", scores)
    assert source | target == {"NOR", "FRA"}


TOGETHER = [
    ("Chad, Peru and Benin do not recognise Togo.", "relations", {"TCD", "PER", "BEN"}, {"TGO"}),
    ("Togo is not recognised by Chad, Peru and Benin.", "relations", {"TCD", "PER", "BEN"}, {"TGO"}),
    ("Chad and Peru signed a treaty with Benin and Togo.", "agreement", {"TCD", "PER"}, {"BEN", "TGO"}),
    ("Chad signed a treaty with Peru and Benin.", "agreement", {"TCD"}, {"PER", "BEN"}),
    ("Chad, Peru and Benin met.", "meeting", {"TCD"}, {"PER", "BEN"}),
]
"""Text, kind, and who is likely to take part on either side."""


@pytest.mark.parametrize(("text", "kind", "source", "target"), TOGETHER)
def test_those_of_one_list_stand_on_one_side_where_somebody_is_outside_of_it(
    text: str, kind: str, source: set[str], target: set[str]
) -> None:
    assert sides(text, kind, dict.fromkeys(source | target, (0.7, 0.7))) == (source, target)


def test_an_office_with_several_states_has_all_of_their_list() -> None:
    text = "The envoy to Chad, Mali and the Niger left."
    scores = {"NOR": (0.9, 0), "TCD": (0, 0.7), "MLI": (0, 0.1), "NER": (0, 0.1), "FRA": (0, 0.6)}
    assert sides(text, "office", scores)[1] == {"TCD", "MLI", "NER"}
    assert sides("The envoy to Chad saw Mali.", "office", scores)[1] == {"TCD"}


def test_an_office_is_with_its_own_list_and_not_with_whom_it_serves() -> None:
    text = "Mora, the envoy of Chad to France, wrote on ties between Chad and Mali and between France and Niger."
    scores = {"TCD/Mora": (0.9, 0), "FRA": (0, 0.7)}
    assert sides(text, "office", scores)[1] == {"FRA"}
    text = "Mora, the envoy of Chad to France, wrote on ties between Chad and France."
    assert sides(text, "office", scores)[1] == {"FRA"}


def test_whom_one_mention_means_is_given_to_together_even_below_the_cut() -> None:
    baltic = dict.fromkeys(["EST", "LVA", "LTU"], (0, 0.3))
    text = "Norway funds training in the Baltic states."
    assert sides(text, "assistance", {"NOR": (0.9, 0)} | baltic)[1] == {"EST", "LVA", "LTU"}
    # Who acts is not on the other side, and what is a goal may be nobody's.
    text = "Estonia funds training in the Baltic states."
    assert sides(text, "assistance", baltic | {"EST": (0.9, 0.3)})[1] == {"LVA", "LTU"}
    assert sides(text, "objective", baltic | {"EST": (0.9, 0.3)})[1] == set()


def test_a_membership_has_one_organisation() -> None:
    text = "Chad joined NATO and not the EU."
    assert sides(text, "membership", {"TCD": (0.9, 0), "NATO": (0, 0.8), "EU": (0, 0.6)}) == ({"TCD"}, {"NATO"})
    assert sides(text, "membership", {"TCD": (0.9, 0), "NATO": (0, 0.3), "EU": (0, 0.1)}) == ({"TCD"}, {"NATO"})
    assert sides(text, "progress", {"TCD": (0.9, 0), "NATO": (0, 0.3), "EU": (0, 0.1)}) == ({"TCD"}, set())
