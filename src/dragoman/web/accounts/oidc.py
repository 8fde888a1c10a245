"""Login by OpenID Connect: authorization code with PKCE, state and nonce; the id token's signature, issuer, audience
and dates are checked by Authlib against the keys that the provider publishes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from authlib.integrations.base_client import OAuthError  # type: ignore[import-untyped]
from authlib.integrations.starlette_client import OAuth  # type: ignore[import-untyped]

from dragoman.errors import DragomanError, InvalidRecord
from dragoman.ledger.sql import one
from dragoman.web.accounts.records import LoginRefused
from dragoman.web.accounts.store import Accounts, audit, insert_account
from dragoman.web.settings import Oidc

try:  # whichever Authlib itself takes, so that its errors are known here
    from httpx2 import HTTPError
except ImportError:
    from httpx import HTTPError  # type: ignore[assignment]

if TYPE_CHECKING:
    from fastapi import Request
    from fastapi.responses import Response

_NAMES = ("preferred_username", "email", "name")  # claims that may serve as the name of a new account, best first


class ProviderFailed(DragomanError):
    """The OpenID provider cannot be reached or answers what it should not."""


def client_for(settings: Oidc) -> Any:
    """Authlib's client; it fetches the provider's description when it is first used."""
    registry: Any = OAuth()
    return registry.register(
        "provider",
        client_id=settings.client,
        client_secret=settings.secret,
        server_metadata_url=settings.issuer.rstrip("/") + "/.well-known/openid-configuration",
        client_kwargs={"scope": "openid profile email", "code_challenge_method": "S256", "timeout": 10},
    )


async def begin(client: Any, request: Request, callback: str) -> Response:
    """The way to the provider. Raises `ProviderFailed`."""
    try:
        answer: Response = await client.authorize_redirect(request, callback)
    except (HTTPError, OAuthError, KeyError, ValueError) as error:
        raise ProviderFailed(f"the login provider cannot be used ({type(error).__name__}); try again later") from error
    return answer


async def claims_of(client: Any, request: Request, issuer: str) -> dict[str, Any]:
    """What the provider vouches for. Raises `LoginRefused` for an answer that is forged, stale or a refusal."""
    try:
        token = await client.authorize_access_token(request)
    except HTTPError as error:
        raise ProviderFailed(f"the login provider cannot be used ({type(error).__name__}); try again later") from error
    except Exception as error:  # whatever a forged answer breaks in Authlib, nobody gets in by it
        raise LoginRefused(f"the login provider's answer was not accepted ({type(error).__name__})") from error
    claims = token.get("userinfo") or {}
    if not claims.get("sub") or str(claims.get("iss", "")).rstrip("/") != issuer.rstrip("/"):
        raise LoginRefused("the login provider's answer names nobody")
    return dict(claims)


def account_for(accounts: Accounts, settings: Oidc, claims: dict[str, Any], address: str) -> int:
    """The account of whom the provider vouches for, made at the first login. Raises `LoginRefused`.

    Accounts are found by issuer and subject, never by name: a name can be chosen by whoever has it at the provider.
    """
    subject = f"{settings.issuer.rstrip('/')} {claims['sub']}"
    with accounts.writing() as connection:
        found = one(connection, "SELECT n FROM account WHERE subject = :subject", subject=subject)
        if found is not None:
            return int(found["n"])
        if not settings.role:
            raise LoginRefused("you have no account here; ask an admin")
        name = next((str(claims[c]).strip() for c in _NAMES if claims.get(c)), "")
        try:
            role: Any = settings.role
            number = insert_account(connection, name, role, None, accounts.now(), subject=subject)
        except InvalidRecord as error:
            raise LoginRefused(f"no account can be made for you ({error}); ask an admin") from error
        audit(connection, accounts.now(), name, "account added", f"by {settings.issuer} as {role}", address)
        return number
