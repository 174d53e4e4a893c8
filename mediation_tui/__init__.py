"""A township justice office's case book: people's mediation by grid and village, from intake to closure."""

__version__ = "0.1.0"
