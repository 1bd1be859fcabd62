"""What people ask of the project in a terminal: one module for each group of commands."""
