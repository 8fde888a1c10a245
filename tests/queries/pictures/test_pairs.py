"""How many facts pairs of actors share."""

from __future__ import annotations
