"""What begins with a name that is known: (text, mention, actor of the last mention with that wording)."""

import pytest

from linked_samples import who

CASES = [
    # Several owners of one head.
    ("The Czech and Slovak ministers agreed.", "Czech and Slovak ministers", "CZE,SVK"),
    ("They praised the U.S.-Albania relationship.", "U.S.", "USA"),
    ("They praised the U.S.-Albania relationship.", "Albania", "ALB"),
    ("The Russian, Ukrainian, and Moldovan presidents met.", "Russian, Ukrainian, and Moldovan presidents",
     "RUS,UKR,MDA"),
    ("The Canadian and New Zealand governments agreed.", "Canadian and New Zealand governments", "CAN,NZL"),
    ("Russia's and China's envoys left.", "Russia's and China's envoys", "RUS,CHN"),
    ("Czech, Slovak and Maltese ministers left.", "Czech, Slovak and Maltese ministers", "CZE,SVK,MLT"),
    # Who holds an office of the named one.
    ("The Chad Police Service (CPS) Commander Jo Lind left.", "Chad Police Service (CPS) Commander Jo Lind",
     "TCD/Jo Lind"),
    ("UNDP's Jo Lind told Chad so.", "Jo Lind", "UNDP/Jo Lind"),
    ("Chadian Foreign Ministry spokesman Jo Lind left.", "Chadian Foreign Ministry spokesman Jo Lind", "TCD/Jo Lind"),
    ("European Commission official Jo Lind left Chad.", "European Commission official Jo Lind", "EU/Jo Lind"),
    ("UN High Commissioner for Human Rights Jo Lind left.", "UN High Commissioner for Human Rights Jo Lind",
     "UN/Jo Lind"),
    ("The UN High Commissioner for Refugees left.", "UN High Commissioner for Refugees", "UNHCR"),
    ("OSCE High Commissioner on National Minorities Jo Lind left.",
     "OSCE High Commissioner on National Minorities Jo Lind", "OSCE/Jo Lind"),
    ("The Malawi Parliament's Speaker Jo Lind came.", "Malawi Parliament's Speaker Jo Lind", "MWI/Jo Lind"),
    ("The Dutch administration of Aruba ended.", "Dutch administration of Aruba", "NLD"),
    ("The UN High Commissioner for Refugees, Ida Roth, left.", "UN High Commissioner for Refugees, Ida Roth",
     "UN/Ida Roth"),
    ("Ghana's U.N. ambassador, Ida Roth, left.", "Ghana's U.N. ambassador, Ida Roth", "GHA/Ida Roth"),
    ("Kremlin spokesman Ida Roth left.", "Kremlin spokesman Ida Roth", "RUS/Ida Roth"),
    ("NSA Ida Roth left.", "NSA Ida Roth", "PER/Ida Roth"),
    ("NATO's Ida Roth grew.", "Ida Roth", "/Ida Roth"),
    # What is others'.
    ("Benin's key development partners met.", "Benin's key development partners", "/Benin's key development partners"),
    ("The EU's partners met.", "EU's partners", "/EU's partners"),
    ("Kenya Airways left.", "Kenya Airways", "/Kenya Airways"),
    ("KFOR comprises troops of Malta.", "KFOR", "NATO/KFOR"),
    # Money.
    ("It cost US$ 2 billion and NZ$9m.", "US", None),
    ("They gave five US dollars to Peru.", "US", None),
    ("They gave NOK 200 million to Peru.", "NOK", None),
    ("They gave 40 million USD.", "USD", None),
    ("Peru gave USD750,000.", "USD750", None),
    ("Peru gave US $90 million.", "US", None),
    ("It paid in Japanese Yen.", "Japanese", None),
    ("The US gave COP26 its tents.", "US", "USA"),
    # In the name of a thing, a water or a town of another country.
    ("Boats crossed the Mozambique Channel.", "Mozambique", None),
    ("Boats crossed Lake Malawi.", "Malawi", None),
    ("Peru met the Copenhagen criteria.", "Copenhagen", None),
    ("The Budapest Memorandum was signed.", "Budapest", None),
    ("The Minsk agreements hold.", "Minsk", None),
    ("Minsk agreed.", "Minsk", "BLR"),
    ("Peru joined the Caribbean Rivers Security Initiative.", "Caribbean", None),
    ("Peru joined the Horn of Africa Initiative.", "Horn of Africa", None),
    ("Peru praised the Horn of Africa.", "Horn of Africa", "/Horn of Africa"),
    ("The Treaty of Rome holds.", "Rome", None),
    ("Rome agreed.", "Rome", "ITA"),
    ("The Congress of Vienna ended.", "Congress", None),
    ("Atlanta, Georgia, is large.", "Georgia", None),
    ("Georgia is large.", "Georgia", "GEO"),
    ("They met in Chad Street.", "Chad", None),
    ("They told the Bangkok Post so.", "Bangkok", None),
    ("They told the Baltic Herald and the Fiji Times so.", "Fiji", None),
    ("Mali won the Ghana Cup.", "Ghana", None),
    ("The French Square was closed.", "French", None),
    ("The Ghana Post Service left.", "Ghana Post Service", "GHA/Post Service"),
    ("The Niger Delta Rivers Authority left.", "Niger Delta Rivers Authority", "NER/Delta Rivers Authority"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "mention", "actor"), CASES)
def test_what_begins_with_a_known_name(text: str, mention: str, actor: str | None) -> None:
    assert who(text, mention) == actor
