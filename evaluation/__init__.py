"""How well the reader reads: scores, floors, ablations and a page of errors. Not shipped with the package."""
