"""The built site, both languages, served below a base path and read in a real browser."""
