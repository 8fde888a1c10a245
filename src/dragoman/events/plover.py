"""PLOVER: types, modes, contexts, quad classes, scores, old names and CAMEO roots, from ``data/plover.yml``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from dragoman.datafiles import Entry, compiled, data_file
from dragoman.errors import InvalidRecord

# Words that may stand between the two parts of a cue that is written with "+".
WITHIN = r"\W+(?:\w+\W+){0,4}?"

QUADS = ("verbal cooperation", "material cooperation", "verbal conflict", "material conflict")


@dataclass(frozen=True, slots=True)
class Named:
    """A mode or context: what belongs to it, and the words that tell it where no classifier answers."""

    name: str
    says: str
    cues: re.Pattern[str] | None
    intensity: float | None = None
    cameo: str | None = None


@dataclass(frozen=True, slots=True)
class EventType:
    """One of the sixteen. ``recipient``: without a recipient it is no event of this type."""

    name: str
    says: str
    quad: str
    recipient: bool
    intensity: float
    cameo: str
    modes: Mapping[str, Named]


@dataclass(frozen=True, slots=True)
class OldName:
    """A name of earlier drafts: the ``type`` of today, the mode that it is, the types of those of its modes that are
    others."""

    type: str
    mode: str | None
    by_mode: Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True)
class Ontology:
    """The whole of it; `ontology` gives the shipped one. ``suffered`` matches what leads to the name of a victim."""

    types: Mapping[str, EventType]
    contexts: Mapping[str, Named]
    old_names: Mapping[str, OldName]
    suffered: re.Pattern[str]

    def type(self, name: str, mode: str | None = None) -> tuple[EventType, str | None]:
        """The type of today and its mode, for a name of today or of earlier drafts, in whatever case.

        A mode that the type does not have is dropped. Raises `InvalidRecord` for a name that is no type.
        """
        wanted, mode = name.strip().upper(), (mode or "").strip().lower() or None
        if wanted in self.old_names:
            old = self.old_names[wanted]
            wanted = next((new for new, modes in old.by_mode.items() if mode in modes), old.type)
            mode = old.mode or mode
        if wanted not in self.types:
            raise InvalidRecord(f"event type {name!r} is not one of {', '.join(self.types)}")
        kind = self.types[wanted]
        return kind, mode if mode in kind.modes else None

    def intensity(self, name: str, mode: str | None = None) -> float:
        """The manual's score of a mode, or of its type where the mode has none."""
        kind, mode = self.type(name, mode)
        own = kind.modes[mode].intensity if mode else None
        return kind.intensity if own is None else own

    def cameo_root(self, name: str, mode: str | None = None) -> str:
        """The two digits of CAMEO's root code."""
        kind, mode = self.type(name, mode)
        return (kind.modes[mode].cameo if mode else None) or kind.cameo

    def read_mode(self, name: str, sentence: str) -> str | None:
        """The mode that the words of ``sentence`` tell: the one with the earliest cue, if any has one."""
        kind, _ = self.type(name)
        found = {m.name: m.cues.search(sentence) for m in kind.modes.values() if m.cues}
        places = {mode: match.start() for mode, match in found.items() if match}
        return min(places, key=lambda mode: (places[mode], list(kind.modes).index(mode)), default=None)

    def read_contexts(self, sentence: str) -> tuple[str, ...]:
        """The contexts that the words of ``sentence`` tell, in the order of the data."""
        return tuple(c.name for c in self.contexts.values() if c.cues and c.cues.search(sentence))


@cache
def ontology() -> Ontology:
    """The shipped ontology, read once."""
    raw = data_file("plover.yml")
    types = {
        name: EventType(
            name,
            entry.text("says"),
            entry.text("quad"),
            entry.flag("recipient"),
            entry.number("intensity"),
            entry.text("cameo"),
            {mode: _named(mode, one) for mode, one in entry.part("modes").each().items()},
        )
        for name, entry in raw.part("types").each().items()
    }
    contexts = {name: _named(name, entry) for name, entry in raw.part("contexts").each().items()}
    old_names = {
        name: OldName(
            entry.text("type"),
            entry.text("mode") if "mode" in entry else None,
            entry.lists("by_mode") if "by_mode" in entry else {},
        )
        for name, entry in raw.part("old_names").each().items()
    }
    return Ontology(types, contexts, old_names, _suffered(raw.part("suffered")))


def _named(name: str, entry: Entry) -> Named:
    return Named(
        name,
        entry.text("says"),
        _pattern(entry["cues"]) if "cues" in entry else None,
        entry.number("intensity") if "intensity" in entry else None,
        entry.text("cameo") if "cameo" in entry else None,
    )


def _pattern(cues: Iterable[str]) -> re.Pattern[str]:
    parts = (WITHIN.join(re.escape(part) + r"\w*" for part in cue.split("+")) for cue in cues)
    return compiled(rf"\b(?:{'|'.join(parts)})", re.IGNORECASE)


def _suffered(words: Entry) -> re.Pattern[str]:
    """What ends right before the name of a victim: "attack on the embassy of "."""
    lists = ("on", "leads", "of", "where", "places", "breaks")
    on, leads, of, where, places, breaks = ("|".join(map(re.escape, words[name])) for name in lists)
    others = "|".join(set(words["breaks"]) - set(words["places"]))  # "the attack on a market at the port of Peru"
    there = rf"(?:{where})s?\s+(?:(?!(?:{others})\b)[\w’'-]+\s+){{0,8}}?(?:{places})"
    done = rf"(?:{on})s?\s+(?:\w+\s+)?(?:{leads})|(?:{of})s?\s+of|{there}"
    return compiled(rf"\b(?:{done})\s+(?:(?!(?:{breaks})\b)[\w’'-]+\s+){{0,4}}\Z", re.IGNORECASE)
