"""A report taken apart, by taps that turn one message over."""
