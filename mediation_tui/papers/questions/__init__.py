"""Questions to the head of the office as they leave: a sheet and a record for programs."""
