#!/bin/sh
# Makes sure that a PostgreSQL server is installed for the tests, which start one of their own.
set -eu
cd "$(dirname "$0")/.."
. scripts/install.sh

if command -v pg_ctl >/dev/null 2>&1 || ls /usr/lib/postgresql/*/bin/pg_ctl >/dev/null 2>&1; then
    exit 0
fi
if ! install_packages postgresql; then
    echo "The tests need a PostgreSQL server and could not install one. As root: apt-get install postgresql" >&2
    exit 1
fi
