"""The site while people write it, page by page."""
