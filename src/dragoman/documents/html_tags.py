"""The tags of a page before it is parsed: the parser takes time that grows with the square of a tag's attributes.

It looks for each attribute among all before it, within one call that nothing can interrupt.
"""

from __future__ import annotations

import re
from itertools import islice

# Possessive throughout: what was read is never read again, so that the time grows with the length of the page only.
_ATTRIBUTE = r"""[\s/]*+[^\s/>][^\s/>=]*+(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s>]*+))?+"""
_EACH = re.compile(_ATTRIBUTE)
# What stands in scripts and comments are no tags, although it may look like some.
_TAG = re.compile(
    rf"<(?:(?P<raw>script|style)(?=[\s/>])(?P<of_raw>(?:{_ATTRIBUTE})*+)[\s/]*+>?+.*?(?:</(?P=raw)|\Z)"
    rf"|[a-z][^\s/>]*+(?P<of_tag>(?:{_ATTRIBUTE})*+)"
    r"|!--(?:-?>|.*?(?:--!?>|\Z)))",
    re.IGNORECASE | re.DOTALL,
)


def within_attributes(text: str, most: int) -> tuple[str, tuple[str, ...]]:
    """``text`` with at most ``most`` attributes in a tag, and a warning where there were more."""
    kept: list[str] = []
    position = 0
    for tag in _TAG.finditer(text):
        group = "of_raw" if tag["raw"] else "of_tag"
        start, end = tag.span(group)
        if end - start <= 2 * most:  # a letter and a blank are the least that an attribute takes
            continue
        surplus = next(islice(_EACH.finditer(text, start, end), most, None), None)
        if surplus is not None:
            kept.append(text[position : surplus.start()])
            position = end
    if not kept:
        return text, ()
    return "".join(kept) + text[position:], (f"attributes of a tag after the first {most:,} left out",)
