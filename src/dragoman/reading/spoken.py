"""Whose words a statement is that stands in quotation marks, where nothing else says it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from dragoman.actors.context.quoting import Quoted
from dragoman.records import Evidence, Statement


def spoken_by(statement: Statement, quoted: Sequence[Quoted]) -> Statement:
    """A statement by nobody as by the one who is quoted where it stands; ``quoted`` is in the order of the text."""
    if statement.by or not quoted:
        return statement
    at = bisect_right(quoted, statement.start, key=lambda one: one.start) - 1
    one = quoted[at] if at >= 0 else None
    if one is None or statement.end > one.end + 1:  # the closing mark itself may belong to the quote
        return statement
    evidence = (Evidence("by", actor, *one.said_at, one.how) for actor in one.actors)
    return replace(statement, by=one.actors, evidence=(*statement.evidence, *evidence))
