"""The annual report as it leaves: a letter with every number footnoted, and the same for the screen and for programs."""
