"""The network that is trained is the one that reads: the same weights under the same names, and the same arithmetic."""

from __future__ import annotations

import numpy as np
import pytest

from dragoman.reading import heads
from dragoman.reading.encoder import SHIPPED

# PyTorch takes seconds to import, and only `make model` installs it.
pytestmark = pytest.mark.slow


def test_the_shipped_weights_fit_the_network() -> None:
    pytest.importorskip("torch")
    from training.model import Heads

    with np.load(SHIPPED / "heads.npz") as stored:
        shipped = {name: stored[name].shape for name in stored.files}
    hidden = shipped["kind_in.weight"][1]
    assert {name: tuple(weight.shape) for name, weight in Heads(hidden).state_dict().items()} == shipped


def test_kinds_are_computed_alike() -> None:
    torch = pytest.importorskip("torch")
    from training.model import Heads

    torch.manual_seed(1)
    network = Heads(12).eval()
    weights = {name: weight.numpy() for name, weight in network.state_dict().items()}
    states = np.random.default_rng(1).normal(size=(7, 12)).astype(np.float32)
    with torch.no_grad():
        expected = network.kinds(torch.from_numpy(states)).numpy()
    np.testing.assert_allclose(heads.Heads(weights).kinds(states), expected, atol=1e-5)
