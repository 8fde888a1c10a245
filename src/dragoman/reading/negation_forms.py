"""The forms in which acts are negated, supposed or only meant: expressions of the words in ``data/negation.yml``."""

from __future__ import annotations

import re

from dragoman.datafiles import any_of, compiled, data_file

WORDS = data_file("negation.yml")


HELPING = any_of(WORDS["auxiliaries"])
NOT = (
    rf"(?:(?:{HELPING}(?: also| still)? (?:not|never)|never|not(?= (?:yet|having|to)\b))(?: before| since| yet)?"
    rf"|(?:{HELPING}|wo|ca)n['’]t|cannot)\b(?! {any_of(WORDS['no_negation'])}\b)"
)
"""A verb with "not" or "never"; "not only" negates nothing."""
NO = rf"(?!no {any_of(WORDS['not_nothing'])}\b)"
OWN_WORD = rf"(?!{any_of(WORDS['others_follow'])}\b)[\w’'-]+"
NO_SUBJECT = rf"no [\w’'-]+(?: {OWN_WORD})?(?: (?=(?-i:[a-z])){OWN_WORD})? {any_of(WORDS['no_subject_has'])}"
INNER = r"(?:(?<=\d)[.,](?=\d)|(?<=\b[A-Z])\.(?! ?\d)|(?<!\d)\.(?= ?\d)|(?<=\d)\.(?= \d))"
"""Stops and commas of numbers and abbreviations, which end nothing: "1.5 billion", "U.S.", "Rs. 300". Only one of the
forms fits each, so that a long row of numbers is not tried in every combination."""
REST = rf"(?P<rest>(?:[^,;:.()]|{INNER})*)$"
"""No comma, stop or bracket may come between a negation and what it negates."""
NEGATED = compiled(rf"\b(?:{NOT}|{NO}{any_of([*WORDS['others'], NO_SUBJECT])}\b){REST}", re.IGNORECASE)
REFUSED = compiled(rf"\b{WORDS.text('refusal')}\b{REST}", re.IGNORECASE)
NOTHING = compiled(rf"\b{NO}(?!no longer\b){WORDS.text('nothing')}\s*$", re.IGNORECASE)
NEARLY = compiled(rf"\b{any_of(WORDS['nearly'])}{REST}", re.IGNORECASE)
MAY = compiled(rf"\b{any_of(WORDS['may'])}\s*$", re.IGNORECASE)
TOLD = compiled(rf"\b{any_of(WORDS['told'])}\b{REST}", re.IGNORECASE)
UNTRUE = compiled(rf"[^;:.()]{{0,120}}?\b(?:is|are|was|were)(?: [a-z]+ly)? {any_of(WORDS['untrue'])}\b", re.IGNORECASE)
SUPPOSED_ITSELF = compiled(rf"{any_of(WORDS['supposed'])}\b", re.IGNORECASE)
SUPPOSED = compiled(rf"\b{any_of(WORDS['supposed'])}\b(?:, [^,;:.()]{{1,40}},)?{REST}", re.IGNORECASE)
TURNED_ROUND = compiled(rf"\W*{any_of(WORDS['turned_round'])}\b{REST}", re.IGNORECASE)
ASKING = compiled(rf"\W*(?:Q(?:uestion)?\W+)?{any_of(WORDS['asking'])}\b{REST}", re.IGNORECASE)
AS_SOON = compiled(rf"\b{any_of(WORDS['as_soon'])}\b{REST}", re.IGNORECASE)
GIVEN = compiled(rf",? {any_of(WORDS['given'])} (?P<done>{any_of(WORDS['done'])})\b", re.IGNORECASE)
PRESENT = compiled(rf"\b{any_of(WORDS['present'])}(?!\w)", re.IGNORECASE)
PRESENT_BEHIND = compiled(
    rf"(?: (?:between|of|with|on) [^,;:.()]{{1,80}}?)? {any_of(WORDS['present_behind'])}\b", re.IGNORECASE
)
PAST = compiled(rf"\b{any_of(WORDS['past'])}\b", re.IGNORECASE)
ARTICLE = compiled(rf"\s*(?:{any_of(WORDS['articles'])}\s+)?", re.IGNORECASE)
WILL = compiled(rf"\b{any_of(WORDS['to_come'])}\b", re.IGNORECASE)
FORMULA = compiled(rf"\b{any_of(WORDS['formulas'])}\b", re.IGNORECASE)
NEVER_HAD = compiled(
    rf"\b{NOT} {any_of(WORDS['having'])} (?:[a-z]+ ){{0,3}}?{any_of(WORDS['relations'])}\b", re.IGNORECASE
)
PERFECT = any_of(WORDS["perfect"])
NOT_MET = compiled(
    rf"(?P<own>(?:(?! {any_of(WORDS['other_subjects'] + WORDS['relatives'])}\b)[^,;:.()]){{0,100}}?)\b"
    rf"(?:{PERFECT} (?:not|never)|{PERFECT}n['’]t)(?: yet| ever| once| even)? {any_of(WORDS['meeting'])}\b",
    re.IGNORECASE,
)
CLAUSE = re.compile(r"[,;:.()]")
SINCE = re.compile(r"\bsince\b", re.IGNORECASE)
BESIDE = compiled(rf",? {WORDS.text('beside')} (?P<done>[a-z]+)\b", re.IGNORECASE)
TELLING = compiled(rf"\b{any_of(WORDS['telling'])}\b", re.IGNORECASE)
TURN = compiled(rf"\b{any_of(WORDS['turns'])}\b", re.IGNORECASE)
TURN_OF_THE_POSSIBLE = compiled(rf"\b{any_of(WORDS['turns_of_the_possible'])}\b", re.IGNORECASE)
POSSIBLE = (
    (compiled(rf"\b{any_of(WORDS['possible'])}\b{REST}", re.IGNORECASE), TURN_OF_THE_POSSIBLE),
    (compiled(rf"\b{any_of(WORDS['meant'])}\b{REST}", re.IGNORECASE), TURN),
)
"""What might have been, each with the words at which that ends: "was to have left when he signed" tells that he did."""
BREAKING = compiled(rf"\b{any_of(WORDS['undoing'])}\b", re.IGNORECASE)
HAD_MEANT = compiled(rf"\b{any_of(WORDS['had_meant'])}\b{REST}", re.IGNORECASE)
CONTRAST = compiled(rf"{WORDS.text('contrast')}(?: {any_of(WORDS['articles'])})?\s*$", re.IGNORECASE)
LIFTING = compiled(
    rf"\b{any_of(WORDS['undoing'] + WORDS['lifting'])}\b(?:(?!\b{any_of(WORDS['and_another'])}\b).)*$", re.IGNORECASE
)
FORMER = compiled(rf"\b{any_of(WORDS['former'])}(?: {any_of(WORDS['articles'])})?\s*(?:$|\bmember\b)", re.IGNORECASE)
VACANT = compiled(rf"{any_of(WORDS['vacant'])}\W*$", re.IGNORECASE)
VACANT_BEHIND = compiled(
    rf"(?:(?! {any_of(WORDS['relatives'] + WORDS['other_subjects'])}\b)[^,;:.()]){{0,60}} {any_of(WORDS['vacant'])}",
    re.IGNORECASE,
)
# The object and its negation in one: "not be lifted", "no funds", "Guinea-Bissau did not take part", "Fiji would have
# paid".
ITSELF = compiled(
    rf"(?:(?:not|never) (?!{any_of(WORDS['no_negation'])}\b)|{NO}no "
    rf"|(?:(?!{any_of(WORDS['relatives'])}\b)[\w’'-]+ ){{1,6}}?"
    rf"(?:{NOT}|{any_of(WORDS['possible'] + WORDS['meant'])}\b))",
    re.IGNORECASE,
)
JOINS = any_of(WORDS["joins"])
# "Initialled, but did not sign, (the treaty)": what was not done with it is told aside, what was done stays.
ASIDE = compiled(
    rf",? {JOINS}\b[^,;:.()]{{0,30}}? {NOT}(?: [a-z]+){{0,2}}? (?P<done>[a-z]+),"
    r"(?: [\w’'-]+){0,6} ?$",
    re.IGNORECASE,
)
# "Signed but (did not ratify the treaty)".
DONE_BEFORE = compiled(
    rf"\b(?P<done>[a-z]+)(?: it)?,? {JOINS}\b(?: {any_of(WORDS['taken_up'])})* ?$",
    re.IGNORECASE,
)
# The verdict of a list behind the object: "(the treaty) between Peru and Chile - not yet signed".
NOT_YET = compiled(
    rf"(?:[^,;:.()|]|{INNER}){{0,100}}?(?: [-–—]|[:|(,])\s*(?:still )?not(?: yet| been| formally| in effect)*"
    rf" (?P<done>{any_of(WORDS['done'])})[)\s]*\.?\s*$",
    re.IGNORECASE,
)
# The predicate of the object: "(the treaty) between Peru and Chile has not been signed", "is not yet in force". Its own
# words may come between, in brackets or commas too, but no other verb that is helped and no other subject.
PREDICATE = compiled(
    rf"(?P<own>(?:(?! {HELPING}\b| {any_of(WORDS['other_subjects'])}\b)[^,;:.()]"
    rf"|{INNER}|\([^()]{{0,80}}\)|,[^,;:.()]{{1,60}},(?= )){{0,100}}?),?"
    r"(?P<first> (?:was|were|(?:has|have|had) been) [a-z]+(?: [^,;:.()]{0,40}?)?,? but(?: it| they)?)?"
    rf" (?P<verb>(?:{NOT}|(?:has|have|had|is|are) yet to|{any_of(WORDS['never_came'])})(?: [a-z]+){{0,3}}?)"
    rf" (?P<done>{any_of(WORDS['done'])})\b",
    re.IGNORECASE,
)
# A passive, or what an instrument itself does: "has not ratified" is what somebody else has not done.
PASSIVE = compiled(rf"\b{any_of(WORDS['passive'])}\b", re.IGNORECASE)
DETAIL = re.compile(r"\w+ed\b|\d|,|\b(?:which|that)\b", re.IGNORECASE)
"""What tells more of the object before its predicate: "the treaty signed in 1990 has not been ratified"."""
TOLD_OF_IT = re.compile(r",? ?(?:which was |already )?([a-z]+)\b[^;:.()]*\bbe(?:en)? ", re.IGNORECASE)
BETWEEN = re.compile(r"\b(?:between|of|with)\b", re.IGNORECASE)
OWN = {stage: compiled(any_of(words), re.IGNORECASE) for stage, words in WORDS.lists("own").items()}
# "Was not ratified until 1994" says that it was, in 1994; "will not be ratified until 2030" does not.
AT_LAST = compiled(rf"[^,;:.()]*\b(?:until|till) (?:[a-z]+ )?(?:\d|[A-Z]|{any_of(WORDS['parts_of_time'])}\b)")
TO_COME = compiled(rf"\b{any_of(WORDS['not_to_come'])}\b", re.IGNORECASE)
