"""Whose bodies are that need no owner beside them: (text, mention, actor of the last mention with that wording)."""

import pytest

from linked_samples import last

OWN = [
    ("The ministry met Norway. It agreed.", "ministry", "KEN/Ministry of Foreign Affairs",
     "Ministry of Foreign Affairs of Kenya"),
    ("The Ministry met Norway.", "Ministry", "KEN/Ministry of Foreign Affairs", "Ministry of Foreign Affairs of Kenya"),
    ("The Department met Norway. The department agreed.", "department", "USA/Department of State",
     "U.S. Department of State"),
    ("The Department of Health met Norway. The Department agreed.", "Department", "USA/Department of Health",
     "U.S. Department of State"),
    ("Norway's Ministry of Trade met Chad. The ministry agreed.", "ministry", "NOR/Ministry of Trade",
     "Ministry of Foreign Affairs of Kenya"),
    ("Norway's ministry met Chad. The ministry agreed.", "ministry", "NOR/Ministry",
     "Ministry of Foreign Affairs of Kenya"),
    ("Norway said that the department agreed.", "department", None, "Ministry of Foreign Affairs of Kenya"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "mention", "actor", "publisher"), OWN)
def test_a_ministry_writes_of_itself(text: str, mention: str, actor: str | None, publisher: str) -> None:
    assert last(text, mention, publisher) == (actor and (actor,))


JOINT = [
    ("Peru and Ghana set up a Joint Commission.", "Joint Commission", "/Joint Commission"),
    ("The Joint Committee on Fisheries met Ghana.", "Joint Committee on Fisheries",
     "PER/Joint Committee on Fisheries"),
    ("Ghana and Peru named a Joint Committee on Fisheries. It was new. The Joint Committee on Fisheries met.",
     "Joint Committee on Fisheries", "/Joint Committee on Fisheries"),
    ("Ghana and Togo named a Joint Standing Committee on Fisheries.", "Joint Standing Committee on Fisheries",
     "PER/Joint Standing Committee on Fisheries"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "mention", "actor"), JOINT)
def test_a_body_that_two_states_have_together_is_neithers(text: str, mention: str, actor: str) -> None:
    assert last(text, mention, "Government of Peru") == (actor,)


LED = [
    ("Chile wrote to the Reagan administration.", "Reagan", "USA"),
    ("Chile wrote to the Reagan Administration.", "Reagan Administration", "USA"),
    ("Chile wrote to the Reagan family.", "Reagan", "/Reagan"),
    ("Zaire was poor. The Mobutu regime fell.", "Mobutu", "COD/Mobutu regime"),
    ("The Netanyahu government met Chad. Israel left.", "Netanyahu", "ISR"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "mention", "actor"), LED)
def test_a_government_is_called_by_who_leads_it(text: str, mention: str, actor: str) -> None:
    assert last(text, mention) == (actor,)


FORCES = [
    ("Chad fought the rebels. They attacked government forces.", "government forces", "TCD/Government forces"),
    ("Chad fought the rebels. Government troops left.", "Government troops", "TCD/Government troops"),
    ("Chad fought the rebels. Rebel fighters left.", "fighters", "/Fighters"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "mention", "actor"), FORCES)
def test_the_governments_forces_are_those_of_the_state_told_of(text: str, mention: str, actor: str) -> None:
    assert last(text, mention) == (actor,)


CONFERRED = [
    ("They met at the Congress of Vienna. The congress was chaired by Austria.", "congress", None),
    ("Peru left. The congress agreed.", "congress", "PER/Congress"),
]


@pytest.mark.parametrize(("text", "mention", "actor"), CONFERRED)
def test_a_congress_of_a_town_is_no_parliament(text: str, mention: str, actor: str | None) -> None:
    assert last(text, mention) == (actor and (actor,))
