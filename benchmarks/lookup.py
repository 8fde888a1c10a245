"""How fast a large ledger answers, against a bare primary-key lookup and a full scan of the same file in the same run.

    python -m benchmarks.lookup [STATEMENTS] [--ledger FILE|URL] [--stored N]

Builds a synthetic ledger (documents of 20 statements, actors by a Zipf law): the first part (at most ``--stored``)
through the ordinary batches, which measures storing; the rest as copies under other names, in SQL. Then times each
question as the median of several runs; the time of this process's processor stands beside it, which on SQLite is all of
the work and does not depend on what else the machine does.
"""

from __future__ import annotations

import argparse
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from sqlalchemy import inspect, text

from dragoman import queries
from dragoman.codebook import READ, codebook
from dragoman.ledger import Ledger
from dragoman.queries import Filter
from dragoman.records import Document, Known, Reading, Statement, Value, number_occurrences

PER_DOCUMENT = 20
PER_BATCH = 50
STATES = [f"{a}{b}{c}" for a in "ABCDEFGHIJ" for b in "AEIOU" for c in "RSTN"]
CURRENCIES = ("EUR", "USD", "CHF")
THINGS = (
    "Action Plan",
    "Trust Fund",
    "Readmission Agreement",
    "Cooperation Memorandum",
    "Training Mission",
    "Strategic Dialogue",
)
WORDS = [
    f"{a}{b}{c}"
    for a in ("par", "tre", "mon", "sol", "ver")
    for b in ("ta", "li", "ro", "ne")
    for c in ("ment", "tion", "gue", "s")
]


