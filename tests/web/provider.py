"""A small OpenID provider for the tests: a real server that signs real tokens, and can be told to misbehave."""

from __future__ import annotations

import base64
import hashlib
import secrets
import time
from dataclasses import dataclass, field
from typing import Annotated, Any
from urllib.parse import urlencode

from fastapi import FastAPI, Form, HTTPException, Request
from fastapi.responses import RedirectResponse
from joserfc import jwt
from joserfc.jwk import RSAKey

CLIENT, SECRET = "dragoman", "known to both"


@dataclass
class Provider:
    """Who has logged in at the provider, and what it claims instead of the truth."""

    claims: dict[str, Any] = field(default_factory=lambda: {"sub": "248289761001", "preferred_username": "Jana"})
    instead: dict[str, Any] = field(default_factory=dict)
    sign_with: RSAKey | None = None
    refuses: bool = False
    key: RSAKey = field(default_factory=lambda: RSAKey.generate_key(2048, {"kid": "1", "use": "sig", "alg": "RS256"}))
    codes: dict[str, dict[str, str]] = field(default_factory=dict)

    def app(self) -> FastAPI:
        app = FastAPI()
        app.get("/.well-known/openid-configuration")(self.configuration)
        app.get("/authorize")(self.authorize)
        app.post("/token")(self.token)
        app.get("/keys")(lambda: {"keys": [self.key.as_dict(private=False)]})
        return app

    def configuration(self, request: Request) -> dict[str, Any]:
        here = str(request.base_url).rstrip("/")
        return {
            "issuer": here,
            "authorization_endpoint": f"{here}/authorize",
            "token_endpoint": f"{here}/token",
            "jwks_uri": f"{here}/keys",
            "response_types_supported": ["code"],
            "subject_types_supported": ["public"],
            "id_token_signing_alg_values_supported": ["RS256"],
            "code_challenge_methods_supported": ["S256"],
        }

    def authorize(self, request: Request) -> RedirectResponse:
        asked = dict(request.query_params)
        assert asked["client_id"] == CLIENT
        assert asked["code_challenge_method"] == "S256"
        if self.refuses:
            back = {"error": "access_denied", "state": asked["state"]}
        else:
            code = secrets.token_urlsafe(16)
            self.codes[code] = asked
            back = {"code": code, "state": asked["state"]}
        return RedirectResponse(f"{asked['redirect_uri']}?{urlencode(back)}", 303)

    def token(
        self,
        request: Request,
        code: Annotated[str, Form()],
        code_verifier: Annotated[str, Form()],
        redirect_uri: Annotated[str, Form()],
    ) -> dict[str, Any]:
        asked = self.codes.pop(code, None)
        known = base64.b64encode(f"{CLIENT}:{SECRET.replace(' ', '+')}".encode()).decode()
        plain = base64.b64encode(f"{CLIENT}:{SECRET}".encode()).decode()
        if request.headers.get("authorization") not in (f"Basic {known}", f"Basic {plain}"):
            raise HTTPException(401)
        challenge = base64.urlsafe_b64encode(hashlib.sha256(code_verifier.encode()).digest()).rstrip(b"=").decode()
        if asked is None or asked["code_challenge"] != challenge or asked["redirect_uri"] != redirect_uri:
            raise HTTPException(400)
        now = int(time.time())
        issued = {"iss": str(request.base_url).rstrip("/"), "aud": CLIENT, "iat": now, "exp": now + 60}
        claims = issued | {"nonce": asked["nonce"]} | self.claims | self.instead
        signed = jwt.encode({"alg": "RS256", "kid": "1"}, claims, self.sign_with or self.key)
        return {"access_token": "x", "token_type": "Bearer", "expires_in": 60, "id_token": signed}
