"""`python -m docs.build`: renews the generated pages and builds the site into ``site/``."""

from __future__ import annotations

import sys
from pathlib import Path

from docs import generate

DOCS = Path(__file__).parent
SITE = DOCS.parent / "site"


def main() -> int:
    from sphinx.cmd.build import main as sphinx

    generate.main()
    code = sphinx(["-q", "-b", "html", "-d", str(SITE / ".doctrees"), str(DOCS), str(SITE)])
    if code == 0:
        sys.stdout.write(f"{SITE / 'index.html'}\n")
    return code


if __name__ == "__main__":
    sys.exit(main())
