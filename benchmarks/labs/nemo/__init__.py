"""NEMO as its own documentation sets it up, on PostgreSQL. Run by the Python of its own environment."""
