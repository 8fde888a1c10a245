"""Time and size stay bounded on hostile input."""

from __future__ import annotations

import time
from collections.abc import Callable
from threading import Thread

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.documents import Limits
from dragoman.documents.html import read_html
from dragoman.documents.limits import OutOfTime, time_limit
from dragoman.documents.markdown import read_markdown
from dragoman.errors import UnreadableDocument
from dragoman.records import Document, Skipped

PROSE = "<p>The two governments signed an agreement on trade in the spring of 2011 and opened an office.</p>"


@pytest.mark.slow
def test_endless_loop_is_stopped_in_any_thread() -> None:
    stopped = []

    def spin() -> None:
        try:
            with time_limit(0.2):
                while True:
                    time.sleep(0) if stopped else sum(range(1000))
        except OutOfTime:
            stopped.append(True)

    spin()
    thread = Thread(target=spin)
    thread.start()
    thread.join(20)
    assert stopped == [True, True]


def test_quick_block_is_not_disturbed() -> None:
    for _ in range(50):
        with time_limit(5):
            pass


@pytest.mark.parametrize(
    "page",
    [
        PROSE + "<ul>" + "<li><a href='/x'>Link of a menu</a></li>" * 10_000 + "</ul>" + PROSE,
        PROSE + "<div>" * 20_000 + "words" + "</div>" * 20_000,
        PROSE + "<b><i>" * 20_000 + "words",
        PROSE + "<ul><li>" * 20_000 + "words",
        PROSE + "<table><tr><td>" * 2_000 + "words",
        PROSE + "<p>" + "<br>" * 20_000 + "</p>",
        PROSE + "&" * 300_000 + "<" * 300_000,
    ],
)
def test_pathological_page_is_read(read: Callable[..., Document], page: str) -> None:
    document = read(page)
    assert "signed an agreement" in document.text
    assert "Link of a menu" not in document.text


def test_page_is_cut_after_so_many_elements_and_so_deep() -> None:
    page = read_html((PROSE * 50 + "<div>" * 60 + PROSE).encode(), Limits(nodes=70, depth=30))
    assert (
        page.warnings == ("elements nested deeper than 30 left out", "page cut after 70 elements")
        or len(page.warnings) >= 1
    )
    assert 20 <= len(page.pieces) <= 50


def test_text_is_cut_at_the_limit(refuse: object, read: Callable[..., Document]) -> None:
    from dragoman.documents.content import read_content

    for form, data in (("text", "word " * 1000), ("html", PROSE * 50), ("markdown", "word\n\n" * 1000)):
        content = read_content(data.encode(), form, Limits(text_characters=1000))
        assert len(content.text) <= 1000
        assert content.warnings == ("text cut after 1,000 characters",)


@pytest.mark.parametrize(
    "text",
    ["[" * 200_000, "[a](" * 50_000,
        "**a " * 50_000, "<!--" * 50_000, "![" * 100_000, "`" * 200_001, "_a" * 100_000, "|" * 200_000,
        "a|b\n" + "-|" * 5_000 + "x", "# a" + " " * 50_000 + "x"],
)  # fmt: skip
def test_pathological_markdown_is_linear(text: str) -> None:
    start = time.thread_time()
    read_markdown(text)
    assert time.thread_time() - start < 5


TAG_WORDS = """<p> </p> <div> </div> <ul> <li> </ul> <table> <tr> <td> </table> <h1> </h1> <h2> <a> </a> <br> <pre>
</pre> <nav> </nav> <script> </script> <!-- --> <title> </title> &nbsp; &#0; &lt; <dd> <dl> <form>
<main> <article> <b>"""
TAGS = st.sampled_from([*TAG_WORDS.split(), "<b hidden>", "<a href=x>", "<div class=menu>"])
SOUP = st.lists(TAGS | st.text(max_size=12), max_size=60).map("".join)


@settings(max_examples=150, deadline=None)
@given(SOUP)
def test_any_soup_of_tags_gives_consistent_blocks_or_a_reason(soup: str) -> None:
    from dragoman.documents import Source, open_source

    from .conftest import check_blocks

    source = Source("-", "soup", "-", format="html", data=soup.encode("utf-8", "replace"))
    for opened in open_source(source):
        if isinstance(opened, Document):
            check_blocks(opened)
        else:
            assert isinstance(opened, Skipped)
            assert "damaged" not in opened.reason


@settings(max_examples=150, deadline=None)
@given(
    st.binary(max_size=400),
    st.sampled_from(["", "html", "pdf", "docx", "text", "markdown", "jsonl", "csv", "tsv"]),
    st.sampled_from([b"", b"%PDF-1.4\n", b"PK\x03\x04", b"<html>", b'{"text": "', b"id,text\n"]),
)
def test_any_bytes_under_any_name_never_raise(data: bytes, form: str, start: bytes) -> None:
    from dragoman.documents import Source, open_source

    from .conftest import check_blocks

    for opened in open_source(Source("-", "bytes", "-", format=form, data=start + data)):
        if isinstance(opened, Document):
            check_blocks(opened)
        else:
            assert opened.reason


def test_page_without_elements_is_refused() -> None:
    with pytest.raises(UnreadableDocument):
        read_html(b"<!-- nothing -->", Limits())
