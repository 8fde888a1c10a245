"""What definite phrases mean by the setting and by what was told: with sentences, and with mentions that are told."""

import pytest

from dragoman.actors.discourse.antecedents import Mentioned
from dragoman.actors.discourse.coreference import Discourse
from dragoman.actors.discourse.setting import Setting
from linked_samples import last

PHRASES = [
    ("Chad opened a road. In Bamako the government said no.", "the government", ("MLI",)),
    ("Talks of Chad were held in New York. The country left.", "The country", ("TCD",)),
    ("SADC met Chad. The regional bloc agreed.", "The regional bloc", ("SADC",)),
    ("SADC met in Maputo. Chad came. The Member States welcomed it.", "The Member States", ("SADC",)),
    ("Chad and Mali signed. The member states agreed.", "The member states", ("TCD", "MLI")),
    ("NATO Mission Iraq opened. The Mission grew.", "The Mission", ("NATO/NATO Mission Iraq (NMI)",)),
    ("NATO met. The Alliance agreed.", "The Alliance", ("NATO",)),
    ("The OSCE Mission to Serbia came. The Mission stayed.", "The Mission", ("OSCE/OSCE Mission to Serbia",)),
    ("Presidents Jo Lind of Kenya, Al Mora of Peru and Bo Berg of Laos met. The three leaders left.",
     "The three leaders", ("KEN/Jo Lind", "PER/Al Mora", "LAO/Bo Berg")),
    ("Ministers of Kenya, Peru and Laos met. The three sides agreed.", "The three sides", ("KEN", "PER", "LAO")),
    ("The foreign ministers of Chad, Mali and Niger met the United States and Togo. The three ministers agreed.",
     "The three ministers", ("TCD", "MLI", "NER")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "mention", "actors"), PHRASES)
def test_whom_a_phrase_means(text: str, mention: str, actors: tuple[str, ...]) -> None:
    assert last(text, mention) == actors


PROFILE = [
    ("It is large. With Chile the country has a border.", ("PER",)),
    ("It met Chilean officials. There the country agreed.", ("PER",)),
    ("Chile sent troops. Then the country left.", ("CHL",)),
]


@pytest.mark.parametrize(("text", "actors"), PROFILE)
def test_the_country_of_a_profile(text: str, actors: tuple[str, ...]) -> None:
    assert last(f"Peru: Profile\n\n{text}", "the country", publisher="OSCE", title="Peru: Profile") == actors


def test_our_country_is_the_publisher_s() -> None:
    text = "Georgia is a friend. Firms have invested in our country."
    assert last(text, "our country", publisher="Ministry of Foreign Affairs of Estonia") == ("EST",)


def told(setting: Setting, *mentions: Mentioned) -> Discourse:
    discourse = Discourse(setting)
    for mention in mentions:
        discourse.tell(mention)
    return discourse


def person(actor: str, sentence: int = 0, **roles: bool) -> Mentioned:
    return Mentioned((actor,), "person", sentence, 0, **roles)


def state(code: str, sentence: int = 0, **roles: bool) -> Mentioned:
    return Mentioned((code,), "state", sentence, 0, **roles)


PAIRS = [
    (Setting(topics=("PER", "CHL")), [state("TCD"), state("MLI")], ("MLI", "TCD")),
    (Setting(topics=("PER", "CHL")), [state("TCD")], ("PER", "CHL")),
    (Setting(title_states=("PER", "CHL")), [state("TCD"), state("MLI")], ("PER", "CHL")),
    (Setting(topics=("PER", "CHL")), [state("TCD"), person("MLI/Jo Lind"), state("NER", venue=True)], ("MLI", "TCD")),
    (Setting(topics=("PER", "CHL")), [state("TCD", subject=True), state("NER", venue=True)], ("NER", "TCD")),
    (Setting(topics=("PER", "CHL")), [state("TCD"), state("NER", cited=True)], ("PER", "CHL")),
]


@pytest.mark.parametrize(("setting", "mentions", "pair"), PAIRS)
def test_the_two_who_were_named_last(setting: Setting, mentions: list[Mentioned], pair: tuple[str, ...]) -> None:
    assert told(setting, *mentions).pair(1) == pair


HOST = Setting(host="PER/Ana Roth", topics=("PER", "CHL"))
PEOPLE = [
    (Setting(), [person("TCD/Jo Lind"), person("MLI/Al Mora")], ("TCD/Jo Lind", "MLI/Al Mora")),
    (HOST, [person("TCD/Jo Lind"), person("TCD/Al Mora")], ("PER/Ana Roth", "TCD/Al Mora")),
    (HOST, [person("PER/Jo Lind")], ("PER", "CHL")),
    (HOST, [person("TCD/Jo Lind", possessive=True)], ("PER", "CHL")),
    (Setting(title_actors=("TCD/Jo Lind", "MLI/Al Mora")), [], ("TCD/Jo Lind", "MLI/Al Mora")),
    (Setting(host="PER/Ana Roth", title_actors=("TCD/Jo Lind",)), [], ("PER/Ana Roth", "TCD/Jo Lind")),
]


