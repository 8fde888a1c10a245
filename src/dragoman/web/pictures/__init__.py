"""What the pages of pictures need beside `dragoman.queries.pictures`: tables, data for drawing, kept answers."""
