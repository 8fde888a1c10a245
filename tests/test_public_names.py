"""The public face: what `import dragoman` offers is what `__all__` says, and nothing is imported before it is used."""

import subprocess
import sys

import dragoman


def test_all_names_exist_and_nothing_else_is_offered() -> None:
    assert sorted(dragoman.__all__) == sorted({*dragoman._HOMES, "__version__"})
    for name in dragoman.__all__:
        assert getattr(dragoman, name) is not None
    assert set(dragoman.__all__) <= set(dir(dragoman))


def test_every_public_name_is_documented() -> None:
    undocumented = [name for name in dragoman._HOMES if not getattr(dragoman, name).__doc__]
    assert undocumented == []


def test_an_unknown_name_is_an_attribute_error() -> None:
    assert not hasattr(dragoman, "nonsense")


def test_importing_loads_no_heavy_module() -> None:
    code = "import dragoman, sys; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    heavy = {"sqlalchemy", "pyarrow", "numpy", "onnxruntime", "lxml", "typer", "rich", "alembic", "yaml"}
    assert heavy.isdisjoint(loaded)
