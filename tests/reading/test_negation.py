"""Negated acts: (kind, stage, clause before the object, whether the act is undone)."""

import pytest

from dragoman.reading.negation import is_undone

CASES = [
    ("agreement", "signed", "Peru did not sign ", True),
    ("agreement", "ratified", "The parliament has never ratified ", True),
    ("relations", "severed", "Chile didn’t break off ", True),
    ("meeting", "held", "The ministers were not received for ", True),
    ("membership", "joined", "If Ukraine joined ", True),
    ("membership", "left", "Peru might leave ", True),
    ("agreement", "ended", "asked whether Peru had left ", True),
    ("agreement", "signed", "If all goes well, Peru has signed ", False),
    ("agreement", "signed", "Peru signed ", False),
    ("agreement", "signed", "Peru did not only initial but signed ", False),
    ("agreement", "signed", "Peru did not wait, and signed ", False),
    ("agreement", "in-force", "The treaty will not lapse until it ends ", False),
    ("membership", "not-member", "Nauru is not a member of ", False),
    ("position", "opposes", "Peru does not accept ", False),
    ("progress", "challenge", "The law has not been adopted ", False),
    ("agreement", "signed", "Peru cannot sign ", True),
    ("agreement", "ratified", "Congress has yet to ratify ", True),
    ("agreement", "signed", "Chile refused to sign ", True),
    ("agreement", "signed", "Chile has declined to sign ", True),
    ("meeting", "held", "Fiji failed to attend ", True),
    ("assistance", "completed", "Samoa was unable to pay ", True),
    ("agreement", "signed", "Neither Peru nor Chile signed ", True),
    ("event", "occurred", "The minister did not comment, nor did Lima file an ", True),
    ("agreement", "signed", "The minister left without having signed ", True),
    ("agreement", "signed", "The minister left without signing ", True),
    ("agreement", "ratified", "Peru withdrew rather than ratify ", True),
    ("agreement", "signed", "In May the two nearly signed ", True),
    ("agreement", "concluded", "No agreement has been reached on ", True),
    ("agreement", "signed", "No state has signed ", True),
    ("agreement", "signed", "Peru shall not sign ", True),
    ("agreement", "signed", "Peru decided not to sign ", True),
    ("agreement", "signed", "Peru had never before signed ", True),
    ("relations", "established", "Nauru has no ", True),
    ("relations", "established", "Nauru has no diplomatic relations with ", True),
    ("relations", "severed", "Nauru has no diplomatic relations with ", False),
    ("relations", "not-recognised", "Nauru has no diplomatic relations with ", False),
    ("relations", "severed", "Nauru did not restore ", False),
    ("assistance", "completed", "Fiji has received no ", True),
    ("assistance", "under-way", "Fiji no longer receives ", True),
    ("assistance", "ended", "Fiji no longer receives ", False),
    ("agreement", "ended", "Peru did not denounce ", True),
    ("membership", "left", "Peru refused to leave ", True),
    ("agreement", "signed", "Not only did Peru sign ", False),
    ("agreement", "signed", "It was not just Peru that signed ", False),
    ("agreement", "signed", "No fewer than thirty states have signed ", False),
    ("agreement", "ratified", "No later than May will Peru have ratified ", False),
    ("assistance", "completed", "Peru, not least, has given ", False),
    ("assistance", "completed", "Peru nearly doubled ", False),
    ("agreement", "signed", "Peru was not there when Chile signed ", False),
    ("meeting", "held", "They had not spoken since the ", False),
    ("agreement", "provides", "The parties agreed not to ", False),
    ("event", "planned", "The ban will not be lifted before Chile signs ", False),
    ("agreement", "ratified", "No vote was held; Peru ratified ", False),
    ("relations", "downgraded", "Fiji stopped short of recalling ", True),
    ("relations", "severed", "Far from breaking off ", True),
    ("assistance", "planned", "Fiji neither confirmed nor denied that it had lent a US$ 1.5 ", True),
    ("agreement", "signed", "Peru did not sign the U.S. ", True),
    ("event", "occurred", "Fiji denied having detained ", True),
    ("event", "occurred", "Fiji denied that it had detained ", True),
    ("assistance", "completed", "Canada would have paid ", True),
    ("agreement", "signed", "Peru was to have signed ", True),
    ("assistance", "planned", "Canada would have to pay ", False),
    ("membership", "partner", "Fiji would have access to ", False),
    ("agreement", "signed", "Peru did not wait. Chile signed ", False),
    ("assistance", "completed", "Peru fell short of its goal and gave ", False),
]


@pytest.mark.parametrize(("kind", "stage", "before", "undone"), CASES, ids=[c[2] for c in CASES])
def test_a_negated_act_states_nothing(kind: str, stage: str, before: str, undone: bool) -> None:
    assert is_undone(kind, stage, before) is undone


