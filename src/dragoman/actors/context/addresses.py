"""Whose an address on the web is, where a document names no publisher: "mfa.gov.rs" is Serbia's, "nato.int" NATO's."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from dragoman.actors.directory import Directory
from dragoman.actors.mentions.gazetteer import gazetteer_for
from dragoman.datafiles import data_file

HOST = re.compile(r"(?:https?://)?([^/:?#]+)", re.IGNORECASE)
EU = ["europa", "eu"]


@dataclass(frozen=True, slots=True)
class Addresses:
    """``data/addresses.yml``: ``labels`` before the ending of a government's host, whole ``hosts``, and the
    ``endings`` of states."""

    labels: frozenset[str]
    hosts: dict[str, str]
    endings: dict[str, str]


@cache
def addresses() -> Addresses:
    raw = data_file("addresses.yml")
    return Addresses(frozenset(raw["labels"]), raw.texts("hosts"), raw.texts("endings"))


def owner_of_address(url: str, directory: Directory) -> str | None:
    """The code of the state or organisation at ``url``, with or without ``https://``; null for hosts that are no
    government's and no organisation's."""
    host = HOST.match(url)
    labels = host.group(1).lower().strip(".").split(".") if host else []
    if len(labels) < 2:
        return None
    ending, known = labels[-1], addresses()
    if ending in ("gov", "mil"):
        return "USA"
    if ending == "int" or labels[-2:] == EU:
        entry = gazetteer_for(directory).entries.get("EU" if ending == "eu" else labels[-2].upper())
        return entry[0].code if entry else None
    whole = next((known.hosts[name] for n in range(len(labels)) if (name := ".".join(labels[n:])) in known.hosts), None)
    return whole or (known.endings.get(ending) if labels[-2] in known.labels else None)
