#!/bin/sh
# Renews requirements/*.txt. The pip settings of this machine are left out, so that the files hold on any machine.
set -eu
cd "$(dirname "$0")/.."
tools=$(mktemp -d)
trap 'rm -rf "$tools"' EXIT
unset PIP_FIND_LINKS PIP_CONSTRAINT PIP_EXTRA_INDEX_URL PIP_INDEX_URL
export PIP_CONFIG_FILE=/dev/null CUSTOM_COMPILE_COMMAND="make pins"
"${PYTHON:-python3}" -m venv "$tools/venv"
"$tools/venv/bin/pip" install --quiet "pip==26.3" "pip-tools==7.6.2"

compile() {
    out=$1
    shift
    "$tools/venv/bin/pip-compile" --quiet --generate-hashes --allow-unsafe --strip-extras --no-emit-options \
        --no-emit-index-url --no-emit-find-links --no-emit-trusted-host --output-file "requirements/$out" "$@"
}

compile pip.txt requirements/pip.in
compile runtime.txt pyproject.toml requirements/build.in
compile test.txt requirements/test.in
compile docs.txt requirements/docs.in
