"""The site as it ships: links, accessibility, weights, search, a smoke run."""
