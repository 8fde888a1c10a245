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
    ("agreement", "signed", "Peru is under no obligation to sign ", True),
    ("agreement", "signed", "Peru is still considering signing ", True),
    ("agreement", "signed", "Peru delayed ratifying ", True),
    ("agreement", "signed", "To avoid paying duties Peru signed ", False),
    ("agreement", "signed", "After delaying joining the bloc Peru signed ", False),
    ("agreement", "signed", "Peru ruled out signing ", True),
    ("agreement", "signed", "Peru has long resisted signing ", True),
    ("agreement", "signed", "Considering its aims, Peru signed ", False),
    ("event", "occurred", "The storm delayed ", False),
    ("event", "occurred", "Peru resisted ", False),
    ("assistance", "completed", "Japan did not hesitate to provide ", False),
    ("assistance", "under-way", "Japan never stopped giving ", False),
    ("assistance", "under-way", "Japan did not stop at giving ", True),
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
    ("agreement", "signed", "It is untrue that Peru signed ", True),
    ("agreement", "proposed", "Peru is unlikely to sign ", True),
    ("event", "occurred", "Fiji dismissed reports that it had detained ", True),
    ("event", "occurred", "Fiji denied media reports that it had detained ", True),
    ("agreement", "signed", "Peru and Chile came close to signing ", True),
    ("agreement", "signed", "Peru and Chile were on the verge of signing ", True),
    ("agreement", "proposed", "Peru and Chile are close to signing ", False),
    ("membership", "not-member", "Nauru has not left ", True),
    ("membership", "not-member", "Nauru had not withdrawn from the ", True),
    ("agreement", "signed", "They initialled, but did not sign, a ", True),
    ("agreement", "concluded", "They initialled, but did not sign, a ", False),
    ("agreement", "ratified", "They signed, but have not yet ratified, the ", True),
    ("assistance", "completed", "Norway approved, but has not yet disbursed, a ", True),
    # What only might be ends where the clause turns.
    ("agreement", "signed", "Peru was to have left when he signed ", False),
    ("agreement", "signed", "The talks were to have ended before Peru signed ", False),
    ("agreement", "signed", "Peru might leave although it signed ", False),
    ("assistance", "completed", "Canada would have paid more, because it had lent ", False),
    ("assistance", "completed", "Canada would have paid more because it had lent ", False),
    ("agreement", "signed", "Canada would have paid when Peru signed ", True),
    ("agreement", "signed", "Peru may have signed ", True),
    ("membership", "left", "Peru may leave the ", True),
    ("agreement", "ended", "Either Party may terminate the ", True),
    ("agreement", "in-force", "Ships may enter under the ", False),
    ("agreement", "proposed", "Peru may sign the ", False),
    ("agreement", "signed", "In May the two signed the ", False),
    # Conditions.
    ("agreement", "ratified", "Provided that Peru ratifies ", True),
    ("agreement", "ratified", "Peru will pay once Chile has ratified ", True),
    ("agreement", "ratified", "Peru paid once Chile had ratified ", False),
    ("agreement", "ratified", "Peru will pay once Chile ratifies the ", True),
    ("agreement", "ratified", "Peru will pay after Chile has ratified ", True),
    ("agreement", "ratified", "Peru, which will pay, left after Chile ratified ", False),
    ("assistance", "completed", "Were it not for the ", False),
    ("agreement", "signed", "Had it not been for the ", False),
    ("assistance", "completed", "Peru, once Chile’s largest donor of ", False),
    ("assistance", "completed", "Peru fell short of its goal and gave ", False),
    # What is told of one, and not of the other.
    ("membership", "member", "Chad is a member of the Union but not of the ", True),
    ("agreement", "signed", "Peru signed the Air Treaty, not the ", True),
    ("membership", "left", "Palau left the Forum, though not the ", True),
    ("membership", "not-member", "Chad is a member of the Union but not of the ", False),
    ("agreement", "signed", "Peru, not Chile, signed the ", False),
    ("relations", "downgraded", "No African Union state has withdrawn its ", True),
    ("agreement", "signed", "Fiji had no plans and Samoa has signed the ", False),
    ("agreement", "signed", "With no delay the ministers have signed the ", False),
    ("event", "occurred", "In no uncertain terms Fiji has condemned the ", False),
    ("agreement", "ratified", "No progress has been made in ratifying the ", True),
    # Undoing that was only meant; what else was meant is a plan.
    ("mission", "ended", "The Council had intended to close the ", True),
    ("mission", "ended", "The Council had intended to leave but stayed and closed the ", False),
    ("agreement", "proposed", "Peru had planned to sign a ", False),
    # The end of what goes on all the same; a stand on something does not tell that it is.
    ("event", "occurred", "Fiji never recognised the ", True),
    ("event", "occurred", "Fiji will not tolerate ", True),
    ("event", "ongoing", "Fiji will neither free the sailors nor lift the ", False),
    ("event", "planned", "Fiji will not lift the ", True),
    ("event", "ongoing", "Fiji will not lift the ban or fund ", True),
    ("event", "occurred", "Fiji never began the ", True),
    ("relations", "recognised", "Fiji never recognised ", True),
    ("agreement", "negotiating", "Fiji sees no contradiction between the ", False),
    ("event", "ongoing", "There is no end to the ", False),
]


@pytest.mark.parametrize(("kind", "stage", "before", "undone"), CASES, ids=[c[2] for c in CASES])
def test_a_negated_act_states_nothing(kind: str, stage: str, before: str, undone: bool) -> None:
    assert is_undone(kind, stage, before) is undone


