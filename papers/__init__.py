"""What is printed or filed: facts in, bytes out."""
