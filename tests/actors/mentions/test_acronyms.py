"""Acronyms and what a text writes out before them: (text, mention, actor of the last mention with that wording)."""

import pytest

from dragoman.actors.directory import directory
from dragoman.actors.linking import Mention, linked_mentions
from dragoman.actors.mentions.acronyms import expansion_before, same_letters_before
from dragoman.records import Document, Known


def link(text: str) -> list[Mention]:
    known = [Known(side, "test") for side in ("2021-06-01", "Government of Peru")]
    return list(linked_mentions(Document("d", text, date=known[0], publisher=known[1]), directory()))


def last(text: str, mention: str) -> tuple[str, ...] | None:
    return next((m.actors for m in reversed(link(text)) if m.text == mention and m.head), None)


WRITTEN = [
    ("Council of the Organisation of Eastern Caribbean States", "OECS", "Organisation of Eastern Caribbean States"),
    ("Permanent Council of the Organization of American States", "OAS", "Organization of American States"),
    ("Ministry of Transport", "MOT", "Ministry of Transport"),
    ("the Nauru Fund for Development", "NFD", "Nauru Fund for Development"),
    ("the Chad Office and the Department of Trade", "DoT", "Department of Trade"),
    ("NFD\nThe New Forest Centre", "NFD", None),
    ("NFC\nForest Centre", "NFC", None),
]


@pytest.mark.parametrize(("text", "acronym", "written"), WRITTEN)
def test_what_an_acronym_stands_for(text: str, acronym: str, written: str | None) -> None:
    span = expansion_before(text, len(text), acronym)
    assert (text[slice(*span)] if span else None) == written


def test_the_same_letters_in_another_order() -> None:
    text = "the Popular Movement for the Liberation of Angola"
    assert same_letters_before(text, len(text), "MPLA") == (4, len(text))
    assert same_letters_before(text, len(text), "MPLE") is None
    assert same_letters_before("the Republic of Peru", 20, "PR") is None


MEANT = [
    # That no brackets tell: of a name before.
    ("The Department of Foreign Affairs of Chad met Peru. The DFA left.", "DFA", "TCD/Department of Foreign Affairs"),
    ("The Central Bank of Libya met the IMF. CBL left.", "CBL", "LBY/Central Bank"),
    ("The Ministry of Transport of Chad met Peru. The MOT left.", "MOT", "TCD/Ministry of Transport"),
    ("The National Development Fund of Kuwait met Chad. The NDF left.", "NDF", "/National Development Fund of Kuwait"),
    ("The National Development Fund met the Nordic Development Fund. The NDF left.", "NDF", "NDF"),
    ("The CBL met Peru. The Central Bank of Libya left.", "CBL", "/CBL"),
    ("Mali joined the Organisation of Petroleum Exporting Countries. OPEC met Chad.", "OPEC", "OPEC"),
    # What an acronym closes is one name.
    ("The Front for Unity and Hope in Sudan (FUHS) left. FUHS met Chad.", "FUHS", "/Front for Unity and Hope in Sudan"),
    ("The US sent the Office of Foreign Disaster Assistance (OFDA). OFDA left.", "OFDA",
     "PER/Office of Foreign Disaster Assistance"),
    # The organisation's own, and not its council's.
    ("The Council of the Organisation of Eastern Caribbean States (OECS) met. The OECS left Chad.", "OECS", "OECS"),
    ("The Council of Ministers of Foreign Affairs of the Organization of the Black Sea Economic Cooperation (BSEC) met."
     " BSEC left Chad.", "BSEC", "BSEC"),
    ("The Ministry of Transport (MOT) of Chad met. The MOT agreed.", "MOT", "TCD/Ministry of Transport"),
    ("The Saudi Fund for Development (SFD) paid. The SFD agreed.", "SFD", "SAU/Saudi Fund for Development"),
    # Another's than the one that the directory knows by it.
    ("The Australian Federal Police (AFP) left. The AFP agreed.", "AFP", "AUS/Federal Police"),
    ("The AFP reported it.", "AFP", "/AFP"),
    ("The Financial Stability Board met. The FSB wrote to Chad.", "FSB", "FSB"),
    ("The Pacific Alliance (PA) met. The PA left Chad.", "PA", "PA-L"),
    ("The Electoral Commission of Ghana (EC) met. The EC agreed.", "EC", "GHA/Electoral Commission"),
    ("Chad uses the Resilience and Sustainability Facility (RSF). The RSF is open.", "RSF", None),
    ("Chad uses the Resilience and Sustainability Facility (RSF). The RSF is open.", "Sustainability Facility",
     "/Sustainability Facility"),
    ("He taught at the University of Kent (UK). The UK agreed.", "UK", "GBR"),
    ("The RSF left Khartoum.", "RSF", "SDN/Rapid Support Forces"),
    # Part of another acronym.
    ("They met in Chad (SCO-CIM). They left.", "SCO", None),
    ("Chad met the SCO in Lima.", "SCO", "SCO"),
    # Known by the acronym alone.
    ("The National Union for the Total Independence of Angola (UNITA) left.",
     "National Union for the Total Independence of Angola", "/UNITA"),
    ("The Organization for Security and Co-Operation in Europe met.",
     "Organization for Security and Co-Operation in Europe", "OSCE"),
    # A name that is part of a longer one.
    ("The Panamerican Security Council (PSC) left. The PSC agreed.", "PSC", "PER/Panamerican Security Council"),
    # As newspapers write them.
    ("Chad met Ecowas.", "Ecowas", "ECOWAS"),
    ("Unesco left Chad.", "Unesco", "UNESCO"),
    ("Amisom left Chad.", "Amisom", "AU/AMISOM"),
    ("Pace left Chad.", "Pace", None),
    ("They met the Un.", "Un", None),
    ("Irena left Chad.", "Irena", None),
    ("Chad met Esma Lind.", "Esma", None),
    ("Chad met Hina Lind.", "Hina", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "mention", "actor"), MEANT)
def test_who_is_meant_by_an_acronym(text: str, mention: str, actor: str | None) -> None:
    assert last(text, mention) == ((actor,) if actor else None)
