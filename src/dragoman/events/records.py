"""The records of event coding: what is asked of the classifier, what it answers, and what an event is.

All are frozen. Offsets are half-open character positions: of a `Pair` into its sentence, of an `Event` into the text
of its document.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from dragoman.records import digest

NONE = "NONE"
"""How the answer that there is no event is written."""


@dataclass(frozen=True, slots=True)
class Span:
    """Where a name stands in its sentence."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Pair:
    """A sentence with who may act and on whom; a side that the sentence does not name is null."""

    uid: str
    sentence: str
    source: Span | None = None
    target: Span | None = None


@dataclass(frozen=True, slots=True)
class Classified:
    """The answer for one pair. ``event`` null says that there is none.

    ``runners_up`` are other answers with their probabilities, the likeliest first; "NONE" among them is no event.
    ``unread`` are the sides (source, target) that are marked but too far from the other one to have been read as such.
    """

    uid: str
    event: str | None
    modes: tuple[str, ...] = ()
    contexts: tuple[str, ...] = ()
    probability: float = 0.0
    runners_up: tuple[tuple[str, float], ...] = ()
    unread: tuple[str, ...] = ()

    @property
    def mode(self) -> str | None:
        """The likeliest mode."""
        return self.modes[0] if self.modes else None


@dataclass(frozen=True, slots=True)
class Party:
    """Who acts or is acted on. ``code`` is the contract's notation (``SRB/Ministry of Interior``).

    ``country`` is the directory's code of the state or territory, also of one that ISO does not code; ``iso3``, ``cow``
    and ``gw`` are null where their list has none on the event's date. ``sectors`` are PLOVER's, the primary one first.
    ``raw`` is the mention as it stands in the sentence, null where the sentence only refers to the actor.
    """

    code: str
    name: str
    sectors: tuple[str, ...] = ()
    country: str | None = None
    iso3: str | None = None
    cow: int | None = None
    gw: int | None = None
    raw: str | None = None

    @property
    def sector(self) -> str | None:
        return self.sectors[0] if self.sectors else None


@dataclass(frozen=True, slots=True)
class Place:
    """Where it happened, as far as the sentence says: a place's name, its country, or both."""

    name: str | None = None
    country: str | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """One actor does one thing to one recipient on one date.

    ``date`` is EDTF; ``dated`` says where it comes from: the ``text``, or the ``document`` where the text has none.
    ``mutual`` marks what both sides do alike (talks, a treaty): a directed panel counts it both ways. ``sentence`` is
    ``text[start:end]`` of the document ``doc``; ``statement`` the id of the ledger statement it belongs to.
    ``sources`` counts the documents that report it, ``reports`` the passages.
    """

    type: str
    actor: Party
    recipient: Party | None
    date: str
    dated: str
    doc: str
    sentence: str
    start: int
    end: int
    probability: float
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    quad: str = ""
    intensity: float = 0.0
    cameo_root: str = ""
    mutual: bool = False
    place: Place = Place()
    statement: str | None = None
    published: str | None = None
    publisher: str | None = None
    language: str | None = None
    people: tuple[str, ...] = ()
    organizations: tuple[str, ...] = ()
    locations: tuple[str, ...] = ()
    sources: int = 1
    reports: int = 1

    @property
    def id(self) -> str:
        """Content address of what happened: who, what, whom and when; the same in every document that reports it."""
        actors = [self.actor.code, self.recipient.code if self.recipient else ""]
        return digest([self.type, *(sorted(actors) if self.mutual else actors), self.date])


@dataclass(frozen=True, slots=True)
class NotCoded:
    """What might have been an event and did not become one: where, and a short reason that can be counted."""

    reason: str
    sentence: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Coded:
    """One document that was read: its events (perhaps none, then ``reason`` says why) and what was not coded."""

    doc: str
    locator: str
    events: tuple[Event, ...] = ()
    left: tuple[NotCoded, ...] = ()
    sentences: int = 0
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Rejected:
    """An input that gave no document to code: which, why, and what to do about it."""

    locator: str
    id: str | None
    reason: str
    advice: str


@dataclass(frozen=True, slots=True)
class Counts:
    """How a corpus was dealt with; ``documents`` is always ``coded + without + rejected``."""

    documents: int = 0
    coded: int = 0
    without: int = 0
    rejected: int = 0
    events: int = 0
    reports: int = 0
    sentences: int = 0
    reasons: tuple[tuple[str, int], ...] = field(default=())
    left: tuple[tuple[str, int], ...] = field(default=())
    rejections: tuple[tuple[str, int], ...] = field(default=())
    seconds: float = 0.0
