"""The tour of the documentation: its ten pages show what it says, on the samples as the shipped reader reads them.

    DRAGOMAN_SCREENS=docs/screens pytest -n 0 tests/web/test_screenshots.py     renews the pictures

Without that variable the pages are only looked at.
"""

from __future__ import annotations

import base64
import os
import re
import struct
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest
from playwright.sync_api import Page, expect

from dragoman import pipeline, queries
from dragoman.ledger import Ledger
from dragoman.queries import Filter, Found
from dragoman.reading import default_reader
from dragoman.web import Settings
from dragoman.web.links import document_url, instrument_url, statement_url
from web.conftest import SAMPLES, Server, serving

ROOT = Path(__file__).parents[2]
SCREENS = os.environ.get("DRAGOMAN_SCREENS")
SIZE = {"width": 1000, "height": 640}
LARGEST = 80_000  # bytes of one picture
SIGNED = "27 October 2015"


@dataclass(frozen=True)
class Stop:
    """A page of the tour: its picture's name, its address, words that the tour says are on it, and what to go to."""

    name: str
    address: Callable[[Found], str]
    shows: tuple[str, ...]
    at: str | None = None


TOUR = (
    Stop("home", lambda _: "/", ("What is new", "Kosovo")),
    Stop("search", lambda _: "/search?q=Kosovo", ("Go to", "Kosovo")),
    Stop("actor", lambda _: "/actors/XKX", ("Kosovo", "Instruments", "Sources")),
    Stop("dyad", lambda _: "/dyad?a=EU&b=XKX", ("Instruments by stage", "signed", "2015-10-27", SIGNED), at=SIGNED),
    Stop("statement", lambda f: statement_url(f.id), ("In its words", SIGNED, "European Commission")),
    Stop(
        "document",
        lambda f: document_url(f.document_id, f.id),
        (SIGNED, "European Commission", "2016-04-01"),
        at="European Commission",
    ),
    Stop(
        "instrument",
        lambda _: instrument_url("Stabilisation and Association Agreement"),
        ("Stabilisation and Association Agreement", "in-force"),
    ),
    Stop("timeline", lambda _: "/timeline?actor=XKX", ("Timeline", "The table behind it")),
    Stop("network", lambda _: "/network", ("Network of actors", "The table behind it")),
    Stop("review", lambda _: "/review", ("the least sure first", "Confirm", "Reject", "Correct")),
)


@pytest.fixture(scope="module")
def tour(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    path = tmp_path_factory.mktemp("tour") / "samples.ledger"
    pipeline.build([str(SAMPLES)], str(path), workers=0, reader=default_reader())
    with serving(Settings(ledger=str(path))) as running:
        yield running


@pytest.fixture(scope="module")
def signing(tour: Server) -> Found:
    """The statement that the tour looks for."""
    asked = Filter(kinds=("agreement",), stages=("signed",), actors=("XKX",))
    with Ledger.open(tour.ledger) as ledger:
        found = queries.statements(ledger, asked, limit=100).statements
    return next(one for one in found if one.statement.date == "2015-10-27")


@pytest.mark.slow
@pytest.mark.parametrize("stop", TOUR, ids=lambda stop: stop.name)
def test_a_page_of_the_tour_shows_what_it_says(tour: Server, signing: Found, page: Page, stop: Stop) -> None:
    page.set_viewport_size(SIZE)  # type: ignore[arg-type]
    page.emulate_media(color_scheme="light", reduced_motion="reduce")
    page.goto(tour.url + stop.address(signing))
    page.wait_for_load_state("networkidle")
    for words in stop.shows:
        expect(page.locator("body")).to_contain_text(words, ignore_case=True)
    if stop.at is not None:
        page.get_by_text(stop.at).first.evaluate("element => element.scrollIntoView({block: 'center'})")
    if SCREENS:
        picture = packed(page)
        assert len(picture) <= LARGEST, f"{stop.name}: {len(picture):,} bytes"
        (ROOT / SCREENS / f"{stop.name}.png").write_bytes(picture)


@pytest.mark.slow
def test_the_question_of_the_tour_is_answered_where_it_is_typed(tour: Server, signing: Found, page: Page) -> None:
    page.goto(tour.url)
    page.keyboard.press("/")
    page.keyboard.type("when was Kosovo's association agreement signed")
    page.keyboard.press("Enter")
    passage = page.get_by_role("region", name="In the documents").locator("article")
    expect(passage).to_contain_text("European Commission")
    expect(passage).to_contain_text("2015-10-27")
    passage.get_by_role("link", name=re.compile(SIGNED)).click()
    page.wait_for_url(f"**{statement_url(signing.id)}")
    expect(page.locator("main")).to_contain_text("European Commission")


def test_every_page_of_the_tour_has_its_picture_in_the_pages() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    shown = re.findall(r"\]\(docs/screens/([a-z]+)\.png\)", readme)
    kept = {path.stem: path.stat().st_size for path in (ROOT / "docs" / "screens").glob("*.png")}
    assert shown == [stop.name for stop in TOUR]
    assert set(kept) == set(shown)
    assert max(kept.values()) <= LARGEST


PIXELS = """async address => {
  const image = new Image();
  image.src = address;
  await image.decode();
  const canvas = new OffscreenCanvas(image.width, image.height), paper = canvas.getContext("2d");
  paper.drawImage(image, 0, 0);
  const pixels = new Uint8Array(paper.getImageData(0, 0, image.width, image.height).data);
  return Array.from({length: image.height}, (_, y) =>
    btoa(String.fromCharCode(...pixels.subarray(y * image.width * 4, (y + 1) * image.width * 4))));
}"""
"""A picture as its rows of pixels; the browser knows how to unpack it."""


def packed(page: Page) -> bytes:
    """What the page shows as a small picture: PNG with a palette of the 256 colours that are most used."""
    address = "data:image/png;base64," + base64.b64encode(page.screenshot()).decode()
    rows = [np.frombuffer(base64.b64decode(row), np.uint8) for row in page.evaluate(PIXELS, address)]
    pixels = np.stack(rows).reshape(len(rows), -1, 4)[..., :3]
    coarse = (pixels >> 3).astype(np.int32)  # shades that nobody tells apart
    codes, inverse, counts = np.unique(coarse @ (1024, 32, 1), return_inverse=True, return_counts=True)
    colours = np.stack([codes >> 10, codes >> 5 & 31, codes & 31], 1) * 255 // 31
    common = np.argsort(-counts, kind="stable")[:256]
    nearest = ((colours[:, None] - colours[common][None]) ** 2).sum(-1).argmin(1).astype(np.uint8)
    picture = nearest[inverse.reshape(pixels.shape[:2])]
    lines = np.hstack([np.zeros((len(rows), 1), np.uint8), picture])  # each line begins with its filter: none
    head = struct.pack(">IIBBBBB", picture.shape[1], picture.shape[0], 8, 3, 0, 0, 0)
    palette = colours[common].astype(np.uint8).tobytes()
    chunks = ((b"IHDR", head), (b"PLTE", palette), (b"IDAT", zlib.compress(lines.tobytes(), 9)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(map(chunk, chunks))


def chunk(part: tuple[bytes, bytes]) -> bytes:
    name, body = part
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
