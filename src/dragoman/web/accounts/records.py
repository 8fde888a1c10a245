"""What accounts consist of."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.errors import DragomanError
from dragoman.web.state import Role, User


class LoginRefused(DragomanError):
    """Name and password do not belong together, or the account is closed."""


class TooManyTries(DragomanError):
    """Too many failed logins; ``wait`` are seconds until the next one is looked at."""

    def __init__(self, wait: int) -> None:
        super().__init__(f"too many failed logins; try again in {max(1, round(wait / 60))} minutes")
        self.wait = wait


@dataclass(frozen=True, slots=True)
class Account:
    """``password`` tells whether it has one; without, it logs in by OpenID Connect. Times are seconds since 1970."""

    number: int
    name: str
    role: Role
    password: bool
    temporary: bool
    disabled: bool
    created: int


@dataclass(frozen=True, slots=True)
class SignedIn:
    """Who a request comes from. ``csrf`` is the token that forms send back; empty for a program with an API token."""

    user: User
    account: int
    temporary: bool
    csrf: str


@dataclass(frozen=True, slots=True)
class ApiToken:
    """An API token as it is listed: its secret was shown once and is not known any more."""

    number: int
    label: str
    role: Role
    created: int
    expires: int
    used: int | None


@dataclass(frozen=True, slots=True)
class AuditLine:
    number: int
    at: int
    who: str
    action: str
    about: str
    address: str
