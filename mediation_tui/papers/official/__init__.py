"""Official tables as they leave: the sheet, the cases behind it, a record for programs."""
