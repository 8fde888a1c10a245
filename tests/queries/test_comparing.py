"""Which statements of two versions are one that was told anew."""

from __future__ import annotations

from dragoman.ledger import Ledger
from dragoman.queries.comparing import differing
from dragoman.queries.inside import changes
from ledger_samples import document, reading, said


def test_nothing_that_changed_is_taken_by_what_is_less_like_it(ledger: Ledger) -> None:
    def told(stem: str, date: str, *lines: tuple[str, str, str | None]) -> str:
        """A version whose statements are visits: quote, stage and object."""
        page = document(stem, " ".join(f"{quote}." for quote, _, _ in lines), date=date, url="https://x.org/visits")
        fields = {"source": "SRB", "target": "NATO"}
        made = [said(page, quote, "meeting", stage, object=thing, **fields) for quote, stage, thing in lines]
        ledger.add(page, reading(*made))
        return page.id

    before = told(
        "visits-1",
        "2017",
        ("The council talked in Rome", "held", "Rome talks"),
        ("The council talked in Rome twice", "held", "Rome talks on trade"),
        ("The envoy came", "held", None),
        ("The envoy came", "held", None),
        ("A new round is wanted", "planned", None),
    )
    after = told(
        "visits-2",
        "2018",
        ("The council talked in Rome twice", "planned", "Rome talks on trade"),
        ("The council talked in Rome again", "held", "Rome talks"),
        ("The envoy came", "held", None),
        ("Ministers dined together", "held", None),
    )
    found = changes(ledger, before, after)
    assert [(differing(a, b), b.statement.quote) for a, b in found.changed] == [
        (("quote",), "The council talked in Rome again"),
    ]
    assert [(differing(a, b), b.statement.quote) for a, b in found.reread if a and b] == [
        (("stage",), "The council talked in Rome twice"),
    ]
    assert found.stayed == 1
    assert [f.statement.quote for f in found.appeared] == ["Ministers dined together"]
    assert [f.statement.quote for f in found.vanished] == ["The envoy came", "A new round is wanted"]
