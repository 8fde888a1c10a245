"""Bytes of every usual encoding give the same words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.documents.encoding import decode, looks_binary

FRENCH = "Le ministère a signé un accord « très important » à Genève, où l’été fut chaud – 5 €."
SERBIAN = "Ministarstvo spoljnih poslova je saopštilo da će šef delegacije u Čačku potpisati sporazum o učešću."
CYRILLIC = "Министерство иностранных дел сообщило, что соглашение подписано в Москве."
SERBIAN_CYRILLIC = "Министарство спољних послова је саопштило да ће шеф делегације потписати споразум."
POLISH = "Ministerstwo spraw zagranicznych ogłosiło, że umowa została podpisana w Łodzi, gdzie odbyło się święto."
UNICODE = ("utf-8", "utf-8-sig", "utf-16", "utf-32")
GREEK = "Το υπουργείο εξωτερικών ανακοίνωσε ότι η συμφωνία υπογράφηκε στην Αθήνα."
TURKISH = "Dışişleri Bakanlığı anlaşmanın imzalandığını açıkladı; görüşmeler çok başarılı geçti."


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        *[(text, name) for text in (FRENCH, SERBIAN, CYRILLIC, GREEK) for name in UNICODE],
        (FRENCH, "utf-16-le"), (FRENCH, "utf-16-be"), (FRENCH, "cp1252"), (SERBIAN, "cp1250"), (POLISH, "cp1250"),
        (SERBIAN, "iso8859-2"), (CYRILLIC, "cp1251"), (SERBIAN_CYRILLIC, "cp1251"), (CYRILLIC, "koi8-r"),
        (CYRILLIC, "iso8859-5"), (GREEK, "cp1253"), (TURKISH, "cp1254"),
    ],
)  # fmt: skip
def test_encoding_is_found(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)).text == text


def test_declared_encoding_is_used_where_the_bytes_allow_it() -> None:
    assert decode(SERBIAN.encode("cp1250"), "windows-1250").text == SERBIAN
    assert decode(SERBIAN.encode("utf-8"), "windows-1250").text == SERBIAN
    assert decode(FRENCH.encode("cp1252"), "utf-8").text == FRENCH
    assert decode(b"plain words", "no-such-encoding").text == "plain words"
    assert decode(b"\xe9", "base64").encoding == "cp1252"


def test_damage_is_a_warning() -> None:
    damaged = decode((FRENCH * 3).encode() + b" \xff\xfe " + FRENCH.encode())
    assert damaged.encoding == "utf-8"
    assert damaged.warnings == ("2 characters could not be decoded as utf-8",)
    assert decode("où".encode() * 3 + b"\xc3").warnings == ("file ends within a character",)


def test_binary_is_told_from_text() -> None:
    assert looks_binary(bytes(range(256)) * 10)
    assert not looks_binary(FRENCH.encode("utf-16"))
    assert not looks_binary(CYRILLIC.encode("koi8-r"))


@given(st.binary(max_size=300), st.sampled_from([None, "utf-8", "utf-16", "latin-1", "idna", "x"]))
def test_any_bytes_decode_the_same_way_twice(data: bytes, declared: str | None) -> None:
    assert decode(data, declared) == decode(data, declared)
