"""Whom those cannot serve who visit a state or are sent to it: (text, end of a name, publisher, title, actor)."""

import pytest

from linked_samples import last_ending, link

INDIA = "Ministry of External Affairs of India"
BOTH = "India-Ghana Relations"
VISITS = [
    ("President Mora visited India in 1981.", "Mora", INDIA, BOTH, "GHA/Mora"),
    ("President Mora visited Ghana in 1981.", "Mora", INDIA, BOTH, "IND/Mora"),
    ("President Mora visited India Trade Fair.", "Mora", INDIA, BOTH, "IND/Mora"),
    ("President Mora visited it. Mora paid a state visit to India.", "President Mora", INDIA, BOTH, "GHA/Mora"),
    ("Minister Mora travelled to New Delhi.", "Mora", INDIA, BOTH, "GHA/Mora"),
    ("Minister Mora travelled to New Delhi.", "Mora", INDIA, "", "IND/Mora"),
    ("Minister Mora led a large delegation to India.", "Mora", INDIA, BOTH, "GHA/Mora"),
    ("Minister Mora led the talks, and a delegation to India left.", "Mora", INDIA, BOTH, "IND/Mora"),
    ("Minister Mora attended the forum in New Delhi.", "Mora", INDIA, BOTH, "GHA/Mora"),
    ("Minister Mora attended the forum in New Delhi.", "Mora", INDIA, "India", "IND/Mora"),
    ("Minister Lind called on Premier Mora during his visit to Ghana.", "Mora", INDIA, BOTH, "GHA/Mora"),
    ("Minister Lind called on Premier Mora during his visit to Ghana.", "Lind", "Ghana", BOTH, "IND/Lind"),
    ("Minister Lind received Premier Mora during his visit to India.", "Lind", INDIA, BOTH, "IND/Lind"),
    ("Indian Minister Lind called on Premier Mora.", "Mora", INDIA, BOTH, "GHA/Mora"),
    ("Minister Lind called on Premier Mora.", "Mora", INDIA, BOTH, "IND/Mora"),
    ("Minister Lind called on Premier Mora of India.", "Lind", INDIA, BOTH, "GHA/Lind"),
    ("During his visit to India, President Mora opened a school.", "Mora", INDIA, BOTH, "GHA/Mora"),
    ("During his visit to India, President Lind received her.", "Lind", INDIA, BOTH, "IND/Lind"),
]


@pytest.mark.parametrize(("text", "end", "publisher", "title", "actor"), VISITS)
def test_who_visits_a_state_serves_another(text: str, end: str, publisher: str, title: str, actor: str) -> None:
    assert last_ending(text, end, publisher, title) == (actor,)


def test_the_state_that_somebody_goes_to_is_not_offered() -> None:
    text = "Ghana and Peru met. Ambassador to Peru Jo Lind left. Minister Mora visited Peru."
    offered = {other for m in link(text, "Ghana") for other in m.others}
    assert not {"PER/Jo Lind", "PER/Mora"} & offered


PEERS = [
    # No one serves the state of his own counterpart.
    ("Minister Ana Lind met her Ugandan counterpart Al Mora in Nairobi.", "Ana Lind", "", "KEN/Ana Lind"),
    ("On a call with his Omani counterpart, the Minister Jo Lind agreed. Iran left.", "Jo Lind", "", "IRN/Jo Lind"),
    ("He met his Omani counterpart and Minister Jo Lind. Iran left.", "Jo Lind", "", "OMN/Jo Lind"),
    ("Mr. Mora and his Omani counterpart met, and Minister Jo Lind left.", "Jo Lind", "", "OMN/Jo Lind"),
    ("Minister Jo Lind said that President Al Mora of Peru met his Ugandan counterpart.", "Jo Lind", "Uganda",
     "UGA/Jo Lind"),
    ("Minister Ana Lind met her counterpart from Uganda in Nairobi.", "Ana Lind", "", "KEN/Ana Lind"),
]  # fmt: skip
SENDERS = [
    # Whom one serves who is sent.
    ("Ghana left. Chad met the new Ambassador to Chad.", "Ambassador to Chad", "", "GHA/Ambassador to Chad"),
    ("The new Ambassador to Chad took up her post.", "Ambassador to Chad", "", ""),
    ("Togo met Chad. Peru opened its embassy and the Ambassador to Togo left.", "Ambassador to Togo", "",
     "PER/Ambassador to Togo"),
    ("Togo met Chad. Peru's army left and the Ambassador to Togo wrote.", "Ambassador to Togo", "",
     "TCD/Ambassador to Togo"),
    ("Togo met Chad. Peru's Embassy wrote and the Ambassador to Togo left.", "Ambassador to Togo", "",
     "PER/Ambassador to Togo"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "end", "publisher", "actor"), [*PEERS, *SENDERS])
def test_who_meets_a_peer_or_is_sent_serves_another_state(text: str, end: str, publisher: str, actor: str) -> None:
    assert last_ending(text, end, publisher) == ((actor,) if actor else None)
