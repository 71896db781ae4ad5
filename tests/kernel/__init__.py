"""What the house promises whatever is done in it: nothing lost, nothing doubled."""
