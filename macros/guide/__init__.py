"""The engine: a guide as a value, the outcome of a set of answers, the tree."""
