"""The laboratory's own tests: tiny recipes, and everything that can go wrong."""
