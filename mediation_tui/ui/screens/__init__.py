"""The screens: each lays out what figures and the book say, and hands what is done to the Desk."""
