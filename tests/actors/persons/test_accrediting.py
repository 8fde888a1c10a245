"""Where envoys are sent and who receives them: (text, end of a name, publisher, actor of the last such mention)."""

import pytest

from linked_samples import last_ending

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
    assert last_ending(text, end, publisher) == (actor,)
