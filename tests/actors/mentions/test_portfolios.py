"""What an office is for and where it is held: (text, mention, actor of the last mention with that wording)."""

import pytest

from dragoman.actors.directory import directory
from dragoman.actors.linking import linked_mentions
from dragoman.records import Document, Known


def last(text: str, mention: str) -> str | None:
    """Who the last mention with this wording is, of several with commas between."""
    known = [Known(side, "test") for side in ("2021-06-01", "Government of Peru")]
    found = linked_mentions(Document("d", text, date=known[0], publisher=known[1]), directory())
    return next((",".join(m.actors) for m in reversed(found) if m.text == mention and m.head), None)


CASES = [
    ("Jo Lind, State Secretary for Global Bilateral Relations and Trade in the Ministry of Foreign Affairs of Chad, "
     "met Bo Berg.", "Jo Lind", "TCD/Jo Lind"),
    ("Assistant Secretary for Conflict and Stabilization Operations Jo Lind left Chad.",
     "Assistant Secretary for Conflict and Stabilization Operations Jo Lind", "PER/Jo Lind"),
    ("The Governor of the Central Bank, Jo Lind, left Chad.", "Governor of the Central Bank, Jo Lind", "PER/Jo Lind"),
    ("The Mayor of Arica, Jo Lind, left Chad.", "Mayor of Arica, Jo Lind", "PER/Jo Lind"),
    ("The EU Special Envoy for Wakanda, Jo Lind, left.", "EU Special Envoy for Wakanda, Jo Lind", "EU/Jo Lind"),
    ("The head of the EU delegation in Chad, Jo Lind, left.", "head of the EU delegation in Chad, Jo Lind",
     "EU/Jo Lind"),
    ("The Minister for Trade, European Union and Cooperation of Chad, Jo Lind, left.",
     "Minister for Trade, European Union and Cooperation of Chad, Jo Lind", "TCD/Jo Lind"),
    ("Minister of EU and Nordic Affairs Jo Lind of Chad left.", "Minister of EU and Nordic Affairs Jo Lind",
     "TCD/Jo Lind"),
    ("Chad's Minister for European Union Affairs Jo Lind left.", "Chad's Minister for European Union Affairs Jo Lind",
     "TCD/Jo Lind"),
    ("The UN's Director of EU Operations Jo Lind left.", "UN's Director of EU Operations Jo Lind", "EU/Jo Lind"),
    ("Chad's Minister for Asia, the Pacific and Overseas Territories, Jo Lind, left.",
     "Chad's Minister for Asia, the Pacific and Overseas Territories, Jo Lind", "TCD/Jo Lind"),
    ("Minister for Europe and the Americas, Jo Lind, left.", "Minister for Europe and the Americas, Jo Lind",
     "PER/Jo Lind"),
    ("The Minister of Trade and Forging of Chad, Jo Lind, left.", "Minister of Trade and Forging of Chad, Jo Lind",
     "TCD/Jo Lind"),
    ("The Minister of Trade and Lind met Chad.", "Minister of Trade", "PER/Minister of Trade"),
    ("Minister of Forging, Trade and Health Jo Lind met Chad.", "Minister of Forging, Trade and Health Jo Lind",
     "PER/Jo Lind"),
    ("The Minister of Trade and State Counsellor of Chad, Jo Lind, left.",
     "Minister of Trade and State Counsellor of Chad, Jo Lind", "TCD/Jo Lind"),
    ("Minister of Health, Forging, and Coordination Jo Lind met Chad.",
     "Minister of Health, Forging, and Coordination Jo Lind", "PER/Jo Lind"),
    ("Ambassador to Chile Yu Gang met Chad.", "Ambassador to Chile Yu Gang", "PER/Yu Gang"),
    ("Minister of Finance and Trade Senator Jo Lind met Chad.", "Minister of Finance and Trade Senator Jo Lind",
     "PER/Jo Lind"),
    ("Minister of Trade in the Council of Ministers Jo Lind met Chad.",
     "Minister of Trade in the Council of Ministers Jo Lind", "PER/Jo Lind"),
    ("The Chair of the National Flood Relief and Crisis Management Authority met Chad.",
     "Chair of the National Flood Relief and Crisis Management Authority",
     "PER/Chair of the National Flood Relief and Crisis Management Authority"),
    ("The head of the Joint Border Control Forces Jo Lind met Chad.", "head of the Joint Border Control Forces Jo Lind",
     "PER/Jo Lind"),
    ("The chair of the EU Expert Panel on Libya Jo Lind left.", "chair of the EU Expert Panel on Libya Jo Lind",
     "EU/Jo Lind"),
    ("The Assistant Minister for Multilateral Organisations' Affairs of Chad left.",
     "Assistant Minister for Multilateral Organisations' Affairs of Chad",
     "TCD/Assistant Minister for Multilateral Organisations' Affairs of Chad"),
    ("The Governor of Abeche H.E. Jo Lind met Chad.", "Governor of Abeche H.E. Jo Lind", "PER/Jo Lind"),
    ("The director of the World Bank's Rural Unit, Jo Lind, came.", "director of the World Bank's Rural Unit, Jo Lind",
     "WB/Jo Lind"),
    ("Jo Lind, Minister of Foreign Affairs and Chadians Abroad, came.", "Jo Lind", "TCD/Jo Lind"),
    ("Jo Lind, director general of the South Korean Foreign Ministry's Africa bureau, came.", "Jo Lind", "KOR/Jo Lind"),
    ("Jo Lind, U.S. special representative for Haiti policy, came.", "Jo Lind", "USA/Jo Lind"),
    ("The Secretary for Indian Ocean Affairs, Mr Lind, left.", "Secretary for Indian Ocean Affairs, Mr Lind",
     "PER/Lind"),
    ("Japan's Director-General for Asian and Oceanian Affairs Jo Lind spoke.",
     "Japan's Director-General for Asian and Oceanian Affairs Jo Lind", "JPN/Jo Lind"),
    ("EU Special Representative for the Belgrade-Pristina Dialogue Jo Lind spoke.",
     "EU Special Representative for the Belgrade-Pristina Dialogue Jo Lind", "EU/Jo Lind"),
    ("French Minister for Europe and Foreign Affairs Jo Lind came.",
     "French Minister for Europe and Foreign Affairs Jo Lind", "FRA/Jo Lind"),
    ("The Director of the Europe Department, Jo Lind, came.", "Director of the Europe Department, Jo Lind",
     "PER/Jo Lind"),
    ("Bo Berg, Head of the CoE Office, came.", "Bo Berg", "CoE/Bo Berg"),
    ("The Under Secretary for Civilian Security, Democracy, and Human Rights Uzra Zeya spoke in Chad.",
     "Under Secretary for Civilian Security, Democracy, and Human Rights Uzra Zeya", "PER/Uzra Zeya"),
    ("Minister for Korean Peninsula Affairs Ida Roth left.", "Minister for Korean Peninsula Affairs Ida Roth",
     "PER/Ida Roth"),
    ("The Minister for Energy, and the Environment of Malta, Ida Roth, left.",
     "Minister for Energy, and the Environment of Malta, Ida Roth", "MLT/Ida Roth"),
    ("The Minister for Haiti policy of Malta, Ida Roth, left.", "Minister for Haiti policy of Malta, Ida Roth",
     "MLT/Ida Roth"),
    ("Minister of African Integration and Senegalese Abroad Ida Roth left.",
     "Minister of African Integration and Senegalese Abroad Ida Roth", "SEN/Ida Roth"),
    ("Head of Mordovia Oskar Tamm left.", "Head of Mordovia Oskar Tamm", "PER/Oskar Tamm"),
    ("The Envoy for Aceh, Ida Roth, left Malta.", "Envoy for Aceh, Ida Roth", "PER/Ida Roth"),
    ("The head of the Maltese Government delegation, Ida Roth, left.",
     "head of the Maltese Government delegation, Ida Roth", "MLT/Ida Roth"),
    ("Head of NATO Operations Ida Roth left.", "Head of NATO Operations Ida Roth", "NATO/Ida Roth"),
    ("The Prime Minister of the transitional government, Ida Roth, left Malta.",
     "Prime Minister of the transitional government, Ida Roth", "PER/Ida Roth"),
    ("The Director of Trade in the Ministry of Finance of Malta, Ida Roth, left.",
     "Director of Trade in the Ministry of Finance of Malta, Ida Roth", "MLT/Ida Roth"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "mention", "actor"), CASES)
def test_what_an_office_is_for_is_part_of_it(text: str, mention: str, actor: str | None) -> None:
    assert last(text, mention) == actor
