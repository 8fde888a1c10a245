"""How likely it is that an event is right, in type and in both actors.

Of an event from a statement two readings of one sentence are weighed: the reader's confidence in the whole statement,
and the probability that the classifier of pairs gives the event's type. Where both see the same, the event is more
often right. An event without a recipient is seldom right, for mostly the text names one, nor is one whose recipient is
taken from another sentence. Where only the classifier sees an event it is less often right than the classifier says:
most sentences without a statement have none.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from dragoman.events.plover import ontology
from dragoman.events.records import NONE, Classified, Party
from dragoman.reading.confidence import log_odds


@dataclass(frozen=True, slots=True)
class Chance:
    """Weights of a logistic model, fitted on documents kept out of training by ``python -m training.event_chance``.

    ``confidence`` weighs the log-odds of the reader's confidence, ``seen`` those of the classifier's probability;
    ``alone`` and ``alone_bias`` stand for the three where there is no classifier, ``pair`` and ``pair_bias`` where no
    statement has the event. ``nobody`` is added where there is no recipient, ``outside`` where the sentence of what
    happened (kind ``event``) does not name the recipient.
    """

    confidence: float = 0.43
    seen: float = 0.17
    bias: float = -0.08
    nobody: float = -1.85
    outside: float = -0.9
    alone: float = 0.53
    alone_bias: float = -0.26
    pair: float = 0.52
    pair_bias: float = -2.54

    def of(
        self, names: frozenset[str], confidence: float, answer: Classified | None = None, lacking: float = 0.0
    ) -> float:
        """The probability of an event from a statement of this ``confidence``. ``names`` is its type, and also what the
        statement says where that is another: a meeting to come is AGREE, and both speak for it. ``lacking`` is what
        `lacking` gives."""
        if answer is None:
            return logistic(self.alone * log_odds(confidence) + self.alone_bias + lacking)
        probability = sum(seen(name, answer) for name in names)
        weighed = self.confidence * log_odds(confidence) + self.seen * log_odds(probability)
        return logistic(weighed + self.bias + lacking)

    def lacking(self, kind: str, recipient: Party | None) -> float:
        """What is added for a ``recipient`` that there is not or that the sentence does not name, in a statement of
        this ``kind``."""
        if recipient is None:
            return self.nobody
        return self.outside if kind == "event" and recipient.raw is None else 0.0

    def of_pair(self, probability: float) -> float:
        """The probability of an event that only the classifier sees, with this ``probability``."""
        return logistic(self.pair * log_odds(probability) + self.pair_bias)


def seen(name: str, answer: Classified) -> float:
    """What ``answer`` gives the type ``name``; types that it does not list share what is left."""
    told = {answer.event or NONE: answer.probability, **dict(answer.runners_up)}
    others = len(ontology().types) + 1 - len(told)
    return told[name] if name in told else max(0.0, 1 - sum(told.values())) / max(1, others)


def logistic(value: float) -> float:
    return 1 / (1 + math.exp(-value))
