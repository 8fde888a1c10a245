"""The grammar of titles and their complements: "Foreign Minister of Estonia", "Director of the Trade Agency"."""

from __future__ import annotations

from dataclasses import replace

from dragoman.actors.mentions.bodies import bank_at, body_at, body_chain, plain_body
from dragoman.actors.mentions.collectives import collective_at
from dragoman.actors.mentions.found import END, Scan, Title, is_past
from dragoman.actors.mentions.person_names import (
    after_courtesy,
    heads_a_body,
    is_given_name,
    is_person_here,
    name_end,
    starts_title,
)
from dragoman.actors.mentions.portfolios import (
    closed_portfolio,
    its_body,
    named_part,
    part_end,
    past_head,
    plain_government,
    portfolio_end,
    region_end,
    regions_end,
    sits_in,
    subject_end,
    whose_diaspora,
)
from dragoman.actors.mentions.several import of_each


def title_at(scan: Scan, at: int, depth: int = 0) -> Title | None:
    """The title that starts at ``at``, with its complement ("of Foreign Affairs of Estonia")."""
    words, tokens, here, head = scan.words, scan.tokens, at, ""
    if short := _short_title(scan, at):
        head = next(word for word in reversed(short.split()) if word in words.title_heads)
        title = complement(scan, at, at + 1, head)
        return replace(title, text=f"{short} {scan.text(at + 1, title.last)}".strip())
    while here < at + 8:
        token = tokens[here]
        if token.low == "&" and not head and here > at and _joins_modifiers(scan, here):
            here += 1
            continue
        if token.kind not in "NUw" or not token.low:
            if token.kind in ".-" and head == "" and here > at:
                here += 1
                continue
            if head and (step := _goes_on_behind(scan, here)):
                head, here = "", step
                continue
            break
        low = token.low
        more = words.after_titles if head else words.title_modifiers
        if (two := f"{low} {tokens[here + 1].low}") in words.title_heads:
            head, here = two.removesuffix(" d'affaires"), here + 2
        elif low in words.given_titles and is_given_name(scan, here):
            break
        elif low in words.title_heads and not heads_a_body(scan, here):
            head, here = (head if low == "general" and head.endswith("s") else low), here + 1
        elif head in words.title_modifiers and (longer := _longer_title(scan, here)):
            head, here = tokens[longer - 1].low, longer
        elif low in more or (here > at and (_goes_along(scan, here) if head else _joins_modifiers(scan, here))):
            here += 1
        else:
            break
    if not head:
        return None
    while tokens[here - 1].low not in words.title_heads and tokens[here - 1].kind in ".-":
        here -= 1
    dotted = tokens[here].kind == "." and tokens[here - 1].low in words.honorifics
    begin = after_brackets(scan, here + 1)
    if dotted and name_end(scan, begin) > begin:  # "Amb. Jo Lind"
        return Title(here + 1, scan.text(at, here), head)
    interim = [t.low for t in tokens[here : here + 4]] == ["a", ".", "i", "."]  # "Chargé d'Affaires a.i. Jo Lind"
    title = complement(scan, at, here + 4 * interim, head)
    return _second_title(scan, at, title, depth) if depth < 3 and not head.endswith("s") else title


def _joins_modifiers(scan: Scan, at: int) -> bool:
    """ "Resident and Humanitarian Coordinator": whether "and" stands between two words that make one title."""
    before, after = scan.tokens[at - 1], scan.tokens[at + 1]
    both = {before.low, after.low} <= scan.words.title_modifiers - scan.words.title_heads
    return scan.tokens[at].low in ("and", "&") and both and before.text[:1].isupper() == after.text[:1].isupper()


