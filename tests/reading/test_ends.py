"""Where an object begins and ends."""

from __future__ import annotations

import pytest

from dragoman.reading.ends import whole

# The object as found stands between the bars.
PHRASES = [
    ('Chad called the |talks "a new day|".', 'talks "a new day"'),
    ("Chad called the |talks “a new day|.”", "talks “a new day.”"),
    ('Chad asked for a "|peaceful way" to the sea|.', '"peaceful way" to the sea'),
    ('Chad asked for "a |peaceful way" to the sea|.', '"a peaceful way" to the sea'),
    ('Chad said the |talks were "all that one could hope| for".', 'talks were "all that one could hope for"'),
    ('Chad signed the |"Lake" and "Desert" accords| in May.', '"Lake" and "Desert" accords'),
    ('Libya said: "Chad signed the |accord on water".|', "accord on water"),
    ("Chad joined the |Partnership for Peace (PfP|) in May.", "Partnership for Peace (PfP)"),
    ('Chad left the |lake group ("Group A|") in May.', 'lake group ("Group A")'),
    ("|Article 5. The parties agree|.", "The parties agree"),
    ("They signed |Article 5|.", "Article 5"),
    ("They were |sworn to| on Friday.", "sworn to"),
    ("Chad gave $50,|000 to Mali|.", "$50,000 to Mali"),
    ("Chad gave €|2,000,000 to Mali|.", "€2,000,000 to Mali"),
    ("In May, |2 ministers| met.", "2 ministers"),
    ("They praised the |trade with Chad.|", "trade with Chad"),
    ("They praised the |trade with the U.S.|", "trade with the U.S."),
    ("They praised the |trade with Chad etc.|", "trade with Chad etc."),
]


@pytest.mark.parametrize(("marked", "told"), PHRASES)
def test_an_object_is_a_phrase_of_its_own(marked: str, told: str) -> None:
    before, found, after = marked.split("|")
    text = before + found + after
    first, last = whole(text, len(before), len(before + found), (0, len(text)))
    assert text[first:last] == told
