"""The Book: all records of one office, behind one repository that hides which engine holds them."""
