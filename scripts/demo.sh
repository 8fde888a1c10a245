#!/bin/sh
# Builds demo.ledger from samples/ and asks it a few things.
set -eu
cd "$(dirname "$0")/.."
PATH="$PWD/.venv/bin:$PATH"
DRAGOMAN_LEDGER=demo.ledger
export DRAGOMAN_LEDGER

ask() {
    printf '\n$ dragoman'
    for word in "$@"; do
        case $word in *' '*) printf ' "%s"' "$word" ;; *) printf ' %s' "$word" ;; esac
    done
    printf '\n'
    dragoman "$@"
}

rm -f demo.ledger demo.ledger-*
ask build samples/documents
ask show Kosovo --limit 8
ask show SRB NATO --limit 6
ask statements --kind agreement --stage signed --since 2010 --limit 5
ask search "trust fund" --limit 3
first=$(dragoman statements --kind membership --limit 1 --format jsonl | sed -n 's/.*"id": "\([0-9a-f]*\)".*/\1/p')
[ -z "$first" ] || ask explain "$first"
ask check
printf '\nThe ledger is demo.ledger. Next: .venv/bin/dragoman show NAME --ledger demo.ledger\n'
