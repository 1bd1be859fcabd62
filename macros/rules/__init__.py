"""What must hold between records: one generator a rule."""
