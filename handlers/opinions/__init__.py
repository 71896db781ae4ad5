"""What people say, as it is asked for."""
