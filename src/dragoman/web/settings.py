"""What a server is told when it starts."""

from __future__ import annotations

from dataclasses import dataclass, field

from dragoman.reading import Reader


@dataclass(frozen=True, slots=True)
class Oidc:
    """Login by OpenID Connect: the provider's issuer (``https://login.example.org``), our client id and secret there.

    ``role`` is what somebody becomes who comes for the first time; empty lets in nobody without an account.
    """

    issuer: str
    client: str
    secret: str = field(repr=False)
    role: str = "reader"


@dataclass(frozen=True, slots=True)
class Settings:
    """``ledger`` is a path or a ``postgresql://`` URL. ``team`` asks for accounts; without it there is one local user.

    ``secret`` signs what a login elsewhere comes back with; empty lets the server make one up, which ends with the
    process. ``public_url`` is how users reach the server where a proxy stands before it: then cookies, links and the
    address in the audit log go by what the proxy says.

    ``uploads`` is the folder that added documents are kept in; empty is one beside the ledger. ``reader`` reads them
    (null: the default one). ``cors`` are the origins whose pages may ask the API with a token; none by default.
    """

    ledger: str
    team: bool = False
    host: str = "127.0.0.1"
    port: int = 8765
    secret: str = field(default="", repr=False)
    public_url: str = ""
    oidc: Oidc | None = None
    max_upload: int = 64 * 1024 * 1024
    uploads: str = ""
    reader: Reader | None = field(default=None, repr=False)
    cors: tuple[str, ...] = ()
