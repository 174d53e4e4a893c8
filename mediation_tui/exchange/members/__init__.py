"""The office's roster sheet: its places and people, checked and merged with those the book has."""
