"""What holds of the shipped catalogue as a whole: every file, every guide, many answers (`make test`)."""
