"""Names with "and" in them: (text, mention, actor of the last mention with that wording)."""

import pytest

from linked_samples import who

CASES = [
    # Words that say what one body is for; two bodies.
    ("The Economic and Development Authority agreed.", "Economic and Development Authority",
     "PER/Economic and Development Authority"),
    ("The U.S. Fish and Wildlife Service left.", "U.S. Fish and Wildlife Service", "USA/Fish and Wildlife Service"),
    ("The Ministry of Trade and the National Economic and Trade Council met.", "National Economic and Trade Council",
     "PER/National Economic and Trade Council"),
    ("The Agency for the Management of Seized and Confiscated Property of Chad met.",
     "Agency for the Management of Seized and Confiscated Property of Chad",
     "TCD/Agency for the Management of Seized and Confiscated Property"),
    ("Chadian Border and Migration Police left.", "Chadian Border and Migration Police",
     "TCD/Border and Migration Police"),
    ("The Truth, Justice, and Reconciliation Commission of Kenya met.",
     "Truth, Justice, and Reconciliation Commission of Kenya", "KEN/Truth, Justice, and Reconciliation Commission"),
    ("The Army, Navy and Trade Ministry met.", "Trade Ministry", "PER/Trade Ministry"),
    ("The Peru, Chile and Trade Ministry met.", "Trade Ministry", "PER/Trade Ministry"),
    ("The Small and Medium Enterprises Agency of Kenya left.", "Small and Medium Enterprises Agency of Kenya",
     "KEN/Small and Medium Enterprises Agency"),
    ("The Land and Titles Agency of Fiji left.", "Land and Titles Agency of Fiji", "FJI/Land and Titles Agency"),
    ("The Police and Trade Agency left Chad.", "Police and Trade Agency", None),
    ("The Youth and Equality Movement met them.", "Youth and Equality Movement", "/Youth and Equality Movement"),
    ("They saw the Senate and Labour Party leave.", "Labour Party", "/Labour Party"),
    ("They met Lind and Labour Party members.", "Lind and Labour Party", None),
    ("They met the Opposition and Reform Party.", "Reform Party", "/Reform Party"),
    ("They met the Lives and Livelihoods Fund.", "Lives and Livelihoods Fund", "/Lives and Livelihoods Fund"),
    ("The Front for Unity and Hope in Sudan (FUHS) left. FUHS met Chad.", "FUHS", "/Front for Unity and Hope in Sudan"),
    ("The US sent the Office of Foreign Disaster Assistance (OFDA). OFDA left.", "OFDA",
     "PER/Office of Foreign Disaster Assistance"),
    ("The Rescue and Coast Agency of Malta left.", "Rescue and Coast Agency of Malta", "MLT/Rescue and Coast Agency"),
    ("Malta's Rivers and Lakes Authority left.", "Malta's Rivers and Lakes Authority",
     "MLT/Rivers and Lakes Authority"),
    ("Rivers and Lakes Authority left Malta.", "Lakes Authority", "PER/Lakes Authority"),
    ("Ghana's Army and Trade Ministry left.", "Trade Ministry", "GHA/Trade Ministry"),
    ("The Fog and Equality Movement left Malta.", "Fog and Equality Movement", "/Fog and Equality Movement"),
    # Spelled by the acronym behind it.
    ("The Police in Ghana Fund (PGF) left Malta.", "Police in Ghana Fund", "GHA/Police in Ghana Fund"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "mention", "actor"), CASES)
def test_whether_a_name_goes_on_behind_and(text: str, mention: str, actor: str | None) -> None:
    assert who(text, mention) == actor
