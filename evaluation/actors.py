"""How well actors are linked: the share of the annotated actors that some mention near the quote links to.

    python -m evaluation.actors [--set training|shared|samples] [--misses N] [--kind KIND] [--role ROLE]

For every actor of ``source``, ``target`` and ``by`` of every annotated statement, the columns say whether it is among
the actors of the quote's own sentences; of the window, which has the title, the three sentences before and the
publisher too; and of that with the actors of the document as a whole. The last one counts those of the window that have
the right code and another name.
"""

from __future__ import annotations

import argparse
import sys
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dragoman.actors.directory import Directory, directory
from dragoman.actors.linking import Mention, linked, publisher_actor
from dragoman.actors.mentions.tokens import sentence_spans
from dragoman.records import Document, Statement
from evaluation.contract import quote_place
from evaluation.gold import add_set_options, set_asked_for
from evaluation.scoring import ALL_PARTICIPANTS, same_actor
from evaluation.tables import columns

BEFORE = 3
KINDS = ("CODE", "CODE/Name", "/Name")
ROLES = ("source", "target", "by")


@dataclass(frozen=True, slots=True)
class Reached:
    """An annotated actor with its role, and how like it the likest actor of its sentences, of the window and of the
    whole document is."""

    role: str
    actor: str
    sentence: float
    window: float
    context: float

    @property
    def kind(self) -> str:
        code, slash, _ = self.actor.partition("/")
        return KINDS[2] if not code else KINDS[1] if slash else KINDS[0]

    @property
    def missed(self) -> bool:
        return self.window < ALL_PARTICIPANTS


class Scene:
    """A document with who is named in it and where its sentences are."""

    def __init__(self, document: Document, known: Directory) -> None:
        self.document = document
        found = linked(document, known)
        self.mentions, self.context = found.mentions, found.context
        self.publisher = publisher_actor(document, known)
        self.spans = sentence_spans(document)
        title = document.title.value or ""
        opens_with_title = self.spans and (not title or document.text.startswith(title[:20]))
        self.title_end = self.spans[0][1] if opens_with_title else 0

    def reached(self, statement: Statement, place: tuple[int, int]) -> Iterator[Reached]:
        """Every actor of ``statement``, whose quote stands at ``place``."""
        first, last = (self.sentence_at(at) for at in (place[0], place[1] - 1))
        start, end = self.spans[first][0], self.spans[last][1]
        early = self.spans[max(0, first - BEFORE)][0]
        own = actors_of([m for m in self.mentions if start <= m.start < end])
        window = actors_of([m for m in self.mentions if early <= m.start < end or m.start < self.title_end])
        window += [self.publisher] if self.publisher else []
        for role in ROLES:
            for actor in getattr(statement, role):
                groups = (own, window, [*window, *self.context])
                likest = (max((same_actor(actor, other) for other in group), default=0.0) for group in groups)
                yield Reached(role, actor, *likest)

    def sentence_at(self, at: int) -> int:
        return max(0, bisect_right(self.spans, at, key=lambda span: span[0]) - 1)


def actors_of(mentions: Sequence[Mention]) -> list[str]:
    return [actor for mention in mentions for actor in mention.actors]


def table(reached: Sequence[Reached]) -> Iterator[str]:
    """A line for all actors, each kind and each role: how many, and the shares that the module's docstring tells."""
    rows = [["", "actors", "sentence", "window", "+ document", "code alone"]]
    for name in ("all", *KINDS, *ROLES):
        group = [one for one in reached if name in ("all", one.kind, one.role)]
        right = [
            sum(getattr(one, place) >= ALL_PARTICIPANTS for one in group) for place in ("sentence", "window", "context")
        ]
        code_alone = sum(one.missed and one.window > 0 for one in group)
        rows.append([name, str(len(group)), *(f"{n / max(1, len(group)):.3f}" for n in (*right, code_alone))])
    yield from columns(rows)


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    add_set_options(parser)
    parser.add_argument("--kind", choices=KINDS, help="misses of this kind of actor only")
    parser.add_argument("--role", choices=ROLES, help="misses of this role only")
    args = parser.parse_args(arguments)
    known, reached, misses, nowhere = directory(), [], [], 0
    mentions: Counter[bool] = Counter()
    for document, statements in set_asked_for(parser, args).by_document():
        scene = Scene(document, known)
        mentions.update(mention.unlinked is not None for mention in scene.mentions)
        for statement in statements:
            place = quote_place(document.text, statement.quote)
            found = list(scene.reached(statement, place)) if place else []
            nowhere += place is None
            reached += found
            missed = (one for one in found if one.missed and args.kind in (None, one.kind))
            misses += [(document, statement, one) for one in missed if args.role in (None, one.role)]
    print(*table(reached), sep="\n")
    print(f"mentions {mentions.total()}, not linked {mentions[True]}; quotes that stand nowhere {nowhere}")
    for document, statement, one in misses[: args.misses]:
        print(f"{document.stem} {one.role} {one.actor} | {statement.quote[:160]!r}")
    if args.misses:
        print("most often missed:", Counter(one.actor for *_, one in misses).most_common(80))
    return 0


if __name__ == "__main__":
    sys.exit(main())
