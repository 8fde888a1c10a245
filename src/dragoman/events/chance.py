"""How likely it is that an event is right, in type and in both actors.

Of an event from a statement two readings of one sentence are weighed: the reader's confidence in the whole statement,
and the probability that the classifier of pairs gives the event's type. Where both see the same, the event is more
often right. Where only the classifier sees an event it is less often right than the classifier says: most sentences
without a statement have none.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from dragoman.events.plover import ontology
from dragoman.events.records import NONE, Classified
from dragoman.reading.confidence import log_odds


@dataclass(frozen=True, slots=True)
class Chance:
    """Weights of a logistic model, fitted on documents kept out of training by ``python -m training.event_chance``.

    ``confidence`` weighs the log-odds of the reader's confidence, ``seen`` those of the classifier's probability;
    ``alone`` and ``alone_bias`` stand for the three where there is no classifier, ``pair`` and ``pair_bias`` where no
    statement has the event.
    """

    confidence: float = 0.45
    seen: float = 0.15
    bias: float = -0.18
    alone: float = 0.52
    alone_bias: float = -0.31
    pair: float = 0.49
    pair_bias: float = -2.45

    def of(self, names: frozenset[str], confidence: float, answer: Classified | None = None) -> float:
        """The probability of an event from a statement of this ``confidence``. ``names`` is its type, and also what the
        statement says where that is another: a meeting to come is AGREE, and both speak for it."""
        if answer is None:
            return logistic(self.alone * log_odds(confidence) + self.alone_bias)
        probability = sum(seen(name, answer) for name in names)
        return logistic(self.confidence * log_odds(confidence) + self.seen * log_odds(probability) + self.bias)

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
