"""The laboratory: installs tools, starts them, lets them do one useful thing, and writes down what that took."""
