"""Studies on the web: what a study answers, and every number on the way to its source."""
