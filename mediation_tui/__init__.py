"""A township justice office's case book: people's mediation by grid and village, from intake to closure."""

import os

__version__ = "0.1.0"

# Pydantic would read the metadata of every installed distribution in search of plugins, at each start.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
