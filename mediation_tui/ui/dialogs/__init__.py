"""Boxes over a screen that ask for one thing and go away."""
