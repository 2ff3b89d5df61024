"""A study folder in, a decision out. Knows the methods and the documents; knows nothing of the web."""
