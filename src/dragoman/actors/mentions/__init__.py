"""Where a text names actors: a grammar over tokens with what the directory and the word lists know."""
