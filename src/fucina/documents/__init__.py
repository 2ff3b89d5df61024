"""Charts, tables and paper from plain data, in Italian and English.

This floor knows neither the web nor the study: it is given words, numbers and polygons, and gives
back SVG, CSV, Parquet, HTML and PDF, the same bytes for the same input.
"""
