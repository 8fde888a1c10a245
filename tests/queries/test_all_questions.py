"""What holds for every question: any string may be asked, and both databases answer the same."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman import queries
from dragoman.errors import InvalidRecord
from dragoman.ledger import Ledger
from dragoman.queries import Filter
from ledger_samples import BACKENDS, force, plan


@pytest.mark.parametrize(
    "ask",
    [
        lambda ledger, span: queries.statements(ledger, Filter(**span)),
        lambda ledger, span: queries.count(ledger, Filter(actors=("NATO",), **span)),
        lambda ledger, span: queries.profile(ledger, "NATO", **span),
        lambda ledger, span: queries.dyad(ledger, "SRB", "NATO", include_rejected=True, **span),
        lambda ledger, span: queries.search(ledger, "nato", **span),
    ],
)
def test_a_span_that_ends_before_it_begins_is_refused(filled: Ledger, ask: Callable[[Ledger, Any], Any]) -> None:
    with pytest.raises(InvalidRecord, match="from 2016-05 until 2015 ends before it begins; exchange"):
        ask(filled, {"since": "2016-05", "until": "2015"})
    ask(filled, {"since": "2015-05", "until": "2015"})


@pytest.fixture(scope="module")
def both(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[Ledger]]:
    """The same documents in a ledger of each kind."""
    import postgres

    server: str = request.getfixturevalue("postgres_server")
    postgres.execute(server.format("postgres"), "CREATE DATABASE both_kinds TEMPLATE template_ledger")
    addresses = {"sqlite": str(tmp_path_factory.mktemp("both") / "a.ledger"), "postgresql": server.format("both_kinds")}
    ledgers = [Ledger.open(addresses[backend]) for backend in BACKENDS]
    for opened in ledgers:
        for page, read in (plan(), force()):
            opened.add(page, read)
    yield ledgers
    for opened in ledgers:
        opened.close()


HOSTILE = st.one_of(
    st.text(max_size=60),
    st.text(alphabet="\"'*()-:^&|!<>\\%_;\0 aN", max_size=40),
    st.sampled_from(
        ["NEAR(a, 1)", "a AND", "OR", "NOT", "'; DROP TABLE statement; --", '"' * 99, "x" * 10_000, "\ud800"]
    ),
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=HOSTILE)
@pytest.mark.slow
def test_any_string_can_be_asked_for(both: list[Ledger], text: str) -> None:
    answers = [
        (
            [hit.stem for hit in queries.search(opened, text).hits],
            queries.count(opened, Filter(text=text)),
            queries.count(opened, Filter(object=text, document=text)),
            queries.count(opened, Filter(actors=(text,), publisher=text)),
        )
        for opened in both
    ]
    assert answers[0] == answers[1]


@pytest.mark.slow
def test_the_same_answers_from_both_databases(new_address: Callable[[str], str]) -> None:
    answers = []
    for backend in BACKENDS:
        with Ledger.open(new_address(backend)) as opened:
            for page, read in (plan(), force()):
                opened.add(page, read)
            rows = [f.as_row() for f in queries.every(opened)]
            answers.append((rows, queries.profile(opened, "NATO").facts, queries.actors(opened)))
    assert answers[0] == answers[1]
