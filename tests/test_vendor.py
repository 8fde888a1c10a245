"""The browser code that the pages use is what was pinned."""

from __future__ import annotations

import base64
import hashlib
import importlib.util
import io
import json
import sys
import tarfile
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[1]
PINNED = json.loads((ROOT / "scripts/vendor.json").read_text("utf-8"))
PACKAGES = [(folder, package) for folder, packages in PINNED.items() for package in packages]


@pytest.fixture(scope="module")
def vendor() -> ModuleType:
    spec = importlib.util.spec_from_file_location("vendor", ROOT / "scripts/vendor.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def registry(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Path, bytes]:
    """An npm that gives a package of one file, with a licence and a file that nobody asked for."""
    held = io.BytesIO()
    with tarfile.open(fileobj=held, mode="w:gz") as archive:
        for name in ("package/dist/a.js", "package/LICENSE", "package/../../evil.js"):
            info = tarfile.TarInfo(name)
            info.size = len(name)
            archive.addfile(info, io.BytesIO(name.encode()))
    (tmp_path / "made.tgz").write_bytes(held.getvalue())
    program = tmp_path / "bin" / "npm"
    program.parent.mkdir()
    program.write_text(
        f'#!{sys.executable}\nimport shutil, sys\nshutil.copy("{tmp_path}/made.tgz", sys.argv[-1] + "/a-1.tgz")\n'
    )
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(program.parent))
    return tmp_path, held.getvalue()


def entry(content: bytes) -> dict[str, object]:
    digest = "sha512-" + base64.b64encode(hashlib.sha512(content).digest()).decode()
    return {"name": "a", "version": "1.0.0", "integrity": digest, "files": ["dist/a.js", "LICENSE"]}


@pytest.mark.parametrize(("folder", "package"), PACKAGES, ids=[p["name"] for _, p in PACKAGES])
def test_every_package_is_pinned_with_its_licence(folder: str, package: dict[str, object]) -> None:
    assert str(package["integrity"]).startswith("sha512-")
    assert "LICENSE" in package["files"]  # type: ignore[operator]
    assert f"/{folder}/" in (ROOT / ".gitignore").read_text("utf-8").splitlines()


def test_what_was_pinned_is_taken_and_only_the_listed_files(vendor: ModuleType, registry: tuple[Path, bytes]) -> None:
    folder, content = registry
    package = entry(content)
    vendor.fetch(folder / "into" / "a", package)
    assert sorted(p.name for p in (folder / "into" / "a").iterdir()) == ["LICENSE", "a.js", "fetched.json"]
    assert vendor.is_fetched(folder / "into" / "a", package)
    assert not vendor.is_fetched(folder / "into" / "a", package | {"version": "1.0.1"})
    assert not list(folder.rglob("evil.js"))


def test_what_is_not_what_was_pinned_is_refused(vendor: ModuleType, registry: tuple[Path, bytes]) -> None:
    folder, _ = registry
    with pytest.raises(SystemExit, match="nothing was taken"):
        vendor.fetch(folder / "into" / "a", entry(b"something else"))
    assert not (folder / "into" / "a").exists()
