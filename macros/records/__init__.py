"""The records of the catalogue, frozen and checked one by one: they are the schema."""
