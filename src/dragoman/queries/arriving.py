"""What came of inputs that were added together."""

from __future__ import annotations

from dragoman.ledger import Ledger
from dragoman.ledger.sql import rows
from dragoman.queries.news import NEW_COLUMNS, NewDocument, new_document

_DOCUMENTS = (
    f"SELECT DISTINCT d.n, {NEW_COLUMNS}"
    " FROM input i JOIN version v ON v.n = i.version_n JOIN document d ON d.n = v.document_n"
    " WHERE i.locator >= :low AND i.locator < :high ORDER BY d.n LIMIT :limit"
)


def documents_from(ledger: Ledger, folder: str, *, limit: int = 200) -> tuple[NewDocument, ...]:
    """The documents that were read from inputs in a folder, in the order in which they came into the ledger."""
    with ledger.reading() as connection:
        found = rows(connection, _DOCUMENTS, low=f"{folder}/", high=f"{folder}0", limit=limit)
    return tuple(new_document(r) for r in found)
