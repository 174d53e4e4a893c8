"""The repository, written once: cases, events and the office's settings as records of whatever engine holds them."""
