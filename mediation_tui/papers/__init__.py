"""What leaves on paper or as a file: workbooks, delimited text, and the values they are drawn from."""
