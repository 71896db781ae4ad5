"""Whether a line is sure, must be asked, or is not understood; and what to offer then."""
