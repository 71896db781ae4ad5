"""What happens by itself. A job only wakes a deed; it remembers nothing."""
