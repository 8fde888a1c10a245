"""A statement as a W3C Web Annotation: what is said as the body, the passage as the target.

The passage is named twice: in the text as the ledger keeps it, by quote and by position (the offsets hold for that
text only), and on the page where it was published, by quote. https://www.w3.org/TR/annotation-model/
"""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from dragoman.queries import Explanation

MEDIA_TYPE = 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"'
CONTEXT: Literal["http://www.w3.org/ns/anno.jsonld"] = "http://www.w3.org/ns/anno.jsonld"
_AROUND = 32  # characters before and after that tell a quote from the same words elsewhere


class _Record(BaseModel):
    model_config = ConfigDict(frozen=True, populate_by_name=True)


class TextQuoteSelector(_Record):
    type: Literal["TextQuoteSelector"] = "TextQuoteSelector"
    exact: str
    prefix: str
    suffix: str


class TextPositionSelector(_Record):
    """In characters (code points), the end is not included."""

    type: Literal["TextPositionSelector"] = "TextPositionSelector"
    start: int
    end: int


class Target(_Record):
    type: Literal["SpecificResource"] = "SpecificResource"
    source: str
    selector: list[TextQuoteSelector | TextPositionSelector]


class Body(_Record):
    """The statement's own fields, as JSON."""

    type: Literal["Dataset"] = "Dataset"
    format: Literal["application/json"] = "application/json"
    value: dict[str, Any]


class Generator(_Record):
    type: Literal["Software"] = "Software"
    name: str


class Annotation(_Record):
    context: Literal["http://www.w3.org/ns/anno.jsonld"] = Field(default=CONTEXT, alias="@context")
    id: str
    type: Literal["Annotation"] = "Annotation"
    motivation: Literal["classifying"] = "classifying"
    created: str | None
    generator: Generator
    canonical: str = Field(description="The statement's permanent link.")
    body: Body
    target: list[Target]


def annotation(told: Explanation, base: str) -> Annotation:
    """``base`` is the address of this server, without a slash at the end."""
    found, text = told.found, told.document.text
    said = found.statement
    quote = TextQuoteSelector(
        exact=text[said.start : said.end],
        prefix=text[max(0, said.start - _AROUND) : said.start],
        suffix=text[said.end : said.end + _AROUND],
    )
    kept = Target(
        source=f"{base}/api/v1/documents/{found.document_id}/text",
        selector=[quote, TextPositionSelector(start=said.start, end=said.end)],
    )
    published = [Target(source=found.url, selector=[quote])] if found.url else []
    return Annotation(
        id=f"{base}/api/v1/statements/{found.id}/annotation",
        created=min((p.first_seen for p in told.presences), default=None),
        generator=Generator(name=f"Dragoman ({said.reader})"),
        canonical=f"{base}/statements/{found.id}",
        body=Body(value=found.contract()),
        target=[kept, *published],
    )
