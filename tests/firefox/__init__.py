"""A smoke run in Firefox, beside the tests in Chromium."""
