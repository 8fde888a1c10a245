"""What is in reach of the word at which the object of a statement begins."""

import numpy as np
import pytest

from dragoman.reading.anchored import Anchored, within_row
from dragoman.reading.candidates import places
from dragoman.reading.prepared import prepare
from reader_samples import document, tokenizer


@pytest.mark.parametrize(("last", "parties"), [("Peru | 2005", {"PER"}), ("Treaty | 2005", {"CHL"})])
def test_a_row_that_names_somebody_is_about_nobody_of_another_row(last: str, parties: set[str]) -> None:
    page = document(f"Partners\n\nCountry | Signed\nChile | 2013\n{last}\n", title="Partners", publisher="Customs")
    prepared = prepare(page, tokenizer())
    view = prepared.views[-1]
    found = places(view)
    row = int(view.window.sentence.max())
    scores = np.ones((len(found.entity), 5), dtype=np.float32)
    anchored = within_row(Anchored(page, prepared, view, found, row, scores, np.arange(len(scores))))
    named = {view.entities[e].actor for e in found.entity[anchored.picked].tolist() if e >= 0}
    assert named & {"PER", "CHL"} == parties
