"""Tests: one file per module, the shipped data one case per file, the built site in a real browser."""
