"""Papers and societies with a state in their name are no state."""

import pytest

from dragoman.actors.context.publishers import publisher_actor, publisher_home
from dragoman.actors.directory import directory
from dragoman.actors.linking import context_actors
from dragoman.records import Document, Known


@pytest.mark.parametrize(
    ("publisher", "actor", "home"),
    [
        ("Jamaica Observer", None, "JAM"),
        ("newsline.ca (Canada)", None, "CAN"),
        ("mfa.gov.il (Israel)", "ISR", "ISR"),
        ("President of Russia (en.kremlin.ru)", "RUS", "RUS"),
        ("Cuba Headlines", None, "CUB"),
        ("The Zimbabwe Mail", None, "ZWE"),
        ("The Star (Kenya)", None, "KEN"),
        ("Human Rights in China", None, "CHN"),
        ("Iran Watch", None, "IRN"),
        ("PA-X", None, None),
        ("Human Rights Commission of Kenya", "KEN", "KEN"),
        ("Bank of Japan", "JPN", "JPN"),
        ("Government News Service of Malta", "MLT", "MLT"),
        ("UN News", "UN", "UN"),
        ("Xinhua", "CHN", "CHN"),
    ],
)
def test_the_actor_behind_a_publisher(publisher: str, actor: str | None, home: str | None) -> None:
    document = Document("d", "", publisher=Known(publisher, "test"))
    assert (publisher_actor(document, directory()), publisher_home(document, directory())) == (actor, home)


def test_a_paper_is_no_party() -> None:
    text = "Chad and Mali signed a treaty. The two countries welcomed it."
    assert "IRN" not in context_actors(Document("d", text, publisher=Known("Iran Watch", "test")), directory())
