"""Where a title ends and whom it says it serves: (text, mention, actor of the last mention with that wording)."""

import pytest

from dragoman.actors.directory import directory
from dragoman.actors.mentions.gazetteer import gazetteer_for
from dragoman.actors.mentions.scanner import mentions_in
from dragoman.actors.mentions.tokens import tokenize
from dragoman.actors.mentions.words import words
from dragoman.records import Document
from linked_samples import who

CASES = [
    # Titles of several words, and two titles of one person.
    ("Deputy Prime Ministers Jo Lind of Chile and Al Mora met.", "Deputy Prime Ministers Jo Lind", "CHL/Jo Lind"),
    ("The Deputy Prime Minister, Jo Lind, met Chile.", "Deputy Prime Minister, Jo Lind", "PER/Jo Lind"),
    ("Peru's Mines and Energy Minister Jo Lind left.", "Peru's Mines and Energy Minister Jo Lind", "PER/Jo Lind"),
    ("Major-General Jo Lind of Chile left.", "Major-General Jo Lind", "CHL/Jo Lind"),
    ("Commander-in-chief Jo Lind met Chile.", "Commander-in-chief Jo Lind", "PER/Jo Lind"),
    ("Chile's Comptroller-General Jo Lind left.", "Chile's Comptroller-General Jo Lind", "CHL/Jo Lind"),
    ("The Registrar, Jo Lind, met Chile.", "Registrar, Jo Lind", "PER/Jo Lind"),
    ("Chile's Prime Minister, Jo av Rana, left.", "Chile's Prime Minister, Jo av Rana", "CHL/Jo av Rana"),
    ("Paramount Chief Jo Lind met Chile.", "Paramount Chief Jo Lind", "PER/Jo Lind"),
    ("The Prime Minister of Chad and Chairman of the Union, the Hon. Jo Lind, left.",
     "Prime Minister of Chad and Chairman of the Union, the Hon. Jo Lind", "TCD/Jo Lind"),
    ("Chad was opened by the Prime Minister and Minister of Trade Hon. Jo Lind.",
     "Prime Minister and Minister of Trade Hon. Jo Lind", "PER/Jo Lind"),
    ("The European Union Ambassador to Fiji and the Pacific, H.E. Jo Lind, left.",
     "European Union Ambassador to Fiji and the Pacific, H.E. Jo Lind", "EU/Jo Lind"),
    ("Chad's Auditor General Jo Lind left.", "Chad's Auditor General Jo Lind", "TCD/Jo Lind"),
    ("Minister Jo Lind                    Ida Roth\nof Chad.", "Minister Jo Lind", "PER/Jo Lind"),
    ("Chad's President H.E. Jo Lind left.", "Chad's President H.E. Jo Lind", "TCD/Jo Lind"),
    ("Oman's Minister H.H. Jo Lind left.", "Oman's Minister H.H. Jo Lind", "OMN/Jo Lind"),
    ("Oman's President His Highness Sheikh Jo Lind left.", "Oman's President His Highness Sheikh Jo Lind",
     "OMN/Jo Lind"),
    ("Chief Justice Jo Lind left Chad.", "Chief Justice Jo Lind", "PER/Jo Lind"),
    ("Retired General Jo Lind of Chad left.", "Retired General Jo Lind", "TCD/Jo Lind"),
    ("The Director of Public Prosecutions, Jo Lind, left Chad.", "Director of Public Prosecutions, Jo Lind",
     "PER/Jo Lind"),
    ("The American Minister to England Jo F. Lind left.", "American Minister to England Jo F. Lind", "USA/Jo F. Lind"),
    ("Deputy Assistant Secretary of State Jo Lind left Chad.", "Deputy Assistant Secretary of State Jo Lind",
     "USA/Jo Lind"),
    ("Chad's Minister in charge of youth Jo Lind left.", "Chad's Minister in charge of youth Jo Lind", "TCD/Jo Lind"),
    ("Envoy Extraordinary and Minister Plenipotentiary Jo Lind of Chad left.",
     "Envoy Extraordinary and Minister Plenipotentiary Jo Lind", "TCD/Jo Lind"),
    ("Jo Lind presented his credentials as Minister Resident/Consul General in Chad.", "Jo Lind", "PER/Jo Lind"),
    ("The Special Envoy for Chad Reconciliation Jo Lind left.", "Special Envoy for Chad Reconciliation Jo Lind",
     "PER/Jo Lind"),
    ("Chad's Chargé d'Affaires a.i. Jo Lind left.", "Chad's Chargé d'Affaires a.i. Jo Lind", "TCD/Jo Lind"),
    ("Chadian Maj. Gen. Jo Lind left.", "Chadian Maj. Gen. Jo Lind", "TCD/Jo Lind"),
    ("Chad's Lt. General (Rtd) Jo Lind left.", "Chad's Lt. General (Rtd) Jo Lind", "TCD/Jo Lind"),
    ("Chadian Colonel-General Jo Lind left.", "Chadian Colonel-General Jo Lind", "TCD/Jo Lind"),
    ("The Deputy Prime Minister - Minister of Trade of Chad Jo Lind came.",
     "Deputy Prime Minister - Minister of Trade of Chad Jo Lind", "TCD/Jo Lind"),
    ("Jo Lind, Ambassador/Permanent Representative of Chad to the UN, came.", "Jo Lind", "TCD/Jo Lind"),
    ("Ukrainian Prosecutor-General Ira Bond came.", "Ukrainian Prosecutor-General Ira Bond", "UKR/Ira Bond"),
    ("UN Special Envoy for Yemen Jo Lind spoke.", "UN Special Envoy for Yemen Jo Lind", "UN/Jo Lind"),
    ("They met High Representative of the EU for Foreign Affairs Jo Lind.",
     "High Representative of the EU for Foreign Affairs Jo Lind", "EU/Jo Lind"),
    ("American Envoy Extraordinary and Minister Plenipotentiary Jo Lind came.",
     "American Envoy Extraordinary and Minister Plenipotentiary Jo Lind", "USA/Jo Lind"),
    ("U.S. Special Representative to the States of Antigua and Dominica spoke.",
     "U.S. Special Representative to the States of Antigua and Dominica",
     "USA/Special Representative to the States of Antigua and Dominica"),
    ("The Ambassador and Permanent Representative of Malta to the OAS Ida Roth left.",
     "Ambassador and Permanent Representative of Malta to the OAS Ida Roth", "MLT/Ida Roth"),
    ("The Ambassador and Foreign Minister of Malta Ida Roth left.", "Foreign Minister of Malta Ida Roth",
     "MLT/Ida Roth"),
    ("Ambassador to Sri Lanka and the Maldives Ida Roth left.", "Ambassador to Sri Lanka and the Maldives Ida Roth",
     "PER/Ida Roth"),
    ("Ambassador Extraordinary and Plenipotentiary of Malta Ida Roth left.",
     "Ambassador Extraordinary and Plenipotentiary of Malta Ida Roth", "MLT/Ida Roth"),
    ("Gen. (Rtd.) Ida Roth of Malta left.", "Gen. (Rtd.) Ida Roth", "MLT/Ida Roth"),
    ("Minister of Foreign Affairs of the Republic of Latvia Jana Krūma spoke.",
     "Minister of Foreign Affairs of the Republic of Latvia Jana Krūma", "LVA/Jana Krūma"),
    ("Director of the Federal Border Service Ivan Petrov spoke.", "Director of the Federal Border Service Ivan Petrov",
     "PER/Ivan Petrov"),
    # Acronyms of offices, of which some are those of bodies.
    ("India's NSA Jo Lind came.", "India's NSA Jo Lind", "IND/Jo Lind"),
    ("NSA Jo Lind came.", "NSA Jo Lind", "PER/Jo Lind"),
    ("NSA Souda Bay opened.", "NSA", "USA/NSA"),
    ("NSA Utah Data Center opened.", "NSA", "USA/NSA"),
    ("NSA General Counsel Jo Lind came.", "NSA General Counsel Jo Lind", "USA/Counsel Jo Lind"),
    ("The Indian NSA came.", "Indian NSA", "IND/National security adviser"),
    ("The US NSA came.", "US NSA", "USA/NSA"),
    ("MoS V Lind left Chad.", "MoS V Lind", "PER/V Lind"),
    ("DCM Jo Lind left Chad.", "DCM Jo Lind", "PER/Jo Lind"),
    ("The Maltese PM left.", "Maltese PM", "MLT/Prime minister"),
    ("PM visited Malta.", "PM", "PER/Prime minister"),
    ("They saw PM visit Malta.", "PM", None),
    # Whom it serves, and whom it does not.
    ("The Special Representative of the Secretary-General, Jo Lind, left.",
     "Special Representative of the Secretary-General, Jo Lind", "UN/Jo Lind"),
    ("The Special Envoy of the Secretary-General of the OAS, Jo Lind, left.",
     "Special Envoy of the Secretary-General of the OAS, Jo Lind", "OAS/Jo Lind"),
    ("The Special Envoy of the Chairperson of the AU Commission, Jo Lind, left.",
     "Special Envoy of the Chairperson of the AU Commission, Jo Lind", "AU/Jo Lind"),
    ("The Special Envoy of the President for Chad, Jo Lind, left.", "Special Envoy of the President for Chad, Jo Lind",
     "PER/Jo Lind"),
    ("The Envoy of the Prime Minister, Jo Lind, left Chad.", "Envoy of the Prime Minister, Jo Lind", "PER/Jo Lind"),
    ("The Head of the Attorney General's Office, Jo Lind, left Chad.", "Head of the Attorney General's Office, Jo Lind",
     "PER/Jo Lind"),
    ("The Personal Envoy of the Secretary-General for Chad, Jo Lind, left.",
     "Personal Envoy of the Secretary-General for Chad, Jo Lind", "UN/Jo Lind"),
    ("Jo Lind, chief adviser to the Chadian President, came.", "Jo Lind", "TCD/Jo Lind"),
    ("Jo Lind, adviser to the Chadian President Al Mora, came.", "Chadian President Al Mora", "TCD/Al Mora"),
    ("They met his colleagues from the Chadian Ministry of Trade.", "Chadian Ministry of Trade",
     "TCD/Ministry of Trade"),
    ("They met his counterpart from Chad, Jo Lind.", "counterpart from Chad, Jo Lind", "TCD/Jo Lind"),
    ("They recalled the ambassador from Chad, Jo Lind.", "ambassador", "PER/Ambassador"),
    ("The visit of the President of Chad to Mali ended.", "President of Chad", "TCD/President of Chad"),
    ("The visit of the President to Mali ended.", "President", "PER/President"),
    ("The head of Chadian diplomacy, Jo Lind, left.", "head of Chadian diplomacy, Jo Lind", "TCD/Jo Lind"),
    ("They informed colleagues of President Jo Lind of Chad.", "President Jo Lind", "TCD/Jo Lind"),
    ("They asked the Minister to supply Chad.", "Minister", "PER/Minister"),
    ("The President of the 75th session of the UN General Assembly, Jo Lind, met Chad.",
     "President of the 75th session of the UN General Assembly, Jo Lind", "UN/Jo Lind"),
    ("They met the Chadian special envoy to the region, Jo Lind.", "Chadian special envoy to the region, Jo Lind",
     "TCD/Jo Lind"),
    ("The Minister in charge of the African Union, Ida Roth, left.",
     "Minister in charge of the African Union, Ida Roth", "PER/Ida Roth"),
    ("The adviser to the South Korean President, Ida Roth, left.", "adviser to the South Korean President, Ida Roth",
     "KOR/Ida Roth"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "mention", "actor"), CASES)
def test_a_title_and_its_complement(text: str, mention: str, actor: str | None) -> None:
    assert who(text, mention) == actor


@pytest.mark.parametrize(
    ("text", "holders"),
    [
        ("The Secretary and Foreign Minister Wang talked.", ["Secretary", "Foreign Minister Wang"]),
        ("The UN General Assembly met.", []),
    ],
)
def test_who_has_a_title(text: str, holders: list[str]) -> None:
    tokens = tokenize(Document("d", text), gazetteer_for(directory()))
    found = [f for f in mentions_in(tokens, words()) if f.kind in ("person", "office")]
    assert [text[tokens[f.first].start : tokens[f.last - 1].end] for f in found] == holders
