"""Which two states a document as a whole is about."""

import pytest

from dragoman.actors.discourse.setting import Setting

SETTINGS = [
    (Setting(title_states=("TCD", "MLI", "NER"), topics=("PER",)), ("TCD", "MLI")),
    (Setting(own="PER", title_states=("TCD", "MLI")), ("TCD", "MLI")),
    (Setting(own="PER", topics=("TCD", "PER")), ("PER", "TCD")),
    (Setting(topics=("TCD", "MLI", "NER"), venues=("MLI",)), ("TCD", "NER")),
    (Setting(own="PER", topics=("TCD", "MLI"), venues=("TCD",)), ("PER", "TCD")),
    (Setting(topics=("TCD",)), ("TCD",)),
]


@pytest.mark.parametrize(("setting", "pair"), SETTINGS)
def test_the_two_states_that_a_document_is_about(setting: Setting, pair: tuple[str, ...]) -> None:
    assert setting.pair() == pair


def test_those_of_the_two_must_fit() -> None:
    assert Setting(title_states=("TCD", "MLI", "NER")).pair(lambda code: code != "TCD") == ("MLI", "NER")
