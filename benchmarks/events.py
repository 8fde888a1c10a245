"""What coding events costs, against one pass of a plain dictionary matcher over the same text in the same run.

    python -m benchmarks.events [DOCUMENTS] [--pairs N] [--events N] [--no-classifier]

The matcher is what a dictionary coder does at its cheapest: every sentence is cut into words, and every run of up to
four words is looked up in a dictionary of the actors' names and of some verbs. It links nothing and parses nothing;
coders such as PETRARCH2 need the parse of a sentence besides, which costs many times more. Timed are the reader alone,
reading and coding together, the classifier (pairs a second), and a directed dyad-month panel of many made-up events,
against adding them up by pair and month in a plain loop. Processor time is measured, so that a busy machine changes
little; memory is the peak of the process.
"""

from __future__ import annotations

import argparse
import os
import resource
import tempfile
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # as the command line does, before numpy is loaded

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from benchmarks.reader import CORES, documents, seconds
from dragoman.actors.directory import directory
from dragoman.actors.linking import linked_mentions
from dragoman.cli.paneling import write
from dragoman.events import shipped_classifier
from dragoman.events.cells import Placed
from dragoman.events.coding import code_document
from dragoman.events.eventfile import event_batches
from dragoman.events.pairing import candidates
from dragoman.events.panels import Plan, chunks, panel_schema
from dragoman.events.plover import ontology
from dragoman.events.records import Pair
from dragoman.events.sectors import WORD
from dragoman.events.states import spells
from dragoman.reading import default_reader
from dragoman.records import Document
from dragoman.segment import sentences

ALLOWED_RATIO, WANTED_PAIRS, LONGEST = 2.0, 300, 4
"""Coding to reading; pairs a second on `CORES` cores; words of the longest name that the matcher looks up."""
VERBS = (
    "met",
    "visited",
    "condemned",
    "accused",
    "attacked",
    "signed",
    "provided",
    "arrested",
    "rejected",
    "threatened",
)


def dictionary() -> dict[str, str]:
    """Surface forms of actors, and verbs, with what they stand for."""
    names = {form.lower(): entries[0].code for form, entries in directory().surface_forms()}
    return names | dict.fromkeys(VERBS, "verb")


def match(document: Document, known: dict[str, str]) -> list[tuple[str, ...]]:
    """Sentences with two names and a verb: what a dictionary coder would make events of."""
    found = []
    for sentence in sentences(document.text, document.blocks):
        words = [m.group().lower() for m in WORD.finditer(document.text, sentence.start, sentence.end)]
        hits = [
            known[name]
            for at in range(len(words))
            for length in range(1, LONGEST + 1)
            if (name := " ".join(words[at : at + length])) in known
        ]
        if "verb" in hits and len(set(hits)) > 2:
            found.append(tuple(hits))
    return found


def pairs(texts: Sequence[Document], count: int) -> list[Pair]:
    """Pairs of actors from real sentences."""
    found = [
        candidate.pair(d.text, str(number))
        for d in texts
        for mentions in [linked_mentions(d, directory())]
        for s in sentences(d.text, d.blocks)
        for number, candidate in enumerate(candidates(d.text, s.start, s.end, mentions))
    ]
    return (found * (1 + count // max(1, len(found))))[:count]


def made_up(count: int, path: Path) -> None:
    """A file of ``count`` events over twenty years; few states have most of them."""
    chance = np.random.default_rng(7)
    codes = np.unique(spells("cow").codes).astype(np.int32)
    weights = 1 / np.arange(1, len(codes) + 1)
    sides = {s: chance.choice(codes, count, p=weights / weights.sum()) for s in ("actor_cow", "recipient_cow")}
    days = np.datetime64("2000-01-01") + chance.integers(0, 365 * 20, count).astype("timedelta64[D]")
    types = np.array(list(ontology().types))[chance.integers(0, 16, count)]
    plain = {"date": days.astype(str), "type": types, "intensity": chance.normal(size=count)}
    pq.write_table(pa.table(plain | {"mutual": chance.random(count) < 0.2} | sides), path)


def loop(path: Path) -> Counter[tuple[int, int, str, str]]:
    """Counts by pair, month and type, event by event."""
    names = ["actor_cow", "recipient_cow", "date", "type"]
    columns = (pq.read_table(path, columns=names)[name].to_pylist() for name in names)
    counts: Counter[tuple[int, int, str, str]] = Counter()
    for actor, recipient, date, kind in zip(*columns, strict=True):
        counts[actor, recipient, date[:7], kind] += 1
    return counts


def panel_of(source: Path, target: Path) -> int:
    """The panel, written; gives its rows."""
    plan = Plan()
    made = chunks(event_batches(source, plan.system), plan, Placed())
    return write(made, panel_schema(plan), target, as_csv=False)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("documents", nargs="?", type=int, default=20)
    parser.add_argument("--pairs", type=int, default=300)
    parser.add_argument("--events", type=int, default=1_000_000)
    parser.add_argument("--no-classifier", action="store_true", help="events from statements only")
    args = parser.parse_args()
    texts, known, reader = documents(args.documents), dictionary(), default_reader()
    classifier = None if args.no_classifier else shipped_classifier()
    code_document(texts[0], reader, directory(), classifier)  # everything is loaded before it is timed
    matching = seconds(lambda: [match(d, known) for d in texts])
    reading = seconds(lambda: [reader.read(d) for d in texts])
    coding = seconds(lambda: [code_document(d, reader, directory(), classifier) for d in texts])
    count = len(texts)
    print(f"{count} documents of 500 words; processor milliseconds a document:")
    print(f"  dictionary matcher {1000 * matching / count:8.1f}")
    print(f"  reader alone       {1000 * reading / count:8.1f}   {reading / matching:7.0f} x matcher")
    print(f"  reading and coding {1000 * coding / count:8.1f}   {coding / matching:7.0f} x matcher")
    print(f"coding / reader alone {coding / reading:.2f} (at most {ALLOWED_RATIO:g})")
    if classifier:
        asked = pairs(texts, args.pairs)
        spent = seconds(lambda: classifier.classify(asked))
        print(f"classifier: {CORES * len(asked) / spent:.0f} pairs a second on {CORES} cores (at least {WANTED_PAIRS})")
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder) / "events.parquet", Path(folder) / "panel.parquet"
        made_up(args.events, source)
        counting = seconds(lambda: loop(source))
        rows: list[int] = []
        spent = seconds(lambda: rows.append(panel_of(source, target)))
    print(
        f"panel: {args.events:,} events to {rows[0]:,} dyad-months in {spent:.1f} s = {spent / counting:.1f} x a plain"
        f" loop that only counts what there is ({counting:.1f} s)"
    )
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20:.2f} GB")


if __name__ == "__main__":
    main()
