"""The office's rules of time as a file: written out to be changed by hand, and taken back."""
