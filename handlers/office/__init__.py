"""Coming in, the roster, days off, the week's calendar, groups."""
