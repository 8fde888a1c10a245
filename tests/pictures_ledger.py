"""A small ledger with everything that pictures draw: intervals, sums in two currencies, hostile names."""

from __future__ import annotations

from pathlib import Path

from dragoman.ledger import Ledger
from dragoman.records import Document, Reading, Value
from ledger_samples import document, reading, said

HOSTILE = '/<script>document.title="taken"</script> & "Sons"'
FORMULA = '=HYPERLINK("http://example.org","prize")'

_SAYS = (
    (
        "The EU and Kosovo signed the Stabilisation and Association Agreement on 27 October 2015",
        "agreement",
        "signed",
        "EU, XKX",
        "",
        "Stabilisation and Association Agreement",
        "2015-10-27",
        None,
        None,
        "SUPPORT",
    ),
    (
        "Kosovo declared its readiness to join in 2016",
        "membership",
        "candidate",
        "XKX",
        "EU",
        "European Union",
        "2016",
        None,
        None,
        None,
    ),
    (
        "KFOR served in Kosovo from 1999 to 2010",
        "mission",
        "deployed",
        "NATO/KFOR",
        "XKX",
        "KFOR",
        "1999-06",
        "2010",
        None,
        "AID",
    ),
    (
        "The United States recognised Kosovo on 18 February 2008",
        "relations",
        "recognised",
        "USA",
        "XKX",
        None,
        "2008-02-18",
        None,
        None,
        "SUPPORT",
    ),
    (
        "Serbia and Kosovo met in Brussels on 19 April 2013",
        "meeting",
        "held",
        "SRB, XKX",
        "",
        "Dialogue",
        "2013-04-19",
        None,
        None,
        "CONSULT",
    ),
    ("Malta and Kosovo met in May 2014", "meeting", "held", "MLT, XKX", "", "Talks", "2014-05", None, None, "CONSULT"),
    ("Tuvalu met Kosovo in 2014", "meeting", "held", "TUV", "XKX", "Talks in Funafuti", "2014", None, None, "CONSULT"),
    (
        "The EU gave Kosovo 30 million euros for the Energy Fund in 2015",
        "assistance",
        "completed",
        "EU",
        "XKX",
        "Energy Fund",
        "2015",
        None,
        (Value(30_000_000, "EUR"),),
        "AID",
    ),
    (
        "The EU gave Serbia over 10 million euros for the Border Programme in 2016",
        "assistance",
        "completed",
        "EU",
        "SRB",
        "Border Programme",
        "2016",
        None,
        (Value(10_000_000, "EUR", "min"),),
        "AID",
    ),
    (
        "The United States gave Kosovo 5 million dollars in 2012",
        "assistance",
        "completed",
        "USA",
        "XKX",
        None,
        "2012",
        None,
        (Value(5_000_000, "USD"),),
        "AID",
    ),
    (
        "A hostile house paid Kosovo 2 million euros",
        "assistance",
        "completed",
        HOSTILE,
        "XKX",
        FORMULA,
        "2011",
        None,
        (Value(2_000_000, "EUR"),),
        "AID",
    ),
    ("Norway and Serbia met in 2001", "meeting", "held", "NOR, SRB", "", "Visit", "2001", None, None, "CONSULT"),
    ("Iceland and Norway met in 2002", "meeting", "held", "ISL, NOR", "", "Visit", "2002", None, None, "CONSULT"),
    (
        "Undated support of Kosovo by the United States",
        "position",
        "supports",
        "USA",
        "XKX",
        "sovereignty",
        None,
        None,
        None,
        "SUPPORT",
    ),
)


def pages() -> tuple[tuple[Document, Reading], ...]:
    text = ". ".join(line[0] for line in _SAYS)
    page = document("pictures", text, date="2017")
    statements = [
        said(
            page,
            quote,
            kind,
            stage,
            source=a,
            target=b,
            object=thing,
            date=date,
            end_date=end,
            value=value,
            event=event,
        )
        for quote, kind, stage, a, b, thing, date, end, value, event in _SAYS
    ]
    again = document("pictures-again", f"{_SAYS[0][0]}. It is so.", date="2018")
    quote, kind, stage, source, target, thing, date, *_, event = _SAYS[0]
    told = said(again, quote, kind, stage, source=source, target=target, object=thing, date=date, event=event)
    return (page, reading(*statements)), (again, reading(told))


def build(where: str | Path) -> None:
    with Ledger.open(where) as ledger:
        fill(ledger)


def fill(ledger: Ledger) -> None:
    for page, read in pages():
        ledger.add(page, read)
