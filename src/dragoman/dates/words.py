"""Words of dates per language, from ``data/calendar.yml``, as compiled patterns.

No pattern holds a repetition without an upper limit that could start at every character, so that each runs in time
proportional to the text, whatever the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from dragoman.datafiles import Entry, data_file
from dragoman.dates.points import Role
from dragoman.months import months, numbered

DASH = r"[-–—‒−]"
GAP = r"[^\S\n]{1,8}(?:\n[^\S\n]{0,8})?|\n[^\S\n]{0,8}"
DAY = r"(?<![\d.,:/–-])(?:0?[1-9]|[12][0-9]|3[01])"
# With stops only where it is no number of a section: "from 1.11.96", "from 01.11.13", but not "from 1.11.13".
SHORT_DAY = r"(?:\d{1,2}/\d{1,2}/\d{2}|\d\d\.\d\d\.\d\d|\d{1,2}\.\d{1,2}\.[4-9]\d)(?![\w/]|[.,:]\d)"
YEAR = r"(?:1[0-9]{3}|20[0-9]{2}|21[0-9]{2})(?![\d%]|[.,]\d)"


ENGLISH = data_file("calendar.yml").part("en")
ORDINALS: tuple[str, ...] = tuple(ENGLISH["ordinals"])
"""Days of the month in words, in order."""
WEEKDAYS: tuple[str, ...] = tuple(ENGLISH["weekdays"])
SEASONS = ENGLISH.numbers("seasons")
"""Seasons and their numbers in EDTF."""
FEASTS = {name: ENGLISH.part("feasts").point(name) for name in ENGLISH.part("feasts")}
"""Days with a name, in lower case, and their month and day."""
NEAR_DAYS = {0: "today", -1: "yesterday", 1: "tomorrow", -2: "before_yesterday", 2: "after_tomorrow"}
NTH = ENGLISH.numbers("nth")
"""Which part of a year or century: the first is 1, the last -1."""


@dataclass(frozen=True)
class WrittenDates:
    """Patterns of the ways in which one language writes days and months."""

    day_first: re.Pattern[str]
    month_first: re.Pattern[str] | None
    month: re.Pattern[str]
    month_range: re.Pattern[str]
    spelled_day: re.Pattern[str] | None
    short_year: re.Pattern[str]


@dataclass(frozen=True)
class CalendarWords:
    """Everything that reading dates in one language needs. ``months`` maps a form in lower case to its number."""

    language: str
    months: dict[str, int]
    doubtful: frozenset[str]
    short: frozenset[str]
    written: WrittenDates
    in_before: re.Pattern[str]
    placing: re.Pattern[str]
    placed_year: re.Pattern[str]
    since: re.Pattern[str]
    until: re.Pattern[str]
    deadline: re.Pattern[str]
    from_before: re.Pattern[str]
    between: re.Pattern[str]
    to: re.Pattern[str]
    joined: re.Pattern[str]
    year_after: re.Pattern[str]
    near_days: dict[str, int]
    near_day: re.Pattern[str] | None
    numbered: re.Pattern[str]
    counting: re.Pattern[str]
    counted: re.Pattern[str]
    no_name: frozenset[str]
    verbs: frozenset[str]
    of_a_year: frozenset[str]
    verb: re.Pattern[str] | None
    speaks: frozenset[str]
    fixes: frozenset[str]
    refused: re.Pattern[str] | None
    asked: re.Pattern[str] | None
    occasion: re.Pattern[str] | None
    awaited: re.Pattern[str] | None
    recurring: re.Pattern[str] | None
    record: re.Pattern[str] | None
    instrument: re.Pattern[str]
    columns: dict[str, Role]


def _columns(entry: Entry) -> dict[str, Role]:
    """Heads of columns in lower case, each with the role of the dates below it."""
    roles: tuple[Role, ...] = ("since", "until", "deadline")
    return {head.lower(): role for role in roles for head in entry.part("columns")[role]}


@cache
def calendar_words(language: str) -> CalendarWords:
    """The words of ``language``; those of English where the data has none of that language."""
    entries = data_file("calendar.yml").each()
    name = language.split("-")[0].lower()
    name = {"hr": "sr", "bs": "sr", "sh": "sr", "cnr": "sr"}.get(name, name)
    name = name if name in entries and name != "any" else "en"
    entry, common = entries[name], data_file("calendar.yml").part("any")
    named = months()[name]
    near = {form.lower(): days for days, key in NEAR_DAYS.items() for form in _some(entry, key)}
    return CalendarWords(
        language=name,
        months=numbered(named.names),
        doubtful=frozenset(form.lower() for form in named.doubtful),
        short=frozenset(form.lower() for form in named.short),
        written=_written(name, entry, _or_english(entry, "dating")),
        in_before=_ends_with(entry["in"]),
        placing=_ends_with(_or_english(entry, "placing")),
        placed_year=_ends_with([*_or_english(entry, "placing"), *entry.may_have("of")]),
        since=_ends_with(entry["since"]),
        until=_ends_with(entry["until"]),
        deadline=_ends_with(entry["deadline"]),
        from_before=_ends_with(entry["from"]),
        between=_ends_with(entry["between"]),
        to=_joins(entry["to"]),
        joined=_joins(entry["and"]),
        year_after=re.compile(rf"(?i){_year_word(entry)}"),
        near_days=near,
        near_day=re.compile(rf"(?i)(?<!\w)(?:{one_of(near)})(?!\w)") if near else None,
        numbered=_ends_with(common["numbered"]),
        counting=_ends_with(common["counting"]),
        counted=re.compile(rf"(?i)[^\S\n]{{0,2}}(?:[%°€$£]|(?:{one_of(common['counted'])})(?!\w))"),
        no_name=frozenset(common["no_name"]),
        verbs=frozenset(common["verbs"]),
        of_a_year=frozenset(common["of_a_year"]),
        verb=_verb(entry) if _has(entry, "ahead") else None,
        speaks=frozenset(_some(entry, "speaks")),
        fixes=frozenset(_some(entry, "fixes")),
        refused=_refused(entry) if _has(entry, "refuses") else None,
        asked=_asked(entry) if _has(entry, "asks") else None,
        occasion=_occasion(entry) if _has(entry, "occasions") else None,
        awaited=_awaited(entry) if _has(entry, "awaited") else None,
        recurring=_ends_with(entry["recurring"]) if _has(entry, "recurring") else None,
        record=_record(entry) if _has(entry, "records") else None,
        instrument=_instrument(common["instruments"]),
        columns=_columns(entry) if name == "en" else {},
    )


def _written(name: str, entry: Entry, dating: list[str]) -> WrittenDates:
    """``dating``: words before a day whose year has two figures."""
    case = "" if entry.flag("capital") else "(?i)"
    forms = months()[name].forms()
    if entry.flag("capital"):
        forms += [form.upper() for form in forms]
    behind_short = "|".join(rf"(?<=(?i:{re.escape(form)}))" for form in months()[name].short)
    stop = rf"(?:(?:{behind_short})\.(?=[\s,]|{DASH}))?" if behind_short else ""
    month = rf"(?P<month>{one_of(forms)}){stop}"
    ordinal = rf"(?:[ ]?(?:{one_of(entry['ordinal'])}))?" if entry.may_have("ordinal") else ""
    of = rf"(?:(?:{one_of(entry['of'])})(?:{GAP}))?" if entry.may_have("of") else ""
    day_of = rf"(?:(?i:day)(?:{GAP}))?{of}" if name == "en" else of
    joint = one_of([*entry["to"], *entry["and"]])
    until = r"(?:0?[1-9]|[12]\d|3[01])"

    no_year = r",\d(?!\d{3}(?!\d))"  # "May 27,000 people", but "May 27,2010"

    def second(dash: str, comma: str = "") -> str:
        return (
            rf"(?:{comma}\s{{0,2}}(?:{dash}|(?<=\s)(?:{joint})(?=\s))\s{{0,2}}"
            rf"(?P<until_day>{until}){ordinal}(?!\w|[.:]\d|{no_year}|[^\S\n]?%))?"
        )

    year = rf"(?:(?:,?(?:{GAP})|,){of}(?P<year>{YEAR}){_year_word(entry)})?"
    day_first = (
        rf"{case}(?P<day>{DAY}){ordinal}(?![\d.,]*\d){second(f'{DASH}|/', ',?')}(?:{GAP}|(?<=\.)|{DASH})"
        rf"{day_of}{month}(?!\w){year}"
    )
    month_first = (
        rf"(?<!\w)(?<![^\W\d]-){month}(?:{GAP})(?:the[ ])?(?P<day>{DAY}){ordinal}"
        rf"(?![\w%]|[.:/]\d|{no_year}){second(DASH)}{year}"
    )
    alone = (
        rf"{case}(?<!\w)(?<![^\W\d]-)(?:(?P<part>[Mm]id|[Ee]arly|[Ll]ate|[Ee]nd)[- ])?"
        rf"{month}(?![\w’'])(?:{DASH}(?!\w))?{year}"
    )
    month_range = (
        rf"{case}(?<!\w)(?:(?P<day>{DAY}){ordinal}(?:{GAP}|(?<=\.))|(?<![^\W\d]-)){month}"
        rf"(?:{DASH}|/)(?:(?P<until_day>{until}){ordinal}(?:{GAP}|(?<=\.)))?"
        rf"{month.replace('<month>', '<until_month>')}(?!\w){year}"
    )
    spelled_day = (
        rf"(?<!\w)(?i:on|the|this|from|until|since|by) (?:the )?(?i:(?P<day>{one_of(ORDINALS)}))(?: day)?"
        rf" of {month}(?![\w’']){year}"
    )
    short_year = (
        rf"(?i)(?<!\w)(?:{one_of(dating)})(?:{GAP})(?P<day>{SHORT_DAY})"
        rf"(?:(?:(?:{GAP})(?:{joint})(?:{GAP})|(?:{GAP})?[-–](?:{GAP})?)(?P<until>{SHORT_DAY}))?"
    )
    return WrittenDates(
        day_first=re.compile(day_first),
        month_first=re.compile(month_first) if name == "en" else None,
        month=re.compile(alone),
        month_range=re.compile(month_range),
        spelled_day=spaced(spelled_day) if name == "en" else None,
        short_year=re.compile(short_year),
    )


def _has(entry: Entry, key: str) -> bool:
    """Whether a language has the words under ``key``; English must."""
    return key in entry or entry.place == ENGLISH.place


def _some(entry: Entry, key: str) -> list[str]:
    """The words under ``key``, none where a language has none of them; English must."""
    return entry[key] if entry.place == ENGLISH.place else entry.may_have(key)


def _or_english(entry: Entry, key: str) -> list[str]:
    return entry[key] if key in entry else ENGLISH[key]


def _year_word(entry: Entry) -> str:
    return rf"(?:[^\S\n]?(?:{one_of(entry['year_word'])})(?!\w))?" if entry.may_have("year_word") else ""


def one_of(forms: Iterable[str]) -> str:
    """An alternation of ``forms``, longest first, blanks standing for any gap."""
    ordered = sorted(set(forms), key=lambda form: (-len(form), form))
    return "|".join(re.escape(form).replace(r"\ ", rf"(?:{GAP})") for form in ordered)


def spaced(pattern: str) -> re.Pattern[str]:
    """``pattern`` compiled, with each blank standing for any gap between words, a single line break among them."""
    return re.compile(pattern.replace(" ", rf"(?:{GAP})"))


def where(pattern: re.Pattern[str], text: str, *needles: str) -> Iterator[re.Match[str]]:
    """The matches of ``pattern`` in ``text``. It is not searched for where none of the ``needles``, in lower case, is
    there: a word is found a hundred times as fast as a pattern."""
    lowered = text.lower()
    return pattern.finditer(text) if any(needle in lowered for needle in needles) else iter(())


def _refused(entry: Entry) -> re.Pattern[str]:
    """ "Did not agree | until", and nothing of another clause: "which refused aid, gave Peru until"."""
    other = rf"[,;:]|(?<!\w)(?:{one_of(entry['other_clause'])})(?!\w)"
    return re.compile(rf"(?i)(?<!\w)(?<!\bthe )(?:{one_of(entry['refuses'])})(?!\w)(?:(?!{other})[^\n])*$")


def _verb(entry: Entry) -> re.Pattern[str]:
    """A verb and the words that belong to it, "will also be signed" as one; its group tells what it speaks of.

    After an article a participle is none: "the proposed talks".
    """
    rest = r"(?:(?:not|also|be|have|been|then|soon|and|or|[a-z]{2,12}ly|[a-z]{2,12}ed) ){0,4}"
    main = rf"(?: (?=[a-z]){rest}[a-z]{{2,15}})?(?: (?:and|or )?[a-z]{{2,12}}ed(?!\w))?"
    article = "".join(rf"(?<!\b{word} )" for word in ("a", "an", "the", "its", "his", "her", "our", "their"))
    done = rf"did not [a-z]{{2,15}}|{one_of(entry['done'])}|(?!(?:{one_of(entry['no_verb'])})(?!\w))[a-z]{{1,20}}ed"
    passive = r"(?:is|are)(?: not| [a-z]{2,12}ly)? (?:[a-z]{2,15}ed|held|made|met|taken|given)"
    return re.compile(
        rf"(?<![\w’'])(?:(?P<ahead>{one_of(entry['ahead'])})(?!\w){main}|(?P<due>{one_of(entry['due'])})"
        rf"|(?P<open>{one_of(entry['open'])}|{passive})"
        rf"|{article}(?:(?P<plan>{one_of(entry['plan'])})|(?P<coming>{one_of(entry['coming'])})|(?P<done>{done})))(?!\w)"
    )


def _occasion(entry: Entry) -> re.Pattern[str]:
    return re.compile(rf"(?i)(?<!\w)(?:{one_of(entry['occasions'])})(?!\w)")


def _awaited(entry: Entry) -> re.Pattern[str]:
    """An occasion that is still to come: "the upcoming OSCE conference"."""
    named = rf"(?:{one_of(entry['awaited'])}) (?:[\w’'-]{{1,20}} ){{0,5}}(?:{one_of(entry['occasions'])})"
    return re.compile(rf"(?i)(?<!\w){named}(?!\w)")


def _record(entry: Entry) -> re.Pattern[str]:
    """Up to the end: "the first visit by a premier since"; "has | been the largest donor since" is ``lasting``."""
    lasting = rf"(?P<lasting>(?:{one_of(entry['lasting'])})(?: [\w’'-]{{1,20}}){{0,3}} )?"
    told = rf"(?:the|its|their|his|her|our) (?:{one_of(entry['records_told'])})|{one_of(entry['records'])}"
    word = rf"(?!(?:{one_of(entry['other_told'])})(?!\w))[\w’'-]{{1,20}}"
    return spaced(rf"(?i)(?<![\w-]){lasting}(?:{told})(?: {word}){{0,9}} since (?:the )?$")


def _instrument(forms: Iterable[str]) -> re.Pattern[str]:
    """Up to the end: "Act 29 of", "Decree-Law No. 12 of", "No. XI of"."""
    number = r"(?:n[or]\. ?|(?:n[or]|number) |n° ?)"
    return spaced(
        rf"(?i)(?<!\w)(?:(?:{one_of(forms)})s?,? (?:{number})?(?=[\w./-]{{0,6}}\d)|{number})[\w./-]{{1,10}},? of $"
    )


def _asked(entry: Entry) -> re.Pattern[str]:
    """What somebody was asked to do, up to the end: "asked Chile to pay "."""
    asks = rf"(?<!\w)(?:{one_of(entry['asks'])})(?!\w)"
    return spaced(
        rf"{asks}[^.;:]{{0,60}}? to (?:[a-z]{{2,15}}ly )?(?!the )[a-z]{{2,15}}(?: (?:(?! and )[^.;:,]){{1,80}})? $"
    )


def _ends_with(forms: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"(?i)(?:^|(?<=[^\w]))(?:{one_of(forms)})[^\S\n]{{0,3}}\n?$")


def _joins(forms: Iterable[str]) -> re.Pattern[str]:
    """What may stand between the ends of a pair, the whole of it."""
    filler = r"(?:(?:the|in|on|early|late|mid|at|(?:the )?(?:end|beginning) of|end|le|el|il|den|dem)(?:\s|-)){0,3}"
    return re.compile(rf"(?i)\s{{0,2}},?\s{{0,2}}(?:{one_of(forms)})\s{{1,2}}{filler}")
