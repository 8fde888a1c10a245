"""The heads' arithmetic on random weights: shapes, known values, and what must not matter."""

from __future__ import annotations

import numpy as np
import pytest

from dragoman.reading.candidates import Places, Reach
from dragoman.reading.encoder import EncoderReader
from dragoman.reading.heads import DISTANCES, Floats, Heads, bucket, gelu, sigmoid, softmax
from reader_samples import EMBEDDED, EVENTS, HIDDEN, KINDS, STAGES, WIDTH, random_heads

TOKENS = 30
SPANS = np.array([(2, 4), (7, 8), (20, 23), (29, 30)])
TYPES = np.array([1, 3, 17, 24])
FIRST, SECOND = np.arange(1, 13), np.arange(13, 29)
"""Token positions of two sentences."""


@pytest.fixture(scope="module")
def heads() -> Heads:
    return random_heads(3)


@pytest.fixture(scope="module")
def states() -> Floats:
    return np.random.default_rng(11).normal(size=(TOKENS, HIDDEN)).astype(np.float32)


def mask_of(*sentences: np.ndarray) -> np.ndarray:
    return np.array([[t in sentence for t in range(TOKENS)] for sentence in sentences])


def placed(spans: np.ndarray) -> Places:
    """Slots at ``spans``: two of actors, a date and a value."""
    count = len(spans)
    numbers = np.arange(count)
    entity = np.where(numbers < 2, numbers, -1)
    sentence = np.where(np.isin(spans[:, 0], FIRST), 0, 1)
    return Places(
        spans, TYPES[:count], numbers, entity, numbers, sentence, range(min(2, count), min(3, count)), range(3, 4)
    )


def reached(found: Places, sentence: np.ndarray) -> Reach:
    """Every slot in the reach of a sentence."""
    where = np.isin(found.spans[:, 0], sentence).astype(np.int64)
    return Reach(np.arange(len(found.spans)), where, int(sentence[0]), int(sentence[-1]) + 1)


def fields(
    heads: Heads, states: Floats, at: list[int], *sentences: np.ndarray, spans: np.ndarray = SPANS
) -> list[tuple[Floats, Floats]]:
    """All fields of anchors ``at``, each in its sentence, of kinds and stages that follow from their places."""
    anchors_at = np.array(at)
    anchors, _ = heads.anchors(states, mask_of(*sentences), anchors_at, anchors_at % KINDS)
    conditions = heads.conditions(anchors, anchors_at % STAGES)
    found = placed(spans)
    return list(heads.fields(states, conditions, anchors_at, found, [reached(found, s) for s in sentences]))


def test_shapes(heads: Heads, states: Floats) -> None:
    at = np.array([2, 20])
    assert heads.kinds(states).shape == (TOKENS, KINDS)
    anchors, attention = heads.anchors(states, mask_of(FIRST, SECOND), at, np.array([0, 4]))
    assert anchors.shape == (2, 2 * HIDDEN + EMBEDDED)
    assert attention.shape == (2, TOKENS)
    assert heads.stages(anchors).shape == (2, STAGES)
    conditions = heads.conditions(anchors, np.array([0, 1]))
    assert conditions.shape == (2, WIDTH)
    assert heads.events(conditions).shape == (2, EVENTS)
    for sentence, (pointers, slots) in zip((FIRST, SECOND), fields(heads, states, [2, 20], FIRST, SECOND), strict=True):
        assert pointers.shape == (3, len(sentence))
        assert slots.shape == (len(SPANS), 5)


def test_attention_stays_in_the_sentence(heads: Heads, states: Floats) -> None:
    _, attention = heads.anchors(states, mask_of(FIRST, SECOND), np.array([2, 20]), np.array([0, 4]))
    assert attention.sum(-1) == pytest.approx([1, 1], abs=1e-5)
    assert attention[0, FIRST].sum() == pytest.approx(1, abs=1e-5)
    assert attention[1, SECOND].sum() == pytest.approx(1, abs=1e-5)