def _goes_on_behind(scan: Scan, at: int) -> int:
    """Past the sign at ``at`` that stands within a title: "Ambassador/Permanent Representative", "Lt. Gen."; 0
    where the title is over."""
    before, sign, after = scan.tokens[at - 1 : at + 2]
    ranks = (scan.words.honorifics | scan.words.ranks) & scan.words.title_heads
    ranked = sign.kind == "." and {before.low, after.low} <= ranks and sign.start == before.end
    known = after.low in scan.words.title_heads | scan.words.title_modifiers
    either = sign.text == "/" and known and before.text[:1].isupper() == after.text[:1].isupper()
    # "Deputy Prime Minister - Minister of Trade"
    apart = sign.kind == "-" and sign.start > before.end and sign.end < after.start
    joined = apart and after.low in scan.words.title_heads and scan.tokens[at + 2].low in ("of", "for")
    joined = joined and before.text[:1].isupper() and after.text[:1].isupper()
    return at + 1 if ranked or either or joined else 0


def _goes_along(scan: Scan, at: int) -> bool:
    """ "Ambassador Extraordinary and Plenipotentiary", "Envoy Extraordinary and Minister Plenipotentiary": whether
    "and" stands within what is one title."""
    before, after, then = (scan.tokens[at + n].low for n in (-1, 1, 2))
    known = scan.words.after_titles
    return scan.tokens[at].low == "and" and before in known and (after in known or then in known)


def _longer_title(scan: Scan, at: int) -> int:
    """The end of "Prime Minister" in "Deputy Prime Minister", whose first word may be a title alone; 0 when no
    title goes on at ``at``."""
    here = at
    while scan.tokens[here].kind in "NUw" and scan.tokens[here].low in scan.words.title_modifiers and here < at + 4:
        here += 1
    token = scan.tokens[here]
    cased = token.text[:1].isupper() == scan.tokens[at - 1].text[:1].isupper()
    known = here > at and cased and token.low in scan.words.title_heads and not heads_a_body(scan, here)
    return here + 1 if known else 0


def _short_title(scan: Scan, at: int) -> str:
    """ "PM", "EAM" written out, before a name or behind "the" or a state's name, or where a sentence begins with
    what the holder does, "PM visited Peru"; "" where it is none."""
    long = scan.words.short_titles.get(scan.tokens[at].text, "")
    if not long:
        return ""
    before = scan.tokens[at - 1] if at else END
    if body := scan.tokens[at].entry:
        owner = scan.tokens[at - 2].entry if before.kind == "P" else before.entry
        other = owner is not None and owner.kind in ("state", "demonym") and owner.code != body.code
        return long if other or is_holder_named(scan, at + 1) else ""
    led = before.low == "the" or before.kind == "P" or (before.entry and before.entry.kind in ("state", "demonym"))
    verb, words = scan.tokens[at + 1], scan.words
    acts = is_past(verb, words) or verb.low in (words.seat_verbs - {"and", "to"}) | words.persons_do | words.speech
    acts = acts and before.kind == "|" and scan.tokens[at].text not in words.unsure_titles
    return long if led or acts or name_end(scan, after_courtesy(scan, at + 1)) > at + 1 else ""


def is_holder_named(scan: Scan, at: int) -> bool:
    """Whether two words at ``at`` name the holder of an office whose acronym is a body's as well: "NSA Jo Lind",
    not "NSA Fort Meade", "NSA Utah Data Center"."""
    at = after_courtesy(scan, at)
    last, words = name_end(scan, at), scan.words
    known = words.portfolio | words.companions | words.lands | words.instrument_nouns | words.adjectives
    known |= words.geography_before | words.geography_behind
    alone = last == at + 2 and scan.tokens[last].kind not in "NUE"
    return alone and all(t.kind in "NI" and t.low not in known for t in scan.tokens[at:last])


