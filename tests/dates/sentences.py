"""What is read in a sentence, as the tests of dates compare it."""

from __future__ import annotations

from dragoman.dates import find_dates

FRIDAY = "2022-02-25"


def read(text: str, reference: str | None = None, **options: object) -> list[tuple[str | None, str | None, str]]:
    """The date, end and role of all that is found."""
    return [(d.date, d.end_date, d.role) for d in find_dates(text, reference, **options)]  # type: ignore[arg-type]
