"""How well actors are linked: the share of the annotated actors that some mention near the quote links to.

    python evaluation/actors.py [--gold] [--in-quote] [--misses N]

For every actor of ``source``, ``target`` and ``by`` of every annotated statement: found when a mention in the title, in
the quote's sentence or in the three before it (or the publisher) links to it with an `actor_score` of 0.99 or more.
Shared inputs are looked for under ``$DRAGOMAN_SHARED``, else beside the repository.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from bisect import bisect_right
from collections import Counter

from dragoman.actors import linking
from dragoman.actors.directory import directory
from dragoman.actors.tokens import sentence_spans
from dragoman.records import Document, Known
from evaluation.contract import SHARED, scorer

GOLD_SIDE = ("title", "publisher", "date", "language")


def training() -> list[tuple[Document, list[dict]]]:
    lines = (SHARED / "training" / "documents.jsonl").read_text("utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    return [(document(row["id"], row["text"], row), row["statements"]) for row in rows]


def gold() -> list[tuple[Document, list[dict]]]:
    """The English documents of the gold set."""
    found = []
    for path in sorted((SHARED / "gold").glob("*.jsonl")):
        side = json.loads((SHARED / "corpus" / f"{path.stem}.json").read_text("utf-8"))
        if side.get("language", "en") != "en":
            continue
        text = (SHARED / "corpus" / f"{path.stem}.txt").read_text("utf-8")
        statements = [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]
        found.append((document(path.stem, text, side), statements))
    return found


def document(stem: str, text: str, side: dict) -> Document:
    known = {name: Known(side.get(name), "side file") for name in GOLD_SIDE}
    return Document(stem, text, url=side.get("url"), **known)


def locate(text: str, quote: str) -> tuple[int, int] | None:
    start = text.find(quote)
    if start >= 0:
        return start, start + len(quote)
    squeezed, offsets = [], []
    for at, char in enumerate(text):
        if not char.isspace() or (squeezed and squeezed[-1] != " "):
            squeezed.append(" " if char.isspace() else char)
            offsets.append(at)
    start = "".join(squeezed).find(" ".join(quote.split()))
    return (offsets[start], offsets[start + len(" ".join(quote.split())) - 1] + 1) if start >= 0 else None


def kind_of(actor: str) -> str:
    return "/Name" if actor.startswith("/") else "CODE/Name" if "/" in actor else "CODE"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", action="store_true", help="measure the gold documents instead")
    parser.add_argument("--misses", type=int, default=0, help="print the first N misses (training only)")
    parser.add_argument("--kind", default="", help="misses of this kind of actor only")
    parser.add_argument("--role", default="", help="misses of this role only")
    args = parser.parse_args()
    same = scorer().actor_score
    names = directory()
    counts: Counter[tuple[str, str]] = Counter()
    missed: Counter[str] = Counter()
    spent, words = 0.0, 0
    shown = 0
    for doc, statements in gold() if args.gold else training():
        begun = time.process_time()
        mentions = linking.linked_mentions(doc, names)
        spent += time.process_time() - begun
        words += len(doc.text.split())
        counts["mentions", "all"] += len(mentions)
        counts["mentions", "unlinked"] += sum(m.unlinked is not None for m in mentions)
        context = linking.context_actors(doc, names)
        spans = sentence_spans(doc)
        starts = [s for s, _ in spans]
        title = doc.title.value or ""
        title_end = spans[0][1] if spans and (not title or doc.text.startswith(title[:20])) else 0
        for statement in statements:
            place = locate(doc.text, statement["quote"])
            if place is None:
                counts["quote", "not located"] += 1
                continue
            first = max(0, bisect_right(starts, place[0]) - 1)
            last = max(0, bisect_right(starts, place[1] - 1) - 1)
            near = starts[max(0, first - 3)]
            window = [m for m in mentions if near <= m.start < spans[last][1] or m.start < title_end]
            own = [m for m in window if spans[first][0] <= m.start < spans[last][1]]
            for role in ("source", "target", "by"):
                for actor in statement.get(role) or []:
                    kind = kind_of(actor)
                    best = max((same(actor, a) for m in window for a in m.actors), default=0.0)
                    best = max(best, same(actor, linking.publisher_actor(doc, names) or "-"))
                    wide = max([best, *(same(actor, a) for a in context)])
                    inside = max((same(actor, a) for m in own for a in m.actors), default=0.0)
                    for group in (kind, "all", role):
                        counts[group, "n"] += 1
                        counts[group, "window"] += best >= 0.99
                        counts[group, "context"] += wide >= 0.99
                        counts[group, "sentence"] += inside >= 0.99
                        counts[group, "name wrong"] += 0 < best < 0.99
                    if best < 0.99:
                        missed[actor] += 1
                        if (
                            not args.gold
                            and shown < args.misses
                            and args.kind in ("", kind)
                            and args.role in ("", role)
                        ):
                            shown += 1
                            got = sorted({a for m in own for a in m.actors})
                            print(f"{doc.stem} {role} {actor}\n    {statement['quote'][:160]!r}\n    {got}")
    print(f"{'':12} {'n':>6} {'window':>8} {'+context':>9} {'sentence':>9} {'code right, name not':>21}")
    for group in ("all", "CODE", "CODE/Name", "/Name", "source", "target", "by"):
        n = counts[group, "n"] or 1
        shares = [counts[group, c] / n for c in ("window", "context", "sentence", "name wrong")]
        print(f"{group:12} {n:6} {shares[0]:8.3f} {shares[1]:9.3f} {shares[2]:9.3f} {shares[3]:21.3f}")
    pace = 1000 * spent / max(1, words) * 500
    print(f"mentions {counts['mentions', 'all']}, unlinked {counts['mentions', 'unlinked']}; {pace:.2f} ms a 500 words")
    print(f"quotes not located {counts['quote', 'not located']}")
    if args.misses:
        print("most often missed:", missed.most_common(80))


if __name__ == "__main__":
    sys.exit(main())
