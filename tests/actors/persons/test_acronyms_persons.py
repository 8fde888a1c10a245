"""Whom acronyms mean: those that the text writes out, and those that nothing explains."""

import pytest

from linked_samples import DAY, last_ending, link


def last(text: str, end: str, publisher: str = "", title: str = "", date: str = DAY) -> str | None:
    """The actor of the last mention that ends so; of several the first."""
    return next(iter(last_ending(text, end, publisher, title, date) or ()), None)


ACRONYMS = [
    ("Jo Lind, chair of the OECD Health Committee (HC), left. Chile joined the HC.", "HC", "OECD/Health Committee"),
    ("Jo Lind, AU Commissioner for Infrastructure and Energy (CIE), left. The CIE met.", "CIE", ""),
    ("The Defence Reform Group (DRG) met Peru. Later DRG worked on.", "DRG", "/Defence Reform Group"),
    ("Kenya's Water Bureau (KWB) met Peru. It was said by KWB.", "KWB", "KEN/Water Bureau"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "end", "actor"), ACRONYMS)
def test_an_acronym_is_what_it_is_written_out_as(text: str, end: str, actor: str) -> None:
    assert (last(text, end) or "") == actor


UNEXPLAINED = [
    ("They asked SENAN for help. SENAN patrols the coast.", "SENAN", "/SENAN"),
    ("The Parties,\n\nDESIRING to strengthen relations, agreed.", "DESIRING", None),
    ("IMPORTANT news came. WELCOME remarks followed.", "IMPORTANT", None),
    ("It is four per cent of GDP. GDP grew.", "GDP", None),
]


@pytest.mark.parametrize(("text", "mention", "actor"), UNEXPLAINED)
def test_an_acronym_that_nothing_explains_may_open_a_sentence(text: str, mention: str, actor: str | None) -> None:
    found = {m.actors for m in link(text) if m.text == mention and m.start == text.rindex(mention)}
    assert found == ({(actor,)} if actor else set())


def test_a_government_writes_of_its_ministry_by_an_acronym() -> None:
    assert last("The DFA welcomes the decision.", "DFA", "Government of Ireland") == "IRL/DFA"
    assert last("The DFA welcomes the decision.", "DFA") == "/DFA"
