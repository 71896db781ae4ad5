"""Who came: the roll call, the code at the point, absences and thanks."""
