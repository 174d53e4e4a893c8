"""A made-up town to try everything on."""
