"""One spelling of a document, whatever engine kept it, and its hash."""

from __future__ import annotations

import hashlib
import json
from typing import Any


def canonical_hash(document: dict[str, Any]) -> str:
    """The hash of a stored event document."""
    text = json.dumps(document, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()
