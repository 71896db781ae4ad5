"""What may be done with assignments, from giving to approving."""
