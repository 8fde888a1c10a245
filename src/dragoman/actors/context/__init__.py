"""What a document as a whole gives to its mentions: who publishes, its parties, persons and acronyms, who speaks."""
