"""What stands around every screen: the head, the tabs, the foot with its keys."""
