"""Days and hours, from marks in a line to days of the calendar."""
