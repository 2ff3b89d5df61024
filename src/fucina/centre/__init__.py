"""The running centre: Django apps in layers."""
