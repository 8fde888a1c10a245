"""The facts that a tie stands for."""

from __future__ import annotations
