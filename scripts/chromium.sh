#!/bin/sh
# Makes sure that a Chromium browser is installed for the tests of the web pages, which drive a real one.
set -eu
cd "$(dirname "$0")/.."
. scripts/install.sh

for name in chromium chromium-browser google-chrome; do
    if command -v "$name" >/dev/null 2>&1; then
        exit 0
    fi
done
if ! install_packages chromium; then
    echo "The tests need Chromium and could not install it. As root: apt-get install chromium" >&2
    exit 1
fi
