"""The notation of the annotated training documents, and that every file of them compiles."""

from pathlib import Path

import pytest
from training.written import actors, compile_file, compile_statement, edtf, find_quote, load_written, values

from dragoman.errors import InvalidRecord

WRITTEN = Path(__file__).parents[2] / "training" / "written"
TEXT = "Tunisia joined the\nDialogue in 1995.\n\nTunisia hosts over 20 experts. Tunisia gives \N{EURO SIGN}5 million."
JOINED = "membership.joined ; TUN ; NATO ; Dialogue ; 1995 ; ; ; ; ; Tunisia joined the Dialogue in 1995"


def test_a_document_has_the_fields_of_the_training_file() -> None:
    [(line, document)] = compile_file(f"\n=== tun | Tunisia | NATO | 2019-05\n{TEXT}\n---\n{JOINED}\n", "a.txt")
    assert line == 2
    assert list(document) == ["id", "title", "publisher", "date", "language", "url", "text", "statements"]
    assert document["text"] == TEXT
    [statement] = document["statements"]
    assert statement["doc"] == "tun"
    assert statement["quote"] == "Tunisia joined the\nDialogue in 1995"
    assert (statement["source"], statement["target"], statement["date"]) == (["TUN"], ["NATO"], "1995")
    assert (statement["end"], statement["value"], statement["by"], statement["event"]) == (None, None, [], None)


@pytest.mark.parametrize(
    ("written", "event"),
    [
        ("meeting.held ; TUN ; NATO ; ; ; ; ; ; ; Tunisia", "CONSULT"),
        ("position.supports ; NATO ; TUN ; x ; ; ; ; ; ; Tunisia", "SUPPORT"),
        ("position.supports ; NATO ; ; x ; ; ; ; ; ; Tunisia", None),
        ("position.requests ; NATO ; TUN ; x ; ; ; ; ; ; Tunisia", "REQUEST"),
        ("position.claims ; NATO ; TUN ; x ; ; ; ; ; ; Tunisia", None),
        ("event.occurred ; NATO ; TUN ; x ; ; ; ; ; - ; Tunisia", None),
        ("event.occurred ; NATO ; TUN ; x ; ; ; ; ; COOPERATE ; Tunisia", "COOPERATE"),
    ],
)
def test_the_event_is_implied_or_written(written: str, event: str | None) -> None:
    assert compile_statement(written, TEXT)["event"] == event


def test_actors_keep_their_suffix() -> None:
    assert actors("USA/John Gatch, Jr., CoE, /Hamas") == ["USA/John Gatch, Jr.", "CoE", "/Hamas"]


def test_values_have_units_and_bounds() -> None:
    assert values("9600000 EUR, >100 country") == [
        {"number": 9600000, "unit": "EUR"},
        {"number": 100, "unit": "country", "bound": "min"},
    ]
    assert values("<4.5 %, ~12") == [
        {"number": 4.5, "unit": "%", "bound": "max"},
        {"number": 12, "unit": None, "bound": "approx"},
    ]
    assert values("") is None


@pytest.mark.parametrize("good", ["2015", "2015-02", "2016-02-29", "199X", "2015-21", "2015~"])
def test_dates_are_edtf(good: str) -> None:
    assert edtf(good) == good


@pytest.mark.parametrize("bad", ["15", "2015-13", "2015-02-30", "May 2015", "2015/2016"])
def test_other_dates_are_refused(bad: str) -> None:
    with pytest.raises(InvalidRecord, match="date"):
        edtf(bad)


def test_a_shortened_quote_is_the_shortest_stretch() -> None:
    assert find_quote("Tunisia ... experts", TEXT) == "Tunisia hosts over 20 experts"
    assert find_quote("Tunisia ... 1995", TEXT) == "Tunisia joined the\nDialogue in 1995"


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        (JOINED.replace("joined ;", "entered ;"), "'entered' of membership"),
        (JOINED.replace("membership", "belonging"), "'belonging'"),
        (JOINED.replace("TUN", "Tunisia"), "actor 'Tunisia'"),
        (JOINED.replace("; 1995 ;", "; in 1995 ;"), "date 'in 1995'"),
        (JOINED.replace("1995 ; ; ;", "1995 ; ; many ;"), "value 'many'"),
        (JOINED.replace("in 1995", "in 1996"), "quote not in the text"),
        (JOINED.replace("; ; ; ; ;", "; ; ; ;"), "9 fields"),
        (JOINED.replace("; ; ; ; ;", "; ; ; ; HELP ;"), "event 'HELP'"),
        ("event.occurred ; NATO ; TUN ; x ; ; ; ; ; ; Tunisia", "needs a PLOVER type"),
        ("position.opposes ; NATO ; TUN ; x ; ; ; ; ; ; Tunisia", "needs a PLOVER type"),
    ],
)
def test_errors_name_file_and_line(line: str, problem: str) -> None:
    with pytest.raises(InvalidRecord, match=r"a\.txt:7: ") as raised:
        compile_file(f"=== tun | Tunisia | NATO | 2019\n{TEXT}\n---\n{line}\n", "a.txt")
    assert problem in str(raised.value)


def test_an_id_is_used_once(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(f"=== tun | Tunisia | NATO | 2019\n{TEXT}\n---\n{JOINED}\n", "utf-8")
    with pytest.raises(InvalidRecord, match=r"b\.txt:1: .*a\.txt:1"):
        load_written(tmp_path)


@pytest.mark.slow
def test_every_written_document_compiles() -> None:
    for document in load_written(WRITTEN):
        assert document["text"]
        assert all(statement["quote"] in document["text"] for statement in document["statements"])
