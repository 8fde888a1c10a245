"""The trained reader as a whole, with made-up weights: languages, processes, broken and enormous text."""

from __future__ import annotations

import json
import pickle
import time
from dataclasses import asdict
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import dragoman
from dragoman.errors import DragomanError
from dragoman.reading.encoder import EncoderReader, remembering
from dragoman.reading.heads import Floats
from dragoman.reading.prepared import Shown, prepare
from dragoman.reading.windows import Window
from dragoman.records import Document, Known
from reader_samples import NEWS, document, made_up_reader


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> EncoderReader:
    return made_up_reader(tmp_path_factory.mktemp("model"))


def in_language(text: str, language: str | None) -> Document:
    return Document("d", text, language=Known(language, "test"))


def test_it_says_which_model_it_is(reader: EncoderReader) -> None:
    assert reader.name == "made-up-1"
    assert reader.languages == {"en"}


def test_nothing_is_opened_before_it_reads() -> None:
    reader = EncoderReader(Path("no/such/folder"), threads=2)
    assert reader.threads == 2


def test_another_process_gets_the_name_of_the_folder(reader: EncoderReader) -> None:
    reader.read(document("Chile signed a treaty with Peru."))
    sent = pickle.dumps(reader)
    assert len(sent) < 1000
    again = pickle.loads(sent)
    assert (again.folder, again.threads, again.shown) == (reader.folder, reader.threads, reader.shown)
    assert again.name == reader.name
    without_dates = EncoderReader(reader.folder, shown=Shown(dates=False))
    assert pickle.loads(pickle.dumps(without_dates)).shown == without_dates.shown


@pytest.mark.parametrize(
    ("what", "change"), [("kinds", "membership"), ("stages", "agreement.signed"), ("events", "AGREE"), ("kinds", None)]
)
def test_a_model_for_another_codebook_is_refused(
    what: str, change: str | None, reader: EncoderReader, tmp_path: Path
) -> None:
    card = json.loads((reader.folder / "model.json").read_text("utf-8"))
    labels = card["labels"][what]
    labels.remove(change) if change else labels.append("treaty")
    (tmp_path / "model.json").write_text(json.dumps(card), "utf-8")
    with pytest.raises(DragomanError, match=f"model.json: .* other {what} than .*make model"):
        _ = EncoderReader(tmp_path).name


def test_statements_are_signed_numbered_and_unique(reader: EncoderReader) -> None:
    made = document(NEWS, title="Chile and Peru in talks", date="2016-02-17")
    found = reader.read(made)
    assert found.reader == "made-up-1"
    assert found.statements
    assert {s.reader for s in found.statements} == {"made-up-1"}
    assert len({s.id for s in found.statements}) == len(found.statements)
    assert [s.start for s in found.statements] == sorted(s.start for s in found.statements)
    assert all(0 <= s.confidence <= 1 for s in found.statements)


def test_same_document_gives_the_same_bytes(tmp_path: Path) -> None:
    made = document(NEWS, title="Chile and Peru in talks", date="2016-02-17")
    first, second = (made_up_reader(tmp_path).read(made) for _ in range(2))
    assert json.dumps(asdict(first)).encode() == json.dumps(asdict(second)).encode()


def test_actors_that_are_in_no_directory_are_told(reader: EncoderReader) -> None:
    text = "They met Quintus Fabius in town."
    [one] = [u for u in reader.read(document(text)).unlinked if u.text == "Quintus Fabius"]
    assert text[one.start : one.end] == one.text
    assert one.reason


@pytest.mark.parametrize("language", ["sr", "fr", "zh", "xx"])
def test_a_language_it_does_not_know_is_not_read(reader: EncoderReader, language: str) -> None:
    found = reader.read(in_language("Chile signed a treaty with Peru.", language))
    assert found.not_read == f"language {language}"
    assert found.statements == ()
    assert dragoman.read("Chile signed it.", language=language, reader=reader).not_read == f"language {language}"


