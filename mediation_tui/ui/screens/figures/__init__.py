"""Figures (统计): pages of numbers, each of which can be opened to its cases."""

from mediation_tui.ui.screens.figures.screen import FiguresScreen

__all__ = ["FiguresScreen"]
