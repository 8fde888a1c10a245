"""What a document as a whole tells: who publishes, who speaks, which states it is about."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass


@dataclass(slots=True)
class Setting:
    """What the document as a whole gives: ``publisher`` (a code), ``speaker`` (a person), ``topics`` (states, in order
    of weight, the title's first), whether it is a ``joint`` text, and whose (``parties``).

    ``host`` is the person whose office publishes ("President of X"), ``profile`` the country that the text is a profile
    of, ``own`` the publisher where it is a state, ``venues`` are states that are only named as where people met."""

    publisher: str = ""
    speaker: str = ""
    topics: tuple[str, ...] = ()
    title_states: tuple[str, ...] = ()
    title_actors: tuple[str, ...] = ()
    orgs: tuple[str, ...] = ()
    joint: bool = False
    parties: tuple[str, ...] = ()
    host: str = ""
    profile: str = ""
    own: str = ""
    venues: Collection[str] = ()

    def pair(self, fits: Callable[[str], bool] = bool) -> tuple[str, ...]:
        """The two states a document is most likely about, of those that ``fits`` accepts."""
        titled = tuple(filter(fits, self.title_states))
        topics = self.topics if self.own else [code for code in self.topics if code not in self.venues]
        named = list(filter(fits, dict.fromkeys([*titled, *topics])))
        if len(titled) >= 2:
            return titled[:2]
        if self.own and fits(self.own):
            named = [self.own, *[c for c in named if c != self.own]]
        return tuple(named[:2])
