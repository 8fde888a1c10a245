"""Tags with more attributes than anybody writes."""

import pytest

from dragoman.documents.html import read_html
from dragoman.documents.html_tags import within_attributes
from dragoman.documents.limits import Limits

MANY = " ".join(f"a{n}=x" for n in range(100_000))
SAID = ("attributes of a tag after the first 250 left out",)


def test_a_tag_with_endless_attributes_is_parsed_with_few() -> None:
    told, warnings = within_attributes(f"<body><p {MANY}>Norland joined.</p>", 250)
    assert told.startswith("<body><p a0=x a1=x ")
    assert told.endswith(" a249=x>Norland joined.</p>")
    assert warnings == SAID


def test_its_words_are_read_all_the_same() -> None:
    page = read_html(f"<html><body><p {MANY}>Norland joined.</p><p>Sudland left.</p></body></html>".encode(), Limits())
    assert [piece.text for piece in page.pieces] == ["Norland joined.", "Sudland left."]
    assert page.warnings == SAID


@pytest.mark.parametrize(
    ("attributes", "kept"),
    [
        ("a b c", "a b"),
        ("a='>' b = \"<p x y z>\" c='1'", "a='>' b = \"<p x y z>\""),
        ("a=1/b=2 c", "a=1/b=2 c"),  # a slash belongs to a value without quotes
        ("a /b/ c/", "a /b/"),
        ("=a=b =c d", "=a=b =c"),
        ("a= b=c d e", "a= b=c d"),
    ],
)
def test_attributes_are_told_apart_as_a_parser_does(attributes: str, kept: str) -> None:
    told, _ = within_attributes(f"<p {attributes}>x", 2)
    assert told == f"<p {kept}>x"


@pytest.mark.parametrize(
    "text",
    [
        f"<p title='{'a b ' * 1000}'>x",
        f"<img src=data:{'x' * 10_000}>",
        f"<script>if (n<m {'x ' * 1000}) f()</script><p>x",
        f"<style>{'<a x ' * 1000}</style><p>x",
        f"<!-- <p {'x ' * 1000}> --><p>x",
        f"1 < 2 {'x ' * 1000}",
        f"</p {'x ' * 1000}>",
    ],
)
def test_what_only_looks_like_many_attributes_stays(text: str) -> None:
    assert within_attributes(text, 250) == (text, ())


def test_a_script_ends_where_it_does() -> None:
    told, warnings = within_attributes(f"<!--><script {MANY}>a<b</script><p {MANY}>x", 250)
    assert told.count("a249=x") == 2
    assert "a250=x" not in told
    assert "a<b</script><p" in told
    assert warnings == SAID