def _second_title(scan: Scan, at: int, title: Title, depth: int = 0) -> Title:
    """ "Vice Prime Minister and Foreign Minister X", "Cabinet Secretary for Foreign Affairs Ambassador X"."""
    joined = scan.tokens[title.last].low == "and"
    before = scan.tokens[at - 1].low if at else ""
    listed = before == "and" and scan.found and scan.found[-1].kind == "person" and scan.found[-1].last >= at - 2
    apart = joined and before in ("the", "", "and", "between") and not listed
    if apart and before != "the":
        return title  # "The Secretary and Foreign Minister Wang" are two persons
    here = title.last + joined
    if scan.tokens[here].kind not in "NU" or not scan.tokens[here].text[:1].isupper():
        return title
    mark = len(scan.found)
    more = title_at(scan, here, depth + 1)
    begin = after_courtesy(scan, more.last + 1) if more and apart and scan.tokens[more.last].low == "," else 0
    if more and apart and title.head == more.head == "minister" and after_courtesy(scan, more.last) > more.last:
        begin = after_courtesy(scan, more.last)  # "the Prime Minister and Minister of Trade Hon. X"
    one = name_end(scan, begin) >= begin + 2 if begin else bool(more) and not apart
    both = more is not None and joined and title.head == "ambassador" and _is_for_ambassadors(scan, more)
    named = more is not None and (begin > 0 or name_end(scan, more.last) > more.last)
    if more and not more.head.endswith("s") and (both or (one and named)):
        codes = title.codes or more.codes
        return Title(more.last, scan.text(at, more.last), title.head, codes, title.owned)
    del scan.found[mark:]
    return title


def _is_for_ambassadors(scan: Scan, office: Title) -> bool:
    """Whether an office that tells whom it serves is one of an ambassador, "Ambassador and *Permanent
    Representative of Peru to the OAS*"."""
    return bool(office.codes) and not scan.words.for_ambassadors.isdisjoint(office.text.lower().split())


