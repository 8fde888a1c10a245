"""The report of a coded corpus: one page of HTML with its charts in it; nothing is loaded and no script runs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from html import escape
from typing import TYPE_CHECKING, Any

from dragoman.actors.directory import directory
from dragoman.events import charts
from dragoman.events.corpus import Tally
from dragoman.events.plover import QUADS, ontology
from dragoman.events.records import Counts
from dragoman.events.sectors import sectors

if TYPE_CHECKING:
    import pyarrow as pa

TOP_PAIRS, TOP_ACTORS, TO_CHECK, MOST_COLUMNS = 15, 14, 3, 120
MONTHLY = 0.9
"""The least share of events whose month is told for a chart by month."""
EARLIER, UNTOLD, WHOLE, SECTOR = "earlier", "not told", "a state as a whole, or not told", ["actor_sector"]
STYLE = """
:root { color-scheme: light dark; --ink: #1c2733; --soft: #5b7083; --line: #d5dde4; --paper: #fff; }
@media (prefers-color-scheme: dark) { :root { --ink: #dfe7ee; --soft: #9fb0bf; --line: #33424f; --paper: #141c23; } }
body { font: 15px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper); margin: 0 auto;
  max-width: 960px; padding: 24px; }
h1 { font-size: 26px; margin: 0; } h2 { font-size: 19px; margin: 36px 0 8px; }
p.sum { font-size: 18px; } .soft { color: var(--soft); } svg { width: 100%; height: auto; display: block; }
svg text { font: 12px system-ui, sans-serif; fill: currentColor; }
table { border-collapse: collapse; width: 100%; } th, td { text-align: left; padding: 4px 10px 4px 0;
  border-bottom: 1px solid var(--line); vertical-align: top; } td.sentence { width: 65%; }
  td.n { text-align: right; white-space: nowrap; }
.key span { display: inline-block; margin-right: 18px; } .key i { display: inline-block; width: 11px; height: 11px;
  margin-right: 6px; } q { quotes: none; } details { margin: 4px 0; } summary { cursor: pointer; }
"""
POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def page(events: pa.Table, counts: Counts, tally: Tally, title: str = "Events") -> str:
    """The whole page. ``events`` has the columns of `event_schema`."""
    parts = [
        *_head(counts, title),
        *_charts(events),
        *_not_coded(counts, tally),
        *_rejected(counts, tally),
        *_to_check(events),
    ]
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{escape(title)}</title>'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
        f'<meta name="viewport" content="width=device-width"><style>{STYLE}</style></head>'
        f"<body>{''.join(parts)}</body></html>\n"
    )


def _head(counts: Counts, title: str) -> Iterator[str]:
    yield f"<h1>{escape(title)}</h1>"
    yield (
        f'<p class="sum">{counts.documents:,} documents = {counts.coded:,} coded + {counts.without:,} without event'
        f" + {counts.rejected:,} rejected.</p>"
    )
    yield (
        f"<p>{counts.events:,} events from {counts.reports:,} reports in {counts.sentences:,} sentences."
        " Reports of the same day, type and actors are one event.</p>"
    )


def _charts(events: pa.Table) -> Iterator[str]:
    if not events.num_rows:
        yield "<p>No event was coded; what was not coded, and why, stands below.</p>"
        return
    key = "".join(f'<span><i style="background:{colour}"></i>{quad}</span>' for quad, colour in charts.COLOURS.items())
    legend = f'<p class="key">{key}</p>'
    names, parts, step = over_time(events)
    yield f"<h2>Events by {step}</h2>{legend}{charts.columns(f'Events by {step}', names, parts)}"
    kinds = Counter(dict(_counted(events, ["type"])))
    rows = [
        (name, kinds[(name,)], charts.COLOURS[kind.quad]) for name, kind in ontology().types.items() if kinds[(name,)]
    ]
    yield f"<h2>By type</h2>{legend}{charts.bars('Events by type', sorted(rows, key=lambda r: -r[1]))}"
    pairs = _pairs(events)
    top = [(f"{_called(a)} → {_called(b)}", n, charts.shade(mean)) for (a, b), (n, mean) in _largest(pairs, TOP_PAIRS)]
    yield (
        "<h2>Pairs with most events</h2><p class='soft'>Blue is cooperation, red conflict, by the mean intensity."
        " What both do alike counts both ways.</p>"
        f"{charts.bars('Pairs with most events', top, left=340)}"
    )
    actors = [name for name, _ in _totals(pairs).most_common(TOP_ACTORS)]
    yield (
        "<h2>Who to whom</h2><p class='soft'>Rows act on columns. The larger a square, the more events; blue is"
        f" cooperation, red conflict.</p>{charts.matrix('Who acts on whom', actors, actors, pairs)}"
    )
    says = sectors().says
    counted = [
        (f"{says[s].split(':')[0]} ({s})" if s in says else s or WHOLE, n) for (s,), n in _counted(events, SECTOR)
    ]
    rows = [(name, n, charts.PLAIN) for name, n in sorted(counted, key=lambda r: (-r[1], r[0]))]
    yield f"<h2>Who acts, by sector</h2>{charts.bars('Actors by sector', rows, left=340)}"


def _called(code: str) -> str:
    """The name of a country where ``code`` is one."""
    known = directory()
    return known.actor(code).name if code in known else code


def over_time(events: pa.Table) -> tuple[list[str], dict[str, list[int]], str]:
    """Names of the periods, counts of each quad class in them, and the period: month where nearly all events tell it
    and there are not too many from first to last, else year.

    Events before the year of the first document ("signed in 1922") are one column of their own, and so are those that
    do not tell their month.
    """
    years = [date[:4] for date in events["date"].to_pylist()]
    first = min((p[:4] for p in events["published"].to_pylist() if p), default=min(years))
    months = [date[:7] for date in events["date"].to_pylist()]
    late = [month for month in months if month[:4] >= first]
    told = [month for month in late if month[:4].isdigit() and "01" <= month[5:7] <= "12"]
    monthly = len(told) >= MONTHLY * len(late)
    monthly = monthly and _number(max(told, default="")) - _number(min(told, default="")) < MOST_COLUMNS
    if monthly:
        months_told = set(told)
        named = [EARLIER if m[:4] < first else m if m in months_told else UNTOLD for m in months]
    else:
        named = [year if year >= first else EARLIER for year in years]
    found = Counter(zip(named, events["quad"].to_pylist(), strict=True))
    names = _without_gaps(sorted(set(named) - {EARLIER, UNTOLD}), "month" if monthly else "year")
    names = [EARLIER] * (EARLIER in named) + names + [UNTOLD] * (UNTOLD in named)
    return names, {quad: [found[name, quad] for name in names] for quad in QUADS}, "month" if monthly else "year"


def _number(month: str) -> int:
    """The number of a month written 2016-03, so that months can be counted."""
    return int(month[:4]) * 12 + int(month[5:7]) - 1 if month else 0


def _without_gaps(names: list[str], step: str) -> list[str]:
    """All periods from first to last where that fits, so that a pause can be seen."""
    if not names or not all(name.replace("-", "").isdigit() for name in names):
        return names
    if step == "year":
        whole = [f"{year:04d}" for year in range(int(names[0]), int(names[-1]) + 1)]
    else:
        months = range(_number(names[0]), _number(names[-1]) + 1)
        whole = [f"{n // 12:04d}-{n % 12 + 1:02d}" for n in months]
    return whole if len(whole) <= MOST_COLUMNS * 2 else names


def _counted(table: pa.Table, keys: list[str]) -> list[tuple[tuple[Any, ...], int]]:
    groups = table.group_by(keys, use_threads=False).aggregate([([], "count_all")])
    columns = [groups[key].to_pylist() for key in keys]
    return list(zip(zip(*columns, strict=True), groups["count_all"].to_pylist(), strict=True))


def _pairs(events: pa.Table) -> dict[tuple[str, str], tuple[int, float]]:
    """Countries (or actors without one) and how many events and of what mean intensity lead from one to the other; what
    both do alike leads both ways, as in a panel."""
    import pyarrow as pa
    import pyarrow.compute as pc

    named = events.filter(pc.is_valid(events["recipient"]))
    sides = {s: pc.coalesce(named[f"{s}_country"], named[f"{s}_name"]) for s in ("actor", "recipient")}
    there = pa.table({**sides, "intensity": named["intensity"]})
    back = there.filter(pc.fill_null(named["mutual"], False)).select(["recipient", "actor", "intensity"])
    table = pa.concat_tables([there, back.rename_columns(there.column_names)])
    groups = table.group_by(["actor", "recipient"], use_threads=False).aggregate(
        [("intensity", "count"), ("intensity", "mean")]
    )
    return {(r["actor"], r["recipient"]): (r["intensity_count"], r["intensity_mean"]) for r in groups.to_pylist()}


def _largest(
    pairs: dict[tuple[str, str], tuple[int, float]], count: int
) -> list[tuple[tuple[str, str], tuple[int, float]]]:
    return sorted(pairs.items(), key=lambda item: (-item[1][0], item[0]))[:count]


def _totals(pairs: dict[tuple[str, str], tuple[int, float]]) -> Counter[str]:
    totals: Counter[str] = Counter()
    for (a, b), (n, _) in sorted(pairs.items()):
        totals[a] += n
        totals[b] += n
    return totals


def _not_coded(counts: Counts, tally: Tally) -> Iterator[str]:
    if counts.reasons or counts.left:
        yield "<h2>What was not coded, and why</h2>"
    if counts.reasons:
        yield _table(("Documents without an event", ""), counts.reasons) + "<p></p>"
    if counts.left:
        yield _table(("Sentences in which something was not coded", ""), counts.left)
    for reason, _ in counts.left:
        rows = "".join(f"<li>{_quoted(one.sentence)} {_cite(doc)}</li>" for doc, one in tally.sampled(reason))
        yield f"<details><summary>For example: {escape(reason)}</summary><ul>{rows}</ul></details>"


def _rejected(counts: Counts, tally: Tally) -> Iterator[str]:
    if not counts.rejected:
        return
    yield f"<h2>Rejected</h2>{_table(('Reason', ''), counts.rejections)}"
    rows = (
        f"<tr><td>{escape(r.locator)}</td><td>{escape(r.id or '')}</td><td>{escape(r.reason)}</td>"
        f"<td>{escape(r.advice)}</td></tr>"
        for r in tally.rejects
    )
    head = "<tr><th>Where</th><th>Id</th><th>Reason</th><th>What to do</th></tr>"
    shown = f"the first {len(tally.rejects)}" if len(tally.rejects) < counts.rejected else "all"
    yield f"<details><summary>List ({shown})</summary><table>{head}{''.join(rows)}</table></details>"


def _to_check(events: pa.Table) -> Iterator[str]:
    """Some events of each type, the same in every run: those whose ids come first."""
    import pyarrow.compute as pc

    if not events.num_rows:
        return
    yield "<h2>Sentences to check</h2><p class='soft'>Is the type right, and are both actors?</p>"
    for name, kind in ontology().types.items():
        of_type = events.filter(pc.equal(events["type"], name)).sort_by("id")
        if not of_type.num_rows:
            continue
        rows = "".join(_event(row) for row in of_type.slice(0, TO_CHECK).to_pylist())
        yield f"<h3>{name}</h3><p class='soft'>{escape(kind.says)}</p><table>{rows}</table>"


def _event(row: dict[str, Any]) -> str:
    sides = f"{row['actor']} {'↔' if row['mutual'] else '→'} {row['recipient'] or '–'}"
    told = ", ".join(filter(None, (row["date"], row["mode"], f"probability {row['probability']:.2f}")))
    return (
        f"<tr><td class='sentence'>{_quoted(row['sentence'])} {_cite(row['doc'])}</td>"
        f"<td>{escape(sides)}<br><span class='soft'>{escape(told)}</span></td></tr>"
    )


def _quoted(sentence: str) -> str:
    return f"<q>{escape(sentence[:600])}{'…' if len(sentence) > 600 else ''}</q>"


def _cite(doc: str) -> str:
    return f"<span class='soft'>{escape(doc[:120])}</span>"


def _table(head: Sequence[str], rows: Iterable[tuple[str, int]]) -> str:
    cells = "".join(f"<tr><td>{escape(name)}</td><td class='n'>{n:,}</td></tr>" for name, n in rows)
    return f"<table><tr>{''.join(f'<th>{escape(h)}</th>' for h in head)}</tr>{cells}</table>"
