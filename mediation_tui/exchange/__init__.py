"""What comes in: sheets of other offices and systems, read with their row numbers and brought in through the Desk."""
