"""What a document as a whole gives to its mentions: publisher, parties, acronyms, who speaks, where people only met."""