# The sentence with the object between bars.
AROUND = [
    ("agreement", "signed", "The |Ports Treaty| was not signed until last year.", False),
    ("agreement", "signed", "The |Ports Treaty| was not signed until the end.", True),
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
    ("agreement", "signed", "Peru has signed but has not yet ratified the |Ports Treaty|.", False),
    ("agreement", "ratified", "Peru has signed but has not yet ratified the |Ports Treaty|.", True),
    ("agreement", "signed", "Peru has agreed but has not yet signed the |Ports Treaty|.", True),
    ("agreement", "signed", "The treaty was signed but |never ratified|.", True),
    ("agreement", "signed", "If, in May, Peru signs the |Ports Treaty|, aid will flow.", True),
    ("agreement", "signed", "Reports that trade fell since Peru signed the |Ports Treaty| are false.", False),
    ("assistance", "planned", "|Canada would have paid $5 million|.", True),
    ("assistance", "planned", "|Canada, which would have paid, gave $5 million|.", False),
    ("relations", "severed", "|Relations were not broken off|.", True),
    ("relations", "severed", "|Relations were broken off|.", False),
    ("agreement", "signed", "|Ports Treaty| between Peru and Chile - not yet signed", True),
    ("agreement", "signed", "|Ports Treaty - not yet signed|", True),
    ("agreement", "signed", "|Ports Treaty| (not ratified)", False),
    ("agreement", "ratified", "|Ports Treaty| (not ratified)", True),
    ("agreement", "in-force", "|Ports Treaty|: not in force", True),
    ("agreement", "signed", "Reports that Peru had signed the |Ports Treaty| are false.", True),
    ("agreement", "signed", "Reports that Peru had signed the |Ports Treaty| are welcome.", False),
    # Conditions and questions.
    ("agreement", "signed", "Had Peru signed the |Ports Treaty|, trade would have grown.", True),
    ("agreement", "signed", "Should Peru sign the |Ports Treaty|, trade will grow.", True),
    ("agreement", "signed", "Had Peru known that Chile signed the |Ports Treaty|, it would have paid.", False),
    ("agreement", "signed", "Had the |Ports Treaty| signed in May been ratified, trade would have grown.", False),
    ("agreement", "ratified", "Had the |Ports Treaty| signed in May been ratified, trade would have grown.", True),
    ("agreement", "signed", "Was the |Ports Treaty| signed by Peru?", True),
    ("agreement", "signed", "“Has Peru signed the |Ports Treaty|?”", True),
    ("agreement", "signed", "Question: Has Peru signed the |Ports Treaty|?", True),
    ("agreement", "signed", "Will the |Ports Treaty| signed in May be ratified?", False),
    ("agreement", "signed", "Is Peru, which signed the |Ports Treaty|, a friend?", False),
    ("agreement", "signed", "Why did Peru sign the |Ports Treaty|?", False),
    ("agreement", "in-force", "Once the |Ports Treaty| between Peru and Chile enters into force, aid will flow.", True),
    ("agreement", "ratified", "When Peru ratifies the |Ports Treaty|, aid will flow.", True),
    ("agreement", "ratified", "When Peru ratified the |Ports Treaty|, it said that aid will flow.", False),
    ("agreement", "ratified", "The |Ports Treaty|, once ratified, will replace that of 1980.", True),
    ("agreement", "signed", "The |Ports Treaty|, once ratified, will replace that of 1980.", False),
    ("meeting", "held", "After EU talks on |fishing| ministers will go home.", False),
    ("meeting", "held", "He said this after a |meeting| with Minister Ould in Lima; more will follow.", False),
    ("membership", "joined", "Fiji is unlikely to leave the |Forum|, which it joined in 1971.", False),
    ("agreement", "signed", "If Fiji ratifies the |Ports Treaty| that it had signed in 2010, it will gain.", False),
    ("agreement", "ratified", "If Fiji ratifies the |Ports Treaty| that it had signed in 2010, it will gain.", True),
    ("agreement", "signed", "Fiji did not sign the |Ports Treaty|, which Samoa signed in 2010.", True),
    # Negotiations that have not ended go on; those that have not begun do not.
    ("agreement", "negotiating", "An |air agreement| has been in talks since 2012 but has not been concluded.", False),
    ("agreement", "negotiating", "The |air agreement| has not been signed.", False),
    ("agreement", "negotiating", "Negotiations on the |air agreement| have not been started.", True),
    ("agreement", "concluded", "They agreed that |unless the treaty is renewed| it will lapse.", True),
    ("meeting", "held", "They held talks on |whether the treaty is renewed|.", False),
    ("office", "holds", "The post of |ambassador to Chad| is currently vacant.", True),
    ("office", "holds", "Chief of mission: |Ambassador (vacant)|", True),
    ("office", "holds", "|Ambassador (vacant); chargé| d’affaires Ida Lund", False),
    ("office", "holds", "|Chargé d’affaires| Ida Lund (the post of ambassador is vacant)", False),
    ("office", "holds", "Ida Lund holds the |post of ambassador| that had been vacant since 2015.", False),
    ("office", "holds", "Ida Lund is |ambassador to Chad| while the seat in Mali is vacant.", False),
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


@pytest.mark.parametrize("piece", ["1.", "1. ", "1,1, ", "A.1 "])
def test_a_long_row_of_numbers_is_read_in_passing(piece: str) -> None:
    row = piece * 5_000
    assert not is_undone("agreement", "signed", "Peru signed ", row, f" {row}")
