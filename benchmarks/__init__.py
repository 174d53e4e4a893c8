"""Figures of speed and memory, printed as ratios against something plain measured in the same run.

    python -m benchmarks            all of them, printed and written to benchmarks/RESULTS.md

They never fail by the clock: they are read by people, and compared with what was asked for.
"""
