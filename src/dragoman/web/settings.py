"""What a server is told when it starts."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Settings:
    """``ledger`` is a path or a ``postgresql://`` URL. ``team`` asks for accounts; without it there is one local user.

    ``secret`` signs sessions and tokens of forms; empty lets the server make one up, which ends with the process.
    """

    ledger: str
    team: bool = False
    host: str = "127.0.0.1"
    port: int = 8765
    secret: str = ""
    max_upload: int = 64 * 1024 * 1024
