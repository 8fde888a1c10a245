#!/bin/sh
# Builds a ledger from the samples and asks it a few things. Needs neither network nor anything beside the repository.
set -eu
cd "$(dirname "$0")/.."
DRAGOMAN_LEDGER=build/demo.ledger
export DRAGOMAN_LEDGER
mkdir -p build
rm -f build/demo.ledger*

# Shows a command as one would type it, then runs it.
run() {
    line=
    for word in "$@"; do
        case $word in
            *[!A-Za-z0-9_./-]*) line="$line '$word'" ;;
            *) line="$line $word" ;;
        esac
    done
    printf '\n$ dragoman%s\n' "$line"
    .venv/bin/dragoman "$@"
}

run build samples/documents
run documents
run show Kosovo --limit 12
run show SRB NATO --limit 8
run show 'Stabilisation and Association Agreement' --limit 5
run statements --kind agreement --stage signed --since 2010
run search trust 'fund*' --limit 5

# The page on Serbia's partnership has two versions; this is what the earlier one said.
run documents nato-serbia-2016
run statements --actor SRB --kind agreement --as-of 2014-12-31

first=$(.venv/bin/dragoman statements --kind agreement --stage signed --format jsonl --limit 1 |
    sed -n 's/.*"id": "\([0-9a-f]*\)".*/\1/p')
[ -z "$first" ] || run explain "$first"
run check

printf '\nThe ledger is build/demo.ledger. Ask it yourself: .venv/bin/dragoman show Serbia --ledger build/demo.ledger\n'
