"""Which state "the country" or "the island" is: (text, phrase, actors of the last mention with that wording)."""

import pytest

from linked_samples import last

LANDS = [
    ("Norway left Juba in 2015. Denmark still maintained its presence in the country.", "the country", ("SSD",)),
    ("Germany is present in Togo. Italy also kept a small office in the country.", "the country", ("TGO",)),
    ("Germany met in Togo. Italy said that farmers in the country left.", "the country", ("ITA",)),
    ("Jo Lind was Kenya's consul in Sweden and served as Togo's envoy and later as the country's minister.",
     "the country", ("TGO",)),
    ("Thailand ordered five Lao diplomats to leave the country.", "the country", ("THA",)),
    ("Slovenia respects Montenegro. Slovenia is that country's closest partner.", "that country", ("MNE",)),
    ("Haiti met Peru. The French government sent a consul to the island.", "the island", ("HTI",)),
    ("Peru met Chile. France sent a consul to the island.", "the island", ("/The island",)),
    ("Norway helped Svalbard. The archipelago is cold.", "The archipelago", ("SJM",)),
    ("The Turkish community in Germany grew. The country is large.", "The country", ("DEU",)),
    ("The Reagan Administration ordered the Bulgarian envoys to leave. Bulgaria protested. The Administration left.",
     "The Administration", ("USA",)),
    ("Niger told the Danish ambassador to leave the country.", "the country", ("NER",)),
    ("Peru helped Samoa. Chile spoke of Fiji. Togo sent ships to the archipelago.", "the archipelago", ("FJI",)),
    ("Samoa is calm. Peru sent ships to the island.", "the island", ("WSM",)),
    ("Jo Lind served as Peru's consul in Chile and later as the country's envoy.", "the country", ("PER",)),
]  # fmt: skip


@pytest.mark.parametrize(("text", "mention", "actors"), LANDS)
def test_which_state_a_word_for_one_means(text: str, mention: str, actors: tuple[str, ...]) -> None:
    assert last(text, mention) == actors