@pytest.mark.parametrize(("setting", "mentions", "people"), PEOPLE)
def test_the_two_persons_who_are_meant(setting: Setting, mentions: list[Mentioned], people: tuple[str, ...]) -> None:
    assert told(setting, *mentions).people(1) == people


def test_the_three_are_those_of_one_mention_else_the_last_ones_else_the_titles() -> None:
    ministers = Mentioned(("TCD/Jo Lind", "MLI/Al Mora", "NER/Bo Berg"), "many", 0, 0)
    assert told(Setting(), ministers).three(1, persons=True) == ministers.actors
    assert told(Setting(), ministers).three(1, persons=False) == ("TCD", "MLI", "NER")
    apart = [person(actor, number) for number, actor in enumerate(ministers.actors)]
    assert told(Setting(), *apart).three(3, persons=True) == ministers.actors
    titled = Setting(title_states=("TCD", "MLI", "NER"))
    assert told(titled, state("PER")).three(1, persons=False) == ("TCD", "MLI", "NER")


STATES = [
    (Setting(topics=("PER",)), [state("TCD")], ("TCD",)),
    (Setting(topics=("PER",)), [], ("PER",)),
    (Setting(topics=("PER", "TCD"), publisher="PER"), [state("PER")], ("TCD",)),
    (Setting(topics=("PER",)), [state("TCD", abroad=True)], ("PER",)),
]


@pytest.mark.parametrize(("setting", "mentions", "meant"), STATES)
def test_the_state_in_hand(setting: Setting, mentions: list[Mentioned], meant: tuple[str, ...]) -> None:
    assert told(setting, *mentions).state(1) == meant


def test_a_state_may_be_barred_by_its_place_or_its_name() -> None:
    discourse = told(Setting(topics=("PER",), publisher="TCD"), state("TCD"))
    assert discourse.state(1, not_publisher=False) == ("TCD",)
    assert discourse.state(1, not_publisher=False, before=1) == ("PER",)
    assert discourse.state(1, not_publisher=False, but=["TCD"]) == ("PER",)


def test_an_organisation_is_the_last_one_else_the_documents() -> None:
    setting = Setting(orgs=("OAS", "EU"))
    assert told(setting, Mentioned(("AU",), "org", 0, 0)).organisation(1) == ("AU",)
    assert told(setting, Mentioned(("AU",), "org", 0, 0, place=True)).organisation(1) == ("OAS",)


def test_a_body_is_called_by_a_word_of_its_name_or_of_the_text() -> None:
    discourse = told(Setting(), Mentioned(("TCD/Mining Board",), "body", 0, 0, wording="Chad's Board for Mines"))
    assert discourse.last_body(1, "board") == discourse.last_body(1, "mines") == ("TCD/Mining Board",)
    assert discourse.last_body(1, "council") == ()


WE = [
    (Setting(publisher="PER"), {}, ("PER",)),
    (Setting(publisher="PER", speaker="TCD/Jo Lind"), {}, ("TCD",)),
    (Setting(publisher="PER", parties=("TCD", "MLI")), {}, ("TCD", "MLI")),
    (Setting(publisher="PER", parties=("TCD", "MLI"), speaker="NER/Jo Lind"), {}, ("NER",)),
    (Setting(publisher="PER", joint=True, title_states=("TCD", "MLI")), {}, ("TCD", "MLI")),
    (Setting(publisher="PER"), {"label": "TCD/Jo Lind"}, ("TCD",)),
    (Setting(publisher="PER"), {"label": "TCD/Jo Lind", "in_quote_of": ("MLI/Al Mora",)}, ("MLI",)),
    (Setting(), {}, ()),
]


@pytest.mark.parametrize(("setting", "speaking", "codes"), WE)
def test_who_we_are(setting: Setting, speaking: dict[str, str | tuple[str, ...]], codes: tuple[str, ...]) -> None:
    discourse = Discourse(setting, **speaking)  # type: ignore[arg-type]
    assert discourse.we() == codes
    assert discourse.pronoun("we", 0, leading=True, after_preposition=False) == codes


def test_i_am_who_is_quoted_else_who_speaks_else_the_host() -> None:
    def me(setting: Setting, **speaking: object) -> tuple[str, ...]:
        discourse = Discourse(setting, **speaking)  # type: ignore[arg-type]
        return discourse.pronoun("i", 0, leading=True, after_preposition=False)

    setting = Setting(speaker="TCD/Jo Lind", host="PER/Ana Roth")
    assert me(setting, in_quote_of=("MLI/Al Mora",)) == ("MLI/Al Mora",)
    assert me(setting, label="NER/Bo Berg") == ("NER/Bo Berg",)
    assert me(setting) == ("TCD/Jo Lind",)
    assert me(HOST) == ("PER/Ana Roth",)
    assert me(Setting()) == ()


def test_it_is_the_documents_topic_where_nothing_was_told_of() -> None:
    discourse = Discourse(Setting(publisher="PER", topics=("PER", "TCD")))
    assert discourse.pronoun("thing", 0, leading=True, after_preposition=False) == ("TCD",)
    assert not discourse.opened_by(0)
    discourse.tell(state("MLI", subject=True))
    assert discourse.opened_by(0)
    assert not discourse.opened_by(1)
    assert discourse.pronoun("thing", 1, leading=True, after_preposition=False) == ("MLI",)
