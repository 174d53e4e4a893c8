"""The case ledger as it leaves: one line for each case, everything a recount needs, nobody's full name."""
