"""Passwords and other secrets: argon2 for what people choose, plain SHA-256 for long random tokens."""

from __future__ import annotations

import hashlib
import secrets
from functools import cache
from threading import BoundedSemaphore

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from dragoman.errors import InvalidRecord

SHORTEST, LONGEST = 12, 256  # NIST SP 800-63B asks for 8 or more and no rules on characters; argon2 reads any length
_HASHER = PasswordHasher()  # the second recommended option of RFC 9106: argon2id, 64 MiB, 3 passes
# One check takes 64 MiB and tens of milliseconds; a flood of tries may not take the server's memory.
_AT_ONCE = BoundedSemaphore(2)


def hashed(password: str, name: str) -> str:
    """The hash that is stored. Raises `InvalidRecord` for a password that is too short, too long or the name itself."""
    if not SHORTEST <= len(password) <= LONGEST:
        raise InvalidRecord(f"a password has {SHORTEST} to {LONGEST} characters; this one has {len(password)}")
    if password.casefold() in (name.casefold(), name.casefold() * 2) or len(set(password)) < 4:
        raise InvalidRecord("this password would be guessed at once; choose another one, a few words for instance")
    with _AT_ONCE:
        return _HASHER.hash(password)


def matches(stored: str | None, password: str) -> bool:
    """Whether a password is the one behind a hash. It takes as long where there is no account or no password."""
    with _AT_ONCE:
        try:
            right = _HASHER.verify(stored or _nobodys(), password[: LONGEST + 1])
        except (VerificationError, InvalidHashError):
            return False
    return right and stored is not None


@cache
def _nobodys() -> str:
    return _HASHER.hash(secrets.token_urlsafe(32))


def token_hash(token: str) -> str:
    """What is stored of a token of `secrets`: it cannot be guessed, so a fast hash is enough."""
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()
