"""The laboratory: installs tools, lets them do one useful thing, and writes down what that took."""
