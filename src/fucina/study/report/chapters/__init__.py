"""The report's chapters, each a function of a writer."""
