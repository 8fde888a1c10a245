"""What a build costs beside the reading itself, how its memory grows, and how long the command takes to start.

    python -m benchmarks.build [DOCUMENTS] [--corpus FILE]

The corpus is a table with a column ``text`` (JSON lines, packed or not), by default the shared press releases if they
are at hand, else the samples over and over. Processor time is measured, not the clock, so that other programs on the
machine do not matter. Everything runs in one process; workers add no work but that of passing documents on.
"""

from __future__ import annotations

import argparse
import gzip
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import count, islice
from pathlib import Path
from typing import TYPE_CHECKING

from evaluation.contract import PRESS, REPOSITORY

LARGE = PRESS if PRESS.exists() else None
SAMPLES = REPOSITORY / "samples" / "documents"
if TYPE_CHECKING:
    from dragoman.records import Document

ALLOWED = 0.25  # of the reader's own time
STARTS = 5


class TimedReader:
    """A reader that adds up the processor time it takes."""

    def __init__(self) -> None:
        from dragoman.reading import default_reader

        self.reader = default_reader()
        self.name, self.languages, self.seconds = self.reader.name, self.reader.languages, 0.0

    def read(self, document: object) -> object:
        begun = time.process_time()
        reading = self.reader.read(document)  # type: ignore[arg-type]
        self.seconds += time.process_time() - begun
        return reading


def texts(corpus: Path | None) -> Iterator[dict[str, object]]:
    """The rows of the corpus, for ever; later rounds are told apart by a number in the text. Without a corpus the
    samples are one long text."""
    for round_ in count():
        for row in rows(corpus) if corpus else joined_samples():
            yield row if not round_ else row | {"id": f"{row['id']}-{round_}", "text": f"{row['text']}\n\n{round_}"}


def rows(corpus: Path) -> Iterator[dict[str, object]]:
    with gzip.open(corpus) if corpus.suffix == ".gz" else corpus.open("rb") as lines:
        yield from map(json.loads, lines)


def joined_samples() -> Iterator[dict[str, object]]:
    yield {"id": "samples", "text": "\n\n".join(document.text for document in samples())}


def samples() -> Iterator[Document]:
    from dragoman.documents import open_documents
    from dragoman.records import Document

    return (opened for opened in open_documents([SAMPLES]) if isinstance(opened, Document))


def write_pages(corpus: Path | None, wanted: int, folder: Path) -> Path:
    """A folder with ``wanted`` pages and their side files, from the corpus or the samples."""
    if corpus is None:
        corpus = folder / "samples.jsonl"
        lines = ({"id": d.stem, "text": d.text, "title": d.title.value} for d in samples())
        corpus.write_text("".join(json.dumps(line) + "\n" for line in lines), "utf-8")
    pages = folder / f"pages-{wanted}"
    pages.mkdir()
    for number, row in enumerate(islice(texts(corpus), wanted)):
        title = row.get("title") or ""
        paragraphs = "".join(f"<p>{part}</p>\n" for part in str(row["text"]).split("\n\n"))
        side = {key: row[key] for key in ("publisher", "date") if row.get(key)}
        page = f"<html><head><title>{title}</title></head><body><h1>{title}</h1>{paragraphs}</body></html>"
        (pages / f"{number:06}.html").write_text(page, "utf-8")
        (pages / f"{number:06}.json").write_text(json.dumps(side), "utf-8")
    return pages


def measure(pages: Path, ledger: Path) -> dict[str, float]:
    """Build once in this process: processor seconds of all and of the reader, and the peak of memory in MB."""
    from dragoman import read
    from dragoman.pipeline import build

    reader = TimedReader()
    read("The reader loads what it needs before it is measured. Albania joined NATO in 2009.", reader=reader)  # type: ignore[arg-type]
    reader.seconds = 0.0
    begun = time.process_time()
    summary = build([pages], ledger, reader=reader)  # type: ignore[arg-type]
    return {
        "documents": summary.read,
        "statements": summary.statements,
        "all": time.process_time() - begun,
        "reader": reader.seconds,
        "memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        "size": ledger.stat().st_size / 1e6,
    }


def measured_apart(pages: Path, ledger: Path) -> dict[str, float]:
    """`measure` in a process of its own, because a process's peak of memory never falls."""
    command = [sys.executable, "-m", "benchmarks.build", "--one", str(pages), str(ledger)]
    done = subprocess.run(command, capture_output=True, text=True, cwd=REPOSITORY, check=True)
    result: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return result


def start_up() -> float:
    """Processor seconds of ``dragoman --help``, the median of several."""
    command = [sys.executable, "-c", "from dragoman.cli import main; main(['--help'])"]
    taken = []
    for _ in range(STARTS):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        taken.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return sorted(taken)[STARTS // 2]


def installed_size() -> float:
    """Megabytes of the environment that runs this."""
    return sum(path.stat().st_size for path in Path(sys.prefix).rglob("*") if path.is_file()) / 1e6


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("documents", nargs="?", type=int, default=250)
    parser.add_argument("--corpus", type=Path, default=LARGE)
    parser.add_argument("--one", nargs=2, type=Path, metavar=("PAGES", "LEDGER"), help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    say = sys.stdout.write
    if arguments.one:
        say(json.dumps(measure(*arguments.one)) + "\n")
        return 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        results = []
        for times in (1, 4):
            pages = write_pages(arguments.corpus, arguments.documents * times, folder)
            results.append(measured_apart(pages, folder / f"{times}.ledger"))
            one = results[-1]
            around = one["all"] - one["reader"]
            say(
                f"{one['documents']:.0f} documents, {one['statements']:.0f} statements: reader {one['reader']:.1f} s,"
                f" around it {around:.1f} s = {around / one['reader']:.2f} of the reader's time (allowed {ALLOWED});"
                f" {one['documents'] / one['all']:.1f} documents a second on one core, ledger {one['size']:.1f} MB,"
                f" peak memory {one['memory']:.0f} MB\n"
            )
        growth = results[1]["memory"] / results[0]["memory"]
        say(f"memory for four times as many documents: {growth:.2f} times\n")
    say(f"dragoman --help: {start_up():.2f} s of processor time; environment {installed_size():.0f} MB\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
