"""A pull request in words: what changes for readers between two states of the data."""
