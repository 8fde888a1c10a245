"""The README tells the truth: its commands run and print what it shows, its code runs, its links lead somewhere."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from docs import session

REPOSITORY = Path(__file__).resolve().parents[1]
README = (REPOSITORY / "README.md").read_text("utf-8")


@pytest.mark.slow
def test_sessions_and_code(tmp_path: Path) -> None:
    differences = session.compared(README, session.prepared(tmp_path))
    assert differences == [], "look at it, then run: python -m docs.session --write README.md"
    blocks = re.findall(r"^```python\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)
    assert blocks
    for block in blocks:
        subprocess.run([sys.executable, "-c", block], cwd=tmp_path, check=True)


def test_links_lead_somewhere() -> None:
    links = [link for link in re.findall(r"\]\(([^)]+)\)", README) if "://" not in link]
    assert links
    assert [link for link in links if not (REPOSITORY / link.split("#")[0]).exists()] == []


def test_targets_are_those_of_the_makefile() -> None:
    targets = set(re.findall(r"^([a-z-]+):.*##", (REPOSITORY / "Makefile").read_text("utf-8"), re.MULTILINE))
    assert set(re.findall(r"`make ([a-z-]+)", README)) <= targets
    page = (REPOSITORY / "docs" / "developing.rst").read_text("utf-8")
    assert {"help", *re.findall(r"^   \* - ``make ([a-z-]+)``$", page, re.MULTILINE)} == targets


def test_there_is_a_place_for_what_is_measured() -> None:
    assert re.search(r"(?ms)^<!-- measured -->\n.*?^<!-- /measured -->$", README)
