"""The web application: pages, pictures, review, uploads and the REST API on one ledger.

`create_app` is all that a server needs. It asks the library (`dragoman.queries`) and shows the answers.
"""

from __future__ import annotations

from dragoman.web.app import create_app
from dragoman.web.settings import Settings

__all__ = ["Settings", "create_app"]
