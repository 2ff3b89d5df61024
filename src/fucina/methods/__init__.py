"""Published methods as pure functions over arrays: no web, no database, no network."""
