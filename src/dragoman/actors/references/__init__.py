"""Whom words mean that stand for somebody named elsewhere: “it”, “the two countries”, “the Commission”."""
