"""What the pictures draw: one question for each, answered in numbers of facts, bounded in size.

All count facts, not statements: what several documents tell counts once. Years are those in which a fact began.
"""

from dragoman.queries.pictures.connecting import connection
from dragoman.queries.pictures.events import event_counts
from dragoman.queries.pictures.facts import facts_of_tie
from dragoman.queries.pictures.flows import flows
from dragoman.queries.pictures.network import network
from dragoman.queries.pictures.records import (
    Bar,
    Connection,
    Edge,
    EventCounts,
    Flow,
    Flows,
    Network,
    Node,
    Place,
    Ties,
    Timeline,
    TimelineItem,
    Years,
)
from dragoman.queries.pictures.state import state_of
from dragoman.queries.pictures.ties import places, ties
from dragoman.queries.pictures.timeline import timeline

__all__ = [
    "Bar",
    "Connection",
    "Edge",
    "EventCounts",
    "Flow",
    "Flows",
    "Network",
    "Node",
    "Place",
    "Ties",
    "Timeline",
    "TimelineItem",
    "Years",
    "connection",
    "event_counts",
    "facts_of_tie",
    "flows",
    "network",
    "places",
    "state_of",
    "ties",
    "timeline",
]
