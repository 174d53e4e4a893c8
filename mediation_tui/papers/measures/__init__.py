"""Companion measures as they leave: a sheet, the cases behind it, a record for programs."""
