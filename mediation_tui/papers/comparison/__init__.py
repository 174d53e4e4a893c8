"""The comparison as it leaves: each place beside its own past, a chart, the cases behind it, a record for programs."""
