"""What people say: what is the same is added up, the month, the report."""
