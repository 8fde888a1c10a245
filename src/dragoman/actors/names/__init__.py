"""Whom names mean: of states, organisations, bodies and groups."""