def test_an_anchor_does_not_depend_on_the_others(heads: Heads, states: Floats) -> None:
    both = fields(heads, states, [5, 20], FIRST, SECOND)
    for (at, sentence), together in zip(((5, FIRST), (20, SECOND)), both, strict=True):
        [alone] = fields(heads, states, [at], sentence)
        assert all(np.allclose(one, other, atol=1e-5) for one, other in zip(alone, together, strict=True))


def test_other_sentences_change_nothing(heads: Heads, states: Floats) -> None:
    changed = states.copy()
    changed[14:19] += 3  # tokens of the second sentence that no slot covers
    [before], [after] = (fields(heads, some, [5], FIRST) for some in (states, changed))
    assert all(np.allclose(one, other, atol=1e-5) for one, other in zip(before, after, strict=True))


def test_a_slot_reads_its_own_tokens(heads: Heads, states: Floats) -> None:
    changed = states.copy()
    changed[20:23] += 3
    [(_, before)], [(_, after)] = (fields(heads, some, [5], FIRST) for some in (states, changed))
    assert not np.allclose(before[2], after[2], atol=1e-3)


def test_without_slots_there_are_pointers_only(heads: Heads, states: Floats) -> None:
    [(pointers, slots)] = fields(heads, states, [20], SECOND, spans=np.zeros((0, 2), dtype=np.int64))
    assert pointers.shape == (3, len(SECOND))
    assert slots.shape == (0, 5)
    assert np.isfinite(pointers).all()


def test_kinds_are_told_token_by_token(heads: Heads, states: Floats) -> None:
    assert np.allclose(heads.kinds(states)[4:9], heads.kinds(states[4:9]), atol=1e-5)


def test_wild_states_give_no_infinities(heads: Heads) -> None:
    wild = np.full((TOKENS, HIDDEN), 1e4, dtype=np.float32)
    wild[::2] *= -1
    for result in (heads.kinds(wild), *fields(heads, wild, [5], FIRST)[0]):
        assert np.isfinite(result).all()


def test_softmax() -> None:
    assert softmax(np.array([[0.0, 0.0], [0.0, np.log(3)]])) == pytest.approx(np.array([[0.5, 0.5], [0.25, 0.75]]))
    huge = softmax(np.array([1000.0, 1000.0, -1000.0]))
    assert huge == pytest.approx([0.5, 0.5, 0])


def test_sigmoid() -> None:
    assert sigmoid(np.array([0.0, np.log(3), -np.log(3)])) == pytest.approx([0.5, 0.75, 0.25])
    far = sigmoid(np.array([-1e9, 1e9]))
    assert ((far >= 0) & (far <= 1)).all()
    assert far == pytest.approx([0, 1], abs=1e-6)


def test_gelu() -> None:
    assert gelu(np.array([0.0, 1.0, -1.0, 20.0, -20.0])) == pytest.approx([0, 0.8412, -0.1588, 20, 0], abs=1e-4)


@pytest.mark.parametrize(
    ("distance", "expected"),
    [(0, 7), (1, 8), (-1, 6), (2, 9), (3, 9), (4, 10), (-4, 4), (8, 11), (63, 13), (64, 14), (-64, 0), (9999, 14),
     (-9999, 0)],
)  # fmt: skip
def test_bucket(distance: int, expected: int) -> None:
    assert bucket(np.array([distance])).tolist() == [expected]


def test_buckets_are_all_used_and_ordered() -> None:
    binned = bucket(np.arange(-300, 301))
    assert (np.diff(binned) >= 0).all()
    assert set(binned.tolist()) == set(range(DISTANCES))


def test_the_shipped_file_does_what_numpy_does() -> None:
    shipped = EncoderReader().heads
    assert shipped.weaving is not None
    width = shipped.weights["token_in.bias"].shape[0]
    for places in (1, 12, 20):
        x = np.random.default_rng(5).normal(size=(places, width)).astype(np.float32)
        assert np.allclose(shipped.weaving(x), shipped.weave(x), atol=1e-4)
