"""Official tables as data: what each line and column counts stands in a description an office can copy and change."""
