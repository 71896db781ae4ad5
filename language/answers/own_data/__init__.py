"""What may be kept of somebody, and what of nobody."""
