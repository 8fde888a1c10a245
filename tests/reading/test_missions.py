"""Who sends a mission and who hosts it, and who runs a framework."""

from __future__ import annotations

import pytest

from dragoman.reading.missions import missions_in, of_a_mission, of_who_runs_it
from dragoman.reading.prepared import prepare
from dragoman.records import Evidence
from reader_samples import document, tokenizer


def test_a_mission_goes_to_its_host_and_comes_from_who_sends_it() -> None:
    actors = {"source": ("NATO/KFOR", "CHE/Federal Council"), "target": ("NATO", "XKX", "/Civilians"), "by": ()}
    evidence = [
        Evidence("source", "NATO/KFOR", 0, 4),
        Evidence("source", "CHE/Federal Council", 5, 9),
        Evidence("target", "NATO", 10, 14),
        Evidence("target", "XKX", 15, 20),
    ]
    found, read = of_a_mission(actors, evidence, "presence of the Kosovo Force (KFOR)", [])
    assert found == {"source": ("NATO", "CHE/Federal Council"), "target": ("XKX", "/Civilians"), "by": ()}
    assert [e.value for e in read] == ["NATO", "CHE/Federal Council", "XKX"]


def test_without_a_host_a_mission_serves_in_an_organisation() -> None:
    actors = {"source": ("CHE",), "target": ("EU", "UN"), "by": ()}
    assert of_a_mission(actors, [], "police missions", [])[0] == actors


def test_a_cabinet_that_decides_on_its_contingent_is_the_sender() -> None:
    actors = {"source": ("CHE/Swisscoy", "CHE/Federal Council"), "target": ("XKX",), "by": ()}
    evidence = [Evidence("source", "CHE/Swisscoy", 0, 4), Evidence("source", "CHE/Federal Council", 5, 9)]
    found, read = of_a_mission(actors, evidence, "the contingent", [])
    assert found["source"] == ("CHE/Federal Council",)
    assert [e.value for e in read] == ["CHE/Federal Council"]


@pytest.mark.parametrize("told", ["PAM was sent to Fiji", "the Ports Assistance Mission", "the mission"])
def test_a_mission_neither_sends_nor_hosts_itself(told: str) -> None:
    itself = "/Ports Assistance Mission (PAM)"
    evidence = [Evidence("source", itself, 0, 3), Evidence("target", "FJI", 16, 20)]
    found, read = of_a_mission({"source": (itself,), "target": ("FJI",), "by": ()}, evidence, told, [])
    gone = told != "the mission"
    assert found == {"source": () if gone else (itself,), "target": ("FJI",), "by": ()}
    assert [e.value for e in read] == (["FJI"] if gone else [itself, "FJI"])
    found, _ = of_a_mission({"source": ("FJI",), "target": (itself,), "by": ()}, [], told, [])
    assert found["target"] == (() if gone else (itself,))


def test_who_joins_a_framework_joins_what_its_organisation_runs() -> None:
    actors = {"source": ("SRB",), "target": ("PfP", "EU"), "by": ()}
    found, read = of_who_runs_it(actors, [Evidence("target", "PfP", 0, 3)])
    assert found["target"] == ("NATO", "EU")
    assert [e.value for e in read] == ["NATO"]


@pytest.mark.parametrize(
    ("joined", "target"),
    [("UN/Security Council", "UN"), ("AU/Peace and Security Council", "AU"), ("PER/Congress", "PER/Congress")],
)
def test_who_is_on_a_body_of_an_organisation_belongs_to_that(joined: str, target: str) -> None:
    actors = {"source": ("FJI",), "target": (joined,), "by": ()}
    found, [read] = of_who_runs_it(actors, [Evidence("target", joined, 0, 3)])
    assert (found["target"], read.value) == ((target,), target)


MISSIONS = [
    ("Albania serves in ISAF.", ("NATO",), ("AFG",)),
    ("Albania serves in ISAF.", ("CHE",), ("CHE",)),
    ("Albania serves in ISAF and KFOR.", ("NATO",), ("NATO",)),
    ("Albania serves in a force.", ("NATO",), ("NATO",)),
]


@pytest.mark.parametrize(("text", "target", "host"), MISSIONS)
def test_where_a_mission_is_deployed_is_known(text: str, target: tuple[str, ...], host: tuple[str, ...]) -> None:
    prepared = prepare(document(text), tokenizer())
    actors = {"source": ("ALB",), "target": target, "by": ()}
    found, read = of_a_mission(actors, [], "force", missions_in(prepared, 0, len(text)))
    assert found["target"] == host
    assert [(e.value, text[e.start : e.end]) for e in read] == ([("AFG", "ISAF")] if host == ("AFG",) else [])
