"""Exit codes."""

FINE = 0
PROBLEM = 1
"""A problem was found, or the request was refused."""
MISUSED = 2
"""The command line is not one."""
