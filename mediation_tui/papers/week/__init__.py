"""The week sheet: what a village has to do on each day of a week, printed, with room to write by hand."""
