"""`dragoman serve`."""

from __future__ import annotations

import re
import signal
import socket
import subprocess
import sys
from pathlib import Path

import httpx
import pytest

from cli.conftest import Run


def test_without_accounts_it_refuses_a_public_address(run: Run) -> None:
    done = run("serve", "--host", "0.0.0.0")
    assert done.returncode == 2
    assert "only this machine may ask; use --team" in done.stderr


def test_a_port_that_is_taken_is_named(run: Run) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = run("serve", "--port", str(port))
    assert done.returncode == 5
    assert f"127.0.0.1:{port}" in done.stderr


@pytest.mark.slow
def test_it_says_where_it_is_answers_there_and_ends_with_ctrl_c(tmp_path: Path) -> None:
    program = [sys.executable, "-c", "from dragoman.cli import main; main()"]
    command = [*program, "serve", "--port", "0", "--ledger", str(tmp_path / "new.ledger")]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as server:
        try:
            assert server.stderr is not None
            said = server.stderr.readline()
            url = re.search(r"http://\S+", said)
            assert url is not None, said
            assert httpx.get(url.group().rstrip(";"), timeout=60).status_code == 200
            server.send_signal(signal.SIGINT)
            assert server.wait(60) == 0
        finally:
            server.kill()
