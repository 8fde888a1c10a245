"""Parts of what the network is shown can be taken away one by one."""

from __future__ import annotations

from typing import Any

import pytest
from tokenizers import Tokenizer, models, pre_tokenizers

from dragoman.documents import document_from_text
from dragoman.reading.prepared import Prepared, Shown, prepare
from dragoman.reading.windows import PREFIX

TEXT = "Norway and Chile met in Oslo on 3 May 2019. They signed a treaty. It gives 5 million euros to Chile.\n" * 24


@pytest.fixture(scope="module")
def tokenizer() -> Tokenizer:
    """Every word is unknown: only places matter here."""
    made = Tokenizer(models.WordLevel({"[UNK]": 0}, unk_token="[UNK]"))
    made.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    return made


def prepared(tokenizer: Tokenizer, **shown: Any) -> Prepared:
    document = document_from_text(TEXT, stem="d", title="Norway and Chile", publisher="Government of Norway")
    return prepare(document, tokenizer, shown=Shown(**shown))


def places(one: Prepared) -> int:
    return sum(len(entity.slots) for view in one.views for entity in view.entities)


def test_everything_is_shown_by_default(tokenizer: Tokenizer) -> None:
    document = document_from_text(TEXT, stem="d", title="Norway and Chile", publisher="Government of Norway")
    by_default, everything = prepare(document, tokenizer), prepared(tokenizer)
    assert [v.window.ids.tolist() for v in by_default.views] == [v.window.ids.tolist() for v in everything.views]
    assert by_default.dates
    assert by_default.values
    assert len(by_default.views) > 1


def test_without_the_sentences_before_the_core_follows_the_prefix(tokenizer: Tokenizer) -> None:
    full, less = prepared(tokenizer), prepared(tokenizer, before=False)
    assert any(view.window.core[0] > len(PREFIX) + 1 for view in full.views)
    assert all(view.window.core[0] == len(PREFIX) + 1 for view in less.views)


def test_each_sentence_is_still_core_once(tokenizer: Tokenizer) -> None:
    for shown in ({}, {"setting": False, "before": False}):
        windows = [view.window for view in prepared(tokenizer, **shown).views]
        starts = [tuple(s) for w in windows for s in w.spans[w.core[0] : w.core[1]].tolist() if s[0] >= 0]
        assert starts == sorted(set(starts))
        assert starts[-1][1] == len(TEXT.rstrip())


def test_dates_and_values_can_be_left_out(tokenizer: Tokenizer) -> None:
    less = prepared(tokenizer, dates=False, values=False)
    assert (less.dates, less.values) == ((), ())
    assert not any(view.dates or view.values for view in less.views)


def test_actors_of_the_setting_and_pronouns_can_be_left_out(tokenizer: Tokenizer) -> None:
    full = prepared(tokenizer)
    assert places(prepared(tokenizer, setting=False)) < places(full)
    less = prepared(tokenizer, without_hows=frozenset({"pronoun", "collective", "definite"}))
    assert {m.text for m in less.mentions} < {m.text for m in full.mentions}
