"""What a matrix holds: values in words, cells, and cells side by side."""
