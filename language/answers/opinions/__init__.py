"""What people say: raised in a line, of which topic, how many say so, where it goes."""
