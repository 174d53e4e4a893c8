"""What is recorded: places, people, words, events, and the case folded from them. No input or output."""
