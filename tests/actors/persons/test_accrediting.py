"""Where envoys are sent and who receives them: (text, end of a name, publisher, actor of the last such mention)."""

import pytest

from dragoman.actors.directory import directory
from dragoman.actors.linking import Mention, linked_mentions
from dragoman.records import Document, Known


def link(text: str, publisher: str = "", title: str = "", date: str = "2021-06-01") -> list[Mention]:
    sides = [Known(side or None, "test") for side in (date, title, publisher)]
    return list(linked_mentions(Document("d", text, date=sides[0], title=sides[1], publisher=sides[2]), directory()))


def last(text: str, end: str, publisher: str = "") -> str:
    return next((m.actors[0] for m in reversed(link(text, publisher)) if m.text.endswith(end)), "")


SENT = [
    ("Jo Lind was appointed envoy to Norway.", "Jo Lind", "", "/Jo Lind"),
    ("Jo Lind was appointed envoy to Norway. Peru left.", "Jo Lind", "", "PER/Jo Lind"),
    ("Minister Jo Lind was received by the envoy to Norway. Norway left.", "Jo Lind", "", "NOR/Jo Lind"),
    ("Jo Lind, Ambassador to Chad; and Bo Berg, High Commissioner to Togo left.", "Bo Berg", "", "/Bo Berg"),
    ("Peru left. Togo met Ambassador to Togo Jo Lind.", "Jo Lind", "Togo", "PER/Jo Lind"),
    ("Peru left. Minister Jo Lind was appointed Ambassador to Togo.", "Jo Lind", "Togo", "PER/Jo Lind"),
    ("Peru left. Togo met Minister Jo Lind.", "Jo Lind", "Togo", "TGO/Jo Lind"),
]  # fmt: skip
RECEIVED = [
    ("The Ambassador of Chile to Peru, Jo Lind, presented his credentials to President Al Mora.", "Al Mora", "",
     "PER/Al Mora"),
    ("Chile's Ambassador Jo Lind presented credentials to President Al Mora in Lima.", "Al Mora", "Chile",
     "PER/Al Mora"),
    ("President Al Mora received the letters of credence of the Ambassador of Chile to Peru.", "Al Mora", "Chile",
     "PER/Al Mora"),
    ("Chile met Peru. Chile's Ambassador Jo Lind presented credentials to President Al Mora.", "Al Mora", "",
     "PER/Al Mora"),
    ("Chile's Ambassador Jo Lind presented a book to President Al Mora in Lima.", "Al Mora", "Chile", "CHL/Al Mora"),
    # Who receives an envoy of nobody knows where is no colleague of his all the same.
    ("Chile's Ambassador Jo Lind presented credentials to President Al Mora.", "Al Mora", "Chile", "/Al Mora"),
    ("Chile's Ambassador Jo Lind presented his credentials to His Excellency President Al Mora.", "Al Mora", "Chile",
     "/Al Mora"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "end", "publisher", "actor"), [*SENT, *RECEIVED])
def test_whom_an_envoy_and_his_host_serve(text: str, end: str, publisher: str, actor: str) -> None:
    assert last(text, end, publisher) == actor
