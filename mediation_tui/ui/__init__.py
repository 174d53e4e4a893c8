"""The terminal: what people see, and the keys they press."""
