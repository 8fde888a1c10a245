"""What can go wrong, as a tree. Every message names the document and the place and says what to do::

    DragomanError
    ├── UnreadableDocument    a file that cannot be opened, decoded or is over a limit
    ├── InvalidRecord         a date that is not EDTF, a stage that the kind does not have, a quote not in the text
    ├── UnknownName           a name or id that the directory or ledger does not have
    ├── LedgerError           the ledger cannot be opened, is of another version, or is damaged
    └── ConflictingDecision   a decision on something that changed since it was looked at

Catch `DragomanError` for all of them.
"""


class DragomanError(Exception):
    """Base of all errors that Dragoman raises on purpose."""


class UnreadableDocument(DragomanError):
    """A document that cannot be read. ``locator``, ``reason`` and ``advice`` make one line of the summary."""

    def __init__(self, locator: str, reason: str, advice: str = "") -> None:
        super().__init__(f"{locator}: {reason}" + (f"; {advice}" if advice else ""))
        self.locator, self.reason, self.advice = locator, reason, advice


class InvalidRecord(DragomanError, ValueError):
    """A value that breaks the contract; the message shows it."""


class UnknownName(DragomanError, LookupError):
    """Nothing in the directory or the ledger goes by this name or id."""


class LedgerError(DragomanError):
    """The ledger cannot be used; the message says which and what to do."""


class ConflictingDecision(DragomanError):
    """Somebody decided on the same thing since it was looked at; look again."""
