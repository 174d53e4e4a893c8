"""The terminal's building blocks: each shows values it is given and says what was done to it."""
