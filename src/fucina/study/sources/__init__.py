"""Readers of public data: what they give is checked, and named as the proxy it is."""
