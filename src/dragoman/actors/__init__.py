"""Actors: the dated directory, and finding and linking mentions of actors in a text."""

from dragoman.actors.checks import validate
from dragoman.actors.directory import (
    Actor,
    Codes,
    Directory,
    Entry,
    Name,
    NumericCode,
    Office,
    Period,
    directory,
    load_directory,
)

__all__ = [
    "Actor",
    "Codes",
    "Directory",
    "Entry",
    "Name",
    "NumericCode",
    "Office",
    "Period",
    "directory",
    "load_directory",
    "validate",
]
