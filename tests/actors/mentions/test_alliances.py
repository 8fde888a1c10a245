"""Who are told of by the whole they belong to: (text, mention, actor of the last mention with that wording)."""

import pytest

from linked_samples import who

CASES = [
    # Missions.
    ("The ATMIS mission left Chad.", "ATMIS mission", "AU/ATMIS"),
    ("The KFOR force left Chad.", "KFOR force", "NATO/KFOR"),
    ("The European Commission mission left Chad.", "European Commission mission", "EU/Mission"),
    ("The UN mission left Chad.", "UN mission", "UN/Mission"),
    ("KFOR troops left.", "KFOR troops", "NATO/KFOR"),
    ("The EUTM Mali mission left Ghana.", "EUTM Mali mission", "EU/EUTM Mali"),
    ("The UN Security Council mission left Ghana.", "UN Security Council mission", "UN/Mission"),
    # Members and organs of an organisation.
    ("ASEAN member states met.", "ASEAN member states", "ASEAN/Member States"),
    ("Member States of the EU left.", "Member States of the EU", "EU/Member States"),
    ("All NATO members left.", "NATO members", "NATO/Member States"),
    ("Seven NATO members left.", "NATO", "NATO"),
    ("Two EU members left.", "EU", "EU"),
    ("EU members Ghana and Malta left.", "EU members", None),
    ("The SADC Troika met.", "SADC Troika", "SADC/Troika"),
    ("The Troika of the SADC met.", "Troika of the SADC", "SADC/Troika"),
    # All states of a region, and some.
    ("The countries of Central Asia met.", "The countries of Central Asia", "KAZ,KGZ,TJK,TKM,UZB"),
    ("All five countries of Central Asia met.", "All five countries of Central Asia", "KAZ,KGZ,TJK,TKM,UZB"),
    ("All countries in Central Asia met.", "All countries in Central Asia", "KAZ,KGZ,TJK,TKM,UZB"),
    ("They left for countries of Central Asia.", "countries of Central Asia", "KAZ,KGZ,TJK,TKM,UZB"),
    ("The states of the South Caucasus met.", "The states of the South Caucasus", "ARM,AZE,GEO"),
    ("The four countries of Central Asia met.", "Central Asia", "/Central Asia"),
    ("Two countries of Central Asia met.", "Central Asia", "/Central Asia"),
    ("Most of the countries of Central Asia met.", "Central Asia", "/Central Asia"),
    ("Rich countries of Central Asia left.", "Rich countries", "/Rich countries"),
    ("The countries of the Sahel met.", "Sahel", "/Sahel"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "mention", "actor"), CASES)
def test_who_belongs_to_a_whole(text: str, mention: str, actor: str | None) -> None:
    assert who(text, mention) == actor
