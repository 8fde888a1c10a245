"""What classifying pairs costs beside the network's own passes, and pairs a second.

    python -m benchmarks.classify [PAIRS]

The pairs are written ones whose sentence has about 32 tokens. The baseline is the network alone on the same ids.
Processor time is measured; the rate is what two cores give at that time.
"""

from __future__ import annotations

import argparse
from itertools import cycle, islice

from training.event_examples import written_rows

from benchmarks.reader import CORES, seconds
from dragoman.events.classifier import Classifier
from dragoman.events.marking import mark
from dragoman.events.records import Pair, Span

TOKENS = range(28, 38)
ALLOWED_RATIO, WANTED_RATE = 1.3, 300.0
"""Of the network's time; pairs a second on two cores."""


def pairs(count: int, classifier: Classifier) -> list[Pair]:
    """``count`` pairs of usual length."""
    rows = (Pair(row.id, row.sentence, Span(*row.source), Span(*row.target)) for row in written_rows())
    usual = [pair for pair in rows if len(mark(pair, classifier.tokenizer).ids) in TOKENS]
    return list(islice(cycle(usual), count))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pairs", nargs="?", type=int, default=1000)
    classifier = Classifier()
    asked = pairs(parser.parse_args().pairs, classifier)
    marked = [mark(pair, classifier.tokenizer) for pair in asked]
    classifier.classify(asked[:8])
    network = seconds(lambda: [classifier.logits(one) for one in marked])
    whole = seconds(lambda: classifier.classify(asked))
    print(
        f"{len(asked)} pairs, {sum(len(m.ids) for m in marked) / len(marked):.0f} tokens each; processor milliseconds:"
    )
    print(f"  network alone {1000 * network / len(asked):6.2f} a pair")
    print(f"  classifying   {1000 * whole / len(asked):6.2f} a pair")
    print(f"classifying / network alone {whole / network:.2f} (at most {ALLOWED_RATIO})")
    print(f"pairs a second on {CORES} cores {CORES * len(asked) / whole:.0f} (at least {WANTED_RATE:g})")


if __name__ == "__main__":
    main()
