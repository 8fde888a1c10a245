"""The pages of accounts: logging in and out, one's own account, and for admins all accounts and the audit log."""

from __future__ import annotations

from typing import Annotated, Any, cast
from urllib.parse import unquote, urlsplit

from fastapi import APIRouter, Depends, Form, HTTPException, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import RedirectResponse, Response

from dragoman.errors import ConflictingDecision, InvalidRecord
from dragoman.web.accounts import oidc, sessions, unsent
from dragoman.web.accounts.browsers import session_cookie_name, set_cookie, signed_in
from dragoman.web.accounts.csrf import checked_csrf
from dragoman.web.accounts.held import Held
from dragoman.web.accounts.records import LoginRefused, SignedIn, TooManyTries
from dragoman.web.accounts.store import Accounts
from dragoman.web.numbers import Before
from dragoman.web.settings import Oidc
from dragoman.web.state import ROLES, Role, base_url, render, settings

router = APIRouter(include_in_schema=False)
router.include_router(unsent.router)
_changes = [Depends(checked_csrf)]


def in_person(request: Request) -> None:
    """Dependency of whatever changes one's own account: a token that leaked must not make itself another, or lock its
    owner out."""
    who = signed_in(request)
    if who is not None and not who.csrf:
        raise HTTPException(403, "An API token changes no account: log in and do it on the page Account.")


_own_changes = [*_changes, Depends(in_person)]


def accounts(request: Request) -> Accounts:
    """The accounts; in local mode there are none and these pages neither."""
    if request.app.state.accounts is None:
        raise HTTPException(404, "Accounts are for teams: dragoman serve --team.")
    return cast(Accounts, request.app.state.accounts)


def me(request: Request) -> SignedIn:
    accounts(request)
    who = signed_in(request)
    if who is None:
        raise HTTPException(401, "Log in first.")
    return who


def address(request: Request) -> str:
    return request.client.host if request.client else ""


Store = Annotated[Accounts, Depends(accounts)]
Me = Annotated[SignedIn, Depends(me)]
Text = Annotated[str, Form()]


@router.get("/login")
def login_page(request: Request, store: Store, next: str = "/") -> Response:
    if signed_in(request):
        return RedirectResponse(_ours(next), 303)
    return _login(request, next)


@router.post("/login", dependencies=_changes)
def login(request: Request, store: Store, name: Text = "", password: Text = "", next: Text = "/") -> Response:
    try:
        token = sessions.log_in(store, name.strip(), password, address(request))
    except TooManyTries as error:
        answer = _login(request, next, name, str(error).capitalize(), 429)
        answer.headers["retry-after"] = str(error.wait)
        return answer
    except LoginRefused as error:
        return _login(request, next, name, str(error).capitalize(), 401)
    return _entered(request, token, next)


@router.get("/login/oidc")
async def oidc_begin(request: Request, store: Store, next: str = "/") -> Response:
    client = _provider(request)
    request.session["next"] = _ours(next)
    return await oidc.begin(client, request, _callback(request))


@router.get("/login/oidc/callback", name="oidc_callback")
async def oidc_end(request: Request, store: Store) -> Response:
    client, provider = _provider(request), settings(request).oidc
    if provider is None:
        raise HTTPException(404)
    next_ = str(request.session.pop("next", "/"))
    try:
        claims = await oidc.claims_of(client, request, provider.issuer)
        token = await run_in_threadpool(_by_provider, store, provider, claims, address(request))
    except LoginRefused as error:
        return _login(request, next_, "", str(error).capitalize(), 401)
    return _entered(request, token, next_)


def _by_provider(store: Accounts, provider: Oidc, claims: dict[str, Any], client: str) -> str:
    """A session for whom the provider vouches for. Both steps may have to wait for the database."""
    number = oidc.account_for(store, provider, claims, client)
    return sessions.open_session(store, number, f"login by {provider.issuer}", client)


@router.post("/logout", dependencies=_changes)
def logout(request: Request, store: Store, who: Me) -> Response:
    name = session_cookie_name(request.url.scheme)
    sessions.log_out(store, request.cookies.get(name, ""), who=who.user.name, address=address(request))
    answer = RedirectResponse("/login", 303)
    set_cookie(answer, request.url.scheme, name, "", 0)
    return answer


@router.get("/account")
def account_page(request: Request, store: Store, who: Me) -> Response:
    """One's own account; once after a token was made, with the token."""
    _, token = _shown_once(request, who, "/account") or ("", "")
    return _account(request, store, who, token=token)


@router.post("/account/password", dependencies=_own_changes)
def change_password(request: Request, store: Store, who: Me, old: Text = "", new: Text = "") -> Response:
    """The old password is asked for again, so that an unattended screen is not enough; tries are counted as logins."""
    try:
        if not store.account(who.account).password:
            raise InvalidRecord("this account logs in elsewhere and has no password")
        sessions.prove(store, who.user.name, old, address(request))
        if new == old:
            raise InvalidRecord("the new password is the old one")
        store.set_password(who.account, new, by=who.user.name, address=address(request))
    except (LoginRefused, TooManyTries) as error:
        wrong = "The old password is not right" if isinstance(error, LoginRefused) else str(error).capitalize()
        return _account(request, store, who, wrong=wrong, status=403)
    except InvalidRecord as error:
        return _account(request, store, who, wrong=str(error).capitalize(), status=400)
    return _entered(request, sessions.open_session(store, who.account, "login", address(request)), "/account")


