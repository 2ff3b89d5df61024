"""Fucina with as much in it as NEMO: people with a project, qualified for every machine; machines; bookings."""
