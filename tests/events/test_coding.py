"""Documents -> events, with the plain reader and with classifiers that answer what the test says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import pytest

from dragoman.actors.directory import directory
from dragoman.documents import document_from_text
from dragoman.events.coding import code_document, code_reading
from dragoman.events.parties import party
from dragoman.events.plover import ontology
from dragoman.events.records import Classified, Coded, Event, Pair
from dragoman.events.scene import DEFAULT, Settings
from dragoman.reading.rules import RulesReader
from dragoman.records import Evidence, Reading, Statement


@dataclass
class Answering:
    """Answers ``event`` for the pair of words ``source`` and ``target``, and no event for every other."""

    source: str
    target: str
    event: str
    probability: float = 0.99
    others: tuple[tuple[str, float], ...] = ()
    mode: str | None = "arrest"
    asked: list[Pair] = field(default_factory=list)

    def classify(self, pairs: Sequence[Pair]) -> list[Classified]:
        self.asked.extend(pairs)
        return [self._answer(pair) for pair in pairs]

    def _answer(self, pair: Pair) -> Classified:
        spans = (pair.source, pair.target)
        said = tuple(pair.sentence[span.start : span.end] if span else None for span in spans)
        hit = said == (self.source, self.target)
        modes = (self.mode,) if self.mode else ()
        return Classified(pair.uid, self.event if hit else None, modes, ("crime",), self.probability, self.others)


def coded(text: str, classifier: Answering | None = None, date: str | None = "2021-03-10") -> Coded:
    document = document_from_text(text, date=date, language="en", stem="doc")
    return code_document(document, RulesReader(), directory(), classifier)


def one(text: str, classifier: Answering | None = None) -> Event:
    (event,) = coded(text, classifier).events
    return event


def from_statement(
    text: str, classifier: Answering | None = None, /, settings: Settings = DEFAULT, **fields: object
) -> Coded:
    values: dict[str, object] = {
        "doc": "doc", "kind": "event", "stage": "occurred", "quote": text, "start": 0, "end": len(text),
        "confidence": 0.9,
    }  # fmt: skip
    statement = Statement(**(values | fields))  # type: ignore[arg-type]
    document = document_from_text(text, date="2021-03-10", language="en", stem="doc")
    return code_reading(document, Reading("test", (statement,)), directory(), classifier, settings)


def actors(made: Coded) -> list[tuple[str, str | None]]:
    return [(e.actor.code, e.recipient and e.recipient.code) for e in made.events]


def test_a_statement_becomes_an_event() -> None:
    event = one("On July 28, 1922, the United States and Albania established diplomatic relations.")
    assert (event.type, event.date, event.dated) == ("SUPPORT", "1922-07-28", "text")
    assert event.recipient is not None
    assert (event.actor.code, event.recipient.code) == ("USA", "ALB")
    assert (event.actor.cow, event.recipient.gw) == (2, 339)
    assert (event.quad, event.intensity, event.cameo_root, event.mutual) == ("verbal cooperation", 5.0, "05", True)
    assert event.statement is not None


def test_the_sentence_stands_at_its_offsets() -> None:
    text = "It rained. The United States provided $5 million to Kosovo in 2009. It stopped."
    event = one(text)
    assert text[event.start : event.end] == event.sentence
    assert event.sentence == "The United States provided $5 million to Kosovo in 2009."


def test_without_a_date_in_the_text_it_is_the_documents() -> None:
    event = from_statement("Chile thanked Peru.", event="SUPPORT", source=("CHL",), target=("PER",)).events[0]
    assert (event.date, event.dated) == ("2021-03-10", "document")


@pytest.mark.parametrize(
    ("event", "stage", "date", "expected"),
    [
        ("AID", "planned", None, "AGREE"),
        ("CONSULT", "planned", None, "AGREE"),
        ("COOPERATE", "occurred", "2021-05", "AGREE"),
        ("AID", "occurred", "2020", "AID"),
        ("MOBILIZE", "planned", None, "MOBILIZE"),
    ],
)
def test_cooperation_to_come_is_agree(event: str, stage: str, date: str | None, expected: str) -> None:
    made = from_statement("Chile and Peru.", event=event, stage=stage, date=date, source=("CHL",), target=("PER",))
    assert [e.type for e in made.events] == [expected]


def test_every_source_meets_every_target() -> None:
    made = from_statement("Chile, Peru.", event="ACCUSE", source=("CHL", "PER"), target=("BOL", "ECU"))
    assert [(e.actor.code, e.recipient and e.recipient.code) for e in made.events] == [
        ("CHL", "BOL"), ("CHL", "ECU"), ("PER", "BOL"), ("PER", "ECU"),
    ]  # fmt: skip


def test_those_of_one_side_do_not_meet_each_other() -> None:
    visit = {"kind": "meeting", "stage": "held", "event": "CONSULT"}
    made = from_statement("Chile, Peru.", **visit, source=("CHL/Ana Soto",), target=("CHL/Luis Rey", "PER/Eva Paz"))
    assert actors(made) == [("CHL/Ana Soto", "PER/Eva Paz"), ("CHL/Luis Rey", "PER/Eva Paz")]
    made = from_statement("Chile.", **visit, source=("CHL/Ana Soto",), target=("CHL/Luis Rey",))
    assert [(e.actor.code, e.recipient and e.recipient.code) for e in made.events] == [("CHL/Ana Soto", "CHL/Luis Rey")]


@pytest.mark.parametrize(
    ("kind", "stage", "event", "mutual"),
    [
        ("relations", "established", "SUPPORT", True),
        ("relations", "recognised", "SUPPORT", False),
        ("relations", "not-recognised", "REJECT", False),
        ("relations", "downgraded", "SANCTION", False),
        ("relations", "severed", "SANCTION", False),
        ("agreement", "signed", "SUPPORT", True),
        ("agreement", "suspended", "SANCTION", False),
        ("agreement", "ended", "REJECT", False),
        ("agreement", "ended", "AGREE", True),
        ("meeting", "cancelled", "REJECT", False),
        ("event", "occurred", "SANCTION", False),
    ],
)
def test_an_act_is_mutual_where_the_parties_do_it_alike(kind: str, stage: str, event: str, mutual: bool) -> None:
    fields = {"kind": kind, "stage": stage, "event": event, "source": ("CHL",), "target": ("PER",)}
    assert [e.mutual for e in from_statement("Chile and Peru.", **fields).events] == [mutual]


@pytest.mark.parametrize(
    ("fields", "pairs"),
    [
        ({"kind": "agreement", "stage": "signed", "event": "SUPPORT", "source": ("CHL",), "target": ("PER", "BOL")},
         {("CHL", "PER"), ("CHL", "BOL"), ("PER", "BOL")}),
        ({"kind": "meeting", "stage": "held", "event": "CONSULT", "source": ("CHL", "ECU/Ana Soto"),
          "target": ("PER", "ECU")},
         {("CHL", "PER"), ("CHL", "ECU"), ("ECU/Ana Soto", "PER"), ("CHL", "ECU/Ana Soto"), ("PER", "ECU")}),
        ({"kind": "relations", "stage": "severed", "event": "SANCTION", "source": ("CHL", "ECU"), "target": ("PER",)},
         {("CHL", "PER"), ("ECU", "PER")}),
        ({"kind": "event", "stage": "occurred", "event": "SUPPORT", "source": ("CHL",), "target": ("PER", "BOL")},
         {("CHL", "PER"), ("CHL", "BOL")}),
    ],
)  # fmt: skip
def test_all_parties_of_a_mutual_act_are_paired(fields: dict[str, object], pairs: set[tuple[str, str]]) -> None:
    made = actors(from_statement("Chile and Peru.", **(fields | {"confidence": 1.0})))
    assert set(made) == pairs
    assert len(made) == len(pairs)


def test_nobody_does_alike_with_nobody() -> None:
    fields = {"kind": "meeting", "stage": "held", "event": "CONSULT", "source": ("CHL",), "confidence": 0.99}
    (event,) = from_statement("Chile held talks.", **fields).events
    assert (event.recipient, event.mutual) == (None, False)


def test_guests_do_not_visit_each_other() -> None:
    fields = {"kind": "meeting", "stage": "held", "event": "CONSULT", "source": ("CHL", "ECU"), "target": ("PER",)}
    made = from_statement("The ministers of Chile and Ecuador visited Peru.", **fields)
    assert actors(made) == [("CHL", "PER"), ("ECU", "PER")]


def test_a_bound_keeps_the_pairs_across_the_two_sides() -> None:
    states = [a.code for a in directory().actors if a.kind == "state" and a.code != "CHL"][:9]
    fields = {"kind": "agreement", "stage": "signed", "event": "SUPPORT", "source": tuple(states), "target": ("CHL",)}
    assert len(actors(from_statement("Chile.", **fields))) == 45
    made = actors(from_statement("Chile.", settings=Settings(crossed=20), **fields))
    assert len(made) == 20
    assert {(state, "CHL") for state in states} <= set(made)


@pytest.mark.parametrize(
    ("places", "kept"),
    [
        ([("/Peruvian miners", 12, 27), ("PER", 12, 20), ("BOL", 32, 39)], {"/Peruvian miners", "BOL"}),
        ([("PER/Miners", 12, 27), ("PER", 12, 20), ("BOL", 32, 39)], {"PER/Miners", "BOL"}),
        ([("/Peruvian miners", 12, 27), ("PER", 12, 20), ("PER", 32, 39)], {"/Peruvian miners", "PER"}),
        ([("/Peruvian miners", 12, 27), ("PER", 12, 27)], {"/Peruvian miners", "PER"}),
    ],
)
def test_a_state_within_another_partys_name_is_no_party(places: list[tuple[str, int, int]], kept: set[str]) -> None:
    told = tuple(Evidence("target", actor, *span) for actor, *span in places)
    target = tuple(dict.fromkeys(actor for actor, *_ in places))
    text = "Chile freed Peruvian miners and Bolivia."
    made = from_statement(text, event="CONCEDE", source=("CHL",), target=target, evidence=told, confidence=1.0)
    assert {recipient for _, recipient in actors(made)} == kept


@pytest.mark.parametrize(
    ("text", "nouns", "kept"),
    [
        ("Hamas gunmen shelled Chile.", {"/Hamas": (0, 5), "/Gunmen": (6, 12)}, {"/Hamas"}),
        ("Hamas and gunmen shelled Chile.", {"/Hamas": (0, 5), "/Gunmen": (10, 16)}, {"/Hamas", "/Gunmen"}),
        ("Armed gunmen shelled Chile.", {"/Gunmen": (6, 12)}, {"/Gunmen"}),
        ("Gunmen of Hamas shelled Chile.", {"/Gunmen": (0, 6), "/Hamas": (10, 15)}, {"/Hamas"}),
        ("Hostages of Hamas shelled Chile.", {"/Hostages": (0, 8), "/Hamas": (12, 17)}, {"/Hostages", "/Hamas"}),
    ],
)
def test_a_noun_beside_a_name_is_no_party(text: str, nouns: dict[str, tuple[int, int]], kept: set[str]) -> None:
    told = tuple(Evidence("source", actor, *span) for actor, span in nouns.items())
    made = from_statement(text, event="ASSAULT", source=tuple(nouns), target=("CHL",), evidence=told)
    assert {actor for actor, _ in actors(made)} == kept


@pytest.mark.parametrize(
    ("text", "source", "target", "pairs"),
    [
        ("Chile sent tents to Peru, Bolivia and Haiti.", ("CHL", "HTI"), ("PER", "BOL"),
         {("CHL", "PER"), ("CHL", "BOL"), ("CHL", "HTI")}),
        ("Peru, Bolivia and Haiti left Chile.", ("PER",), ("BOL", "HTI", "CHL"),
         {("PER", "CHL"), ("BOL", "CHL"), ("HTI", "CHL")}),
        ("Peru and Bolivia shelled Chile.", ("PER",), ("BOL", "CHL"), {("PER", "CHL"), ("BOL", "CHL")}),
        ("Peru and Bolivia shelled it.", ("PER",), ("BOL",), {("PER", "BOL")}),
        ("Peru shelled Bolivia and Chile.", ("PER",), ("BOL", "CHL"), {("PER", "BOL"), ("PER", "CHL")}),
    ],
)  # fmt: skip
def test_a_list_stands_on_one_side(
    text: str, source: tuple[str, ...], target: tuple[str, ...], pairs: set[tuple[str, str]]
) -> None:
    made = from_statement(text, event="ASSAULT", source=source, target=target, confidence=0.99)
    assert set(actors(made)) == pairs


@pytest.mark.parametrize(
    ("text", "coded"),
    [
        ("Chile condemned the attack on Peru.", False),
        ("Chile condemned Tuesday’s rocket attacks against the embassy of Peru.", False),
        ("Chile deplored the killing of two soldiers of Peru.", False),
        ("Chile condemned the sanctions imposed on Peru.", False),
        ("Chile condemned the attack on shoppers at a market in the capital of Peru.", False),
        ("Chile condemned Tuesday’s explosion near Peru.", False),
        ("Chile condemned the attack by troops in Peru.", True),
        ("Chile condemned the coup in Peru.", True),
        ("Chile condemned Peru for the attack on a bus.", True),
        ("Chile condemned the attack on a bus by Peru.", True),
        ("Chile condemned the arrest of editors in Peru.", True),
        ("Chile condemned the killing of a judge and blamed Peru.", True),
    ],
)
@pytest.mark.parametrize(
    ("said", "answered"), [("ACCUSE", None), ("ACCUSE", "ACCUSE"), ("ASSAULT", "ACCUSE"), ("COERCE", "ACCUSE")]
)
def test_who_suffered_it_is_not_accused(text: str, coded: bool, said: str, answered: str | None) -> None:
    """Nor is the one who condemns it the one who did it."""
    if said == "ACCUSE" or not coded:
        classifier = Answering("Chile", "Peru", answered) if answered else None
        made = from_statement(text, classifier, event=said, source=("CHL",), target=("PER",))
        assert [one.reason for one in made.left] == ([] if coded else ["who is accused is not named"])
        assert bool(made.events) == coded


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Chile’s ministry condemned the attack on Peru.", []),
        ("Chile’s ministry accused Peru and led an attack on it.", ["ACCUSE", "ASSAULT"]),
    ],
)
def test_who_condemns_an_attack_did_not_make_it(text: str, kept: list[str]) -> None:
    at = {"confidence": 0.99, "target": ("PER",)}
    statements = tuple(
        Statement("doc", kind, stage, text, 0, len(text), event=event, source=source, **at)
        for kind, stage, event, source in (
            ("event", "occurred", "ASSAULT", ("CHL",)),
            ("position", "opposes", "ACCUSE", ("CHL/Ministry",)),
        )
    )
    document = document_from_text(text, date="2021-03-10", language="en", stem="doc")
    made = code_reading(document, Reading("t", statements), directory())
    assert sorted(e.type for e in made.events) == kept


def test_who_is_sorry_for_those_who_suffered_supports_them() -> None:
    text = "Chile condemned the attack on Peru and offered help."
    fields = {"kind": "position", "stage": "supports", "event": "SUPPORT", "source": ("CHL",), "target": ("PER",)}
    made = from_statement(text, Answering("Chile", "Peru", "ACCUSE"), confidence=0.99, **fields)
    assert [e.type for e in made.events] == ["SUPPORT"]


def test_a_pair_that_the_classifier_finds_accuses_nobody_who_suffered() -> None:
    text = "Serbian police condemned the attack on {} soldiers."
    for noun, found in (("Albanian", 0), ("bases by Albanian", 1)):
        classifier = Answering("Serbian police", "Albanian soldiers", "ACCUSE", 0.995)
        assert len(coded(text.format(noun), classifier).events) == found


@pytest.mark.parametrize(
    ("fields", "coded"),
    [
        ({"event": "ASSAULT"}, False),
        ({"event": "ASSAULT", "target": ("BOL",)}, True),
        ({"event": "ASSAULT", "source": ("PER",), "target": ("BOL",)}, False),
        ({"event": "ASSAULT", "evidence": (Evidence("target", "PER", 0, 5),)}, True),
        ({"event": "CONSULT", "kind": "meeting", "stage": "held"}, True),
    ],
    ids=["later", "named nowhere", "the actor later", "told by what stands before", "both do it"],
)
def test_who_is_named_only_later_has_no_part_in_a_sentence(fields: dict[str, object], coded: bool) -> None:
    text = "Chile shelled the town. Peru sent help."
    base: dict[str, object] = {"quote": text[:22], "end": 22, "source": ("CHL",), "target": ("PER",)}
    made = from_statement(text, confidence=0.99, **(base | fields))
    assert bool(made.events) == coded
    if not coded:
        assert made.left[0].reason == "actor or recipient is named only later"


def test_events_without_a_recipient_in_the_sentence_are_less_likely() -> None:
    def chance(text: str, **fields: object) -> float:
        (made,) = from_statement(text, settings=Settings(threshold=0), event="ASSAULT", **fields).events
        return made.probability

    named = chance("Chile shelled Peru.", source=("CHL",), target=("PER",))
    outside = chance("Chile shelled it.", source=("CHL",), target=("PER",))
    nobody = chance("Chile shelled it.", source=("CHL",))
    assert named > outside > nobody
    position = {"kind": "position", "stage": "opposes", "source": ("CHL",), "target": ("PER",)}
    assert chance("Chile opposed it.", **position) == named


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("Chile cut ties with Peru over fish on 8 March and closed the border.", ["2021-03-08", "2021-03-08"]),
        ("Chile cut ties with Peru over fish in 2014 and closed the border.", ["2014", "2021-03-10"]),
    ],
)
def test_what_a_sentence_says_twice_has_one_date(text: str, dates: list[str]) -> None:
    at = text.index("closed")
    sides = {"source": ("CHL",), "target": ("PER",), "confidence": 0.99, "event": "SANCTION"}
    statements = (
        Statement("doc", "relations", "severed", text[: at - 5], 0, at - 5, date=dates[0], **sides),
        Statement("doc", "event", "occurred", text[at:-1], at, len(text) - 1, **sides),
    )
    document = document_from_text(text, date="2021-03-10", language="en", stem="doc")
    made = code_reading(document, Reading("t", statements), directory())
    assert sorted(e.date for e in made.events) == dates


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Serbian police arrested two protesters.", 2),
        ("Did Serbian police arrest two protesters?”", 0),
        ("Serbian police warned the world.", 0),
        ("Serbian police left Africa.", 1),
        ("They told us.", 0),
        ("Serbian police seized a Chilean-built ship.", 0),
        ("Serbian police seized a Chilean ship.", 2),
    ],
)
def test_pairs_that_can_be_no_event_are_not_asked_about(text: str, asked: int) -> None:
    classifier = Answering("", "", "AID")
    coded(text, classifier)
    assert len(classifier.asked) == asked


def test_events_keep_the_id_of_their_statement() -> None:
    told = (Evidence("target", "/Peruvian miners", 12, 27), Evidence("target", "PER", 12, 20))
    text, sides = "Chile freed Peruvian miners.", {"source": ("CHL",), "target": ("/Peruvian miners", "PER")}
    statement = Statement(
        "doc", "event", "occurred", text, 0, len(text), confidence=0.9, event="CONCEDE", evidence=told, **sides
    )
    document = document_from_text(statement.quote, date="2021-03-10", language="en", stem="doc")
    (event,) = code_reading(document, Reading("test", (statement,)), directory()).events
    assert event.statement == statement.id


def test_the_pairs_of_one_statement_are_bounded() -> None:
    many = tuple(a.code for a in directory().actors if a.kind == "state" and a.code not in ("CHL",))[:90]
    made = from_statement("Chile.", settings=Settings(crossed=7), event="ACCUSE", source=("CHL",), target=many)
    assert len(made.events) == 7
    assert made.left[0].reason == "more than 7 pairs in one statement"


def test_of_a_long_list_the_last_answer_stands_for_the_others() -> None:
    """The more names a sentence has, the less can be told of each; the number of questions is bounded."""
    many = [a for a in directory().actors if a.kind == "state" and a.code != "CHL"][:30]
    text = f"Chile accused {', '.join(state.name for state in many)}."
    classifier = Answering("Chile", many[19].name, "ACCUSE")
    sides = {"source": ("CHL",), "target": tuple(a.code for a in many)}
    made = from_statement(text, classifier, event="ACCUSE", confidence=0.97, **sides)
    chances = {e.recipient.code: e.probability for e in made.events if e.recipient}
    assert len(classifier.asked) == 20
    assert chances[many[19].code] == chances[many[20].code] == chances[many[29].code] > chances[many[0].code]


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"event": "AID", "source": ("CHL",)}, "AID without a recipient"),
        ({"event": "ACCUSE", "target": ("CHL",)}, "nobody acts"),
        ({"event": "ACCUSE", "source": ("CHL",), "target": ("CHL",)}, "actor and recipient are the same"),
        ({"event": "ACCUSE", "source": ("CHL",), "target": ("PER",), "confidence": 0.1}, "under the threshold"),
    ],
)
def test_what_is_not_coded_has_a_reason(fields: dict[str, object], reason: str) -> None:
    made = from_statement("Chile and Peru.", **fields)
    assert made.events == ()
    assert made.left[0].reason == made.reason == reason


@pytest.mark.parametrize(
    ("confidence", "seen", "coded"),
    [(0.4, "COERCE", True), (0.4, "AID", False), (0.95, "AID", True), (0.4, None, False), (0.6, None, True)],
    ids=["both see it", "only the reader does", "the reader is sure", "not sure, alone", "sure enough, alone"],
)
def test_reader_and_classifier_are_weighed(confidence: float, seen: str | None, coded: bool) -> None:
    fields = {"kind": "assistance", "stage": "completed", "event": "COERCE", "confidence": confidence}
    fields |= {"source": ("CHL",), "target": ("PER",)}
    classifier = Answering("Chile", "Peru", seen) if seen else None
    made = from_statement("Chile and Peru.", classifier, **fields)
    assert bool(made.events) == coded
    assert [one.reason for one in made.left] == ([] if coded else ["under the threshold"])


def test_what_is_promised_may_be_seen_as_such() -> None:
    """A meeting to come is AGREE; a classifier that answers CONSULT means the same."""
    fields = {"kind": "meeting", "stage": "planned", "event": "CONSULT", "source": ("CHL",), "target": ("PER",)}
    made = [
        from_statement("Chile and Peru.", Answering("Chile", "Peru", seen), **fields).events[0]
        for seen in ("AGREE", "CONSULT", "AID")
    ]
    assert {event.type for event in made} == {"AGREE"}
    assert made[0].probability == made[1].probability > made[2].probability


def test_a_classifier_finds_events_in_other_sentences() -> None:
    event = one("Serbian police arrested two protesters.", Answering("Serbian police", "protesters", "COERCE", 0.995))
    assert event.recipient is not None
    assert (event.actor.code, event.actor.sector, event.actor.country) == ("SRB/Police", "COP", "SRB")
    assert (event.recipient.code, event.recipient.sectors, event.recipient.raw) == (
        "/Protesters", ("CVL",), "protesters",
    )  # fmt: skip
    assert (event.type, event.mode, event.contexts) == ("COERCE", "arrest", ("crime",))
    assert event.probability == pytest.approx(DEFAULT.chance.of_pair(0.995), abs=1e-4)


def test_a_classifier_that_is_not_sure_gives_nothing() -> None:
    made = coded("Serbian police arrested two protesters.", Answering("Serbian police", "protesters", "COERCE", 0.5))
    assert not made.events
    assert made.reason == "under the threshold"


def test_without_a_classifier_such_sentences_are_counted() -> None:
    assert coded("Serbian police arrested two protesters.").reason == "actors without an event that was read"


def test_a_document_without_actors_says_so() -> None:
    assert coded("It rained.").reason == "no sentence names two actors"


def test_a_language_that_is_not_read_is_the_reason() -> None:
    document = document_from_text("Il pleut.", date="2021", language="fr")
    assert code_document(document, RulesReader(), directory()).reason == "not read: language fr"


def test_a_capital_is_the_place() -> None:
    event = one("President Vučić met Secretary Blinken in Belgrade on 3 March 2021.")
    assert (event.place.name, event.place.country) == ("Belgrade", "SRB")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("MOSCOW (Interfax) - Chile shelled Peru.", None),
        ("Moscow, March 3 (Interfax) – Chile shelled Peru.", None),
        ("MOSCOW — Chile shelled Peru in Madrid.", "Madrid"),
        ("In Moscow – of all places – Chile shelled Peru.", "Moscow"),
    ],
)
def test_where_a_report_is_sent_from_is_not_the_place(text: str, place: str | None) -> None:
    (event,) = from_statement(text, event="ASSAULT", source=("CHL",), target=("PER",)).events
    assert event.place.name == place


@pytest.mark.parametrize(
    ("code", "on", "expected"),
    [
        ("XKX", "2007", ("XKX", None, None, None)),
        ("XKX", "2010", ("XKX", None, 347, 347)),
        ("SRB/Government", "2021-01-01", ("SRB", "SRB", 345, 340)),
        ("NATO", "2021-01-01", (None, None, None, None)),
        ("/Somebody", "2021-01-01", (None, None, None, None)),
    ],
)
def test_codes_are_those_of_the_date(code: str, on: str, expected: tuple[object, ...]) -> None:
    made = party(code, on, directory())
    iso = made.iso3 if code != "XKX" else None
    assert (made.country, iso, made.cow, made.gw) == expected


@pytest.mark.parametrize(
    ("code", "country", "sector"),
    [
        ("/Peruvian miners", "PER", "LAB"),
        ("/South Korean students", "KOR", "EDU"),
        ("/Yemeni rebel forces", "YEM", "REB"),
        ("/US hostages", "USA", "CVL"),
        ("/Congolese rebels", None, "REB"),
        ("/Peruvian", None, None),
        ("/American University", None, "EDU"),
        ("/Georgia voters", None, "CVL"),
        ("/Armed men", None, None),
        ("PER/Forces", "PER", "MIL"),
    ],
)
def test_a_group_is_of_the_country_of_its_nationality(code: str, country: str | None, sector: str | None) -> None:
    made = party(code, "2021-03-10", directory())
    assert made.code == code
    assert (made.country, sector is None or made.sector == sector) == (country, True)
    assert (made.cow is None) == (country is None)


def test_the_linked_nationality_goes_before_the_name() -> None:
    assert party("/Congolese rebels", "2021-03-10", directory(), home="COD").country == "COD"
    assert party("/Congolese Rally", "2021-03-10", directory(), home="COD").country is None


@pytest.mark.parametrize(
    ("text", "sectors"),
    [
        ("Peruvian soldiers shelled Chile.", ("MIL",)),
        ("Peru's soldiers shelled Chile.", ()),
        ("Peruvian army bases shelled Chile.", ()),
        ("Peru shelled Chile.", ()),
        ("Peruvian university students shelled Chile.", ("EDU",)),
    ],
)
def test_a_bare_state_has_the_sector_of_the_noun_behind_it(text: str, sectors: tuple[str, ...]) -> None:
    (event,) = from_statement(text, event="ASSAULT", source=("PER",), target=("CHL",)).events
    assert event.actor.code == "PER"
    assert event.actor.sectors == sectors


def typed(
    text: str,
    said: str,
    answered: str,
    probability: float = 0.9,
    others: tuple[tuple[str, float], ...] = (),
    /,
    **fields: object,
) -> Event:
    """The event of Chile on Peru that the reader has as ``said`` and the classifier as ``answered``."""
    sides: dict[str, object] = {"source": ("CHL",), "target": ("PER",), "event": said, "confidence": 0.99}
    classifier = Answering("Chile", "Peru", answered, probability, others)
    (event,) = from_statement(text, classifier, settings=Settings(threshold=0), **(sides | fields)).events
    return event


@pytest.mark.parametrize(
    ("text", "said", "answered", "fields", "expected"),
    [
        ("Chile let inspectors of Peru in.", "SANCTION", "RETREAT", {}, "RETREAT"),
        ("Chile shelled Peru.", "COOPERATE", "ASSAULT", {"stage": "ongoing"}, "ASSAULT"),
        ("Chile fired tear gas at protesters of Peru.", "PROTEST", "ASSAULT", {}, "ASSAULT"),
        ("Chile imposed sanctions on Peru.", "SANCTION", "COERCE", {}, "SANCTION"),
        ("Chile thanked Peru.", "SUPPORT", "AID", {"kind": "position", "stage": "supports"}, "SUPPORT"),
        ("Chile will arm Peru.", "AGREE", "AID", {"stage": "planned"}, "AGREE"),
        ("Chile may arm Peru.", "COOPERATE", "AID", {"date": "2021-05"}, "AGREE"),
        ("Chile arrested an official.", "COERCE", "AID", {"target": ()}, "COERCE"),
    ],
)
def test_what_was_done_is_told_by_the_classifier_where_the_stage_leaves_it_open(
    text: str, said: str, answered: str, fields: dict[str, object], expected: str
) -> None:
    event = typed(text, said, answered, **fields)
    kind = ontology().types[expected]
    assert (event.type, event.quad) == (expected, kind.quad)
    assert event.cameo_root == ontology().cameo_root(expected, event.mode)
    assert event.intensity == ontology().intensity(expected, event.mode)


@pytest.mark.parametrize(("probability", "others"), [(0.45, ()), (0.7, (("COOPERATE", 0.25),))])
def test_an_answer_that_is_not_far_likelier_changes_no_type(
    probability: float, others: tuple[tuple[str, float], ...]
) -> None:
    assert typed("Chile shelled Peru.", "COOPERATE", "ASSAULT", probability, others).type == "COOPERATE"


def test_a_type_that_another_statement_has_is_not_given_twice() -> None:
    text = "Chile expelled envoys of Peru and seized ships."
    sides = {"source": ("CHL",), "target": ("PER",), "confidence": 0.99}
    statements = tuple(
        Statement("doc", "event", "occurred", text[a:b], a, b, event=name, **sides)
        for name, a, b in (("SANCTION", 0, 29), ("COERCE", 34, 46))
    )
    document = document_from_text(text, date="2021-03-10", language="en", stem="doc")
    made = code_reading(document, Reading("t", statements), directory(), Answering("Chile", "Peru", "SANCTION"))
    assert sorted(e.type for e in made.events) == ["COERCE", "SANCTION"]


@pytest.mark.parametrize(
    ("text", "event", "target", "mutual"),
    [
        ("Chile and Peru built a bridge.", "COOPERATE", "PER", True),
        ("The armies of Chile, Ecuador and Peru held an exercise.", "COOPERATE", "ECU", True),
        ("Chile, together with the army of Peru, held an exercise.", "COOPERATE", "PER", False),
        ("In Chile, Peru sold gas.", "COOPERATE", "PER", False),
        ("Chile extradited a suspect to Peru.", "COOPERATE", "PER", False),
        ("Chile and Peru shelled Ecuador.", "ASSAULT", "PER", False),
    ],
)
def test_what_is_said_of_two_in_one_list_both_do(text: str, event: str, target: str, mutual: bool) -> None:
    (made,) = from_statement(text, event=event, source=("CHL",), target=(target,)).events
    assert made.mutual == mutual


def test_two_in_one_list_that_the_classifier_finds_both_do_it() -> None:
    both = one(
        "Serbian police and Albanian soldiers promised.", Answering("Serbian police", "Albanian soldiers", "AGREE")
    )
    alone = one("Serbian police promised Albanian soldiers.", Answering("Serbian police", "Albanian soldiers", "AGREE"))
    assert (both.type, both.mutual, alone.mutual) == ("AGREE", True, False)


@pytest.mark.parametrize(
    ("text", "fields", "mode"),
    [
        ("Chile broke with Peru.", {"kind": "relations", "stage": "severed", "event": "SANCTION"}, "discontinue"),
        (
            "Chile recalled its envoy in Peru.",
            {"kind": "relations", "stage": "downgraded", "event": "SANCTION"},
            "withdraw",
        ),
        (
            "Chile suspended its accord with Peru.",
            {"kind": "agreement", "stage": "suspended", "event": "SANCTION"},
            "discontinue",
        ),
        ("Chile annulled its accord with Peru.", {"kind": "agreement", "stage": "ended", "event": "REJECT"}, None),
    ],
)
def test_what_is_broken_off_is_discontinued(text: str, fields: dict[str, object], mode: str | None) -> None:
    classifier = Answering("Chile", "Peru", str(fields["event"]), mode="withdraw")
    (event,) = from_statement(text, classifier, source=("CHL",), target=("PER",), confidence=0.99, **fields).events
    assert event.mode == mode
    assert event.intensity == ontology().intensity(event.type, mode)


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("Chile and Peru held talks.", None),
        ("Chile and Peru held talks in Lima.", None),
        ("Chile and Peru held talks in Vienna.", "third-party"),
        ("Chile and Peru held talks that were mediated by the Pope.", "third-party"),
    ],
)
def test_others_are_the_hosts_where_a_word_or_a_place_tells_of_them(text: str, mode: str | None) -> None:
    fields = {"kind": "meeting", "stage": "held", "event": "CONSULT", "source": ("CHL",), "target": ("PER",)}
    classifier = Answering("Chile", "Peru", "CONSULT", mode="third-party")
    (event,) = from_statement(text, classifier, **fields).events
    assert (event.mode, event.mutual) == (mode, True)


@pytest.mark.parametrize(
    ("text", "fields", "pairs"),
    [
        ("Chile, Bolivia and Peru left Haiti.", {"target": ("BOL", "PER")}, []),
        ("Chile left Bolivia, Peru and Ecuador.", {"source": ("BOL",), "target": ("PER", "ECU")}, []),
        ("Chile and Peru left Haiti.", {"target": ("PER",)}, [("CHL", "PER")]),
        ("Chile, with Bolivia and Peru, left.", {"target": ("BOL", "PER")}, [("CHL", "BOL"), ("CHL", "PER")]),
        ("Chile left Bolivia and Peru.", {"target": ("BOL", "PER")}, [("CHL", "BOL"), ("CHL", "PER")]),
        ("Chile, Bolivia and Peru left.", {"event": "SUPPORT", "stage": "recognised", "target": ("BOL", "PER")}, []),
    ],
)
def test_of_three_in_one_list_none_does_it_to_another(
    text: str, fields: dict[str, object], pairs: list[tuple[str, str]]
) -> None:
    base = {"kind": "relations", "stage": "severed", "event": "SANCTION", "source": ("CHL",), "confidence": 0.99}
    made = from_statement(text, **(base | fields))
    assert actors(made) == pairs
    assert [one.reason for one in made.left] == ([] if pairs else ["actor and recipient stand in one list"])


@pytest.mark.parametrize(
    ("text", "target", "pairs"),
    [
        ("Chile met the ministers of Bolivia and Peru.", ("BOL", "PER"), {("CHL", "BOL"), ("CHL", "PER")}),
        ("The President of Chile and those of Bolivia and Peru met.", ("BOL", "PER"), {("CHL", "BOL"), ("CHL", "PER")}),
        ("Chile, Bolivia and Peru met.", ("BOL", "PER"), {("CHL", "BOL"), ("CHL", "PER"), ("BOL", "PER")}),
        ("Chile and Bolivia met.", ("BOL",), {("CHL", "BOL")}),
    ],
)
def test_those_of_one_list_meet_who_stands_outside_of_it(
    text: str, target: tuple[str, ...], pairs: set[tuple[str, str]]
) -> None:
    made = from_statement(text, kind="meeting", stage="held", event="CONSULT", source=("CHL",), target=target)
    assert set(actors(made)) == pairs


@pytest.mark.parametrize(
    ("text", "source", "target", "pairs"),
    [
        ("Chile and Peru held talks in Vienna.", ("CHL",), ("PER", "AUT"), {("CHL", "PER")}),
        ("Chile and Peru held talks in Austria.", ("CHL", "PER"), ("AUT",), {("CHL", "PER")}),
        ("Chile and Peru held talks with Austria.", ("CHL", "PER"), ("AUT",), {("CHL", "AUT"), ("PER", "AUT")}),
        ("Chile held talks in Vienna.", ("CHL",), ("AUT",), {("CHL", "AUT")}),
        ("Chile and Peru held talks at the United Nations.", ("CHL", "PER"), ("UN",), {("CHL", "UN"), ("PER", "UN")}),
        ("Talks go on in Vienna.", ("AUT",), ("CHL", "PER"), {("AUT", "CHL"), ("AUT", "PER"), ("CHL", "PER")}),
        ("The ministers of Chile and Peru visited Vienna.", ("CHL", "PER"), ("AUT",),
         {("CHL", "AUT"), ("PER", "AUT")}),
    ],
)  # fmt: skip
def test_who_is_only_the_place_of_talks_has_no_part_in_them(
    text: str, source: tuple[str, ...], target: tuple[str, ...], pairs: set[tuple[str, str]]
) -> None:
    fields = {"kind": "meeting", "stage": "held", "event": "CONSULT", "confidence": 0.99}
    made = from_statement(text, source=source, target=target, **fields)
    assert set(actors(made)) == pairs


@pytest.mark.parametrize(
    ("text", "end", "pairs"),
    [
        ("The envoy of Chile met officials of all three.", 46, {("CHL", "PER"), ("CHL", "BOL")}),
        ("They met.", 9, {("CHL", "PER"), ("CHL", "BOL"), ("PER", "BOL")}),
        ("Chile met Peru. Bolivia may join.", 15, {("CHL", "PER")}),
        ("They met. Chile left Peru and Bolivia.", 9, {("CHL", "PER"), ("CHL", "BOL"), ("PER", "BOL")}),
    ],
)
def test_who_is_not_named_meets_only_who_is(text: str, end: int, pairs: set[tuple[str, str]]) -> None:
    fields = {"kind": "meeting", "stage": "held", "event": "CONSULT", "confidence": 0.99, "quote": text[:end]}
    made = from_statement(text, source=("CHL",), target=("PER", "BOL"), end=end, **fields)
    assert set(actors(made)) == pairs
