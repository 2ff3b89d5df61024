"""One report object from a study and its result; pages and paper are made from it."""
