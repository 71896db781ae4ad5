"""Projects with a few numbers that are told again and again: founded, told, asked, counted."""