def complement(scan: Scan, at: int, here: int, head: str) -> Title:
    tokens = scan.tokens
    codes: tuple[str, ...] = ()
    owned, sent = True, False
    envoy = scan.text(at, here).lower().endswith(scan.words.envoys)
    at_home = not scan.words.one_holder.isdisjoint((head, scan.text(at, here).lower()))
    while tokens[here].low in ("of", "for", "to", "at", "on", "in", "from") and here < at + 24:
        if [t.low for t in tokens[here : here + 3]] == ["in", "charge", "of"]:
            here, sent = here + 2, True  # "Minister in charge of the African Union" is no official of it
        link, next_ = tokens[here].low, here + 1
        if link == "from" and not _hails_from(scan, here, head):
            break
        if link == "in":
            body = None if at_home else sits_in(scan, here)
            if not body:
                break
            here, codes = body[0], codes or body[2]
            continue
        if link == "on" and head in scan.words.congratulated:
            break  # "congratulated the President on the National Day"
        if starts_title(scan, next_) and tokens[next_].kind == "N" and name_end(scan, next_ + 1) > next_ + 1:
            break  # "colleagues of President X"
        whole = tokens[here - 1].entry
        led = head in scan.words.any_heads and bool(codes) and whole is not None and whole.kind == "state"
        if link == "to" and (at_home or led or head in scan.words.monarchs):
            break  # "the message of the President of Peru to Chile", "the visit of the King to Oslo"
        while tokens[next_].low in ("the", "all"):
            next_ += 1
        next_ += next_ > here + 1 and tokens[next_].low in scan.words.epithets
        many = scan.words.collective_actors.get(collective_at(scan, next_)[0]) if link == "of" and not codes else None
        if many and head.endswith("s"):
            here, codes = of_each(scan, collective_at(scan, next_)[1], many)  # "foreign ministers of the Baltic States"
            continue
        entry = tokens[next_].entry
        if link in ("of", "at", "for") and entry and entry.kind == "demonym":
            # "Secretary at the Omani Foreign Ministry X", "head of the Omani delegation, X"
            capital = tokens[next_ + 1].kind in "NU"
            body = body_chain(scan, next_ + 1) if capital else plain_body(scan, next_ + 1)
            begin = body[0] + (tokens[body[0]].low == ",") if body else 0
            named = body and name_end(scan, after_courtesy(scan, begin)) > begin
            if body and (named or (capital and not head.endswith("s"))):
                scan.add("entity", next_, next_ + 1, codes=(entry.code,), nested=True)
                here, codes = part_end(scan, body[0]), codes or (entry.code,)
                continue
            if tokens[next_ + 1].low in scan.words.diplomacies and link == "of":
                scan.add("entity", next_, next_ + 1, codes=(entry.code,), nested=True)
                here, codes = next_ + 2, codes or (entry.code,)
                continue
        if entry and link in ("of", "for", "on") and (subject := subject_end(scan, next_)) > next_:
            scan.add("entity", next_, next_ + 1, codes=(entry.code,) if entry.code else (), nested=True)
            here = max(subject, portfolio_end(scan, next_))
            continue
        if tokens[next_ + 1].kind == "-" and (closed := closed_portfolio(scan, next_)) > next_:
            here = closed
            continue
        if entry and entry.kind not in ("not", "nationals", "demonym") and not is_person_here(scan, next_):
            last = _coordinated(scan, next_)
            # One who is sent for a state serves another: "Envoy of the Secretary-General for Western Sahara".
            inside = link == "at" and tokens[next_ - 1].low == "the" and entry.kind in ("house", "body", "org")
            away = link in ("to", "at", "on") and not (inside and head not in scan.words.sent_heads)
            sent = sent or away or (link == "for" and entry.kind == "state" and envoy)
            unknown = tokens[next_].low.removeprefix("the ") in scan.words.bodies_of_many
            if not sent and not codes and entry.kind != "region" and not unknown:
                found = tuple(e.entry.code for e in tokens[next_:last] if e.entry and e.entry.code)
                several = head.endswith("s") and last > next_ + 1  # "representatives of the AU Commission and Chad"
                codes = found[:1] if entry.kind in ("body", "house") and not several else found
                owned = link == "of"
            for index in range(next_, last):
                if own := tokens[index].entry:
                    scan.add("entity", index, index + 1, codes=(own.code,) if own.code else (), nested=True)
            here = named_part(scan, its_body(scan, next_, last))
            while link == "for" and tokens[here].kind == "N" and tokens[here].low in scan.words.portfolio:
                here += 1  # "Special Representative for Afghanistan Reconciliation"
            if entry.kind == "region":
                here = max(here, regions_end(scan, last))
            continue
        if link in ("of", "to") and tokens[next_ - 1].low == "the" and (principal := _principal(scan, next_)):
            here = principal
            continue
        if link == "to" and head in scan.words.aides and (superior := _superior(scan, next_)):
            here, codes = superior.last, codes or superior.codes
            continue
        if head in scan.words.sent_heads and _is_sent_where(scan, next_):
            here = next_ + 1
            continue
        if link == "of" and (session := _session_end(scan, next_)):
            here = session
            continue
        foreign = link == "to" and head in scan.words.sent_heads  # "Consul to the Government of Peru"
        sent = sent or foreign
        verb = link == "to" and next_ == here + 1 and tokens[next_].kind == "w"  # "asked the Minister to supply"
        last = next_ if verb else portfolio_end(scan, next_)
        codes = codes or whose_diaspora(scan, next_, last)
        last += link == "for" and last > next_ and tokens[last].low in scan.words.schemes  # "the Roads project"
        if last > next_ and (body := past_head(scan, next_, last)):
            last, codes = body[0], codes or (() if foreign else body[2])
        called = tokens[next_].low in scan.words.called and tokens[next_ - 1].low == "the"
        if called and tokens[next_ + 1].kind not in "NU":
            here = next_ + 1  # "Chairman of the Community"
            continue
        if last == next_:
            named = tokens[next_].kind in "NU"
            body = body_at(scan, next_) or bank_at(scan, next_) if named else plain_government(scan, next_)
            region = 0 if body else region_end(scan, next_, link, head)
            if region:
                here = region
                continue
            if not body:
                break
            last, codes = body[0], codes or (() if foreign else body[2])
        here = last
    text = scan.text(at, here).replace("/", " and ")  # "Minister Resident/Consul General"
    return Title(here, text, head, codes, owned)


LONGEST_LIST = 100
"""Tokens in which a list of those is read whom somebody serves or speaks for: the heads of state of a dozen islands."""


