"""Reads the stories of the made-up town, one file for each of the ministry's categories."""

from __future__ import annotations

from functools import cache
from typing import Any

from pydantic import TypeAdapter

from mediation_tui.demo.shelf import read
from mediation_tui.demo.story import StoryBook
from mediation_tui.model.vocabulary import Category


@cache
def story_books() -> tuple[StoryBook, ...]:
    """The stories of all eighteen categories, in the ministry's order."""
    reader = TypeAdapter(StoryBook)
    return tuple(reader.validate_python(_book(category)) for category in Category)


def _book(category: Category) -> dict[str, Any]:
    source = read(f"stories/{category.value}")
    stories = [_story(category, entry) for entry in source["story"]]
    return {"category": category, "share": source["share"], "stories": stories}


def _story(category: Category, entry: dict[str, Any]) -> dict[str, Any]:
    return {**entry, "category": category, "slots": tuple(entry.get("slots", {}).items())}
