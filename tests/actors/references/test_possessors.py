"""Whose an office or body is by the words right before it."""

import pytest

from linked_samples import last

SPEECH = "Remarks by the Ambassador of Japan, Jo Lind, in Palau"
SPOKEN = [
    ("I thank my Minister.", "Minister", ("JPN/Minister",), "Government of Palau"),
    ("I thank your Government.", "Government", ("PLW",), "Japan"),
    ("I thank your Vice President.", "Vice President", ("PLW/Vice President",), "Japan"),
]


@pytest.mark.parametrize(("text", "mention", "actors", "publisher"), SPOKEN)
def test_my_minister_and_your_minister(text: str, mention: str, actors: tuple[str, ...], publisher: str) -> None:
    assert last(text, mention, publisher=publisher, title=SPEECH) == actors


def test_nobody_is_addressed_in_a_speech_to_all() -> None:
    several = "Remarks by the Ambassador of Japan, Jo Lind, in Palau and Fiji"
    assert last("I thank your Government.", "Government", publisher="Japan", title=several) is None
    assert last("I thank your Government.", "Government", publisher="Japan", title="Remarks by Jo Lind") is None


OWNERS = [
    ("Niger met Mali and its president, Jo Lind.", "president, Jo Lind", "MLI/Jo Lind"),
    ("Mali met the EU and its envoy, Jo Lind.", "envoy, Jo Lind", "EU/Jo Lind"),
    ("Mali met the EU and its king, Jo Lind.", "king, Jo Lind", "MLI/Jo Lind"),  # the EU has none
    ("Mali praised the AU, whose Envoy, Jo Lind, left.", "Envoy, Jo Lind", "AU/Jo Lind"),
    ("Mali praised the EU, whose King, Jo Lind, left.", "King, Jo Lind", "MLI/Jo Lind"),
    ("Togo praised the ADB and its Peruvian director, Jo Lind.", "Peruvian director, Jo Lind", "ADB/Jo Lind"),
    ("Togo praised the ADB and the Peruvian director, Jo Lind.", "Peruvian director, Jo Lind", "PER/Jo Lind"),
]


@pytest.mark.parametrize(("text", "mention", "actor"), OWNERS)
def test_whose_an_office_or_body_is(text: str, mention: str, actor: str) -> None:
    assert last(text, mention) == (actor,)
