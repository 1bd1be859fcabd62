"""Changes of the data by command: a new tool, a cell, a rename."""
