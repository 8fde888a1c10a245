"""Who "we" and "I" are in quotation marks: (text, word, actors of every mention with that wording)."""

import pytest

from linked_samples import PERU, link

CASES = [
    # The speaker stands before the quotation, behind it, within it.
    ("Ambassador Jo Lind of Chad said: “We thank Mali.”", "We", ["TCD"]),
    ("“We thank Mali,” said Jo Lind, the Foreign Minister of Chad.", "We", ["TCD"]),
    ("“We thank Mali,” Foreign Minister Jo Lind of Chad told Le Temps.", "We", ["TCD"]),
    ("“We thank Mali,” said Minister Jo Lind of Chad, “and we thank Niger.”", "we", ["TCD"]),
    ("According to President Jo Lind of Chad, “we are ready”.", "we", ["TCD"]),
    # Of a quotation of several sentences it is named behind the last.
    ("“We came. We saw Mali. We left,” said Foreign Minister Jo Lind of Chad.", "We", ["TCD", "TCD", "TCD"]),
    # A quotation without a speaker goes on with the one before it, also over a paragraph's end.
    ('"We thank Mali," President Jo Lind of Chad said. "Our ports are open."', "Our", ["TCD"]),
    ("“We thank Mali,” said President Jo Lind of Chad.\n\n“Our ports are open.”", "Our", ["TCD"]),
    # "I" is the person.
    ("President Jo Lind of Chad said: “I thank Mali.”", "I", ["TCD/Jo Lind"]),
    # Outside of quotation marks the publisher speaks.
    ("“We thank Mali,” said President Jo Lind of Chad. We agree.", "We", ["TCD", "PER"]),
    ("The “Open Doors” plan helps us.", "us", ["PER"]),
    # A mark that nothing closes holds to the end of its paragraph at most.
    ('President Jo Lind of Chad said "we thank Mali.\n\nWe agree.', "We", ["PER"]),
    # A question that ends before the verb.
    ("“Who will help us?” asked President Jo Lind of Chad.", "us", ["TCD"]),
    # The sentence before lets somebody speak, or the name stands before a colon.
    ("Minister Jo Lind of Chad stressed her friendship with Mali. “We build roads there.”", "We", ["TCD"]),
    ("Mali grew.\n\nMinister Jo Lind of Chad spoke of trade. “We build roads there.”", "We", ["TCD"]),
    ("Minister Jo Lind of Chad spoke of trade.\n\n“We build roads there.”", "We", ["PER"]),
    ("Minister Jo Lind of Chad left for Mali. “We build roads there.”", "We", ["PER"]),
    ("Minister Jo Lind of Chad: “We build roads.”", "We", ["TCD"]),
    # Two strokes and two accents are marks as well.
    ("″We thank Mali,″ President Jo Lind of Chad said.", "We", ["TCD"]),
    ("``We thank Mali,'' President Jo Lind of Chad said.", "We", ["TCD"]),
    # A state speaks as well; two speak for both.
    ("Chad said that “we will help Mali”.", "we", ["TCD"]),
]


@pytest.mark.parametrize(("text", "word", "actors"), CASES)
def test_who_is_quoted(text: str, word: str, actors: list[str]) -> None:
    assert [",".join(m.actors) for m in link(text, PERU) if m.text == word] == actors


@pytest.mark.slow
def test_marks_without_end_are_read_in_time() -> None:
    text = "“We said " * 20_000 + '"we' * 20_000
    assert link(text, PERU)
