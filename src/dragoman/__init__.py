"""Dragoman: what governments and organisations publish about their relations, as a cited ledger."""

__version__ = "0.1.0"
