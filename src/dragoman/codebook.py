"""The codebook: kinds, their closed lists of stages and the PLOVER type each implies, from ``data/codebook.yml``."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from dragoman.datafiles import Entry, data_file
from dragoman.errors import InvalidRecord

READ = "read"
"""In place of a PLOVER type: the wording decides."""


@dataclass(frozen=True, slots=True)
class Stage:
    """``event`` is a PLOVER type, null, or `READ`."""

    name: str
    says: str
    event: str | None


@dataclass(frozen=True, slots=True)
class Kind:
    """``symmetric``: source and target together are the parties. ``stages`` by their names."""

    name: str
    says: str
    symmetric: bool
    stages: dict[str, Stage]


@dataclass(frozen=True, slots=True)
class Codebook:
    """Kinds by their names, and the PLOVER types. The trained reader answers by their places, so their order is not
    free: it goes with the weights."""

    kinds: dict[str, Kind]
    plover: tuple[str, ...]

    def stage(self, kind: str, stage: str) -> Stage:
        """The stage's entry. Raises `InvalidRecord` for a kind or stage that is not in the codebook."""
        if kind not in self.kinds:
            raise InvalidRecord(f"kind {kind!r} is not one of {', '.join(self.kinds)}")
        stages = self.kinds[kind].stages
        if stage not in stages:
            raise InvalidRecord(f"stage {stage!r} of {kind} is not one of {', '.join(stages)}")
        return stages[stage]


def _event(stage: Entry) -> str | None:
    return None if stage.raw("event") is None else stage.text("event")


@cache
def codebook() -> Codebook:
    """The shipped codebook, read once."""
    raw = data_file("codebook.yml")
    kinds = {
        name: Kind(
            name,
            entry.text("says"),
            entry.flag("symmetric") if "symmetric" in entry else False,
            {stage: Stage(stage, s.text("says"), _event(s)) for stage, s in entry.part("stages").each().items()},
        )
        for name, entry in raw.part("kinds").each().items()
    }
    return Codebook(kinds, tuple(raw["plover"]))


@cache
def kind_ranks() -> dict[str, int]:
    """The place of each kind in the codebook's order, from 0."""
    return {kind: rank for rank, kind in enumerate(codebook().kinds)}
