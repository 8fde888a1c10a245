"""What a text's acronyms stand for: (text, mention, actor of the last mention with that wording)."""

import pytest

from dragoman.actors.context.spelled import is_called
from linked_samples import who

CASES = [
    # That no brackets tell: of a name before.
    ("The Department of Foreign Affairs of Chad met Peru. The DFA left.", "DFA", "TCD/Department of Foreign Affairs"),
    ("The Central Bank of Libya met the IMF. CBL left.", "CBL", "LBY/Central Bank"),
    ("The Ministry of Transport of Chad met Peru. The MOT left.", "MOT", "TCD/Ministry of Transport"),
    ("The National Development Fund of Kuwait met Chad. The NDF left.", "NDF", "/National Development Fund of Kuwait"),
    ("The National Development Fund met the Nordic Development Fund. The NDF left.", "NDF", "NDF"),
    ("The CBL met Peru. The Central Bank of Libya left.", "CBL", "/CBL"),
    ("Mali joined the Organisation of Petroleum Exporting Countries. OPEC met Chad.", "OPEC", "OPEC"),
    ("The Financial Stability Board met. The FSB wrote to Chad.", "FSB", "FSB"),
    ("The Department of Rivers of Malta met Ghana. The DOR left.", "DOR", "MLT/Department of Rivers"),
    ("The DOR met Ghana. The Department of Rivers of Malta left.", "DOR", "/DOR"),
    ("The Department of Trade and Energy of Malta met Ghana. The DTE left.", "DTE",
     "MLT/Department of Trade and Energy"),
    # In brackets, by its initials.
    ("The Ministry of Transport (MOT) of Chad met. The MOT agreed.", "MOT", "TCD/Ministry of Transport"),
    ("The Saudi Fund for Development (SFD) paid. The SFD agreed.", "SFD", "SAU/Saudi Fund for Development"),
    ("The Defence Reform Group (DRG) met. Later DRG worked on.", "DRG", "/Defence Reform Group"),
    ("Chad's Procurement Service (PS) sat. The PS agreed.", "PS", "TCD/Procurement Service"),
    # In brackets, by the name that ends there.
    ("The Suriname Police Corps (KPS) came. The KPS left.", "KPS", "SUR/Police Corps"),
    ("Chad's Broadcast Authority (ECA) sat. The ECA agreed.", "ECA", "TCD/Broadcast Authority"),
    ("The Ghana River Police (KPS) met Malta. The KPS left.", "KPS", "GHA/River Police"),
    ("They met the police (KPS) of Malta. The KPS left.", "KPS", "XKX/Kosovo Police"),
    ("The Narcotics Control Board, Malta (ZZQ) met Ghana. The ZZQ left.", "ZZQ", "MLT/Narcotics Control Board"),
    ("The Serbian Ministry of Defence, Yugoimport (SDPR) and Italy signed. They thanked SDPR.", "SDPR", "/SDPR"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "mention", "actor"), CASES)
def test_what_an_acronym_stands_for(text: str, mention: str, actor: str | None) -> None:
    assert who(text, mention) == actor


@pytest.mark.parametrize(
    ("name", "written", "called"),
    [
        ("Organization of the Petroleum Exporting Countries", "Organisation of Petroleum Exporting Countries", True),
        ("Organization of the Petroleum Exporting Countries", "Organisation of Pacific Elder Citizens", False),
        ("", "Organisation of Pacific Elder Citizens", False),
    ],
)
def test_a_name_in_another_spelling(name: str, written: str, called: bool) -> None:
    assert is_called(name, written.split()) is called
