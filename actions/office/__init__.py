"""The office itself: its people, its calendar, who comes and who leaves."""
