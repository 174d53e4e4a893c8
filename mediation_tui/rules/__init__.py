"""What may follow what, which clocks run, what a complete file holds, which days are worked. Pure."""