# The sentence with the object between bars.
AROUND = [
    ("agreement", "signed", "The |Teesta agreement| has not been signed.", True),
    ("agreement", "signed", "The |Teesta agreement| has not yet been formally signed.", True),
    ("agreement", "ratified", "The |Ports Treaty| was never ratified.", True),
    ("agreement", "ratified", "The |Ports Treaty| wasn’t ratified.", True),
    ("agreement", "proposed", "The |Ports Treaty| will not be renewed.", True),
    ("agreement", "in-force", "The |Ports Treaty| is not in force.", True),
    ("agreement", "in-force", "The |Ports Treaty| between Peru and Chile has yet to enter into force.", True),
    ("agreement", "in-force", "The |Ports Treaty| (PT) has not entered into force.", True),
    ("agreement", "signed", "The |Ports Treaty|, signed in May, has yet to enter into force.", False),
    ("agreement", "in-force", "The |Ports Treaty|, signed in May, has yet to enter into force.", True),
    ("agreement", "signed", "The |Ports Treaty| signed in May has not been ratified.", False),
    ("agreement", "ratified", "The |Ports Treaty| signed in May has not been ratified.", True),
    ("agreement", "signed", "The |Ports Treaty| was signed in May but has not been ratified.", False),
    ("agreement", "ratified", "The |Ports Treaty| was signed in May but has not been ratified.", True),
    ("agreement", "ended", "The |Ports Treaty| will not be renewed.", False),
    ("agreement", "provides", "The |Ports Treaty| will not be lifted.", False),
    ("agreement", "ratified", "The |Ports Treaty| was not ratified until 1994.", False),
    ("agreement", "ratified", "Peru did not ratify the |Ports Treaty| until 1994.", False),
    ("agreement", "ratified", "Peru will not ratify the |Ports Treaty| until Chile does.", True),
    ("agreement", "signed", "Peru signed the |Ports Treaty| and the ban was not lifted.", False),
    ("agreement", "signed", "Peru signed the |Ports Treaty|. The ban was not lifted.", False),
    ("agreement", "signed", "Peru signed the |Ports Treaty|, but it has not been ratified.", False),
    ("agreement", "signed", "Peru signed the |Ports Treaty| Chile had not ratified.", False),
    ("agreement", "signed", "The |Ports Treaty| was not only signed.", False),
    ("event", "planned", "The |ban on Malaysia| will not be lifted before June.", True),
    ("event", "planned", "The ban will |not be lifted|.", True),
    ("event", "occurred", "|Guinea-Bissau did not take part|.", True),
    ("event", "occurred", "|Peru, which Chile did not warn, struck| at dawn.", False),
    ("meeting", "held", "The |summit planned for May| was not held.", True),
    ("position", "opposes", "The |Ports Treaty| has not been signed.", False),
    ("relations", "downgraded", "Fiji stopped short of |recalling its ambassador|.", True),
    ("relations", "severed", "Fiji left without |breaking off relations|.", True),
    ("assistance", "completed", "The |loan| would have been paid in May.", True),
    ("agreement", "signed", "The |Ports Treaty| was to have been signed in May.", True),
    ("agreement", "signed", "The |agreement| on U.S. bases has not been signed.", True),
    ("agreement", "signed", "The |agreement| on a loan of $1.5 million has yet to be signed.", True),
    ("agreement", "signed", "The |Ports Treaty| would be signed in May.", False),
]


@pytest.mark.parametrize(("kind", "stage", "marked", "undone"), AROUND, ids=[f"{c[1]}: {c[2]}" for c in AROUND])
def test_what_stands_behind_the_object_may_negate_it(kind: str, stage: str, marked: str, undone: bool) -> None:
    before, told, after = marked.split("|")
    assert is_undone(kind, stage, before, told, after) is undone


def test_a_refusal_is_an_act_of_its_own() -> None:
    before = "Chile refused to accept "
    assert is_undone("agreement", "signed", before)
    assert not is_undone("event", "occurred", before, event="REJECT")
    assert not is_undone("position", "opposes", before)
    assert not is_undone("event", "occurred", "Chile did not accept ", event="REJECT")


@pytest.mark.parametrize("piece", ["it has not been, ", "(x) and ", "no one has ", "nor "])
def test_a_megabyte_behind_the_object_is_read_in_passing(piece: str) -> None:
    long = piece * (1_000_000 // len(piece))
    assert is_undone("agreement", "signed", long, long, long) in (True, False)


def test_a_megabyte_of_negations_is_read_in_passing() -> None:
    assert is_undone("agreement", "signed", "it did not " * 90_000) in (True, False)
