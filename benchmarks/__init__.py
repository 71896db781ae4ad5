"""What is measured, never asserted: run with `make bench`."""
