"""YAML as checked records with their lines, in one written form: the catalogue."""
