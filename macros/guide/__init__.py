"""What each option does to each tool, and the outcome of a set of answers."""
