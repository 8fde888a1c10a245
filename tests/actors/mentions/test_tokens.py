"""Names that stand in half: "North and South Korea", "Sino-African"; and offices in capitals."""

import pytest

from linked_samples import link


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("North and South Korea agreed.", ["PRK", "KOR"]),
        ("Ties of South and North Korea grew.", ["KOR", "PRK"]),
        ("North and South American states agreed.", ["/South American states"]),
        ("Sino-African ties grew.", ["CHN", "/Africa"]),
        ("Russo-Latin American trade grew.", ["RUS", "/Latin America"]),
        ("Sino-Japanese ties grew.", ["CHN", "JPN"]),
        # An office in capitals acts.
        ("PM handed over tents.", ["IND/Prime minister"]),
        ("EAM met Kenya.", ["IND/External affairs minister", "KEN"]),
        ("PS left Kenya.", ["KEN"]),
        # Names with more in them.
        ("Iraq's premier Saad' Al-Lind left.", ["IRQ/Saad' Al-Lind", "IRQ"]),
        ("President E.Sh. Lind of Kenya left.", ["KEN/E.Sh. Lind", "KEN"]),
        ("Minister Kh. Lind of Kenya left.", ["KEN/Kh. Lind", "KEN"]),
        ("Minister Sh. Lind of Kenya left. Lind came.", ["KEN/Sh. Lind", "KEN", "KEN/Sh. Lind"]),
        ("Lt-Gen. Jo Lind of Kenya left.", ["KEN/Jo Lind", "KEN"]),
        # No persons behind a title.
        ("The Nordic Leaders Retreat was held.", []),
        ("Kenya's total Official Development Assistance grew.", ["KEN"]),
        ("A Kenyan official Jo Lind left.", ["KEN/Jo Lind", "KEN"]),
        ("Senior Officials of ASEAN Member States and China met.",
         ["ASEAN/Senior Officials of ASEAN", "ASEAN", "/Member States", "CHN"]),
        # Others than the state whose they are.
        ("Kenya's move irks allies.", ["KEN"]),
        ("The Peace Corps Volunteers left.", ["USA/Peace Corps"]),
        ("They patrol the Gulf of Aden.", ["/Gulf of Aden"]),
    ],
)  # fmt: skip
def test_who_is_meant(text: str, actors: list[str]) -> None:
    assert [actor for m in link(text, "Government of India") for actor in m.actors if actor != "/They"] == actors


@pytest.mark.parametrize(
    ("text", "town"),
    [
        ("The ports of Gali and Goris, Chad said, are open.", "Gali"),
        ("The cities of Gali, Goris and Zugdidi are open.", "Goris"),
        ("Saigon (now Ho Chi Minh City) is open.", "Ho Chi Minh City"),
    ],
)
def test_a_town(text: str, town: str) -> None:
    assert [m.place for m in link(text, "Government of India") if m.text == town] == [True]
