"""Turns a study and its result into what a page shows: words, formatted numbers, links. No query here."""