def corpus(size: int) -> Iterator[tuple[Document, Reading]]:
    """``size`` statements in documents, the same in every run."""
    chance = random.Random(7)
    stages = [(kind.name, stage) for kind in codebook().kinds.values() for stage in kind.stages]
    weights = [1 / (i + 1) for i in range(len(STATES))]
    for number in range(size // PER_DOCUMENT):
        parts: list[str] = []
        found: list[Statement] = []
        stem, at = f"page-{chance.randrange(10**6):06d}-{number}", 0
        for _ in range(PER_DOCUMENT):
            a, b = chance.choices(STATES, weights, k=2)
            kind, stage = chance.choice(stages)
            thing = f"{chance.choice(WORDS).title()} {chance.choice(WORDS).title()} {chance.choice(THINGS)}"
            year, month = chance.randrange(1990, 2026), chance.randrange(1, 13)
            implied = codebook().stage(kind, stage).event
            event = chance.choice(list(codebook().plover)) if implied == READ else implied
            paid = (Value(chance.randrange(1, 900) * 10_000, chance.choice(CURRENCIES)),)
            on = " ".join(chance.choices(WORDS, k=2))
            quote = f"{a} and {b} {stage} the {thing} on {on} in {month}/{year}."
            name = " ".join(chance.choices(WORDS, k=2)).title()
            found.append(
                Statement(
                    doc=stem,
                    kind=kind,
                    stage=stage,
                    quote=quote,
                    start=at,
                    end=at + len(quote),
                    source=(f"{a}/{name}" if chance.random() < 0.3 else a,),
                    target=(b,),
                    object=thing,
                    date=f"{year}-{month:02d}",
                    value=paid if kind in ("assistance", "indicator") else None,
                    event=event,
                    confidence=round(chance.random(), 3),
                    rule="synthetic",
                    reason="for timing",
                )
            )
            parts.append(quote)
            at += len(quote) + 1
        publisher = Known(f"Ministry {chance.randrange(40)}", "synthetic")
        date = Known(str(chance.randrange(1995, 2026)), "synthetic")
        page = Document(stem, "\n".join(parts), publisher=publisher, date=date, locator=f"in/{stem}.txt")
        yield page, Reading("synthetic-1", tuple(number_occurrences(found)))


def build(ledger: Ledger, size: int) -> None:
    """Store the corpus and print the rate."""
    began, stored = time.perf_counter(), 0
    batch: list[tuple[Document, Reading]] = []
    making = 0.0
    documents = corpus(size)
    while True:
        t = time.perf_counter()
        batch = [pair for _, pair in zip(range(PER_BATCH), documents, strict=False)]
        making += time.perf_counter() - t
        if not batch:
            break
        with ledger.batch() as writing:
            for page, reading in batch:
                writing.add(page, reading, "f")
        stored += sum(len(reading.statements) for _, reading in batch)
        if stored % 50_000 == 0:
            spent = time.perf_counter() - began - making
            sys.stderr.write(f"  {stored:>9,} statements, {stored / spent:,.0f} a second\n")
    ledger.optimise()
    spent = time.perf_counter() - began - making
    say(f"built {stored:,} statements in {spent:.0f} s: {stored / spent:,.0f} a second")


def grow(ledger: Ledger, size: int) -> None:
    """Copy all documents and statements, under other names, until there are ``size`` statements."""
    began = time.perf_counter()
    with ledger.reading() as connection:
        tables = ("document", "source", "version", "passage", "statement", "fact")
        top = {t: int(connection.execute(text(f"SELECT coalesce(max(n), 0) FROM {t}")).scalar_one()) for t in tables}
        columns = {t: [c["name"] for c in inspect(connection).get_columns(t)] for t in COPIED}
        sqlite = connection.dialect.name == "sqlite"
    copies = size // top["statement"]
    for copy in range(1, copies):
        with ledger.writing() as connection:
            for table, changes in COPIED.items():
                shown = [
                    changes.get(c, c).format(copy=copy, **{f"{t}_n": copy * top[t] for t in top})
                    for c in columns[table]
                ]
                only = f"WHERE {ORIGINALS[table]}".format(**top)
                sql = f"INSERT INTO {table} ({', '.join(columns[table])}) SELECT {', '.join(shown)} FROM {table} {only}"
                connection.execute(text(sql if sqlite else sql.replace("char(1)", "chr(1)")))
            for sql in SQLITE_TEXTS if sqlite else POSTGRES_TEXTS:
                connection.execute(text(sql.format(**{f"{t}_n": copy * top[t] for t in top}, **top)))
    if copies > 1:
        with ledger.writing() as connection:
            connection.execute(text(f"UPDATE actor SET shown = shown * {copies}"))
            connection.execute(text(f"UPDATE tally SET number = number * {copies}"))
    ledger.optimise()
    say(f"grown to {copies * top['statement']:,} statements in {time.perf_counter() - began:.0f} s")


# For each table: the columns that differ in a copy.
_PLACE = "replace(place, char(1), '-{copy}' || char(1))"
COPIED: dict[str, dict[str, str]] = {
    "source": {"n": "n + {source_n}", "address": "address || '-{copy}'"},
    "document": {"n": "n + {document_n}", "id": "id || '-{copy}'", "stem": "stem || '-{copy}'"},
    "version": {"n": "n + {version_n}", "source_n": "source_n + {source_n}", "document_n": "document_n + {document_n}"},
    "passage": {"n": "n + {passage_n}", "document_n": "document_n + {document_n}"},
    "fact": {"n": "n + {fact_n}"},
    "statement": {
        **{
            "n": "n + {statement_n}",
            "id": "substr(id, 1, 12) || '-{copy}'",
            "doc": "doc || '-{copy}'",
            "place": _PLACE,
        },
        **{"document_n": "document_n + {document_n}", "fact_n": "fact_n + {fact_n}"},
    },
    "presence": {"statement_n": "statement_n + {statement_n}", "document_n": "document_n + {document_n}"},
    "posting": {"statement_n": "statement_n + {statement_n}", "place": _PLACE},
    "fact_posting": {"fact_n": "fact_n + {fact_n}"},
}
ORIGINALS = {
    **{table: f"n <= {{{table}}}" for table in ("source", "document", "version", "passage", "fact", "statement")},
    **{"presence": "statement_n <= {statement}", "posting": "statement_n <= {statement}"},
    "fact_posting": "fact_n <= {fact}",
}
SQLITE_TEXTS = (
    "INSERT INTO passage_text (rowid, words) SELECT p.n + {passage_n}, d.text FROM passage p"
    " JOIN document d ON d.n = p.document_n WHERE p.n <= {passage}",
    "INSERT INTO statement_text (rowid, quote, object) SELECT n + {statement_n}, quote, object FROM statement"
    " WHERE n <= {statement}",
)
POSTGRES_TEXTS = (
    "INSERT INTO passage_text SELECT n + {passage_n}, words FROM passage_text WHERE n <= {passage}",
    "INSERT INTO statement_text SELECT n + {statement_n}, quote, object FROM statement_text WHERE n <= {statement}",
)


def say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def timed(ask: Callable[[], object], runs: int = 5) -> tuple[float, float]:
    """Median of ``runs`` and median of the processor time of this process, in seconds."""
    spent, worked = [], []
    for _ in range(runs):
        began, began_work = time.perf_counter(), time.process_time()
        ask()
        spent.append(time.perf_counter() - began)
        worked.append(time.process_time() - began_work)
    return statistics.median(spent), statistics.median(worked)


def questions(ledger: Ledger) -> dict[str, Callable[[], object]]:
    big, second, rare = STATES[0], STATES[1], STATES[-1]
    some = queries.statements(ledger, Filter(actors=(big,)), limit=1).statements[0]
    person = next(a.actor for a in queries.actors(ledger, limit=400) if a.name)
    deep = queries.statements(ledger, Filter(actors=(big,)), limit=1000).cursor

    def ask(limit: int = 50, cursor: str | None = None, **filters: object) -> Callable[[], object]:
        return lambda: queries.statements(ledger, Filter(**filters), limit=limit, cursor=cursor)  # type: ignore[arg-type]

    return {
        "show the actor with most statements": lambda: queries.profile(ledger, big),
        "show a rare actor": lambda: queries.profile(ledger, rare),
        "show a person": lambda: queries.profile(ledger, person),
        "show the largest pair": lambda: queries.dyad(ledger, big, second),
        "show a large and a rare actor": lambda: queries.dyad(ledger, big, rare),
        "show an instrument": lambda: queries.instrument(ledger, str(some.statement.object)),
        "first page": ask(),
        "first page of a kind and stage": ask(kinds=("agreement",), stages=("signed",)),
        "first page of a kind since 2010": ask(kinds=("agreement",), since="2010"),
        "since a month (few)": ask(since="2025-12"),
        "since never (none)": ask(since="2031"),
        "first page of the largest actor": ask(actors=(big,)),
        "a later page of the largest actor": ask(actors=(big,), cursor=deep),
        "largest pair, one kind": ask(actors=(big, second), kinds=("meeting",)),
        "rare pair": ask(actors=(rare, STATES[-2])),
        "actor, source, confident": ask(actors=(big,), role="source", min_confidence=0.95),
        "one document": ask(document=some.statement.doc),
        "one publisher": ask(publisher="ministry 7"),
        "common word in quotes": ask(text="mission"),
        "rare words in quotes": ask(text=f'"{some.statement.quote[:60]}"'),
        "object words": ask(object="strategic dialogue"),
        "as of 2005": ask(as_of="2005"),
        "as of 2005, one actor": ask(as_of="2005", actors=(rare,)),
        "count of an actor": lambda: queries.count(ledger, Filter(actors=(big,))),
        "count of a kind and stage": lambda: queries.count(ledger, Filter(kinds=("agreement",), stages=("signed",))),
        "count of all": lambda: queries.count(ledger),
        "search a common word": lambda: queries.search(ledger, "mission"),
        "search a phrase": lambda: queries.search(ledger, '"readmission agreement on"'),
        "search two rare words": lambda: queries.search(ledger, f'"{some.statement.quote[:60]}"'),
        "explain": lambda: queries.explain(ledger, some.id),
        "actors": lambda: queries.actors(ledger),
        "documents": lambda: queries.documents(ledger),
        "review queue": lambda: queries.review_queue(ledger),
    }


def fill(ledger: Ledger, statements: int, stored: int) -> None:
    """Make an empty ledger hold ``statements``, the first ``stored`` of them in the ordinary way."""
    if queries.count(ledger) == 0:
        build(ledger, min(statements, stored))
    if 2 * queries.count(ledger) <= statements:
        grow(ledger, statements)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("statements", nargs="?", type=int, default=1_000_000)
    parser.add_argument("--ledger", help="where to build it (default: a temporary file); used as it is if filled")
    parser.add_argument("--stored", type=int, default=50_000, help="how many are stored in the ordinary way")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        where = arguments.ledger or str(Path(folder) / "bench.ledger")
        with Ledger.open(where) as ledger:
            fill(ledger, arguments.statements, arguments.stored)
            total = queries.count(ledger)
            wanted = questions(ledger)
            an_id = queries.statements(ledger, limit=1).statements[0].id
            with ledger.reading() as connection:
                by_key = text("SELECT * FROM statement WHERE id = :id")
                key, _ = timed(lambda: connection.execute(by_key, {"id": an_id}).one(), 50)
                scan, _ = timed(
                    lambda: connection.execute(text("SELECT count(*) FROM statement WHERE quote LIKE '%zz%'")).one(), 2
                )
            say(f"{total:,} statements, {ledger.engine.dialect.name}")
            say(f"baselines: one row by its key {key * 1000:.2f} ms; full scan {scan * 1000:.0f} ms")
            say(f"{'question':40} {'median ms':>10} {'cpu ms':>8} {'x key':>8} {'of scan':>8}")
            for name, ask in wanted.items():
                median, worked = timed(ask)
                say(f"{name:40} {median * 1000:10.1f} {worked * 1000:8.1f} {median / key:8.0f} {median / scan:8.3f}")


if __name__ == "__main__":
    main()
