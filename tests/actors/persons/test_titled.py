"""Who is the publisher's own as the title names him: (text, mention, title, actor)."""

import pytest

from linked_samples import last

TITLES = [
    ("Ms Kari Lind spoke.", "Ms Kari Lind", "Kari Lind on ports", "NOR/Kari Lind"),
    ("Kari Lind: We have ports.", "Kari Lind", "Kari Lind on ports", "NOR/Kari Lind"),
    ("Minister Bo Berg: Come in.\n\nKari Lind: Yes.", "Kari Lind", "Meeting with Kari Lind", "NOR/Kari Lind"),
    # What a title names may be no person, or one of nobody's.
    ("Kari Lind spoke of ports.", "Kari Lind", "Designation of Kari Lind", "/Kari Lind"),
    ("El Lindo is far.", "El Lindo", "Travel to El Lindo", "/El Lindo"),
    ("KARI LIND: We ask.", "KARI LIND", "Minister Berg with Kari Lind", "/Kari Lind"),
    ("Ms Kari Lind spoke.", "Ms Kari Lind", "Kari Lind on Peru", "/Kari Lind"),
]


@pytest.mark.parametrize(("text", "mention", "title", "actor"), TITLES)
def test_whom_the_title_names(text: str, mention: str, title: str, actor: str) -> None:
    assert last(text, mention, "Government of Norway", title) == (actor,)
