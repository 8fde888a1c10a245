"""Types, modes and scores of PLOVER, and names of earlier drafts."""

from __future__ import annotations

import pytest

from dragoman.codebook import codebook
from dragoman.errors import InvalidRecord
from dragoman.events.plover import QUADS, ontology


def test_the_types_are_those_of_the_codebook() -> None:
    assert set(ontology().types) == set(codebook().plover)
    assert {kind.quad for kind in ontology().types.values()} == set(QUADS)


@pytest.mark.parametrize(
    ("name", "mode", "expected"),
    [
        ("consult", "Visit", ("CONSULT", "visit")),
        ("DEMAND", None, ("REQUEST", None)),
        ("Disapprove", None, ("ACCUSE", "disapprove")),
        ("INVESTIGATE", None, ("ACCUSE", "investigate")),
        ("FIGHT", "firearms", ("ASSAULT", "firearms")),
        ("YIELD", None, ("CONCEDE", None)),
        ("YIELD", "release", ("RETREAT", "release")),
        ("AID", "visit", ("AID", None)),
    ],
)
def test_old_names_lead_to_todays(name: str, mode: str | None, expected: tuple[str, str | None]) -> None:
    kind, found = ontology().type(name, mode)
    assert (kind.name, found) == expected


def test_a_name_that_is_no_type_is_refused() -> None:
    with pytest.raises(InvalidRecord, match="GREET"):
        ontology().type("GREET")


@pytest.mark.parametrize(
    ("name", "mode", "score", "root"),
    [
        ("CONSULT", "visit", 4.0, "04"),
        ("PROTEST", "vandalize", -5.0, "14"),
        ("ACCUSE", "investigate", -3.5, "09"),
        ("ASSAULT", "aerial", -9.5, "19"),
    ],
)
def test_a_mode_has_its_own_score_and_root_or_those_of_its_type(name: str, mode: str, score: float, root: str) -> None:
    assert ontology().intensity(name, mode) == score
    assert ontology().cameo_root(name, mode) == root


@pytest.mark.parametrize(
    ("name", "sentence", "mode"),
    [
        ("CONSULT", "Chile's president visited Peru.", "visit"),
        ("CONSULT", "They spoke by telephone.", "phone"),
        ("RETREAT", "The rebels freed two hostages.", "release"),
        ("COERCE", "Police detained a student.", "arrest"),
        ("AID", "Japan gave rice.", None),
    ],
)
def test_words_tell_the_mode(name: str, sentence: str, mode: str | None) -> None:
    assert ontology().read_mode(name, sentence) == mode


def test_words_tell_contexts() -> None:
    assert ontology().read_contexts("Talks on trade and refugees") == ("economic", "migration")
