"""Reads the material of the made-up town from the TOML files shipped beside this module."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from typing import Any


def read(name: str) -> dict[str, Any]:
    """The contents of one file of `demo/material`, named without `.toml` (`"stories/family"`)."""
    source = files("mediation_tui.demo").joinpath("material", *f"{name}.toml".split("/"))
    return tomllib.loads(source.read_text(encoding="utf-8"))
