"""Whom a pronoun means by its clause: (text, pronoun, actors of the last one; None where nobody is meant)."""

import pytest

from linked_samples import last

CLAUSES = [
    # What opens a sentence goes to its subject.
    ("Chad met Mali. Shortly after its independence from Ethiopia in 1993, Eritrea opened embassies.", "its",
     ("ERI",)),
    ("The EU and Niger met. Since its accession to the WTO in 2008, Ukraine has traded more.", "its", ("UKR",)),
    ("Norway supports the UN. In Mali, its share has grown.", "its", ("NOR",)),
    # Nobody calls on himself.
    ("Resolution 2406 was adopted on Mali. It calls on Mali to act.", "It", None),
    ("Mali joined the UN. It calls on Chad to act.", "It", ("MLI",)),
    # The second verb of the subject.
    ("Norway urged Mali to open its border and reiterated its support.", "its", ("NOR",)),
    ("Norway urged Mali to leave and take its troops home.", "its", ("MLI",)),
    ("Norway urged Mali to leave and thanked its army.", "its", ("MLI",)),
    # What organisations do not have.
    ("The African Union and Chad met. Its Foreign Minister left.", "Its", ("TCD",)),
    ("The African Union and Chad met. Its Chairperson left.", "Its", ("AU",)),
]  # fmt: skip


@pytest.mark.parametrize(("text", "mention", "actors"), CLAUSES)
def test_whom_a_clause_lets_be_meant(text: str, mention: str, actors: tuple[str, ...] | None) -> None:
    assert last(f"Report\n\n{text}", mention, title="Report") == actors
