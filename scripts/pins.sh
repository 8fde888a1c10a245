#!/bin/sh
# Renews requirements/*.txt but for training.txt and models.txt, which are kept by hand. The settings of this machine are left out, so that the files hold on any machine.
set -eu
cd "$(dirname "$0")/.."
tools=$(mktemp -d)
trap 'rm -rf "$tools"' EXIT
"${PYTHON:-python3}" -m venv "$tools/venv"
"$tools/venv/bin/python" -m pip install -qq "uv==${UV_VERSION:-0.13.9}"

compile() {
    out=$1
    shift
    "$tools/venv/bin/uv" pip compile --quiet --no-config --native-tls --python-version 3.11 --generate-hashes \
        --no-emit-index-url --no-emit-find-links --no-annotate --custom-compile-command "make pins" \
        --upgrade --output-file "requirements/$out" "$@"
}

compile pip.txt requirements/pip.in
compile runtime.txt pyproject.toml requirements/build.in --extra web
compile test.txt requirements/test.in
compile docs.txt requirements/docs.in
