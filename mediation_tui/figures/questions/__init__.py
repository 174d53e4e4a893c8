"""Questions to the head of the office about a period: never scores, and never about a person (domain handbook §10)."""

from __future__ import annotations

from mediation_tui.figures.questions.asked import Asked
from mediation_tui.figures.questions.question import Question, Questions
from mediation_tui.figures.questions.reading import read_questions
from mediation_tui.figures.questions.thresholds import Thresholds

__all__ = ["Asked", "Question", "Questions", "Thresholds", "read_questions"]
