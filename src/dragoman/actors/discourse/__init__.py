"""What was told so far in a document, and whom words may mean by it. Knows nothing of how mentions are linked."""
