"""What a document is prepared to, and what of it can be left out."""

from __future__ import annotations

import pytest

from dragoman.reading.prepared import Prepared, Shown, mention_ranks, prepare
from dragoman.records import Document
from reader_samples import NEWS, document, tokenizer

TITLE = "Chile and Peru in talks"


def prepared(text: str, shown: Shown | None = None, **sides: str) -> Prepared:
    return prepare(document(text, **sides), tokenizer(), shown=shown or Shown())


@pytest.mark.parametrize(
    ("shown", "gone"),
    [
        (Shown(dates=False), "dates"),
        (Shown(values=False), "values"),
    ],
)
def test_a_part_can_be_taken_away(shown: Shown, gone: str) -> None:
    assert getattr(prepared(NEWS), gone)
    taken = prepared(NEWS, shown)
    assert not getattr(taken, gone)
    assert not any(getattr(view, gone) for view in taken.views)


def test_setting_and_ways_of_linking_can_be_taken_away() -> None:
    assert prepared(NEWS, title=TITLE).context
    assert not prepared(NEWS, Shown(setting=False), title=TITLE).context
    without = prepared("They met. Norway left.", Shown(without_hows=frozenset({"pronoun"})), publisher="Norway")
    assert not any(m.how == "pronoun" for m in without.mentions)


def test_everything_is_in_the_order_of_the_text() -> None:
    found = prepared(NEWS)
    for items in (found.sentences, found.mentions, found.dates, found.values):
        starts = [item.start for item in items]
        assert starts == sorted(starts)


def test_american_publishers_write_the_month_first() -> None:
    text = "They met on 01/02/2014."
    assert [d.date for d in prepared(text, publisher="US Department of State").dates] == ["2014-01-02"]
    assert [d.date for d in prepared(text, publisher="Government of Norway").dates] == ["2014-02-01"]


@pytest.mark.parametrize("text", ["", " \n", "...", "\x00", "—"])
def test_text_of_nothing(text: str) -> None:
    assert prepared(text).mentions == ()
    assert prepare(Document("d", text), tokenizer()).views == ()


def test_a_code_has_the_rank_of_all_its_mentions() -> None:
    found = prepared("Serbia's Ministry of Interior met Norway. Serbia thanked Norway. Serbia left. Chile watched.")
    ranks = mention_ranks(found.mentions)
    assert (ranks["SRB"], ranks["NOR"], ranks.get("CHL")) == (0, 1, None)
