"""The weekly review (周研判): what there is to look at, the numbers at its head, what was decided, and the minutes."""
