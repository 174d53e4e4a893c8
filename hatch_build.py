"""Build hook: compile the message catalogues, so that wheels and editable installs carry them."""

from __future__ import annotations

import runpy
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CatalogueHook(BuildHookInterface):  # type: ignore[type-arg]
    """Turns every `.po` of the package into the `.mo` beside it, as `tools/messages.py compile` does."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile before files are collected."""
        runpy.run_path(str(Path(self.root, "tools", "messages.py")))["compile_all"]()
