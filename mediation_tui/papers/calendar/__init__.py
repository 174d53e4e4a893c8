"""What lies ahead as a calendar file (.ics) that phones and calendar programs read."""
