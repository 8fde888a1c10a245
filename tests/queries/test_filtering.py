"""Filters: what each lets in, alone and with others."""

from __future__ import annotations

from typing import Any

import pytest

from dragoman import queries
from dragoman.errors import InvalidRecord
from dragoman.ledger import Ledger
from dragoman.queries import Filter
from ledger_samples import AGREED, DEPLOYED, OUTSIDE, SIGNED

FILTERS: list[tuple[dict[str, Any], list[str]]] = [
    ({}, [DEPLOYED, OUTSIDE, AGREED, SIGNED]),
    ({"kinds": ("agreement",)}, [AGREED, SIGNED]),
    ({"kinds": ("agreement", "mission")}, [DEPLOYED, AGREED, SIGNED]),
    ({"kinds": ("agreement",), "stages": ("signed",)}, [SIGNED]),
    ({"stages": ("signed", "deployed")}, [DEPLOYED, SIGNED]),
    ({"actors": ("NATO",)}, [DEPLOYED, OUTSIDE, AGREED, SIGNED]),
    ({"actors": ("NATO", "XKX")}, [DEPLOYED, OUTSIDE]),
    ({"actors": ("SRB", "XKX")}, []),
    ({"actors": ("NATO/KFOR",)}, [DEPLOYED]),
    ({"actors": ("kfor",)}, [DEPLOYED]),
    ({"actors": ("NATO",), "role": "source"}, [DEPLOYED]),
    ({"actors": ("NATO",), "role": "by"}, []),
    ({"actors": ("ZZZ",)}, []),
    ({"actors": ("",)}, []),
    ({"object": "partnership"}, [AGREED]),
    ({"object": "ipap"}, [AGREED, SIGNED]),
    ({"object": '"action partnership"'}, []),
    ({"text": "kosovo"}, [DEPLOYED, OUTSIDE]),
    ({"text": '"member of nato"'}, [OUTSIDE]),
    ({"text": "member", "actors": ("XKX",)}, [OUTSIDE]),
    ({"text": "memb*"}, [OUTSIDE]),
    ({"text": "..."}, []),
    ({"since": "2015"}, [AGREED, SIGNED]),
    ({"since": "2015-02"}, [SIGNED]),
    ({"until": "2000"}, [DEPLOYED]),
    ({"since": "1999", "until": "2015-01-15", "kinds": ("mission",)}, [DEPLOYED]),
    ({"since": "2020"}, []),
    ({"document": "kosovo-force"}, [DEPLOYED, OUTSIDE]),
    ({"document": "kosovo"}, []),
    ({"publisher": "ministere de l'epreuve"}, [DEPLOYED, OUTSIDE]),
    ({"publisher": "Ministry of Tests", "actors": ("NATO",)}, [AGREED, SIGNED]),
    ({"publisher": "nobody"}, []),
    ({"language": "en"}, [DEPLOYED, OUTSIDE, AGREED, SIGNED]),
    ({"language": "sr"}, []),
    ({"min_confidence": 0.8}, [OUTSIDE, AGREED, SIGNED]),
    ({"as_of": "2016"}, [AGREED, SIGNED]),
    ({"as_of": "2017-05-02", "kinds": ("mission",)}, [DEPLOYED]),
    ({"as_of": "2010"}, []),
    ({"include_rejected": True}, [DEPLOYED, OUTSIDE, AGREED, SIGNED]),
]


def test_filters(filled: Ledger) -> None:
    for asked, expected in FILTERS:
        found = [f.statement.quote for f in queries.every(filled, Filter(**asked))]
        assert found == expected, asked
        assert queries.count(filled, Filter(**asked)) == len(expected), asked


def test_dates_that_are_none_are_refused(filled: Ledger) -> None:
    for asked in ({"since": "last May"}, {"until": "2015-13"}, {"as_of": ""}):
        with pytest.raises(InvalidRecord):
            queries.statements(filled, Filter(**asked))
