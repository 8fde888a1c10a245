"""Acronyms to which a text gives another meaning than the directory: (text, mention, actor of the last mention)."""

import pytest

from linked_samples import who

CASES = [
    ("The Council of the Organisation of Eastern Caribbean States (OECS) met. The OECS left Chad.", "OECS", "OECS"),
    ("The Council of Ministers of Foreign Affairs of the Organization of the Black Sea Economic Cooperation (BSEC) "
     "met. BSEC left Chad.", "BSEC", "BSEC"),
    ("The Australian Federal Police (AFP) left. The AFP agreed.", "AFP", "AUS/Federal Police"),
    ("The Pacific Alliance (PA) met. The PA left Chad.", "PA", "PA-L"),
    ("The Electoral Commission of Ghana (EC) met. The EC agreed.", "EC", "GHA/Electoral Commission"),
    ("Chad uses the Resilience and Sustainability Facility (RSF). The RSF is open.", "RSF", None),
    ("Chad uses the Resilience and Sustainability Facility (RSF). The RSF is open.", "Sustainability Facility",
     "/Sustainability Facility"),
    ("He taught at the University of Kent (UK). The UK agreed.", "UK", "GBR"),
    ("The RSF left Khartoum.", "RSF", "SDN/Rapid Support Forces"),
    ("They met in Chad (SCO-CIM). They left.", "SCO", None),
    ("Chad met the SCO in Lima.", "SCO", "SCO"),
    ("The National Union for the Total Independence of Angola (UNITA) left.",
     "National Union for the Total Independence of Angola", "/UNITA"),
    ("The Panamerican Security Council (PSC) left. The PSC agreed.", "PSC", "PER/Panamerican Security Council"),
    ("The AFP reported it.", "AFP", "/AFP"),
    ("The Orphan Aid Service (OAS) left Ghana. The OAS agreed.", "OAS", "PER/Orphan Aid Service"),
    ("They met in Chad (OAS-XYZ). They left.", "OAS", None),
    ("The OAS met Chad.", "OAS", "OAS"),
    ("They met the World Health Organization (WHO). The WHO left.", "WHO", "WHO"),
    ("The Regional Security Council (RSC) met Chad.", "Security Council", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "mention", "actor"), CASES)
def test_who_is_meant_by_an_acronym(text: str, mention: str, actor: str | None) -> None:
    assert who(text, mention, "2021-07-01") == actor


NAMED = [
    ("The European Community met Chad in 1991. The EC agreed.", "EC", "EC"),
    (
        "The European Community met Chad in 1991. The European Commission left. The EC agreed.",
        "EC",
        "EU/European Commission",
    ),
    ("The EC met Chad in 1991.", "EC", "EU/European Commission"),
]


@pytest.mark.parametrize(("text", "mention", "actor"), NAMED)
def test_an_acronym_that_several_have_is_of_whom_the_text_names_in_full(text: str, mention: str, actor: str) -> None:
    assert who(text, mention, "2006-07-01") == actor
