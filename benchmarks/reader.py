"""What reading costs beside the encoder's own passes, documents a second, and memory.

    python -m benchmarks.reader [DOCUMENTS]

Documents of 500 words are cut from the corpus that `benchmarks.build` uses. The baseline is the encoder alone on the
same windows. Processor time is measured, of one document after the other and in several rounds, so that a machine that
slows down for a while slows both; the rate is what two cores give at that time.
"""

from __future__ import annotations

import argparse
import os
import resource
import time
from collections.abc import Callable
from itertools import islice

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # as the command line does, before numpy is loaded

from benchmarks.build import LARGE, texts
from dragoman.documents import document_from_text
from dragoman.reading.encoder import EncoderReader
from dragoman.reading.prepared import prepare
from dragoman.records import Document

WORDS = 500
CORES = 2
ROUNDS = 3
ALLOWED_RATIO, WANTED_RATE, ALLOWED_MEMORY = 1.5, 8.0, 1.5
"""Of the encoder's time; documents a second on two cores; gigabytes."""


def documents(count: int) -> list[Document]:
    """``count`` stretches of `WORDS` words, paragraphs kept."""
    cut = []
    for row in islice(texts(LARGE), 4 * count):
        text = str(row["text"])
        while len(text.split()) >= WORDS and len(cut) < count:
            end = len(" ".join(text.split(" ")[:WORDS]))
            title, publisher, date = (str(row.get(k) or "") or None for k in ("title", "publisher", "date"))
            cut.append(document_from_text(text[:end], title=title, publisher=publisher, date=date, language="en"))
            text = text[end:]
    return cut


def seconds(work: Callable[[], object]) -> float:
    """Of processor time."""
    begun = time.process_time()
    work()
    return time.process_time() - begun


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("documents", nargs="?", type=int, default=40)
    texts_read = documents(parser.parse_args().documents)
    reader = EncoderReader()
    reader.read(texts_read[0])
    views = [prepare(d, reader.tokenizer).views for d in texts_read]
    preparing = encoding = reading = 0.0
    for _ in range(ROUNDS):
        for d, own in zip(texts_read, views, strict=True):
            preparing += seconds(lambda d=d: prepare(d, reader.tokenizer)) / ROUNDS
            encoding += seconds(lambda own=own: [reader.encode(view.window) for view in own]) / ROUNDS
            reading += seconds(lambda d=d: reader.read(d)) / ROUNDS
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
    count = len(texts_read)
    print(f"{count} documents of {WORDS} words, {sum(map(len, views))} windows; processor milliseconds a document:")
    print(f"  encoder alone {1000 * encoding / count:6.0f}")
    print(f"  preparing     {1000 * preparing / count:6.0f}")
    print(f"  reading       {1000 * reading / count:6.0f}")
    print(f"reading / encoder alone {reading / encoding:.2f} (at most {ALLOWED_RATIO})")
    print(f"documents a second on {CORES} cores {CORES * count / reading:.1f} (at least {WANTED_RATE:g})")
    print(f"memory {memory:.2f} GB (at most {ALLOWED_MEMORY})")


if __name__ == "__main__":
    main()
