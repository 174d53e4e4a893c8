"""What a person does with the registers in the terminal: each act from its first question to what is said once it is done."""
