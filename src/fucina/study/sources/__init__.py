"""Importers: public data and institutions' statements into a study folder, checked and with their source."""
