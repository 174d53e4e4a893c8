"""A report as it was signed: the table, what came late, the record for programs."""
