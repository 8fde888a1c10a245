"""Names that the directory and the word lists know, where they stand in a text and whose they were then."""

import pytest

from dragoman.actors.directory import directory
from dragoman.actors.mentions.gazetteer import gazetteer_for, is_word, squeeze
from linked_samples import first, joined

NAMES = [
    ("South Sudan joined.", "South Sudan", "SSD"),
    ("Nigeria and Niger agreed.", "Niger", "NER"),
    ("Guinea-Bissau joined.", "Guinea-Bissau", "GNB"),
    ("St. Vincent & the Grenadines joined.", "St. Vincent & the Grenadines", "VCT"),
    ("SERBIA JOINS PROGRAMME", "SERBIA", "SRB"),
    ("The Turkmen side agreed.", "Turkmen side", "TKM"),
    ("The Seychellois Minister Jo Lind left.", "Seychellois Minister Jo Lind", "SYC/Jo Lind"),
    ("Turkmens settled there.", "Turkmens", "/Turkmens"),
    ("Frenchmen settled there.", "Frenchmen", "/Frenchmen"),
    ("The South-Ossetian side agreed.", "South-Ossetian side", "SOT"),
    ("Talks were held in Male.", "Male", "MDV"),
    ("Male students came.", "Male", None),
    ("It left the Commonwealth of Independent States in 2009.", "Commonwealth of Independent States", "CIS"),
    ("Ceylon refused it.", "Ceylon", "LKA"),
    ("The Organization for Security and Co-Operation in Europe met.",
     "Organization for Security and Co-Operation in Europe", "OSCE"),
    ("Chad met Ecowas.", "Ecowas", "ECOWAS"),
    ("Unesco left Chad.", "Unesco", "UNESCO"),
    ("Amisom left Chad.", "Amisom", "AU/AMISOM"),
    ("Pace left Chad.", "Pace", None),
    ("They met the Un.", "Un", None),
    ("Irena left Chad.", "Irena", None),
    ("Omar al-Iraqi left Chad.", "Iraqi", None),
    ("Omar al-Iraqi left Chad.", "Omar al-Iraqi", "/Omar al-Iraqi"),
    ("Chad met Esma Lind.", "Esma", None),
    ("Chad met Hina Lind.", "Hina", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "mention", "actor"), NAMES)
def test_whose_name_it_is(text: str, mention: str, actor: str | None) -> None:
    assert joined(first(text, mention)) == actor


FORMS = [
    ("Serbia joined the PfP in 2006.", [("Serbia", "SRB", "state"), ("PfP", "PfP", "org")]),
    ("Malta  and South   Sudan met.", [("Malta", "MLT", "state"), ("South   Sudan", "SSD", "state")]),
    ("They met in Male.", [("Male", "MDV", "seat")]),
    ("Male wolves came.", []),
    ("They left the Commonwealth of Independent States.", [("Commonwealth of Independent States", "CIS", "org")]),
    ("The Assembly of the Republic of Chad met.", [("Republic of Chad", "TCD", "state")]),
    ("Romanians left.", [("Romanians", "ROU", "nationals")]),
    ("A Romanian left.", [("Romanian", "ROU", "demonym")]),
    ("The Kremlin left.", [("Kremlin", "RUS", "house")]),
    ("The Knesset met.", [("Knesset", "ISR", "body")]),
]


@pytest.mark.parametrize(("text", "names"), FORMS)
def test_the_longest_known_names(text: str, names: list[tuple[str, str, str]]) -> None:
    found = gazetteer_for(directory()).matches(text, "2021")
    assert [(text[start:end], entry.code, entry.kind) for start, end, entry in found] == names


def test_names_are_whole_words() -> None:
    text = "Romanians and womanly omens, Romania and a woman"
    assert "OMN" not in {entry.code for _, _, entry in gazetteer_for(directory()).matches(text, None)}
    assert [is_word("x Oman_", start, start + 2) for start in (2, 4)] == [False, False]
    assert is_word("Oman.", 0, 4)


DATED = [
    ("The Kremlin said no.", "Kremlin", "1986", "SUN"),
    ("The Kremlin said no.", "Kremlin", "1996", "RUS"),
    ("The Kremlin said no.", "Kremlin", "1905", "RUS"),
    ("The British Foreign Office said no.", "British Foreign Office", "1905", "GBR/Foreign Office"),
    ("The British Foreign Office said no.", "British Foreign Office", "2021",
     "GBR/Foreign, Commonwealth and Development Office"),
    ("The EC met Chad.", "EC", "1991", "EC"),
    ("The EC met Chad.", "EC", "2006", "EU/European Commission"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "mention", "year", "actor"), DATED)
def test_a_name_is_of_whom_it_meant_then(text: str, mention: str, year: str, actor: str) -> None:
    assert joined(first(text, mention, date=f"{year}-07-01")) == actor


FORMER = [
    ("1960-05-01", ("SUN", "CSK", "YUG")),
    ("1995-05-01", ("RUS", "CZE", "YUG")),
    ("2010-05-01", ("RUS", "CZE", "SRB")),
]


@pytest.mark.parametrize(("date", "states"), FORMER)
def test_a_capital_is_that_of_the_state_of_the_time(date: str, states: tuple[str, ...]) -> None:
    text = "Moscow agreed. Prague refused. Belgrade waited."
    assert tuple(joined(first(text, city, date=date)) for city in ("Moscow", "Prague", "Belgrade")) == states


def test_the_words_of_an_actor_s_names() -> None:
    assert {"north", "atlan", "treat"} <= gazetteer_for(directory()).stems("NATO")
    assert not gazetteer_for(directory()).stems("nobody")


def test_single_spaces_lead_back_to_the_text() -> None:
    squeezed, back = squeeze("a  b   c")
    assert (squeezed, [back(at) for at in (0, 2, 4)]) == ("a b c", [0, 3, 7])
