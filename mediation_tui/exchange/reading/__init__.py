"""Reading the sheets offices already keep: any spreadsheet or csv, whatever stands around its table."""