@router.post("/account/tokens", dependencies=_own_changes)
def make_token(
    request: Request,
    store: Store,
    who: Me,
    label: Text = "",
    role: Annotated[Role, Form()] = "reader",
    days: Annotated[int, Form()] = 90,
) -> Response:
    try:
        if ROLES.index(role) > ROLES.index(who.user.role):
            raise InvalidRecord(f"a token of yours can have the role {who.user.role} at most")
        token = sessions.add_token(store, who.account, label, role, days, who=who.user.name, address=address(request))
    except InvalidRecord as error:
        return _account(request, store, who, wrong=str(error).capitalize(), status=400)
    return _show_once(request, who, "/account", label, token)


@router.post("/account/tokens/{number}/revoke", dependencies=_own_changes)
def revoke_token(request: Request, store: Store, who: Me, number: int) -> Response:
    sessions.revoke_token(store, who.account, number, who=who.user.name, address=address(request))
    return RedirectResponse("/account", 303)


@router.post("/account/sessions", dependencies=_own_changes)
def end_sessions(request: Request, store: Store, who: Me) -> Response:
    sessions.log_out_everywhere(store, who.account, who=who.user.name, address=address(request))
    return RedirectResponse("/login", 303)


@router.get("/admin")
def admin_page(request: Request, store: Store, who: Me) -> Response:
    """All accounts; once after one was given a password, with that."""
    return _admin(request, store, made=_shown_once(request, who, "/admin"))


@router.post("/admin/accounts", dependencies=_changes)
def add_account(
    request: Request, store: Store, who: Me, name: Text = "", role: Annotated[Role, Form()] = "reader"
) -> Response:
    try:
        account, made = store.add(name.strip(), role, by=who.user.name, address=address(request))
    except InvalidRecord as error:
        return _admin(request, store, wrong=str(error).capitalize(), status=400)
    return _show_once(request, who, "/admin", account.name, made or "")


@router.post("/admin/accounts/{number}", dependencies=_changes)
def change_account(
    request: Request,
    store: Store,
    who: Me,
    number: int,
    action: Text,
    role: Annotated[Role, Form()] = "reader",
) -> Response:
    """``action``: role, close, open or password."""
    by = {"by": who.user.name, "address": address(request)}
    try:
        if action == "role":
            store.set_role(number, role, **by)
        elif action in ("close", "open"):
            store.set_disabled(number, action == "close", **by)
        elif action == "password" and number != who.account and store.account(number).password:
            made = store.set_password(number, None, **by)
            return _show_once(request, who, "/admin", store.account(number).name, made or "")
        else:
            raise InvalidRecord("that cannot be done to this account")
    except (ConflictingDecision, InvalidRecord) as error:
        status = 409 if isinstance(error, ConflictingDecision) else 400
        return _admin(request, store, wrong=str(error).capitalize(), status=status)
    return RedirectResponse("/admin", 303)


@router.get("/admin/log")
def audit_page(request: Request, store: Store, who: Me, before: Before = None) -> Response:
    lines = store.audit(limit=101, before=before)
    older = lines[99].number if len(lines) > 100 else None
    return render(request, "accounts/log.html", lines=lines[:100], older=older)


def _show_once(request: Request, who: SignedIn, page: str, name: str, secret: str) -> Response:
    """The way to the page that shows a secret: were it in the answer to the form, a reload would make another one."""
    held = cast("Held[tuple[str, str]]", request.app.state.held_secrets)
    held.keep(who.csrf, page, (name, secret), size=len(name) + 100, origin=who.user.name)
    return RedirectResponse(page, 303)


def _shown_once(request: Request, who: SignedIn, page: str) -> tuple[str, str] | None:
    """What the session holds for this page, with the name of what it opens; programs hold nothing."""
    held = cast("Held[tuple[str, str]]", request.app.state.held_secrets)
    return held.take(who.csrf, page) if who.csrf else None


def _login(request: Request, next_: str, name: str = "", wrong: str = "", status: int = 200) -> Response:
    elsewhere = urlsplit(provider.issuer).hostname if (provider := settings(request).oidc) else None
    kept = unsent.waits(request, unquote(_ours(next_)))
    context = {"next": _ours(next_), "name": name, "wrong": wrong, "elsewhere": elsewhere, "kept": kept}
    return render(request, "accounts/login.html", status=status, **context)


def _account(
    request: Request, store: Accounts, who: SignedIn, wrong: str = "", token: str = "", status: int = 200
) -> Response:
    roles = ROLES[: ROLES.index(who.user.role) + 1]
    mine, tokens = store.account(who.account), sessions.tokens(store, who.account)
    context = {"mine": mine, "tokens": tokens, "roles": roles, "wrong": wrong, "token": token}
    return render(request, "accounts/account.html", status=status, **context)


def _admin(
    request: Request,
    store: Accounts,
    wrong: str = "",
    made: tuple[str, str] | None = None,
    status: int = 200,
) -> Response:
    context = {"accounts": store.all(), "roles": ROLES, "wrong": wrong, "made": made}
    return render(request, "accounts/admin.html", status=status, **context)


def _entered(request: Request, token: str, next_: str) -> Response:
    """A fresh token at every login: one that somebody planted before is worth nothing."""
    answer = RedirectResponse(_ours(next_), 303)
    name = session_cookie_name(request.url.scheme)
    set_cookie(answer, request.url.scheme, name, token, sessions.LONGEST)
    return answer


def _ours(next_: str) -> str:
    """A path of this server; what leads elsewhere becomes the first page."""
    clean = next_.isprintable() and next_.startswith("/") and not next_.startswith("//") and "\\" not in next_
    return next_ if clean else "/"


def _provider(request: Request) -> object:
    if request.app.state.oidc is None:
        raise HTTPException(404, "Login elsewhere is not set up on this server.")
    return cast(object, request.app.state.oidc)


def _callback(request: Request) -> str:
    return f"{base_url(request)}{request.app.url_path_for('oidc_callback')}"