def _coordinated(scan: Scan, at: int) -> int:
    """The end of names joined by commas and "and": "to Sri Lanka and the Maldives"."""
    here = at + 1
    while here < at + LONGEST_LIST:
        step = here
        while scan.tokens[step].low in (",", "and", "the") or (
            scan.tokens[step].low == "of" and scan.tokens[step - 1].low == "and"
        ):
            step += 1
        entry = scan.tokens[step].entry
        if scan.tokens[step].low in scan.words.adjectives and scan.tokens[step - 1].low == "the":
            return step + 1  # "to Fiji and the Pacific"
        if step == here or not entry or entry.kind not in ("state", "org", "region"):
            return here
        if title_at(scan, step + 1) or scan.tokens[step + 1].kind == "P":
            return here
        here = step + 1
    return here


def _superior(scan: Scan, at: int) -> Title | None:
    """The title of the unnamed officer whom an aide serves, "to the | Director of the Trade Agency"; None where
    there is none or a name follows."""
    mark = len(scan.found)
    entry = scan.tokens[at].entry
    whose = entry is not None and entry.kind == "demonym"  # "to the | South Korean President"
    title = title_at(scan, at + whose) if scan.tokens[at - 1].low == "the" else None
    if title and not title.head.endswith("s") and name_end(scan, title.last) == title.last:
        if whose and entry:
            scan.add("entity", at, at + 1, codes=(entry.code,), nested=True)
            return replace(title, codes=(entry.code,))
        return title
    del scan.found[mark:]
    return None


def _is_sent_where(scan: Scan, at: int) -> bool:
    """ "Special envoy to the | region, Jo Lind": whether a word for no actor in particular ends what one is sent
    to, and somebody is named."""
    article, noun, comma = scan.tokens[at - 1 : at + 2]
    begin = at + 1 + (comma.low == ",")
    named = name_end(scan, after_courtesy(scan, begin)) > begin
    return article.low == "the" and noun.low in scan.words.sent_where and noun.kind == "w" and named


def _session_end(scan: Scan, at: int) -> int:
    """Past "75th session" in "President of the 75th session of the General Assembly"; 0 where none is there."""
    known = (here for here in range(at, at + 4) if scan.tokens[here].low in scan.words.sessions)
    here = next(known, 0)
    plain = all(t.kind in "#wN" and not t.entry for t in scan.tokens[at:here])
    return here + 1 if here > at and plain and scan.tokens[here + 1].low == "of" else 0


def _principal(scan: Scan, at: int) -> int:
    """The end of "Prime Minister" in "Secretary to the Prime Minister", of "Attorney General's Office" in "Head of
    the Attorney General's Office"; 0 where no such office begins at ``at``."""
    here = at
    while scan.tokens[here].low in scan.words.title_modifiers and here < at + 3:
        here += 1
    here += scan.tokens[here].low in scan.words.title_heads
    house = scan.tokens[here + 1]
    if scan.tokens[here].kind == "P" and house.low in scan.words.of_officers and here > at:
        body = body_chain(scan, here + 1) if house.kind == "N" else None
        return body[0] if body else here + 2
    return here if scan.text(at, here).lower() in scan.words.principals else 0


def after_brackets(scan: Scan, at: int) -> int:
    """Past a word in brackets: "head of the Department of Trade (DoT), said", "Gen. (Rtd.) Jo Lind"."""
    end = at + 2 + (scan.tokens[at + 2].kind == ".")
    return end + 1 if scan.tokens[at].kind == "(" and scan.tokens[end].kind == ")" else at


def _hails_from(scan: Scan, at: int, head: str) -> bool:
    """ "his counterpart from Peru", "the Foreign Minister from Chile, Jo Lind": whether "from" at ``at`` says whom
    the office serves; an ambassador may be recalled from there."""
    place = at + 1 + (scan.tokens[at + 1].low == "the")
    entry, comma = scan.tokens[place].entry, scan.tokens[place + 1].low == ","
    if not entry or entry.kind != "state" or head in scan.words.sent_heads - {"minister"}:
        return False
    more = head.endswith("s") or its_body(scan, place, place + 1) > place + 1
    if scan.tokens[place + 1].kind in "NU" and more:
        return False  # "colleagues from the UK Foreign Office"
    return head in scan.words.colleagues or name_end(scan, place + 1 + comma) >= place + 3 + comma
