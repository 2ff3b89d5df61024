"""Django's PostgreSQL backend, which looks at a kept connection before it asks whether it still answers."""
