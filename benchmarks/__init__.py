"""What the study and the platform must reach, measured: ``make bench``."""
