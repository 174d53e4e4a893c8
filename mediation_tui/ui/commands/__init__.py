"""Everything a person can do, in one registry: keys, labels, help, the palette and the foot all come from it."""
