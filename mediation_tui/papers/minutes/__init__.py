"""The minutes of a weekly review (会议记录) as they leave: a letter to sign, and the same for the screen and programs."""
