"""How knowledge becomes pages; the reading order of the modules is their import order."""
