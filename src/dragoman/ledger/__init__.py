"""The ledger: every document version, every statement, every decision, in one SQLite file or a PostgreSQL database.

`Ledger.open` is all that a caller needs; SQLAlchemy is imported only when a ledger is opened.
"""

from dragoman.ledger.records import Added
from dragoman.ledger.store import Batch, Ledger

__all__ = ["Added", "Batch", "Ledger"]
