"""What one page shows in one language: plain values for its template, one module for a kind of page."""
