"""Whom an office serves that is none such itself: (title, office, whether its holder may be called by it)."""

import pytest

from dragoman.actors.context.people import includes

TITLES = [
    ("special representative of the UN Secretary-General", "UN Secretary-General", False),
    ("special representative of the UN Secretary-General", "Special Representative", True),
    ("Secretary to the Prime Minister", "Prime Minister", False),
    ("Secretary to the Prime Minister", "Secretary", True),
    ("President of the Council", "President", True),
    ("Prime Minister", "Prime Minister", True),
]


@pytest.mark.parametrize(("title", "office", "held"), TITLES)
def test_who_serves_another_does_not_hold_his_office(title: str, office: str, held: bool) -> None:
    assert includes(title, office) is held
