"""Making tens of thousands of values none of which is thrown away."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def keeping_all() -> Iterator[None]:
    """Do not look for garbage meanwhile: looking through all there is, over and over, costs a fifth of the time.

    What was made counts as old afterwards, which is looked through rarely.
    """
    looked_for = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if looked_for:
            gc.freeze()
            gc.unfreeze()
            gc.enable()
