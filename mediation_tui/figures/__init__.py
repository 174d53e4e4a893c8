"""Numbers that can be opened: every figure knows the cases behind its numerator and its denominator."""