@pytest.mark.parametrize("language", ["en", "en-US", "en-GB", None])
def test_english_of_any_country_is_read(reader: EncoderReader, language: str | None) -> None:
    found = reader.read(in_language("Chile signed a treaty with Peru.", language))
    assert found.not_read is None


def test_english_of_any_country_is_read_by_the_package(reader: EncoderReader) -> None:
    assert dragoman.read("Chile signed a treaty with Peru.", language="en-US", reader=reader).not_read is None


def test_a_reader_may_know_several_languages(tmp_path: Path) -> None:
    several = made_up_reader(tmp_path, languages=("en", "sr"))
    assert several.read(in_language("Čile je potpisao ugovor.", "sr")).not_read is None


def test_a_cut_of_one_reads_nothing(tmp_path: Path) -> None:
    assert made_up_reader(tmp_path, cut=1.1).read(document(NEWS)).statements == ()


def test_statements_beyond_what_a_document_may_have_are_told(
    reader: EncoderReader, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = reader.read(document(NEWS))
    monkeypatch.setattr("dragoman.reading.encoder.MAX_STATEMENTS", 1)
    cut = reader.read(document(NEWS))
    assert [s.quote for s in cut.statements] == [whole.statements[0].quote]
    left = len(whole.statements) - 1
    assert (whole.notes, cut.notes) == ((), (f"{left} more statements were left out; split the document",))


HOSTILE = {
    "empty": "",
    "spaces": " \n\t\u00a0",
    "controls": "\x00\x01\x1b[31m Chile \x07signed\x7f it.",
    "right to left": "\u202eChile signed\u202c a treaty مع بيرو.",
    "surrogate": "Chile \ud800 signed a treaty with Peru.",
    "emoji": "🇨🇱 signed 🤝 with 🇵🇪 on 3 March 2014 👩‍👩‍👧‍👦.",
    "cyrillic": "Чили подписала договор с Перу 3 марта 2014 года.",
    "chinese": "智利于2014年3月3日与秘鲁签署条约。",
    "combining": "Chi" + "\u0301" * 100 + "le signed it.",
    "brackets": "(" * 300 + "Chile" + ")" * 300,
    "table": "| a | b |\n" * 50,
    "dots": ". " * 300,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_is_read(reader: EncoderReader, name: str) -> None:
    text = HOSTILE[name]
    for made in (document(text), Document("d", text, language=Known("en", "test"))):
        for statement in reader.read(made).statements:
            assert made.text[statement.start : statement.end] == statement.quote


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=300))
def test_any_text_is_read(reader: EncoderReader, text: str) -> None:
    made = in_language(text, "en")
    for statement in reader.read(made).statements:
        assert text[statement.start : statement.end] == statement.quote


@pytest.mark.slow
@pytest.mark.parametrize(
    "text",
    ["Chile signed a treaty with Peru and said that Kenya will support it, " * 1500, "Kenya, Jana Krūma, " * 5000],
    ids=["one sentence", "ten thousand names"],
)
def test_enormous_text_is_read_in_bounded_time(tmp_path: Path, text: str) -> None:
    reader = made_up_reader(tmp_path, anchor=0.95)
    begun = time.process_time()
    reader.read(document(text))
    assert time.process_time() - begun < 120


@pytest.mark.slow
def test_the_network_is_asked_once_for_equal_windows_in_a_row() -> None:
    prepared = prepare(document("Albania and Serbia " * 6000), EncoderReader().tokenizer)
    asked: list[bytes] = []

    def encode(window: Window) -> Floats:
        asked.append(window.ids.tobytes())
        return np.zeros((len(window.ids), 1), np.float32)

    states = remembering(encode)
    assert [len(states(view.window)) for view in prepared.views] == [len(view.window.ids) for view in prepared.views]
    assert len(prepared.views) > 50
    assert len(asked) < 12
