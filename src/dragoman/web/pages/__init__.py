"""The HTML pages, one module for each subject. Handlers ask `dragoman.queries` and fill a template."""
